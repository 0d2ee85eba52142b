import type { Table, TableFormat, TableSample, TableSink } from '../../format.ts';
import { openItemTable, rewrittenFields } from '../shared/item-table/item-table.ts';
import { probeColumns } from '../shared/probe.ts';
import { assigneesOf } from './changes.ts';

/** The list of bugs that a search exports. */
export const bugzillaCsv: TableFormat = {
  id: 'bugzilla-csv',
  name: 'Bugzilla search (CSV)',
  tool: 'bugzilla',
  shape: 'table',
  grade: 'snapshot',
  kindEvidence: { tool: null, finishDates: null, statusToday: true },
  identity: { item: 'Bug ID', statuses: null, aliases: null },
  description:
    'One row a bug with its status and resolution of today, and its creation where the column Opened was chosen; Changed is any change, not the closing. When a bug changed status the history tells (bugzilla-bugs).',
  howToGet: [
    'Run a search, choose Change Columns, add Opened, then CSV below the list.',
    'For every change of status fetch bugs and history from the API: pitwall formats bugzilla-bugs.',
  ],
  fields: {
    id: 'Bug ID',
    created: 'Opened',
    finished: '--map finished=<column>, where there is one',
    status: 'Status (of today)',
    assignee: 'Assignee (of today)',
    resolution: 'Resolution',
    type: 'Type',
    title: 'Summary',
    labels: 'Keywords',
    priority: 'Priority',
    team: 'Product',
  },
  probe: (sample: TableSample) => probeColumns(sample, [['Bug ID'], ['Product'], ['Component']]),
  open,
};

function open(table: Table): TableSink {
  return openItemTable(
    table,
    {
      id: ['Bug ID'],
      created: ['Opened'],
      updated: ['Changed'],
      started: [],
      finished: [],
      status: ['Status'],
      people: { names: ['Assignee'], split: assigneesOf },
      fields: { type: ['Type'], title: ['Summary'], labels: ['Keywords'], team: ['Product'] },
    },
    () =>
      rewrittenFields(table, { resolution: ['Resolution'], priority: ['Priority'] }, (cell) =>
        /^-+$/.test(cell) ? '' : cell,
      ),
  );
}
