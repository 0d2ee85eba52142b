import type { JsonFormat, JsonSample, Probe } from '../../../format.ts';
import { objectOf, own, textOf } from '../../../text/json/json-values.ts';
import { CHANGELOG } from '../issues/record-parts.ts';
import { ChangelogRecords } from './changelog-records.ts';
import { isEmptyAnswer, isLogEntry, issueOf, readLogPart } from './log-part.ts';

/** The changelogs of Jira issues without the issues themselves, page by page or for many issues at once. */
export const jiraChangelog: JsonFormat = {
  id: 'jira-changelog',
  name: 'Jira changelogs (REST API, JSON)',
  tool: 'jira',
  shape: 'json',
  parts: CHANGELOG,
  grade: 'full-log',
  kindEvidence: { tool: null, finishDates: null, statusToday: false },
  identity: { item: '`key`, or the number (`id`) where there is no list', statuses: null, aliases: null },
  description:
    'The whole history of issues, and nothing else of them: when they were created and what they are is in a list of the issues (their CSV export, or a search).',
  howToGet: [
    'Create an API token in your Atlassian account (on a server: a personal access token).',
    'For one issue, fetch <site>/rest/api/3/issue/ABC-1/changelog?maxResults=100, then with startAt=100, 200 … until isLast is true; save each response as a file.',
    'For many issues on Cloud, post {"issueIdsOrKeys": ["ABC-1", "ABC-2"], "maxResults": 1000} to <site>/rest/api/3/changelog/bulkfetch, then again with the nextPageToken of each response, until there is none.',
    'Give all files together, and a list of the same issues with them: pitwall report changelog-*.json issues.csv.',
  ],
  fields: {
    id: 'the issue in self; issueId (its key is in the list of the issues)',
    'from, to, at': 'entries of the field status',
    assignee: 'entries of the field assignee',
    blocked: 'entries of the field Flagged',
    'points, sprint, parent, type, priority, resolution, labels, title':
      'what entries last changed them to, where no list of the issues has them',
  },
  probe,
  open: (records) => new ChangelogRecords(records),
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
