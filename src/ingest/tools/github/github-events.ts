import type { JsonFormat, JsonSample, Probe } from '../../format.ts';
import { probeRecords } from '../shared/probe.ts';
import { EventRecords } from './event-records.ts';
import { isEvent } from './github-event.ts';
import { hasEvents } from './github-issues.ts';
import { EVENT } from './record-parts.ts';

/** What happened to issues: events of a repository, or issues with their timeline inside. */
export const githubEvents: JsonFormat = {
  id: 'github-events',
  name: 'GitHub issue events (REST or GraphQL, JSON)',
  tool: 'github',
  shape: 'json',
  parts: EVENT,
  grade: 'full-log',
  kindEvidence: { tool: 'open or closed', finishDates: '`closed_at` of issues that are there', statusToday: true },
  identity: {
    item: 'repository and number',
    statuses: null,
    aliases: 'where it was before a transfer (`transferred`): the issue of the same creation and title there',
  },
  description:
    'Every closing, reopening, label, assignment and project status with its time; where labels or a project hold the status, the full history of it.',
  howToGet: [
    'Fetch the events of the repository, all pages: gh api --paginate "repos/<owner>/<repo>/issues/events?per_page=100" > events.json. Each names its issue.',
    'Fetch the issues, too (pitwall formats github-issues), and give both files together.',
    'Where a project holds the status: REST says that it changed, and not to what. Fetch through GraphQL: repository.issues.nodes { number url createdAt closedAt state title timelineItems(first: 100, itemTypes: [CLOSED_EVENT, REOPENED_EVENT, LABELED_EVENT, UNLABELED_EVENT, ASSIGNED_EVENT, UNASSIGNED_EVENT, PROJECT_V2_ITEM_STATUS_CHANGED_EVENT]) { nodes { __typename … createdAt } } }.',
  ],
  fields: {
    id: 'owner/repo#number of issue, or of the issue around the events',
    at: 'created_at, createdAt',
    'from, to': 'closed and reopened; labeled and unlabeled; the status of a project',
    status: '--map to=<state|project|label pattern> chooses among these',
    assignee: 'assigned and unassigned',
    blocked: 'labels called blocked and the like (--map blocked=<label> names others)',
    resolution: 'state_reason of closed',
    created: 'issue.created_at',
  },
  probe,
  open: (records) => new EventRecords(records),
};

function probe({ records }: JsonSample): Probe {
  const marks = records.some(hasEvents) ? ['timeline events'] : ['event', 'created_at'];
  return probeRecords(records, (record) => isEvent(record) || hasEvents(record), marks, [
    'event',
    'actor',
    'created_at',
  ]);
}
