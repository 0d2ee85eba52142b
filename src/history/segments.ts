import type { SnapshotLine } from '../contract/statistics/history-schema.ts';
import { PitwallError } from '../model/errors.ts';
import { nearest } from '../model/nearest.ts';
import type { History } from './history.ts';

/** The snapshots of a series that share their definitions: nothing is compared across two segments. */
export interface Segment {
  fingerprint: string;
  definitions: SnapshotLine['definitions'];
  unit: SnapshotLine['period']['unit'];
  /** By period. */
  lines: readonly SnapshotLine[];
}

/** A board. */
export interface Series {
  name: string;
  /** By the last period of each, the latest last. */
  segments: readonly Segment[];
}

/** The series of a history, by name, each in its segments. */
export function seriesIn({ lines }: Pick<History, 'lines'>): Series[] {
  const names = [...new Set(lines.map(({ line }) => line.series))];
  return names.map((name) => {
    const own = lines.map(({ line }) => line).filter(({ series }) => series === name);
    const prints = [...new Set(own.map(({ fingerprint }) => fingerprint))];
    const segments = prints.map((fingerprint): Segment => {
      const some = own.filter((line) => line.fingerprint === fingerprint);
      const { definitions, period } = some[0] as SnapshotLine;
      return { fingerprint, definitions, unit: period.unit, lines: some };
    });
    return { name, segments: segments.sort((a, b) => comparedEnds(a, b)) };
  });
}

/** By the last period; of two that end with one period, by what was seen last. */
function comparedEnds({ lines: a }: Segment, { lines: b }: Segment): number {
  const keys = [a, b].map((lines) => lines.at(-1) as SnapshotLine).map((line) => [line.period.start, line.asOf]);
  const [one, other] = keys as [string[], string[]];
  return String(one) < String(other) ? -1 : String(one) > String(other) ? 1 : 0;
}

/**
 * One series of a history: the one of a name, or else the only one.
 * @param name undefined: `default` if there is such a series, else the only one
 * @throws PitwallError `unknown-series`
 */
export function seriesNamed(history: History, name: string | undefined): Series {
  const all = seriesIn(history);
  const found = all.find((series) => series.name === (name ?? 'default'));
  if (found !== undefined) return found;
  const [only, ...others] = all;
  if (name === undefined && only !== undefined && others.length === 0) return only;
  const names = all.map((series) => series.name);
  const near = name === undefined ? null : nearest(name, names);
  const what = name === undefined ? `it has ${names.length} series` : `it has no series \`${name}\``;
  const cure =
    near === null ? `Write --series with one of ${names.slice(0, 10).join(', ')}` : `Did you mean \`${near}\`?`;
  throw new PitwallError('unknown-series', what, history.file, cure);
}

/** The keys of definitions that two segments do not share. */
export function differentKeys(a: SnapshotLine['definitions'], b: SnapshotLine['definitions']): string[] {
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
  const text = (value: unknown) => JSON.stringify(value) ?? '';
  return keys.filter((key) => text(a[key]) !== text(b[key]));
}
