import type { Table, TableFormat, TableSample, TableSink } from '../../format.ts';
import { openItemTable } from '../shared/item-table/item-table.ts';
import { probeColumns } from '../shared/probe.ts';

/** The list of issues that a workspace or team exports. */
export const linearCsv: TableFormat = {
  id: 'linear-csv',
  name: 'Linear issues (CSV)',
  tool: 'linear',
  shape: 'table',
  grade: 'milestones',
  kindEvidence: { tool: null, finishDates: 'Completed, Canceled', statusToday: true },
  identity: { item: 'ID', statuses: null, aliases: null },
  description:
    'One row an issue with the times of its creation, start and completion or cancellation; it cannot tell the statuses in between: the API can (linear-issues).',
  howToGet: [
    'Open a view or Settings, Import & export, and choose Export issues as CSV (admins).',
    'For every change of status fetch the issues with their history: pitwall formats linear-issues.',
  ],
  fields: {
    id: 'ID, Id',
    created: 'Created',
    started: 'Started',
    finished: 'Completed, else Canceled (which gives the resolution Canceled)',
    status: 'Status (of today)',
    assignee: 'Assignee (of today)',
    title: 'Title',
    points: 'Estimate',
    labels: 'Labels',
    parent: 'Parent issue',
    priority: 'Priority',
    sprint: 'Cycle Name, Cycle Number',
    team: 'Team',
  },
  probe: (sample: TableSample) =>
    probeColumns(sample, [
      ['ID'],
      ['Team'],
      ['Status'],
      ['Cycle Number'],
      ['Canceled', 'Triaged', 'Project Milestone'],
    ]),
  open,
};

function open(table: Table): TableSink {
  return openItemTable(table, {
    id: ['ID'],
    created: ['Created'],
    updated: ['Updated'],
    started: ['Started'],
    finished: ['Completed'],
    dropped: ['Canceled'],
    status: ['Status'],
    people: { names: ['Assignee'] },
    fields: {
      title: ['Title'],
      points: ['Estimate'],
      labels: ['Labels'],
      parent: ['Parent issue'],
      priority: ['Priority'],
      sprint: ['Cycle Name', 'Cycle Number'],
      team: ['Team'],
    },
  });
}
