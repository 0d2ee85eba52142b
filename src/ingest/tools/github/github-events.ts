import type { JsonFormat, JsonRecords, JsonSample, JsonSink, Probe } from '../../format.ts';
import { type JsonObject, objectOf, own, textOf } from '../../text/json/json-values.ts';
import { hasNextPage, noteNextPage } from '../shared/issue-history/answers.ts';
import type { IssueSnapshot } from '../shared/issue-history/issue-log.ts';
import { isRoundCount, noteRoundCount } from '../shared/issue-history/list-findings.ts';
import { UNREADABLE } from '../shared/required-cells.ts';
import { isEvent, issueOf, kindOf, readEvent } from './event.ts';
import { hasEvents } from './github-issues.ts';
import { displayId, either, keyOf, listOf, readIssue } from './issue.ts';
import { githubTracker } from './tracker.ts';

/** What happened to issues: events of a repository, or issues with their timeline inside. */
export const githubEvents: JsonFormat = {
  id: 'github-events',
  name: 'GitHub issue events (REST or GraphQL, JSON)',
  tool: 'github',
  shape: 'json',
  grade: 'full-log',
  description:
    'Every closing, reopening, label, assignment and project status with its time; where labels or a project hold the status, the full history of it.',
  howToGet: [
    'Fetch the events of the repository, all pages: gh api --paginate "repos/<owner>/<repo>/issues/events?per_page=100" > events.json. Each names its issue.',
    'Fetch the issues, too (pitwall formats github-issues), and give both files together.',
    'Where a project holds the status: REST tells that it changed, and not to what. Fetch through GraphQL: repository.issues.nodes { number url createdAt closedAt state title timelineItems(first: 100, itemTypes: [CLOSED_EVENT, REOPENED_EVENT, LABELED_EVENT, UNLABELED_EVENT, ASSIGNED_EVENT, UNASSIGNED_EVENT, PROJECT_V2_ITEM_STATUS_CHANGED_EVENT]) { nodes { __typename … createdAt } } }.',
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
  open,
};

function probe({ records }: JsonSample): Probe {
  const missing = ['event', 'actor', 'created_at'];
  const events = records.filter((record) => isEvent(record) || hasEvents(record)).length;
  if (events === 0 || events < records.length / 2) return { score: 'no', matched: [], missing };
  return {
    score: 'certain',
    matched: records.some(hasEvents) ? ['timeline events'] : ['event', 'created_at'],
    missing: [],
  };
}

interface Where {
  key: string;
  id: string;
  scope: string;
  isPull: boolean;
}

function open(records: JsonRecords): JsonSink {
  const { file } = records;
  const tracker = githubTracker(records);
  const number = tracker.numberOf(file);
  file.assignees = 'full';
  file.mapping = { id: 'issue', at: 'created_at', to: 'event', assignee: 'assigned, unassigned', blocked: 'labels' };
  /** The oldest event of each repository, of those that name their issue: only the events of a whole repository do. */
  const oldest = new Map<string, number>();
  let count = 0;
  let issues = 0;

  return {
    record(value, line) {
      if (hasEvents(value)) takeIssue(value, line);
      else {
        count++;
        const event = objectOf(value) ?? {};
        const issue = readIssue(own(event, 'issue'), records, '');
        const where = issue ?? addressed(event);
        if (issue !== null) tracker.addHint(issue, number, line);
        takeEvent(event, where, line);
        const at = records.instant(either(event, 'created_at'));
        if (issue !== null && !Number.isNaN(at)) {
          oldest.set(issue.scope, Math.min(at, oldest.get(issue.scope) ?? at));
        }
      }
    },
    end() {
      if (hasNextPage(records.wrapper)) noteNextPage(records, `${issues} issues`);
      const isCapped = isRoundCount(count);
      for (const [scope, at] of oldest) tracker.addCoverage(scope, isCapped ? at : Number.NEGATIVE_INFINITY);
      // A repository's events come newest first, those of one issue oldest first.
      noteRoundCount(records, count, `events: the ${oldest.size > 0 ? 'oldest' : 'newest'} may be missing`);
    },
  };

  /** An issue with its events inside: the issue is a row, and each event. */
  function takeIssue(value: unknown, line: number): void {
    const object = objectOf(value) as JsonObject;
    const events = ['timelineItems', 'timeline', 'events'].flatMap((key) => listOf(own(object, key)));
    records.holds(events.length + 1);
    issues++;
    const issue = readIssue(object, records, textOf(own(objectOf(records.wrapper), 'repo')));
    if (issue === null) {
      records.reject('not-an-issue', 'Records that are no issues: they have no number', textOf(own(object, 'title')));
    } else if (tracker.addIssue(issue, number, line)) file.used++;
    else file.merged++;
    for (const event of events) takeEvent(objectOf(event) ?? {}, issue, line);
    if (hasNextPage(own(object, 'timelineItems'))) noteNextPage(records, `events of ${issue?.id ?? 'an issue'}`);
  }

  function takeEvent(event: JsonObject, where: Where | IssueSnapshot | null, line: number): void {
    const kind = kindOf(event);
    const written = either(event, 'created_at');
    const read = readEvent(event);
    if (read === 'nothing') {
      records.reject('other-field', 'Events that say nothing about flow (mentions, references, names …)', kind);
      return;
    }
    if (where === null) {
      records.reject(
        'no-issue-number',
        'Events that do not say which issue they are of: files of a single issue’s events never do',
        `${kind} ${textOf(written)}`,
      );
      return;
    }
    if (read === 'no-names') {
      records.reject(
        'status-not-named',
        'Changes of a project’s status without the status: REST does not tell it, GraphQL does',
        `${where.id} ${textOf(written)}`,
      );
      return;
    }
    const at = records.instant(written);
    if (Number.isNaN(at)) {
      records.reject('unreadable-date', UNREADABLE, textOf(written));
      return;
    }
    const id = textOf(own(event, 'id')) || textOf(own(event, 'node_id'));
    // GraphQL can be asked without ids: then what an event says tells it from others.
    const key = `${where.key} ${id || JSON.stringify([at, read])}`;
    if (tracker.knows(key)) {
      file.merged++;
      return;
    }
    file.used++;
    tracker.addEvent({ ...read, at, id, file: number, line }, where.key, where.id, where.scope, where.isPull);
  }
}

function addressed(event: JsonObject): Where | null {
  const address = issueOf(event);
  if (address === null) return null;
  const { repository, number, isPull } = address;
  return {
    key: keyOf(repository, number),
    id: displayId(repository, number),
    scope: repository.toLowerCase(),
    isPull,
  };
}
