import type { Table, TableFormat, TableSample, TableSink } from '../../format.ts';
import { openItemTable } from '../shared/item-table/item-table.ts';
import { probeColumns } from '../shared/probe.ts';

/** The issues that Plane exports as CSV, Excel or JSON. */
export const planeIssues: TableFormat = {
  id: 'plane-issues',
  name: 'Plane issues (CSV, Excel, JSON)',
  tool: 'plane',
  shape: 'table',
  grade: 'milestones',
  kindEvidence: { tool: null, finishDates: 'Completed At', statusToday: true },
  identity: { item: 'ID', statuses: null, aliases: null },
  description:
    'One row an issue, or one for each of its people and labels, with its creation and completion and its state of today; it cannot tell when work began nor the states in between. Dates of cycles and modules are plans.',
  howToGet: [
    'Open the settings of the workspace, Exports, choose the projects and CSV, Excel or JSON, and unpack the archive.',
  ],
  fields: {
    id: 'ID',
    created: 'Created At',
    finished: 'Completed At',
    status: 'State (of today)',
    assignee: 'Assignee (of today)',
    title: 'Name',
    priority: 'Priority',
    labels: 'Labels',
    sprint: 'Cycle Name',
    team: 'Project',
  },
  probe: (sample: TableSample) =>
    probeColumns(sample, [['ID'], ['State'], ['Cycle Name'], ['Module Name'], ['Completed At'], ['Archived At']]),
  open,
};

function open(table: Table): TableSink {
  return openItemTable(table, {
    id: ['ID'],
    created: ['Created At'],
    started: [],
    finished: ['Completed At'],
    status: ['State'],
    people: { names: ['Assignee'] },
    fields: {
      title: ['Name'],
      priority: ['Priority'],
      labels: ['Labels'],
      sprint: ['Cycle Name'],
      team: ['Project'],
    },
  });
}
