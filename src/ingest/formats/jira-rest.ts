import type { JsonFormat, JsonRecords, JsonSample, JsonSink, Probe } from '../format.ts';
import { CustomFields } from './jira-rest/custom-fields.ts';
import { currentStatus, HistoryWriter } from './jira-rest/history-writer.ts';
import { errorMessages, type Issue, isJiraIssue, readIssue } from './jira-rest/issue.ts';
import { objectOf, own, textOf } from './jira-rest/json.ts';
import { Users } from './jira-rest/names.ts';
import { notePages, refuseError } from './jira-rest/pages.ts';
import { FIELD_PATHS, mappedPaths, writeSnapshot } from './jira-rest/snapshot.ts';

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
    'Create an API token in your Atlassian account (on a server: a personal access token).',
    'Fetch <site>/rest/api/2/search?jql=project=ABC&expand=changelog,names&maxResults=100 (on Cloud: /rest/api/3/search/jql with fields=*all), page by page.',
    'Save each response as a file and give them all together.',
  ],
  fields: {
    id: 'key',
    created: 'fields.created',
    'from, to, at': 'changelog.histories[].items[] of the field status',
    finished: 'fields.resolutiondate (without changelog)',
    assignee: 'changelog items of the field assignee, fields.assignee',
    blocked: 'changelog items of the field Flagged',
    points: 'Story Points or Story point estimate',
    sprint: 'the sprint field',
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
  const users = new Users();
  const custom = new CustomFields();
  const histories = new HistoryWriter(records, users, custom);
  const seen = new Set<number>();
  let withLog = 0;
  let count = 0;
  // Whether the past of its assignees is known is each issue's own matter.
  file.assignees = 'current';
  file.mapping = {
    id: 'key',
    status: 'fields.status.name',
    created: 'fields.created',
    ...FIELD_PATHS,
    ...Object.fromEntries(mappedPaths(records.options)),
  };

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
      const item = log.item(issue.key);
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
      for (const [field, ids] of custom.write(log)) file.mapping[field] = ids.map((id) => `fields.${id}`).join(', ');
      notePages(records, count);
      account();
    },
  };

  function writeIssue(item: number, issue: Issue, line: number): void {
    const written = own(issue.fields, 'created');
    const created = records.instant(written);
    if (Number.isNaN(created)) records.badCell('unreadable-date', 'Cells that are no dates', textOf(written));
    log.creation(item, created);
    const status = currentStatus(issue);
    if (status !== '') log.currentStatus.set(item, log.statuses.id(status));
    const assignee = users.ofObject(own(issue.fields, 'assignee'));
    if (assignee !== '') log.currentPeople.set(item, log.people.id([assignee]));
    writeSnapshot(records, item, issue, custom);
    custom.keep(item, issue);
    if (issue.histories === null) writeMilestones(item, issue);
    else {
      withLog++;
      log.assigneesKnown.set(item, 1);
      histories.write(item, issue, created, line);
    }
  }

  function writeMilestones(item: number, issue: Issue): void {
    log.gradeHere(item, 'milestones');
    const category = objectOf(own(objectOf(own(issue.fields, 'status')), 'statusCategory'));
    const resolved = records.instant(own(issue.fields, 'resolutiondate'));
    // Teams that use no resolutions have the day on which the status became one of the done ones.
    const done =
      own(category, 'key') === 'done' ? records.instant(own(issue.fields, 'statuscategorychangedate')) : Number.NaN;
    log.milestones(item, Number.NaN, Number.isNaN(resolved) ? done : resolved);
  }

  function account(): void {
    if (withLog > 0) file.assignees = 'full';
    if (withLog === 0) file.grade = 'milestones';
    if (withLog < seen.size) {
      file.notes.push(
        `${seen.size - withLog} of ${seen.size} issues have no changelog: of these only the dates of creation and resolution are known. Fetch with expand=changelog.`,
      );
    }
    const unused = [...histories.unused].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
    if (unused.length > 0) {
      const listed = unused.slice(0, 8).map(([field, times]) => `${field} ${times}`);
      file.notes.push(
        `Changes of fields that make no timeline were left out: ${listed.join(', ')}${unused.length > 8 ? ', …' : ''}.`,
      );
    }
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
