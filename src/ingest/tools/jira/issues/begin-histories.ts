import { EMPTY } from '../../../../model/log/dictionary.ts';
import type { EventLog } from '../../../../model/log/event-log.ts';
import type { ChangeWriter } from './change-writer.ts';
import type { ItemHistory } from './first-changes.ts';

/**
 * Writes what issues had before the first change that is known, once all files have been read: from their creation on,
 * if that is known and nothing is missing in between; else they begin in the middle of their first known status.
 */
export function beginHistories(
  log: EventLog,
  histories: ReadonlyMap<number, ItemHistory>,
  changes: ChangeWriter,
  createdOf: (item: number) => number,
): void {
  for (const [item, history] of inFiles(log, histories)) {
    log.continueFile(history.first('status')?.file ?? history.file);
    const cut = history.cutBefore();
    const created = createdOf(item);
    if (!Number.isNaN(cut)) {
      log.cut(item, cut);
      noteCut(log, item, history);
    } else if (Number.isNaN(created)) beginInTheMiddle(log, item, history, changes);
    else beginAt(log, item, history, changes, created);
  }
}

/** Of each file together, so that the log need not go to and fro between files. */
function inFiles(log: EventLog, histories: ReadonlyMap<number, ItemHistory>): [number, ItemHistory][] {
  const place = (history: ItemHistory) => log.files.indexOf(history.first('status')?.file ?? history.file);
  return [...histories]
    .map(([item, history]) => ({ item, history, place: place(history) }))
    .sort((a, b) => a.place - b.place || a.item - b.item)
    .map(({ item, history }) => [item, history]);
}

function beginAt(log: EventLog, item: number, history: ItemHistory, changes: ChangeWriter, at: number): void {
  const status = history.first('status');
  const today = log.currentStatus.at(item);
  if (status === null && today === EMPTY) noteNoStatus(log, item, history);
  // An issue created after its first change, as the list says, began with that change as far as anyone knows.
  const before = (field: 'assignee' | 'flagged', unchanged: string) => {
    const first = history.first(field);
    if (first === null) return unchanged;
    return first.change.at < at ? '' : changes.before(first.change);
  };
  changes.begin(item, {
    at,
    status: status === null ? today : status.change.at < at ? EMPTY : changes.statusBefore(status.change),
    assignee: before('assignee', log.people.members(log.currentPeople.at(item)).join('; ')),
    flag: before('flagged', ''),
    line: status?.line ?? history.line,
  });
}

/** Nobody knows since when it was in the status that its first change left. */
function beginInTheMiddle(log: EventLog, item: number, history: ItemHistory, changes: ChangeWriter): void {
  const status = history.first('status');
  if (status === null) {
    noteNoStatus(log, item, history);
    return;
  }
  const left = changes.statusBefore(status.change);
  // It was in that status by the first entry of all. Without a status, not even the first change says since when.
  const at = Math.min(status.change.at, history.since) - 1;
  log.cut(item, left === EMPTY ? status.change.at + 1 : at + 1);
  const before = (field: 'assignee' | 'flagged') => {
    const first = history.first(field);
    return first === null ? '' : changes.before(first.change);
  };
  changes.begin(item, { at, status: left, assignee: before('assignee'), flag: before('flagged'), line: status.line });
}

function noteCut(log: EventLog, item: number, { file, line, known, total }: ItemHistory): void {
  log.findings.add(
    'cut-history',
    () => ({
      weight: 'warning',
      message: 'Issues whose changelog is not all there: what happened before its last part is unknown',
      cure: 'Fetch their whole changelog (GET /issue/{key}/changelog, all pages) and give it, too.',
    }),
    { file: file.file, line, item: log.itemIds[item] as string, value: `${known} of ${total} entries` },
  );
}

function noteNoStatus(log: EventLog, item: number, { file, line }: ItemHistory): void {
  log.findings.add(
    'status-unknown',
    () => ({
      weight: 'warning',
      message:
        'Issues whose history has no change of status and of which no file gives the status: nothing is known of them',
      cure: 'Give a list of the issues, too: their CSV export, or a search without the changelog.',
    }),
    { file: file.file, line, item: log.itemIds[item] as string },
  );
}
