import type { JsonFormat, JsonRecords, JsonSample, JsonSink, Probe } from '../../../format.ts';
import { objectOf, own, textOf } from '../../../text/json/json-values.ts';
import type { Change } from '../issues/entries.ts';
import { readEntries } from '../issues/entries.ts';
import { jiraIssues } from '../issues/jira-issues.ts';
import { UnusedChanges } from '../issues/unused-changes.ts';
import { CustomFields } from './custom-fields.ts';
import { writeHistory } from './inline-history.ts';
import { currentStatus, errorMessages, type Issue, isDone, isJiraIssue, readIssue } from './issue.ts';
import { notePages, refuseError } from './pages.ts';
import { FIELD_PATHS, mappedPaths, SnapshotWriter } from './snapshot.ts';

/** Issues as Jira's REST API gives them, with or without their changelog. */
export const jiraRest: JsonFormat = {
  id: 'jira-rest',
  name: 'Jira REST API (JSON)',
  tool: 'jira',
  shape: 'json',
  grade: 'full-log',
  description:
    'Issues of a search or one by one; with their changelog the full history of status, assignee and flag, without it the dates of creation and resolution.',
  howToGet: [
    'On Cloud, create an API token: account settings, Security, Create API token. On a server: your profile, Personal Access Tokens.',
    'On a server, fetch <site>/rest/api/2/search?jql=project=ABC&expand=changelog,names&maxResults=100, with startAt=0, 100, 200 … until startAt has passed the total.',
    'On Cloud, fetch <site>/rest/api/3/search/jql?jql=project=ABC&fields=*all&expand=changelog,names&maxResults=100, then again with the nextPageToken of each response, until there is none.',
    'Save each response as a file and give them all together: pitwall report page-*.json.',
    'If the finding cut-history says that long changelogs are cut short, fetch those issues as jira-changelog and give both.',
  ],
  fields: {
    id: 'key',
    created: 'fields.created',
    'from, to, at': 'changelog.histories[].items[] of the field status',
    finished: 'fields.resolutiondate (without changelog)',
    assignee: 'changelog items of the field assignee, fields.assignee',
    blocked: 'changelog items of the field Flagged; of today: the flag field',
    points: 'Story Points or Story point estimate',
    sprint: 'the sprint field (the last sprint)',
    sprints: 'the sprint field (all sprints)',
    url: 'self',
    ...FIELD_PATHS,
  },
  probe,
  open,
};

function probe(sample: JsonSample): Probe {
  if ([sample.wrapper, ...sample.records].some((value) => errorMessages(value) !== null)) {
    return { score: 'certain', matched: ['errorMessages'], missing: [] };
  }
  const issues = sample.records.filter(isJiraIssue).length;
  if (issues === 0 || issues < sample.records.length / 2) {
    return { score: 'no', matched: [], missing: ['key', 'fields.status', 'fields.issuetype'] };
  }
  const withLog = sample.records.some((record) => readIssue(record)?.histories != null);
  const matched = ['key', 'fields.status', ...(withLog ? ['changelog.histories'] : [])];
  return { score: 'certain', matched, missing: [] };
}

function open(records: JsonRecords): JsonSink {
  const { log, file } = records;
  const issues = jiraIssues(records);
  const custom = new CustomFields();
  const snapshot = new SnapshotWriter(records, custom);
  const unused = new UnusedChanges();
  const seen = new Set<number>();
  let withLog = 0;
  let count = 0;
  // Whether the past of its assignees is known is each issue's own matter.
  file.assignees = 'current';
  file.mapping = { id: 'key', status: 'fields.status.name', created: 'fields.created' };

  return {
    record(value, line) {
      count++;
      refuseError(value, file.file);
      const issue = readIssue(value);
      if (issue === null) {
        records.reject(
          'not-an-issue',
          'Records that are no issues: they have no key or no fields',
          textOf(own(objectOf(value), 'key')),
        );
        return;
      }
      const item = issues.numbers.item(issue.key, issue.number);
      if (seen.has(item)) {
        file.merged++;
        noteDuplicate(records, issue, line);
        return;
      }
      seen.add(item);
      file.used++;
      if (count === 1) custom.learn(records.wrapper);
      custom.learn(issue.object);
      writeIssue(item, issue, line);
    },
    end() {
      refuseError(records.wrapper, file.file);
      custom.learn(records.wrapper);
      for (const [field, path] of snapshot.end()) file.mapping[field] = path;
      Object.assign(file.mapping, Object.fromEntries(mappedPaths(records.options)));
      notePages(records, count, issues.issuePages);
      account();
    },
  };

  function writeIssue(item: number, issue: Issue, line: number): void {
    const created = instantOf(issue, 'created');
    const updated = records.instant(own(issue.fields, 'updated'));
    const resolved = records.instant(own(issue.fields, 'resolutiondate'));
    const done = isDone(issue);
    // Teams that use no resolutions have the day on which the status became one of the done ones.
    const since = done === true ? records.instant(own(issue.fields, 'statuscategorychangedate')) : Number.NaN;
    const finished = Number.isNaN(resolved) ? since : resolved;
    const reopened = done === false && !Number.isNaN(resolved);
    if (issues.dates.isLatest(item, updated, file)) writeToday(item, issue);
    const tellsFinish = Object.hasOwn(issue.fields, 'resolutiondate') || done !== null;
    const started = Number.NaN;
    issues.dates.note(item, { file, line, created, started, finished, tellsFinish, updated, exact: true, reopened });
    if (issue.histories === null) return;
    withLog++;
    const entries = readEntries(issue.histories, records);
    for (const change of entries.flatMap(({ changes }) => changes)) learn(item, change);
    writeHistory(issues, records, { item, issue, entries, created, line });
  }

  function writeToday(item: number, issue: Issue): void {
    const status = currentStatus(issue);
    if (status !== '') log.currentStatus.set(item, log.statuses.id(status));
    const assignee = issues.changes.users.ofObject(own(issue.fields, 'assignee'));
    if (assignee !== '') log.currentPeople.set(item, log.people.id([assignee]));
    snapshot.write(item, issue);
  }

  function instantOf(issue: Issue, field: string): number {
    const written = own(issue.fields, field);
    const at = records.instant(written);
    if (Number.isNaN(at)) records.badCell('unreadable-date', 'Cells that are no dates', textOf(written));
    return at;
  }

  function learn(item: number, change: Change): void {
    custom.learnChange(change);
    unused.note(change);
    issues.noteChanged(item, change, 0);
  }

  function account(): void {
    if (withLog > 0) file.assignees = 'full';
    if (withLog === 0) file.grade = 'milestones';
    if (withLog < seen.size) {
      file.notes.push(
        `${seen.size - withLog} of ${seen.size} issues have no changelog: of these only the dates of creation and resolution are known. Fetch with expand=changelog.`,
      );
    }
    unused.account(file);
  }
}

function noteDuplicate(records: JsonRecords, issue: Issue, line: number): void {
  records.log.findings.add(
    'duplicate-item',
    () => ({
      weight: 'warning',
      message: 'Issues that stand in the file more than once: the first counts',
      cure: 'Nothing to do if pages overlap; otherwise export each issue once.',
    }),
    { file: records.file.file, line, item: issue.key },
  );
}
