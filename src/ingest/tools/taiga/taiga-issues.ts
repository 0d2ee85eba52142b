import type { StatusCategory } from '../../../model/workflow/status-category.ts';
import type { Table, TableFormat, TableSample, TableSink } from '../../format.ts';
import { openItemTable } from '../shared/item-table/item-table.ts';
import { openCategories } from '../shared/item-table/status-category-column.ts';
import { probeColumns } from '../shared/probe.ts';

/** The reports of user stories, tasks and issues that Taiga gives as CSV. */
export const taigaIssues: TableFormat = {
  id: 'taiga-issues',
  name: 'Taiga issues, user stories and tasks (CSV)',
  tool: 'taiga',
  shape: 'table',
  grade: 'milestones',
  kindEvidence: { tool: '`is_closed`', finishDates: '`finished_date`, else `finish_date`', statusToday: true },
  identity: { item: '`ref`', statuses: null, aliases: null },
  description:
    'One row an issue with its creation and its finish, and its status of today; it cannot tell the statuses in between, nor when work began.',
  howToGet: [
    'As an administrator open Settings, Project, Reports, and copy the CSV address of the issues (or user stories, or tasks).',
    'Fetch that address and save the answer.',
  ],
  fields: {
    id: 'ref',
    created: 'created_date',
    finished: 'finished_date, else finish_date',
    status: 'status (of today)',
    assignee: 'assigned_to_full_name, else assigned_to (of today)',
    title: 'subject',
    type: 'type',
    priority: 'priority',
    labels: 'tags',
    sprint: 'sprint',
    points: 'total-points, total_points',
  },
  probe: (sample: TableSample) =>
    probeColumns(sample, [['ref'], ['subject'], ['is_closed'], ['created_date'], ['modified_date']]),
  open,
};

/** Whether an issue is closed is a matter of its status. */
function categoryOf(isClosed: string): StatusCategory | null {
  if (/^true$/i.test(isClosed)) return 'closed';
  return /^false$/i.test(isClosed) ? 'open' : null;
}

function open(table: Table): TableSink {
  const columns = {
    id: ['ref'],
    created: ['created_date'],
    updated: ['modified_date'],
    started: [],
    finished: ['finished_date', 'finish_date'],
    status: ['status'],
    people: { names: ['assigned_to_full_name', 'assigned_to'] },
    fields: {
      title: ['subject'],
      type: ['type'],
      priority: ['priority'],
      labels: ['tags'],
      sprint: ['sprint'],
      points: ['total-points'],
    },
  };
  return openItemTable(table, columns, () => openCategories(table, ['status'], 'closed', ['is_closed'], categoryOf));
}
