import type { Period, SnapshotLine } from '../contract/statistics/history-schema.ts';

/** A line of a history, with its text: what nothing changes is written back as it was. */
export interface HeldLine {
  line: SnapshotLine;
  text: string;
}

/** The snapshots of a file, each (series, period, fingerprint) once; by series, then by period, then by fingerprint. */
export interface History {
  /** As errors call it. */
  file: string;
  lines: readonly HeldLine[];
}

/** The keys of a line in the order in which they are written. */
export const LINE_KEYS: readonly string[] = [
  'schemaVersion',
  'tool',
  'series',
  'period',
  'fingerprint',
  'definitions',
  'asOf',
  'inputHash',
  'board',
  'figures',
  'points',
  'daily',
  'durations',
  'restated',
] satisfies (keyof SnapshotLine)[];

/** A line and its text. */
export function held(line: SnapshotLine): HeldLine {
  return { line, text: JSON.stringify(line) };
}

/** What is the same for two lines about one thing. */
export function keyOf({
  fingerprint,
  period,
  series,
}: Pick<SnapshotLine, 'fingerprint' | 'period' | 'series'>): string {
  return JSON.stringify([series, period.start, period.unit, fingerprint]);
}

/** By series, then by period, then by fingerprint: whichever arrived first. */
export function ordered(lines: Iterable<HeldLine>): HeldLine[] {
  return [...lines].sort(({ line: a }, { line: b }) => {
    return compare(a.series, b.series) || comparePeriods(a.period, b.period) || compare(a.fingerprint, b.fingerprint);
  });
}

/** By their first day; of two that start on one day, the shorter. */
export function comparePeriods(a: Period, b: Period): number {
  return compare(a.start, b.start) || compare(a.end, b.end) || compare(a.unit, b.unit);
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The file's text. */
export function historyText({ lines }: Pick<History, 'lines'>): string {
  return lines.map(({ text }) => `${text}\n`).join('');
}
