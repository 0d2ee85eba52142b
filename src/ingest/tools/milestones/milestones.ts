import type { Table, TableFormat, TableSink } from '../../format.ts';
import { isFact } from '../../table/column-words/date-meaning.ts';
import { isPlan, ROLE_NAMES } from '../../table/column-words/date-roles.ts';
import { ASSIGNEE_NAMES, FIELD_NAMES, ID_NAMES, STATUS_NAMES } from '../../table/column-words/field-names.ts';
import { openItemTable } from '../shared/item-table/item-table.ts';
import { probeMilestones } from './probe-milestones.ts';

/** One row an item with the dates of its creation, start and finish, or two of them. */
export const milestones: TableFormat = {
  id: 'milestones',
  name: 'Created, started and finished dates (spreadsheets, lists of other tools)',
  tool: 'table',
  generic: true,
  shape: 'table',
  grade: 'milestones',
  kindEvidence: { tool: null, finishDates: 'the column of finishes', statusToday: true },
  identity: { item: 'the column of ids', statuses: null, aliases: null },
  description: 'One row an item with two or three dates of its life; it cannot tell where the time between them went.',
  howToGet: [
    'Export the list of items from your tool with the dates of creation, start and completion as columns.',
    'In a spreadsheet, keep one row an item with these dates, and save the sheet as CSV.',
  ],
  fields: {
    id: ID_NAMES.slice(0, 4).join(', '),
    created: (ROLE_NAMES.created as string[]).slice(0, 5).join(', '),
    started: (ROLE_NAMES.started as string[]).slice(0, 5).join(', '),
    finished: (ROLE_NAMES.finished as string[]).slice(0, 5).join(', '),
    status: 'State, Status (of today)',
    assignee: 'Assigned To, Assignee (of today)',
    type: 'Work Item Type, Type',
    title: 'Title, Name, Summary',
    points: 'Story Points, Effort, Size',
    labels: 'Tags, Labels',
    parent: 'Parent',
    resolution: 'Resolution',
  },
  probe: probeMilestones,
  open,
};

/** The names of starts or ends to look for: in a project plan those alone that nobody plans under. */
function facts({ header }: Table, names: readonly string[]): readonly string[] {
  return isPlan(header) ? names.filter(isFact) : names;
}

function open(table: Table): TableSink {
  return openItemTable(table, {
    id: ID_NAMES,
    created: ROLE_NAMES.created,
    updated: ['Updated', 'Updated At', 'Last Updated', 'Last Modified', 'Modified'],
    started: facts(table, ROLE_NAMES.started),
    finished: facts(table, ROLE_NAMES.finished),
    status: STATUS_NAMES,
    people: { names: ASSIGNEE_NAMES },
    fields: FIELD_NAMES,
  });
}
