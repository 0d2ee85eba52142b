import type { Probe, Table, TableFormat, TableSample, TableSink } from '../../../format.ts';
import { indexOf } from '../../../table/header-index.ts';
import { jiraIssues } from '../issues/jira-issues.ts';
import { openFields } from './field-rows.ts';
import { openHistory } from './history-rows.ts';
import { openIssues } from './issue-rows.ts';

/** The files that the data pipeline of Jira Data Center writes: the issues and, in another file, their history. */
export const jiraPipeline: TableFormat = {
  id: 'jira-pipeline',
  name: 'Jira Data Center data pipeline (CSV)',
  tool: 'jira',
  shape: 'table',
  grade: 'full-log',
  kindEvidence: {
    tool: '`status_category` of the issues',
    finishDates: '`resolution_date` of the issues',
    statusToday: true,
  },
  identity: { item: '`key`', statuses: null, aliases: 'the number (`id`), which the history goes by' },
  description:
    'The history of issues and the list of them, each a file of its own: together they hold all, the list alone the dates of creation and resolution, the history alone no creation.',
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

/** The files of the data pipeline that say something about flow, by the columns that tell them apart. */
const KINDS = {
  history: ['issue_id', 'changelog_id', 'created_date', 'field', 'from_string', 'to_string'],
  issues: ['id', 'instance_url', 'key', 'project_key', 'issue_type', 'summary', 'status'],
  fields: ['issue_id', 'field_id', 'field_name', 'field_value'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

type Kind = keyof typeof KINDS;

/** The kind that has the most of its columns in a header, and what it lacks. */
function kindOf(header: readonly string[]): { kind: Kind; missing: string[] } {
  const index = indexOf(header);
  const kinds = (Object.keys(KINDS) as Kind[]).map((kind) => ({
    kind,
    missing: KINDS[kind].filter((name) => index.find(name) === -1),
    share: KINDS[kind].filter((name) => index.find(name) !== -1).length / KINDS[kind].length,
  }));
  const best = kinds.reduce((a, b) => (b.share > a.share ? b : a));
  return { kind: best.kind, missing: best.missing };
}

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
