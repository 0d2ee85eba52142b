import type { EventLog } from '../../../model/log/event-log.ts';
import type { Probe, Table, TableFormat, TableSample, TableSink } from '../../format.ts';
import { findName } from '../../table/column-words/header-names.ts';
import { askedColumns, type FieldReader, textColumn } from '../shared/columns/open-columns.ts';
import type { IssuePlace } from '../shared/issue-history/issue-log.ts';
import { noteDuplicateItem } from '../shared/item-table/item-findings.ts';
import { setField } from '../shared/item-table/item-snapshot.ts';
import { ListedItems } from '../shared/item-table/listed-items.ts';
import { NO_ID } from '../shared/required-cells.ts';
import { splitNames } from '../shared/text-patterns.ts';
import { addressOf, githubTracker, placeOf } from './github-issue.ts';

/** A view of a GitHub project as it is exported: what its items are today. */
export const githubProject: TableFormat = {
  id: 'github-project',
  name: 'GitHub project view (TSV)',
  tool: 'github',
  shape: 'table',
  grade: 'snapshot',
  kindEvidence: { tool: null, finishDates: null, statusToday: true },
  identity: { item: 'URL, or title where there is none', statuses: null, aliases: null },
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
  const { log, file } = table;
  const tracker = githubTracker(table);
  const fileNumber = tracker.numberOf(file);
  file.assignees = 'current';
  const view = openView(table);
  const { url, title, status } = view;
  const items = new ListedItems(file);
  const drafts = new DraftIds();

  return {
    row(line) {
      const address = addressOf(url());
      if (address === null && title() === '') {
        table.reject('missing-id', NO_ID, '');
        return;
      }
      const place = address === null ? null : placeOf(address);
      const item = log.item(place?.id ?? drafts.next(title()));
      if (!items.take(item)) noteDuplicateItem(table, item, line);
      if (place !== null) tracker.addProjectStatus(place, status(), fileNumber, line);
      writeToday(log, item, view, place);
    },
    end() {
      if (drafts.count === 0) return;
      file.notes.push(
        'Drafts have no number: they are known by their title, and two of one title by a number after it.',
      );
    },
  };
}

function openView(table: Table) {
  return {
    url: textColumn(table, 'url', 'url'),
    title: textColumn(table, 'title', 'title'),
    status: textColumn(table, 'status', 'status'),
    assignees: textColumn(table, 'assignee', 'assignees'),
    type: textColumn(table, 'type', 'type'),
    labels: textColumn(table, 'labels', 'labels'),
    fields: [
      ['points', textColumn(table, 'points', 'estimate', 'points', 'story points', 'size')],
      ['priority', textColumn(table, 'priority', 'priority')],
      ['sprint', textColumn(table, 'sprint', 'iteration', 'sprint', 'milestone')],
      ['parent', textColumn(table, 'parent', 'parent issue')],
      ['team', textColumn(table, 'team', 'repository')],
      ...askedColumns(table),
    ] as FieldReader[],
  };
}

/** Writes what the current row says of its item; `place` is null for a draft. */
function writeToday(
  log: EventLog,
  item: number,
  { url, title, status, assignees, type, labels, fields }: ReturnType<typeof openView>,
  place: IssuePlace | null,
): void {
  if (status() !== '') log.currentStatus.set(item, log.statuses.id(status()));
  if (assignees() !== '') log.currentPeople.set(item, log.people.id(splitNames(assignees())));
  setField(log, item, 'title', title());
  setField(log, item, 'url', url());
  setField(log, item, 'type', place === null ? 'Draft' : place.isPull ? 'Pull request' : type());
  setField(log, item, 'labels', splitNames(labels()).join(';'));
  for (const [field, read] of fields) setField(log, item, field, read());
}

/** Ids for drafts, which have nothing but a title. */
class DraftIds {
  readonly #times = new Map<string, number>();

  get count(): number {
    return this.#times.size;
  }

  next(title: string): string {
    const times = (this.#times.get(title) ?? 0) + 1;
    this.#times.set(title, times);
    return times === 1 ? `draft ${title}` : `draft ${title} (${times})`;
  }
}
