import type { Probe, Table, TableFormat, TableSample, TableSink } from '../../../format.ts';
import { jiraIssues } from '../issues/jira-issues.ts';
import { openFields } from './field-rows.ts';
import { openHistory } from './history-rows.ts';
import { openIssues } from './issue-rows.ts';
import { KINDS, kindOf } from './kinds.ts';

/** The files that the data pipeline of Jira Data Center writes: the issues and, in another file, their history. */
export const jiraPipeline: TableFormat = {
  id: 'jira-pipeline',
  name: 'Jira Data Center data pipeline (CSV)',
  tool: 'jira',
  shape: 'table',
  grade: 'full-log',
  description:
    'The history of issues and the list of them, each a file of its own: together they tell all, the list alone the dates of creation and resolution, the history alone no creation.',
  howToGet: [
    'As an administrator of Jira Data Center, open Administration, System, Data pipeline, and start an export.',
    'Take issues_….csv and issue_history_….csv from the folder of the export (<shared home>/data-pipeline/export/<job>); issue_fields_….csv, where there is one, has the story points.',
    'Give them together: pitwall report issues_*.csv issue_history_*.csv issue_fields_*.csv.',
  ],
  fields: {
    id: 'key of the issues; issue_id = id joins the files',
    created: 'created_date of the issues',
    finished: 'resolution_date of the issues (without their history)',
    'from, to, at': 'from_string, to_string and created_date of the history, where field is status',
    assignee: 'history rows of the field assignee; assignee_name or assignee_id of the issues',
    blocked: 'history rows of the field Flagged',
    title: 'summary',
    type: 'issue_type',
    priority: 'priority_name, priority',
    resolution: 'resolution',
    project: 'project_key',
    points: 'field_value where field_name is Story Points; history rows of that field',
    sprint: 'history rows of the field Sprint',
    parent: 'parent_id; history rows of the parent or the epic',
    url: 'url',
  },
  probe,
  open,
};

function probe({ header }: TableSample): Probe {
  const { kind, missing } = kindOf(header);
  const matched = KINDS[kind].filter((name) => !missing.includes(name));
  return { score: missing.length === 0 ? 'certain' : 'no', matched, missing };
}

function open(table: Table): TableSink {
  const issues = jiraIssues(table);
  const { kind } = kindOf(table.header);
  if (kind === 'history') return openHistory(table, issues);
  return kind === 'issues' ? openIssues(table, issues) : openFields(table, issues);
}
