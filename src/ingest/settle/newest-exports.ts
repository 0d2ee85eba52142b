import { basename } from 'node:path';
import { EMPTY } from '../../model/log/dictionary.ts';
import type { EventLog } from '../../model/log/event-log.ts';
import { dateInName } from './snapshot-dates.ts';

/** What decides which of the exports in a folder are read. */
export interface ExportFacts {
  file: string;
  /** The same for exports of the same kind: format, source and columns. */
  kind: string;
  /** When it was exported, else its latest instant, in epoch milliseconds; −∞ if it has none. */
  until: number;
  /** Item → what tells it from another of the same id: when its history begins, else its title. */
  items: ReadonlyMap<string, string>;
}

/** An export of which a newer one is read. */
export interface OlderExport {
  file: string;
  newer: string;
  /** The items that no export that is read has. */
  missing: string[];
}

/** The share of an export's items that a newer one must have to stand in its place. */
const SHARE = 0.5;

/** The facts of an export, from the log of this file alone. */
export function exportFactsOf(log: EventLog): ExportFacts {
  const [file] = log.files;
  if (file === undefined) throw new Error('a log of one file has a file');
  const until = file.exportedAt ?? file.tellsUntil ?? (log.latestByFile()[0] as number);
  const columns = Object.entries(file.mapping).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    file: file.file,
    kind: JSON.stringify([file.format, file.source, columns]),
    until: Number.isNaN(until) ? Number.NEGATIVE_INFINITY : until,
    items: itemsOf(log),
  };
}

function itemsOf(log: EventLog): Map<string, string> {
  const begins = new Float64Array(log.itemCount).fill(Number.POSITIVE_INFINITY);
  for (let row = 0; row < log.transitionCount; row++) {
    const item = log.transitions.item(row);
    begins[item] = Math.min(begins[item] as number, log.transitions.at(row));
  }
  const items = new Map<string, string>();
  for (let item = 0; item < log.itemCount; item++) {
    const first = begins[item] as number;
    const begin = Number.isFinite(first) ? first : log.created.at(item);
    items.set(log.itemIds[item] as string, Number.isNaN(begin) ? titleOf(log, item) : String(begin));
  }
  return items;
}

function titleOf(log: EventLog, item: number): string {
  if (!log.hasField('title')) return '';
  const titles = log.field('title');
  const snapshot = titles.snapshot(item);
  return titles.dictionary.value(snapshot === EMPTY ? titles.base(item) : snapshot);
}

/**
 * Which exports are read: the newest of each source, and every other whose items it does not have. An export stands in
 * the place of an older one of the same kind if it has at least half of its items, and agrees with it on when the history
 * of these began. Pages of one export share next to none, and so do two boards that count from 1, and the logs of two
 * months begin differently: all of these are read.
 */
export function newestExports(exports: readonly ExportFacts[]): { kept: Set<string>; older: OlderExport[] } {
  const newestFirst = [...exports].sort(byAge).reverse();
  const kept: ExportFacts[] = [];
  const left: { one: ExportFacts; newer: ExportFacts }[] = [];
  for (const one of newestFirst) {
    const newer = kept.find((candidate) => standsFor(candidate, one));
    if (newer === undefined) kept.push(one);
    else left.push({ one, newer });
  }
  const read = kept.map(({ items }) => items);
  return {
    kept: new Set(kept.map(({ file }) => file)),
    older: left.reverse().map(({ one, newer }) => ({
      file: one.file,
      newer: newer.file,
      missing: [...one.items.keys()].filter((id) => !read.some((items) => items.has(id))),
    })),
  };
}

/** The oldest first; of exports as new as each other, by the date in the name, then by the name. */
function byAge(a: ExportFacts, b: ExportFacts): number {
  if (a.until !== b.until) return a.until < b.until ? -1 : 1;
  const [dayA, dayB] = [dayOf(a), dayOf(b)];
  if (dayA !== dayB) return dayA < dayB ? -1 : 1;
  return a.file < b.file ? -1 : 1;
}

function dayOf({ file }: ExportFacts): number {
  const day = dateInName(basename(file));
  return Number.isNaN(day) ? Number.NEGATIVE_INFINITY : day;
}

function standsFor(newer: ExportFacts, older: ExportFacts): boolean {
  if (newer.kind !== older.kind) return false;
  let same = 0;
  for (const [id, mark] of older.items) if (newer.items.get(id) === mark) same++;
  return older.items.size > 0 && same >= SHARE * older.items.size;
}
