import type { Probe, TableFormat, TableSample } from '../../format.ts';
import { findName } from '../../table/column-words/header-names.ts';
import { headerKey } from '../../table/header-key.ts';
import { TRANSITION_FIELDS, TRANSITION_NAMES, transitionColumn } from './transition-columns.ts';
import { TransitionRows } from './transition-rows.ts';

/** One row a change of status, from any tool. */
export const transitionLog: TableFormat = {
  id: 'transition-log',
  name: 'Transition log',
  tool: 'table',
  generic: true,
  grade: 'full-log',
  kindEvidence: { tool: null, finishDates: null, statusToday: false },
  identity: { item: 'the column of ids', statuses: null, aliases: null },
  shape: 'table',
  description:
    'CSV or JSON with one row for each change of status: which item, to which status, when; several assignees in one ' +
    'cell are separated by ";" or "|". It says everything but what it has no column for.',
  howToGet: [
    'From a database or a spreadsheet, write one row for each change of status, with the columns id, to and at.',
    'Add from, assignee, created, blocked, title, type and points where you have them.',
    'Other column names are mapped: --map id=Ticket --map to=Stage --map at="Changed on".',
  ],
  fields: Object.fromEntries(
    Object.entries({ ...TRANSITION_NAMES, ...TRANSITION_FIELDS }).map(([field, names]) => [field, names.join(', ')]),
  ),
  probe,
  open: (table) => new TransitionRows(table),
};

/** Names that a list of items has as well: they do not say that the status came at that date. */
const VAGUE = {
  to: new Set(['status', 'state', 'stage', 'column', 'activity']),
  at: new Set(['date', 'time', 'datetime', 'createddate']),
};

/** Certain: id, status and instant, and rows that are changes: ids come again, or each says what it changed from. */
function probe(sample: TableSample, fields: Readonly<Record<string, string>>): Probe {
  const matched: string[] = [];
  const missing: string[] = [];
  for (const column of ['id', 'to', 'at'] as const) {
    const source = transitionColumn(sample.header, fields, column);
    if (source === null) missing.push(column);
    else matched.push(source);
  }
  if (missing.length > 0) return { score: 'no', matched, missing };
  // Names of the XES standard: what they say of starts and ends is for the format that knows it.
  if (findName(sample.header, ['time:timestamp']) !== -1)
    return { score: 'likely', matched, missing: ['names of its own'] };
  const from = transitionColumn(sample.header, fields, 'from');
  if (from !== null) return { score: 'certain', matched: [...matched, from], missing };
  if (idsRepeat(sample, matched[0] as string)) return { score: 'certain', matched, missing };
  // One row an item with its status and some date: a column "To" or "Changed at" says that the status came then.
  const [, to = '', at = ''] = matched;
  const isVague = !Object.hasOwn(fields, 'at') && VAGUE.to.has(headerKey(to)) && VAGUE.at.has(headerKey(at));
  return { score: isVague ? 'no' : 'likely', matched, missing: ['ids that come more than once', 'from'] };
}

function idsRepeat(sample: TableSample, column: string): boolean {
  const index = findName(sample.header, [column]);
  // A template of several columns: the sample does not say.
  if (index === -1) return true;
  const ids = sample.rows.map((row) => row[index]?.trim() ?? '').filter((id) => id !== '');
  return new Set(ids).size < ids.length;
}
