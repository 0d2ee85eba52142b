import type { JsonFormat, JsonRecords, JsonSample, JsonSink, Probe } from '../../format.ts';
import { objectOf, own, textOf } from '../../text/json/json-values.ts';
import { gitlabError, refuseAnswer } from '../shared/issue-history/answers.ts';
import { noteListedTwice, noteRoundCount } from '../shared/issue-history/list-findings.ts';
import { UNREADABLE } from '../shared/required-cells.ts';
import { gitlabTracker, readIssue } from './issue.ts';

/** Issues as GitLab's REST API lists them. */
export const gitlabIssues: JsonFormat = {
  id: 'gitlab-issues',
  name: 'GitLab issues (REST, JSON)',
  tool: 'gitlab',
  shape: 'json',
  grade: 'milestones',
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
  const wanted = ['iid', 'web_url', 'state'];
  const missing = ['iid', 'project_id', 'web_url', 'state opened or closed'];
  if (records.length === 1 && gitlabError(records[0]) !== null) {
    return { score: 'certain', matched: ['message'], missing: [] };
  }
  const issues = records.filter((record) => {
    const object = objectOf(record);
    if (!wanted.every((key) => own(object, key) !== undefined)) return false;
    return (
      own(object, 'project_id') !== undefined && /^(?:opened|closed|merged|locked)$/.test(textOf(own(object, 'state')))
    );
  });
  if (issues.length === 0 || issues.length < records.length / 2) return { score: 'no', matched: [], missing };
  return { score: 'certain', matched: ['iid', 'project_id', 'web_url', 'state'], missing: [] };
}

function open(records: JsonRecords): JsonSink {
  const { file } = records;
  const tracker = gitlabTracker(records);
  const number = tracker.numberOf(file);
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
  let count = 0;

  return {
    record(value, line) {
      count++;
      refuseAnswer(gitlabError(value), 'GitLab', file.file);
      const issue = readIssue(value, records);
      if (issue === null) {
        const title = textOf(own(objectOf(value), 'title'));
        records.reject('not-an-issue', 'Records that are no issues: they have no number', title);
        return;
      }
      if (Number.isNaN(issue.created)) {
        records.badCell('unreadable-date', UNREADABLE, textOf(own(objectOf(value), 'created_at')));
      }
      if (tracker.addIssue(issue, number, line)) file.used++;
      else {
        file.merged++;
        noteListedTwice(records, line, issue.id);
      }
    },
    end() {
      noteRoundCount(records, count, 'issues');
    },
  };
}
