import { SNAPSHOT } from '../../../model/log/item-fields.ts';
import type { Probe, Table, TableFormat, TableSample, TableSink } from '../../format.ts';
import { findName } from '../../table/column-words/header-names.ts';
import { textColumn } from '../shared/columns/open-columns.ts';
import { noteDuplicateItem } from '../shared/item-table/item-findings.ts';
import { splitNames } from '../shared/text-patterns.ts';
import { addressOf, displayId, keyOf } from './issue.ts';
import { githubTracker } from './tracker.ts';

/** A view of a GitHub project as it is exported: what its items are today. */
export const githubProject: TableFormat = {
  id: 'github-project',
  name: 'GitHub project view (TSV)',
  tool: 'github',
  shape: 'table',
  grade: 'snapshot',
  description:
    'The items of a view with their status of today and the columns that the view shows; it holds no dates of its own. The events of the issues do.',
  howToGet: [
    'Open the project and the view, show the columns that matter, and choose Export view data in the menu of the view.',
    'For the history of the status: pitwall formats github-events says how.',
  ],
  fields: {
    id: 'URL as owner/repo#number; drafts have none, and are known by their title',
    status: 'Status',
    title: 'Title',
    assignee: 'Assignees (of today)',
    labels: 'Labels',
    points: 'Estimate, Points, Size',
    priority: 'Priority',
    sprint: 'Iteration, Sprint, Milestone',
    parent: 'Parent issue',
    type: 'Type; Pull request and Draft where the address says so',
    team: 'Repository',
    url: 'URL',
  },
  probe,
  open,
};

function probe({ header, rows }: TableSample): Probe {
  const title = findName(header, ['title']);
  const url = findName(header, ['url']);
  const others = ['Status', 'Assignees', 'Repository', 'Milestone'].filter((name) => findName(header, [name]) !== -1);
  // A list of issues of another kind has dates and states of its own.
  const foreign = ['created at', 'created', 'closed at', 'state', 'issue id', 'iid', 'id'].some(
    (name) => findName(header, [name]) !== -1,
  );
  const urls = rows.map((row) => row[url] ?? '').filter((cell) => cell !== '');
  const missing = [
    ...(title === -1 ? ['Title'] : []),
    ...(url === -1 ? ['URL'] : []),
    ...(others.length === 0 ? ['Status, Assignees, Repository or Milestone'] : []),
    ...(urls.length === 0 || !urls.every((cell) => addressOf(cell) !== null) ? ['addresses of issues'] : []),
    ...(foreign ? ['no columns of another list'] : []),
  ];
  if (missing.length > 0) return { score: 'no', matched: [], missing };
  return { score: 'certain', matched: ['Title', 'URL', ...others], missing: [] };
}

function open(table: Table): TableSink {
  const { log, file, options } = table;
  const tracker = githubTracker(table);
  const fileNumber = tracker.numberOf(file);
  file.assignees = 'current';
  const url = textColumn(table, 'url', 'url');
  const title = textColumn(table, 'title', 'title');
  const status = textColumn(table, 'status', 'status');
  const assignees = textColumn(table, 'assignee', 'assignees');
  const type = textColumn(table, 'type', 'type');
  const fields: [field: string, read: () => string][] = [
    ['labels', textColumn(table, 'labels', 'labels')],
    ['points', textColumn(table, 'points', 'estimate', 'points', 'story points', 'size')],
    ['priority', textColumn(table, 'priority', 'priority')],
    ['sprint', textColumn(table, 'sprint', 'iteration', 'sprint', 'milestone')],
    ['parent', textColumn(table, 'parent', 'parent issue')],
    ['team', textColumn(table, 'team', 'repository')],
    ...options.extraFields
      .filter((field) => findName(table.header, [field]) !== -1)
      .map((field): [string, () => string] => [field, textColumn(table, field, field)]),
  ];
  const seen = new Set<string>();
  const drafts = new Map<string, number>();

  return {
    row(line) {
      const address = addressOf(url());
      if (address === null && title() === '') {
        table.reject('missing-id', 'Rows without an id: they speak of no item', '');
        return;
      }
      const id = address === null ? draftId(title()) : displayId(address.repository, address.number);
      const item = log.item(id);
      if (seen.has(id)) {
        file.merged++;
        noteDuplicateItem(table, item, line);
      } else {
        seen.add(id);
        file.used++;
      }
      if (address !== null) {
        const { repository, number } = address;
        const key = keyOf(repository, number);
        tracker.addProjectStatus(key, id, repository.toLowerCase(), status(), fileNumber, line);
      }
      if (status() !== '') log.currentStatus.set(item, log.statuses.id(status()));
      if (assignees() !== '') log.currentPeople.set(item, log.people.id(splitNames(assignees())));
      const kind = address === null ? 'Draft' : address.isPull ? 'Pull request' : type();
      for (const [field, value] of [
        ['title', title()],
        ['url', url()],
        ['type', kind],
      ] as const)
        set(item, field, value);
      for (const [field, read] of fields) {
        set(item, field, field === 'labels' ? splitNames(read()).join(';') : read());
      }
    },
    end() {
      if (drafts.size > 0) {
        file.notes.push(
          'Drafts have no number: they are known by their title, and two of one title by a number after it.',
        );
      }
    },
  };

  function draftId(text: string): string {
    const count = (drafts.get(text) ?? 0) + 1;
    drafts.set(text, count);
    return count === 1 ? `draft ${text}` : `draft ${text} (${count})`;
  }

  function set(item: number, field: string, value: string): void {
    if (value === '') return;
    const store = log.field(field);
    store.set(item, SNAPSHOT, store.dictionary.id(value));
  }
}
