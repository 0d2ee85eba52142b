import type { Table, TableFormat, TableSample, TableSink } from '../../format.ts';
import { openItemTable, rewrittenFields } from '../shared/item-table/item-table.ts';
import { probeColumns } from '../shared/probe.ts';

/** The list of tasks that a workspace exports. */
export const clickupCsv: TableFormat = {
  id: 'clickup-csv',
  name: 'ClickUp tasks (CSV)',
  tool: 'clickup',
  shape: 'table',
  grade: 'snapshot',
  kindEvidence: { tool: null, finishDates: null, statusToday: true },
  identity: { item: 'Task ID', statuses: null, aliases: null },
  description:
    'One row a task, or one for each list that a task is in, with its creation and its status of today; it has no date of start or completion (Start Date and Due Date are plans). The API has completion (clickup-tasks) and time in status (clickup-time-in-status).',
  howToGet: [
    'Open Settings, Import/Export, and choose Export workspace data, CSV; or export one list from its view.',
    'For the day of completion fetch the tasks from the API: pitwall formats clickup-tasks.',
    'For the days of each status fetch time in status: pitwall formats clickup-time-in-status.',
  ],
  fields: {
    id: 'Task ID',
    created: 'Date Created (milliseconds from the epoch)',
    finished: '--map finished=<column>, where an export has one',
    status: 'Status (of today)',
    assignee: 'Assignees (of today)',
    type: 'Task Type',
    title: 'Task Name',
    labels: 'Tags',
    parent: 'Parent ID',
    priority: 'Priority',
    team: 'Home Location, else List Name',
    points: '--map points=<column>',
    url: 'Task Link',
  },
  probe: (sample: TableSample) =>
    probeColumns(sample, [
      ['Task ID'],
      ['Date Created'],
      ['Date Created Text'],
      ['List Name', 'Space Name', 'Task Name'],
    ]),
  open,
};

function open(table: Table): TableSink {
  return openItemTable(
    table,
    {
      id: ['Task ID'],
      nothing: 'null',
      created: ['Date Created'],
      started: [],
      finished: [],
      status: ['Status'],
      people: { names: ['Assignees'], split: (cell) => plain(cell).split(',') },
      fields: { title: ['Task Name'], points: [] },
    },
    () =>
      rewrittenFields(
        table,
        {
          type: ['Task Type'],
          labels: ['Tags'],
          parent: ['Parent ID'],
          priority: ['Priority'],
          // A task in several lists has a row for each: its home is the same on all.
          team: ['Home Location', 'List Name'],
          url: ['Task Link'],
        },
        plain,
      ),
  );
}

/** `null` is nothing, `[a, b]` a list. */
function plain(cell: string): string {
  const text = cell.trim();
  return text === 'null' ? '' : text.replace(/^\[(.*)\]$/s, '$1');
}
