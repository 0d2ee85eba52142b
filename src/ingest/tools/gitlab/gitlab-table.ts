import type { Probe, Table, TableFormat, TableSample, TableSink } from '../../format.ts';
import { columnFor, findName, noteMapping } from '../../table/column-words/header-names.ts';
import { askedColumns, type FieldReader, instantOf, textColumn } from '../shared/columns/open-columns.ts';
import { IssueList } from '../shared/issue-history/issue-list.ts';
import type { IssueSnapshot } from '../shared/issue-history/issue-log.ts';
import { NO_ID, noteUnreadable } from '../shared/required-cells.ts';
import { splitNames } from '../shared/text-patterns.ts';
import { addressOf, gitlabTracker, keyOf } from './gitlab-issue.ts';

const DATES = ['Created At (UTC)', 'Closed At (UTC)'] as const;

/** The list of issues that GitLab mails as CSV. */
export const gitlabTable: TableFormat = {
  id: 'gitlab-table',
  name: 'GitLab issues (CSV)',
  tool: 'gitlab',
  shape: 'table',
  grade: 'milestones',
  kindEvidence: { tool: 'open or closed', finishDates: 'Closed At', statusToday: true },
  identity: { item: 'project and number', statuses: null, aliases: null },
  description:
    'One row an issue with the dates of its creation and last closing, in UTC; GitLab mails at most 15 MB and cuts what is beyond.',
  howToGet: [
    'Open the project, then Plan, Issues (or Work items), filter them, and choose Export as CSV in the menu of the list; GitLab mails the file.',
    'For the history of labels and states use the REST API: pitwall formats gitlab-events says how.',
  ],
  fields: {
    id: 'URL as group/project#number, else IID, Issue ID',
    created: 'Created At (UTC)',
    finished: 'Closed At (UTC)',
    status: 'State, or labels: a scope such as workflow::…, or --map to=<label pattern>',
    title: 'Title',
    type: 'Type',
    assignee: 'Assignee (of today)',
    labels: 'Labels',
    points: 'Weight',
    priority: 'a label such as priority::high',
    parent: 'Parent ID, where that item is in the list, else Parent Title',
    sprint: 'Iteration, Milestone',
    team: 'the project',
    url: 'URL',
  },
  probe,
  open,
};

function probe({ header }: TableSample): Probe {
  const wanted: string[] = [...DATES, 'State'];
  const missing = wanted.filter((name) => findName(header, [name]) === -1);
  const id = ['Issue ID', 'IID'].find((name) => findName(header, [name]) !== -1);
  if (id === undefined) missing.push('Issue ID or IID');
  const matched = [...wanted, id ?? ''].filter((name) => name !== '' && !missing.includes(name));
  return { score: missing.length === 0 ? 'certain' : 'no', matched, missing };
}

function open(table: Table): TableSink {
  const { file } = table;
  const list = new IssueList(gitlabTracker(table), table);
  file.assignees = 'current';
  const columns = openColumns(table);
  const { created, closed, iid } = columns;

  return {
    row(line) {
      if (iid() === '') {
        table.reject('missing-id', NO_ID, '');
        return;
      }
      for (const column of [created, closed]) if (column !== null) noteUnreadable(table, column);
      list.add(issueOf(columns), line);
    },
    end() {
      file.notes.push('The times are UTC, as the headers of their columns say, whatever zone the analysis is in.');
    },
  };
}

function openColumns(table: Table) {
  const iid = textColumn(table, 'id', 'iid', 'issue id');
  // Work items have an id of their own beside the number; the older list calls the number "Issue ID".
  const hasGlobalId = findName(table.header, ['iid']) !== -1;
  return {
    iid,
    globalId: hasGlobalId ? textColumn(table, 'globalId', 'id') : none,
    parentId: hasGlobalId ? textColumn(table, 'parentId', 'parent id') : none,
    created: utcColumn(table, 'created', DATES[0]),
    closed: utcColumn(table, 'finished', DATES[1]),
    updated: utcColumn(table, 'updated', 'Updated At (UTC)'),
    url: textColumn(table, 'url', 'url'),
    state: textColumn(table, 'status', 'state'),
    labels: textColumn(table, 'labels', 'labels'),
    assignees: textColumn(table, 'assignee', 'assignee', 'assignees', 'assignee(s)'),
    fields: [
      ['title', textColumn(table, 'title', 'title')],
      ['type', textColumn(table, 'type', 'type')],
      ['points', textColumn(table, 'points', 'weight')],
      ['parent', textColumn(table, 'parent', 'parent title', 'epic title')],
      ['sprint', textColumn(table, 'sprint', 'iteration', 'milestone')],
      ...askedColumns(table),
    ] as FieldReader[],
  };
}

/** The issue of the current row. */
function issueOf(columns: ReturnType<typeof openColumns>): IssueSnapshot {
  const { iid, globalId, parentId, created, closed, updated, url, state, labels, assignees, fields } = columns;
  const project = addressOf(url())?.project ?? '';
  const isClosed = /^(?:closed|merged)$/i.test(state());
  const id = `${project}#${iid()}`;
  return {
    key: keyOf(false, globalId() || id),
    id,
    scope: project.toLowerCase(),
    isPull: false,
    created: instantOf(created),
    closed: instantOf(closed),
    isClosed,
    updated: instantOf(updated),
    labels: splitNames(labels()),
    assignees: splitNames(assignees()),
    projectStatus: '',
    parentKey: parentId() === '' ? '' : keyOf(false, parentId()),
    fields: [...fields.map(([field, read]) => [field, read()] as const), ['team', project], ['url', url()]],
  };
}

const none = (): string => '';

/** The cells are in UTC, as the header says and they do not. */
function utcColumn(table: Table, field: string, name: string): ReturnType<Table['instant']> | null {
  const column = columnFor(table, field, [name]);
  if (column === null) return null;
  noteMapping(table, field, column);
  return table.instant(typeof column === 'string' ? column : `{${name}} UTC`);
}
