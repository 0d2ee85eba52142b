import type { LogFile } from '../../../model/log/event-log.ts';
import type { JsonFormat, JsonRecords, JsonSample, JsonSink, Probe } from '../../format.ts';
import { objectOf, own, textOf } from '../../text/json/json-values.ts';
import { hasNextPage } from '../shared/graphql.ts';
import { IssueList, noteRoundCount, rejectNoIssue } from '../shared/issue-history/issue-list.ts';
import { noteMorePages } from '../shared/json-rows.ts';
import { probeRecords } from '../shared/probe.ts';
import { refuseAnswer } from '../shared/refuse-answer.ts';
import { isEvent } from './github-event.ts';
import { addressOf, either, githubTracker, listOf, readIssue } from './github-issue.ts';
import { ISSUE } from './record-parts.ts';

/** Issues as a list gives them, through the REST API or with `gh`. */
export const githubIssues: JsonFormat = {
  id: 'github-issues',
  name: 'GitHub issues (REST or gh, JSON)',
  tool: 'github',
  shape: 'json',
  parts: ISSUE,
  grade: 'milestones',
  kindEvidence: { tool: 'open or closed, and why (`state_reason`)', finishDates: '`closed_at`', statusToday: true },
  identity: {
    item: 'repository and number',
    statuses: '`id` of labels',
    aliases: 'where it was before a transfer, as the events tell',
  },
  description:
    'Issues as they are today, with the dates of their creation and last closing; the events of the same repository, given together with it, add the history.',
  howToGet: [
    'With the gh tool: gh issue list --repo <owner>/<repo> --state all --limit 10000 --json number,title,state,stateReason,createdAt,closedAt,updatedAt,labels,assignees,milestone,projectItems,url > issues.json (without --limit it stops at 30).',
    'Or through the REST API: gh api --paginate "repos/<owner>/<repo>/issues?state=all&per_page=100" > issues.json (pull requests are among them, and are left out).',
    'For the history fetch the events, too: pitwall formats github-events says how. Give both files together.',
  ],
  fields: {
    id: 'owner/repo#number, from html_url or url',
    created: 'created_at, createdAt',
    finished: 'closed_at, closedAt, of closed issues',
    status: 'state, or --map to=<label pattern|project>',
    title: 'title',
    type: 'type.name; Pull request for pull requests; else a label type: …',
    assignee: 'assignees[].login (of today)',
    labels: 'labels[].name',
    points: 'a label such as points: 3',
    priority: 'a label such as priority: high, or P1',
    resolution: 'state_reason, stateReason',
    sprint: 'milestone.title',
    team: 'the repository',
    url: 'html_url, url',
    blocked: 'labels called blocked and the like (--map blocked=<label> names others)',
  },
  probe,
  open,
};

function probe({ records }: JsonSample): Probe {
  const missing = ['number', 'state', 'created_at or createdAt', 'the address of an issue'];
  if (records.some((record) => githubError(record) !== null)) {
    return { score: 'certain', matched: ['message', 'documentation_url'], missing: [] };
  }
  const addressed = records.some((record) => isIssue(record) && own(objectOf(record), 'html_url') !== undefined);
  return probeRecords(records, isIssue, ['number', 'state', addressed ? 'html_url' : 'createdAt'], missing);
}

/** True for what is beyond doubt an issue of GitHub, or of a tool with the same interface. */
function isIssue(value: unknown): boolean {
  const object = objectOf(value);
  if (object === null || isEvent(object) || hasEvents(value)) return false;
  if (!/^\d+$/.test(textOf(own(object, 'number')))) return false;
  const state = textOf(own(object, 'state'));
  const address = addressOf(own(object, 'html_url')) ?? addressOf(own(object, 'url'));
  const isEnded = own(object, 'closed_at') !== undefined && own(object, 'title') !== undefined;
  if (own(object, 'created_at') !== undefined) return state !== '' && (address !== null || isEnded);
  return own(object, 'createdAt') !== undefined && (address !== null || /^(?:OPEN|CLOSED|MERGED)$/.test(state));
}

/** True for an issue with its events inside: it belongs to the other format. */
export function hasEvents(value: unknown): boolean {
  const object = objectOf(value);
  return ['timelineItems', 'timeline', 'events'].some((key) => listOf(own(object, key)).some(isEvent));
}

function open(records: JsonRecords): JsonSink {
  const { file } = records;
  const list = new IssueList(githubTracker(records), records);
  describeFile(file);
  let count = 0;
  let withoutRepository = 0;

  return {
    record(value, line) {
      count++;
      refuseAnswer(githubError(value), 'GitHub', 'an export', file.file);
      const issue = readIssue(value, records, textOf(own(objectOf(records.wrapper), 'repo')));
      if (issue === null) rejectNoIssue(records, value);
      else {
        if (issue.scope === '') withoutRepository++;
        list.addRecord(records, issue, either(objectOf(value), 'created_at'), line);
      }
    },
    end() {
      noteLeftOut(records, withoutRepository);
      if (hasNextPage(records.wrapper)) noteMorePages(records, `${count} issues`);
      noteRoundCount(records, count, 'issues');
    },
  };
}

function describeFile(file: LogFile): void {
  file.assignees = 'current';
  file.mapping = {
    id: 'owner/repo#number',
    created: 'created_at',
    finished: 'closed_at',
    assignee: 'assignees',
    resolution: 'state_reason',
    labels: 'labels',
    sprint: 'milestone',
  };
}

function noteLeftOut({ wrapper, file }: JsonRecords, withoutRepository: number): void {
  const pulls = listOf(own(objectOf(wrapper), 'pulls'));
  if (pulls.length > 0) {
    file.notes.push(`Pull requests are in a list of their own in the file, which was not read: ${pulls.length}.`);
  }
  if (withoutRepository > 0) {
    file.notes.push(
      'The file names no repository, so that the ids are numbers alone; ask gh for url to keep repositories apart.',
    );
  }
}

/** What GitHub answers in place of data when something is wrong; null if this is no such answer. */
function githubError(value: unknown): string | null {
  const object = objectOf(value);
  const message = textOf(own(object, 'message'));
  return message !== '' && own(object, 'documentation_url') !== undefined ? message : null;
}
