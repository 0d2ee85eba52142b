import type { JsonFormat, JsonSample, Probe } from '../../../format.ts';
import { probeRecords } from '../../shared/probe.ts';
import { ISSUE } from '../issues/record-parts.ts';
import { errorMessages, isJiraIssue, readIssue } from './jira-issue.ts';
import { RestRecords } from './rest-records.ts';
import { FIELD_PATHS } from './snapshot.ts';

/** Issues as Jira's REST API gives them, with or without their changelog. */
export const jiraRest: JsonFormat = {
  id: 'jira-rest',
  name: 'Jira REST API (JSON)',
  tool: 'jira',
  shape: 'json',
  parts: ISSUE,
  grade: 'full-log',
  kindEvidence: {
    tool: "the status's category (`statusCategory`), of today's status alone",
    finishDates: '`resolutiondate`',
    statusToday: true,
  },
  identity: {
    item: '`key`',
    statuses: '`id` of the status',
    aliases: '`id`, and the keys of moves in the changelog (`Key`)',
  },
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
  open: (records) => new RestRecords(records),
};

function probe({ records, wrapper }: JsonSample): Probe {
  if ([wrapper, ...records].some((value) => errorMessages(value) !== null)) {
    return { score: 'certain', matched: ['errorMessages'], missing: [] };
  }
  const withLog = records.some((record) => readIssue(record)?.histories != null);
  const marks = ['key', 'fields.status', ...(withLog ? ['changelog.histories'] : [])];
  return probeRecords(records, isJiraIssue, marks, ['key', 'fields.status', 'fields.issuetype']);
}
