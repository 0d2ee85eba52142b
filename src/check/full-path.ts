import type { PathStep } from '../model/statistics/check.ts';

const PERCENTILE = /^p(\d+(?:\.\d+)?)$/;

/**
 * The path with its short forms written out: `pNN` is `percentilesDays.NN`, `stage[X].pNN` is
 * `stages[X].timeDays.percentilesDays.NN`, `stage[X].wip` is `wip.byStage[X].current`.
 */
export function fullPath(path: readonly PathStep[]): PathStep[] {
  return withPercentile(withStage(path));
}

/** The percentile that a full path ends with; null if it ends with another figure. */
export function percentileOf(path: readonly PathStep[]): number | null {
  const [last, before] = [path.at(-1), path.at(-2)];
  if (last === undefined || before === undefined || !('key' in last && 'key' in before)) return null;
  return /^(censoredP|p)ercentilesDays$/.test(before.key) ? Number(last.key) : null;
}

function withStage(path: readonly PathStep[]): readonly PathStep[] {
  const [first, entry, ...rest] = path;
  if (first === undefined || entry === undefined || !('key' in first && 'entry' in entry)) return path;
  if (first.key !== 'stage') return path;
  const [only] = rest;
  if (rest.length === 1 && only !== undefined && 'key' in only) {
    if (only.key === 'wip') return [{ key: 'wip' }, { key: 'byStage' }, entry, { key: 'current' }];
    if (PERCENTILE.test(only.key)) return [{ key: 'stages' }, entry, { key: 'timeDays' }, only];
  }
  return [{ key: 'stages' }, entry, ...rest];
}

function withPercentile(path: readonly PathStep[]): PathStep[] {
  const last = path.at(-1);
  const point = last !== undefined && 'key' in last ? PERCENTILE.exec(last.key)?.[1] : undefined;
  if (point === undefined) return [...path];
  return [...path.slice(0, -1), { key: 'percentilesDays' }, { key: String(Number(point)) }];
}
