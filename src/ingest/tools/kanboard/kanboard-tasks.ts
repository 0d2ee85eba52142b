import type { Table, TableFormat, TableSample, TableSink } from '../../format.ts';
import { openItemTable } from '../shared/item-table/item-table.ts';
import { probeColumns } from '../shared/probe.ts';

/** The tasks of a project that Kanboard exports. */
export const kanboardTasks: TableFormat = {
  id: 'kanboard-tasks',
  name: 'Kanboard tasks (CSV)',
  tool: 'kanboard',
  shape: 'table',
  grade: 'milestones',
  kindEvidence: { tool: null, finishDates: 'Completion date', statusToday: true },
  identity: { item: 'Task Id', statuses: null, aliases: null },
  description:
    'One row a task with the days of its creation, start and completion and its column of today; it cannot tell the columns in between: the transitions can (kanboard-transitions). Not confirmed: the names of the columns in other languages than English.',
  howToGet: [
    'Open the project, then its menu, and choose Exports, Tasks; give a start date before the first task.',
    'In the same place choose Task transitions, for every move between columns, and give both files together.',
  ],
  fields: {
    id: 'Task Id',
    created: 'Creation date',
    started: 'Start date',
    finished: 'Completion date',
    status: 'Column (of today); --map to=Status takes Open and Closed',
    assignee: 'Assignee Name, else Assignee Username (of today)',
    title: 'Title',
    type: 'Category',
    points: 'Complexity',
    priority: 'Priority',
    labels: 'Tags',
    team: 'Project',
  },
  probe: (sample: TableSample) => probeColumns(sample, [['Task Id'], ['Swimlane'], ['Column'], ['Completion date']]),
  open,
};

function open(table: Table): TableSink {
  return openItemTable(table, {
    id: ['Task Id'],
    created: ['Creation date'],
    started: ['Start date'],
    finished: ['Completion date'],
    status: ['Column'],
    people: { names: ['Assignee Name', 'Assignee Username'] },
    fields: {
      title: ['Title'],
      type: ['Category'],
      points: ['Complexity'],
      priority: ['Priority'],
      labels: ['Tags'],
      team: ['Project'],
    },
  });
}
