import { EMPTY } from '../../model/log/dictionary.ts';
import type { EventLog } from '../../model/log/event-log.ts';
import { DAY_MS } from '../../model/time/units.ts';

/**
 * Notes items of generic tables that share an id and are clearly two: their titles share no word, and their creations are
 * more than a day apart if both files have one. Tools give each id once, but two spreadsheets may both begin at 1.
 */
export function noteIdClashes(log: EventLog): void {
  const titles = differingTitles(log);
  for (const [item, title] of titles) {
    const spread = log.creationSpread.get(item);
    // If the files agree on the creation of an item, it is one item with a new title.
    if (isTable(log, item) && !(spread !== undefined && spread <= DAY_MS)) note(log, item, title);
  }
  for (const [item, spread] of log.creationSpread) {
    if (titles.has(item) || hasTitle(log, item) || !isTable(log, item) || spread <= DAY_MS) continue;
    note(log, item, `created ${Math.round(spread / DAY_MS)} days apart`);
  }
}

function isTable(log: EventLog, item: number): boolean {
  return log.files[log.itemFile.at(item)]?.tool === 'table';
}

function hasTitle(log: EventLog, item: number): boolean {
  return (
    log.hasField('title') && (log.field('title').snapshot(item) !== EMPTY || log.field('title').base(item) !== EMPTY)
  );
}

/** Items with titles of two files that share no word → the two. */
function differingTitles(log: EventLog): Map<number, string> {
  const found = new Map<number, string>();
  if (!log.hasField('title')) return found;
  const store = log.field('title');
  const compare = (item: number, a: number, b: number) => {
    if (a === EMPTY || b === EMPTY || a === b) return;
    const [first, second] = [store.dictionary.value(a), store.dictionary.value(b)];
    if (!shareWord(first, second)) found.set(item, `"${first}" and "${second}"`);
  };
  for (const item of store.snapshots.shared()) {
    const [first, ...others] = store.snapshots.said(item);
    for (const other of others) compare(item, first?.value ?? EMPTY, other.value);
  }
  for (let index = 0; index < store.exceptionRows.length; index++) {
    const item = store.exceptionItems.at(index);
    const file = log.fileOfTransition(store.exceptionRows.at(index));
    if (file !== log.files[log.itemFile.at(item)]) compare(item, store.base(item), store.exceptionValues.at(index));
  }
  return found;
}

function shareWord(a: string, b: string): boolean {
  const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const known = new Set(words(a));
  return words(b).some((word) => known.has(word));
}

function note(log: EventLog, item: number, value: string): void {
  log.findings.add(
    'id-clash',
    () => ({
      weight: 'warning',
      message: 'ids that mean different items in different files: each became one item with the data of both',
      cure: 'Keep them apart: name a source for each file under "sources" in the configuration, or read one at a time with --source-name',
    }),
    { item: log.itemIds[item] as string, value },
  );
}
