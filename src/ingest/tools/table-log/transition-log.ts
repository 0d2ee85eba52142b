import type { TableFormat } from '../../format.ts';
import { probeTransitionLog } from './probe-transition-log.ts';
import { TRANSITION_FIELDS, TRANSITION_NAMES } from './transition-columns.ts';
import { TransitionRows } from './transition-rows.ts';

/** One row a change of status, from any tool. */
export const transitionLog: TableFormat = {
  id: 'transition-log',
  name: 'Transition log',
  tool: 'table',
  generic: true,
  grade: 'full-log',
  shape: 'table',
  description:
    'CSV or JSON with one row for each change of status: which item, to which status, when; several assignees in one ' +
    'cell stand apart by ";" or "|". It tells everything but what it has no column for.',
  howToGet: [
    'From a database or a spreadsheet, write one row for each change of status, with the columns id, to and at.',
    'Add from, assignee, created, blocked, title, type and points where you have them.',
    'Other column names are mapped: --map id=Ticket --map to=Stage --map at="Changed on".',
  ],
  fields: Object.fromEntries(
    Object.entries({ ...TRANSITION_NAMES, ...TRANSITION_FIELDS }).map(([field, names]) => [field, names.join(', ')]),
  ),
  probe: probeTransitionLog,
  open: (table) => new TransitionRows(table),
};
