import type { EventLog } from '../../model/log/event-log.ts';
import { HISTORY_GRADES } from '../../model/log/history-grade.ts';
import { noteIdClashes } from './id-clashes.ts';

/**
 * Settles what several files say differently about one item, once all have been read: for today's values the file counts
 * that knows its latest update, else the one that was exported last. If a file has no date of export, its latest instant counts instead; of equals, the file that was
 * named last.
 *
 * @param asSnapshots true if the user says that the files show a board on several days, so that statuses may differ
 */
export function latestExportWins(log: EventLog, asSnapshots: boolean): void {
  if (log.files.length < 2) return;
  noteIdClashes(log);
  const latest = log.latestByFile();
  const rank = log.files.map(
    ({ exportedAt, tellsUntil }, index) => exportedAt ?? tellsUntil ?? (latest[index] as number),
  );
  if (!asSnapshots) noteStatuses(log);
  // What a file says of an item was true when the item was updated last, if it says so.
  const of = (file: number, item: number) => {
    const updated = log.updatedIn(file, item);
    return asSnapshots || Number.isNaN(updated) ? (rank[file] as number) : updated;
  };
  log.currentStatus.settle(of);
  log.currentPeople.settle(of);
  for (const name of log.fieldNames()) {
    noteField(log, name);
    log.field(name).snapshots.settle(of);
  }
  settleFinishes(log, of);
}

/** A newer list without a finish overrules an older one that has it: the item was reopened. */
function settleFinishes(log: EventLog, rank: (file: number, item: number) => number): void {
  for (const [item, said] of log.finishesSaid) {
    const telling = said.filter(({ file }) => log.tellsFinishes[file] === true);
    let newest = telling[0];
    for (const one of telling) {
      if (newest === undefined || rank(one.file, item) >= rank(newest.file, item)) newest = one;
    }
    if (newest !== undefined && Number.isNaN(newest.at)) log.finished.set(item, Number.NaN);
  }
}

/** Different current statuses are a sign of several exports of one board at different times. */
function noteStatuses(log: EventLog): void {
  const milestones = HISTORY_GRADES.indexOf('milestones');
  for (const item of log.currentStatus.shared()) {
    if (log.grade.at(item) < milestones) continue;
    const said = log.currentStatus.said(item);
    if (new Set(said.map(({ value }) => value)).size < 2) continue;
    log.findings.add(
      'several-snapshots',
      () => ({
        weight: 'warning',
        message: 'items with another status in each of several exports: only the one of the latest export counts',
        cure: 'If these are exports of one board of several days, add --snapshots: each change of status then counts on the day it shows',
      }),
      example(log, item, said, (value) => log.statuses.value(value)),
    );
  }
}

function noteField(log: EventLog, name: string): void {
  const { dictionary, snapshots } = log.field(name);
  for (const item of snapshots.shared()) {
    const said = snapshots.said(item);
    if (new Set(said.map(({ value }) => value)).size < 2) continue;
    const one = example(log, item, said, (value) => dictionary.value(value));
    log.findings.add(
      'snapshots-differ',
      () => ({
        weight: 'info',
        message: 'values of items that differ from file to file: those of the latest export count',
        cure: 'Nothing to do if the files are exports of different days; --source-name keeps different items apart',
      }),
      { ...one, value: `${name}: ${one.value}` },
    );
  }
}

function example(
  log: EventLog,
  item: number,
  said: readonly { file: number; value: number }[],
  text: (value: number) => string,
): { file: string; item: string; value: string } {
  const values = said.map(({ file, value }) => `"${text(value)}" in ${log.files[file]?.file}`);
  const last = said.at(-1) as { file: number };
  return { file: log.files[last.file]?.file as string, item: log.itemIds[item] as string, value: values.join(', ') };
}
