import type { StatusCategory } from '../../../model/workflow/status-category.ts';
import type { Table, TableFormat, TableSample, TableSink } from '../../format.ts';
import { openItemTable } from '../shared/item-table/item-table.ts';
import { probeColumns } from '../shared/probe.ts';

/** The statuses that Zendesk has, which no account can change: pending and on hold wait for somebody else. */
const STATUSES: readonly (readonly [status: string, category: StatusCategory])[] = [
  ['new', 'todo'],
  ['open', 'active'],
  ['pending', 'waiting'],
  ['hold', 'waiting'],
  ['solved', 'done'],
  ['closed', 'done'],
];

/** Tickets as Zendesk's API gives them. */
export const zendeskTickets: TableFormat = {
  id: 'zendesk-tickets',
  name: 'Zendesk tickets (JSON)',
  tool: 'zendesk',
  shape: 'table',
  grade: 'milestones',
  kindEvidence: { tool: 'its statuses, which are fixed', finishDates: '`metric_set.solved_at`', statusToday: true },
  identity: { item: '`id`', statuses: null, aliases: null },
  description:
    'Tickets with their creation, their solution (if the metric sets were fetched with them) and their status of today; it cannot tell the statuses in between. People are the numbers of their accounts.',
  howToGet: [
    'Fetch https://<account>.zendesk.com/api/v2/tickets.json?include=metric_sets&per_page=100, page by page (next_page), and save each answer as a file.',
    'Give all files together. Tickets that were closed long ago may be archived: the incremental export has them, /api/v2/incremental/tickets.json?start_time=0&include=metric_sets.',
  ],
  fields: {
    id: 'id',
    created: 'created_at',
    finished: 'metric_set.solved_at',
    status: 'status (of today)',
    assignee: 'assignee_id (of today)',
    title: 'subject',
    type: 'type',
    priority: 'priority',
    labels: 'tags',
    team: 'group_id',
    url: 'url',
  },
  probe: (sample: TableSample) =>
    probeColumns(sample, [['id'], ['status'], ['created_at'], ['requester_id'], ['submitter_id'], ['group_id']]),
  open,
};

function open(table: Table): TableSink {
  for (const [status, category] of STATUSES) table.log.categorize(status, category);
  return openItemTable(table, {
    id: ['id'],
    created: ['created_at'],
    started: [],
    finished: ['metric_set.solved_at'],
    status: ['status'],
    people: { names: ['assignee_id'] },
    fields: {
      title: ['subject'],
      type: ['type'],
      priority: ['priority'],
      labels: ['tags'],
      team: ['group_id'],
      url: ['url'],
    },
  });
}
