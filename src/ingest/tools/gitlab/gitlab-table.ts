import type { Probe, Table, TableFormat, TableSample, TableSink } from '../../format.ts';
import { columnFor, findName, noteMapping } from '../../table/column-words/header-names.ts';
import { textColumn } from '../shared/columns/open-columns.ts';
import { noteListedTwice } from '../shared/issue-history/list-findings.ts';
import { noteUnreadable } from '../shared/required-cells.ts';
import { splitNames } from '../shared/text-patterns.ts';
import { addressOf, gitlabTracker, keyOf } from './issue.ts';

const DATES = ['Created At (UTC)', 'Closed At (UTC)'] as const;

/** The list of issues that GitLab mails as CSV. */
export const gitlabTable: TableFormat = {
  id: 'gitlab-table',
  name: 'GitLab issues (CSV)',
  tool: 'gitlab',
  shape: 'table',
  grade: 'milestones',
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
  const wanted = [[...DATES][0], [...DATES][1], 'State'] as string[];
  const missing = wanted.filter((name) => findName(header, [name]) === -1);
  const id = ['Issue ID', 'IID'].find((name) => findName(header, [name]) !== -1);
  if (id === undefined) missing.push('Issue ID or IID');
  const matched = [...wanted, id ?? ''].filter((name) => name !== '' && !missing.includes(name));
  return { score: missing.length === 0 ? 'certain' : 'no', matched, missing };
}

function open(table: Table): TableSink {
  const { file, options } = table;
  const tracker = gitlabTracker(table);
  const number = tracker.numberOf(file);
  file.assignees = 'current';
  const iid = textColumn(table, 'id', 'iid', 'issue id');
  // Work items have an id of their own beside the number; the older list calls the number "Issue ID".
  const globalId = findName(table.header, ['iid']) === -1 ? none : textColumn(table, 'globalId', 'id');
  const parentId = globalId === none ? none : textColumn(table, 'parentId', 'parent id');
  const created = utcColumn(table, 'created', DATES[0]);
  const closed = utcColumn(table, 'finished', DATES[1]);
  const updated = utcColumn(table, 'updated', 'Updated At (UTC)');
  const url = textColumn(table, 'url', 'url');
  const state = textColumn(table, 'status', 'state');
  const labels = textColumn(table, 'labels', 'labels');
  const assignee = textColumn(table, 'assignee', 'assignee', 'assignees', 'assignee(s)');
  const fields: [field: string, read: () => string][] = [
    ['title', textColumn(table, 'title', 'title')],
    ['type', textColumn(table, 'type', 'type')],
    ['points', textColumn(table, 'points', 'weight')],
    ['parent', textColumn(table, 'parent', 'parent title', 'epic title')],
    ['sprint', textColumn(table, 'sprint', 'iteration', 'milestone')],
    ...options.extraFields
      .filter((field) => findName(table.header, [field]) !== -1)
      .map((field): [string, () => string] => [field, textColumn(table, field, field)]),
  ];

  return {
    row(line) {
      const address = addressOf(url());
      const iidText = iid();
      if (iidText === '') {
        table.reject('missing-id', 'Rows without an id: they speak of no item', '');
        return;
      }
      for (const column of [created, closed]) if (column !== null) noteUnreadable(table, column);
      const project = address?.project ?? '';
      const isClosed = /^(?:closed|merged)$/i.test(state());
      const id = `${project}#${iidText}`;
      const isNew = tracker.addIssue(
        {
          key: keyOf(false, globalId() || id),
          id,
          scope: project.toLowerCase(),
          isPull: false,
          created: created?.at ?? Number.NaN,
          closed: isClosed ? (closed?.at ?? Number.NaN) : Number.NaN,
          isClosed,
          updated: updated?.at ?? Number.NaN,
          labels: splitNames(labels()),
          assignees: splitNames(assignee()),
          projectStatus: '',
          parentKey: parentId() === '' ? '' : keyOf(false, parentId()),
          fields: [...fields.map(([field, read]) => [field, read()] as const), ['team', project], ['url', url()]],
        },
        number,
        line,
      );
      if (isNew) file.used++;
      else {
        file.merged++;
        noteListedTwice(table, line, id);
      }
    },
    end() {
      file.notes.push('The times are UTC, as the headers of their columns say, whatever zone the analysis is in.');
    },
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
