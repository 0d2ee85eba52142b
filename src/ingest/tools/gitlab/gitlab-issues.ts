import type { LogFile } from '../../../model/log/event-log.ts';
import type { JsonFormat, JsonRecords, JsonSample, JsonSink, Probe } from '../../format.ts';
import { objectOf, own, textOf } from '../../text/json/json-values.ts';
import { IssueList, noteRoundCount, rejectNoIssue } from '../shared/issue-history/issue-list.ts';
import { probeRecords } from '../shared/probe.ts';
import { refuseAnswer } from '../shared/refuse-answer.ts';
import { gitlabTracker, readIssue } from './gitlab-issue.ts';
import { ISSUE } from './record-parts.ts';

/** Issues as GitLab's REST API lists them. */
export const gitlabIssues: JsonFormat = {
  id: 'gitlab-issues',
  name: 'GitLab issues (REST, JSON)',
  tool: 'gitlab',
  shape: 'json',
  parts: ISSUE,
  grade: 'milestones',
  kindEvidence: { tool: 'open or closed', finishDates: '`closed_at`', statusToday: true },
  identity: {
    item: '`id`, shown as project and number',
    statuses: '`id` of labels, where the list has it',
    aliases: 'where it was before a move (`moved_to_id`)',
  },
  description:
    'Issues as they are today, with the dates of their creation and last closing; the label and state events of the same project, given together with it, add the history.',
  howToGet: [
    'Create an access token with the scope read_api.',
    'Fetch <server>/api/v4/projects/<id>/issues?scope=all&per_page=100&page=1, 2, … until a page is empty, and give all pages together.',
    'For the history fetch the events of each issue, too: pitwall formats gitlab-events says how.',
  ],
  fields: {
    id: 'group/project#iid, from references.full or web_url',
    created: 'created_at',
    finished: 'closed_at, of closed issues',
    status: 'state, or labels: a scope such as workflow::…, or --map to=<label pattern>',
    title: 'title',
    type: 'issue_type, type',
    assignee: 'assignees[].name (of today)',
    labels: 'labels',
    points: 'weight',
    priority: 'a label such as priority::high',
    parent: 'epic.title',
    sprint: 'iteration.title, milestone.title',
    team: 'the project',
    url: 'web_url',
    blocked: 'labels called blocked and the like (--map blocked=<label> names others)',
  },
  probe,
  open,
};

function probe({ records }: JsonSample): Probe {
  const missing = ['iid', 'state', 'project_id, web_url or created_at'];
  if (records.length === 1 && gitlabError(records[0]) !== null) {
    return { score: 'certain', matched: ['message'], missing: [] };
  }
  const isIssue = (record: unknown) => {
    const object = objectOf(record);
    const has = (key: string) => own(object, key) !== undefined;
    // No other tool numbers its issues within a project under this key.
    return has('iid') && textOf(own(object, 'state')) !== '' && ['project_id', 'web_url', 'created_at'].some(has);
  };
  const addressed = records.some((record) => own(objectOf(record), 'web_url') !== undefined);
  return probeRecords(records, isIssue, ['iid', addressed ? 'web_url' : 'created_at', 'state'], missing);
}

function open(records: JsonRecords): JsonSink {
  const { file } = records;
  const list = new IssueList(gitlabTracker(records), records);
  describeFile(file);
  let count = 0;

  return {
    record(value, line) {
      count++;
      refuseAnswer(gitlabError(value), 'GitLab', 'an export', file.file);
      const issue = readIssue(value, records);
      if (issue === null) rejectNoIssue(records, value);
      else list.addRecord(records, issue, own(objectOf(value), 'created_at'), line);
    },
    end() {
      noteRoundCount(records, count, 'issues');
    },
  };
}

function describeFile(file: LogFile): void {
  file.assignees = 'current';
  file.mapping = {
    id: 'references.full',
    created: 'created_at',
    finished: 'closed_at',
    type: 'issue_type',
    assignee: 'assignees',
    points: 'weight',
    labels: 'labels',
    sprint: 'iteration, milestone',
  };
}

/** What GitLab answers in place of data when something is wrong: `{ "message": "404 Project Not Found" }`, `{ "error": "invalid_token", "error_description": … }`. */
function gitlabError(value: unknown): string | null {
  const object = objectOf(value);
  if (object === null || Object.keys(object).length > 3) return null;
  const message = textOf(own(object, 'message'));
  if (/^\d{3} /.test(message)) return message;
  const description = textOf(own(object, 'error_description'));
  return textOf(own(object, 'error')) !== '' && description !== '' ? description : null;
}
