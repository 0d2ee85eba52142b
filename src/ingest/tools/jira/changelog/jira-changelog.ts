import { PitwallError } from '../../../../model/errors.ts';
import type { JsonFormat, JsonRecords, JsonSample, JsonSink, Probe } from '../../../format.ts';
import { objectOf, own, textOf } from '../../../text/json/json-values.ts';
import { UNREADABLE } from '../../shared/required-cells.ts';
import { isChangedField } from '../issues/changed-fields.ts';
import { readEntries } from '../issues/entries.ts';
import { jiraIssues } from '../issues/jira-issues.ts';
import { UnusedChanges } from '../issues/unused-changes.ts';
import { isLogEntry, issueOf, type LogPart, named, numberOf, readLogPart } from './log-part.ts';

/** The changelogs of Jira issues without the issues themselves, page by page or for many issues at once. */
export const jiraChangelog: JsonFormat = {
  id: 'jira-changelog',
  name: 'Jira changelogs (REST API, JSON)',
  tool: 'jira',
  shape: 'json',
  grade: 'full-log',
  description:
    'The whole history of issues, and nothing else of them: when they were created and what they are, a list of the issues tells (their CSV export, or a search).',
  howToGet: [
    'Create an API token in your Atlassian account (on a server: a personal access token).',
    'For one issue, fetch <site>/rest/api/3/issue/ABC-1/changelog?maxResults=100, then with startAt=100, 200 … until isLast is true; save each response as a file.',
    'For many issues on Cloud, post {"issueIdsOrKeys": ["ABC-1", "ABC-2"], "maxResults": 1000} to <site>/rest/api/3/changelog/bulkfetch, then again with the nextPageToken of each response, until there is none.',
    'Give all files together, and a list of the same issues with them: pitwall report changelog-*.json issues.csv.',
  ],
  fields: {
    id: 'the issue in self; issueId (the list of the issues tells its key)',
    'from, to, at': 'entries of the field status',
    assignee: 'entries of the field assignee',
    blocked: 'entries of the field Flagged',
    'points, sprint, parent, type, priority, resolution, labels, title':
      'what entries last changed them to, where no list of the issues tells',
  },
  probe,
  open,
};

function probe({ records, wrapper }: JsonSample): Probe {
  const parts = records.filter((record) => readLogPart(record) !== null && !hasFields(record)).length;
  if (parts >= records.length / 2 && parts > 0) return certain('self or issueId', 'a changelog');
  if (isEmptyAnswer(records[0])) return certain('issueChangeLogs');
  const entries = records.filter(isLogEntry).length;
  if (entries < records.length / 2 || entries === 0) {
    return { score: 'no', matched: [], missing: ['self or issueId', 'changelog entries (items[].field, fromString)'] };
  }
  return wrapper !== null && issueOf(textOf(own(wrapper, 'self'))) !== ''
    ? certain('self', 'items[].field')
    : certain('items[].field');
}

function certain(...matched: string[]): Probe {
  return { score: 'certain', matched, missing: [] };
}

/** An issue with its fields is more than its changelog. */
function hasFields(record: unknown): boolean {
  return objectOf(own(objectOf(record), 'fields')) !== null;
}

/** What a bulk fetch answers where there is nothing. */
function isEmptyAnswer(record: unknown): boolean {
  const logs = own(objectOf(record), 'issueChangeLogs');
  return Array.isArray(logs) && logs.length === 0;
}

function open(records: JsonRecords): JsonSink {
  const { log, file } = records;
  const issues = jiraIssues(records);
  const unused = new UnusedChanges();
  /** Entries whose issue stands around them: known for sure at the end of the file. */
  const loose: unknown[] = [];
  let count = 0;
  file.assignees = 'full';
  file.mapping = { id: 'self or issueId', at: 'created', from: 'items[].fromString', to: 'items[].toString' };

  return {
    record(value, line) {
      count++;
      const part = readLogPart(value);
      if (part !== null && part.key + part.number !== '') takePart(part, line);
      else if (isLogEntry(value)) loose.push(value);
      else if (isEmptyAnswer(value)) file.used++;
      else
        records.reject(
          'not-a-changelog',
          'Records that are no part of a changelog',
          textOf(own(objectOf(value), 'key')),
        );
    },
    end() {
      if (loose.length > 0) takeLoose();
      const { wrapper } = records;
      const token = own(wrapper, 'nextPageToken');
      const more = typeof token === 'string' && token !== '';
      if (wrapper !== null && loose.length === 0) {
        issues.logPages.add({ file, start: 0, count, total: Number.NaN, more });
      }
      unused.account(file);
    },
  };

  function takePart(part: LogPart, line: number): void {
    const { key, number, entries, start, total } = part;
    const item = key === '' ? issues.numbers.itemOfNumber(number) : issues.numbers.item(key, number);
    if (key === '') issues.givesNumbers(file);
    if (entries.length === 0) {
      // A page without entries tells that there are none.
      file.used++;
      if (!issues.isComplete(item)) issues.historyOf(item, file, line).noteStretch(start, 0, total, Number.NaN);
      return;
    }
    records.holds(entries.length);
    takeEntries(item, entries, start, total, line);
  }

  function takeEntries(item: number, entries: readonly unknown[], start: number, total: number, line: number): void {
    const { rejected } = file;
    const read = readEntries(entries, records, (text) => records.reject('unreadable-date', UNREADABLE, text));
    const good = entries.length - (file.rejected - rejected);
    // An issue that came with all of its history has these already.
    const fresh = issues.isComplete(item) ? 0 : issues.writeEntries(item, read, file, line);
    file.used += fresh;
    file.merged += good - fresh;
    if (fresh > 0)
      for (const change of read.flatMap(({ changes }) => changes))
        if (!isChangedField(change.field)) unused.note(change);
    if (issues.isComplete(item)) return;
    issues.historyOf(item, file, line).noteStretch(start, entries.length, total, read[0]?.at ?? Number.NaN);
  }

  function takeLoose(): void {
    const { wrapper } = records;
    const issue = issueOf(textOf(own(wrapper, 'self')));
    const total = numberOf(own(wrapper, 'total'));
    if (issue === '' || loose.length > total) {
      throw new PitwallError(
        'no-issue',
        issue === ''
          ? 'it holds changelog entries, and nothing says of which issue'
          : 'it holds the changelogs of several issues, and nothing says which entry is whose',
        file.file,
        'Save each response of /issue/{key}/changelog whole, as a file: its "self" names the issue.',
      );
    }
    const { key, number } = named(issue);
    const item = key === '' ? issues.numbers.itemOfNumber(number) : issues.numbers.item(key, '');
    if (key === '') issues.givesNumbers(file);
    log.upgradeGrade(item, 'full-log');
    takeEntries(item, loose, numberOf(own(wrapper, 'startAt')), total, 1);
  }
}
