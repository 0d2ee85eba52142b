import { BASELINE_POINTS } from '../../../stats/control/index.ts';
import { FEWEST_DURATIONS, type PeriodDurations, type PeriodPoint } from '../period-points.ts';
import type { SeriesKind } from './series-kinds.ts';

/** What is charted of each period, and what durations of 0 are taken for. */
export interface ChartValues {
  /** Logarithms of days on the log scale; null: no point. */
  values: (number | null)[];
  /** The share of the durations that are 0. */
  zeroShare: number;
  /** The days that they are taken for; null without any. */
  zeroAs: number | null;
}

/** @param baseline index of the first and last period of the baseline; null: the first 20 points */
export function chartValues(
  points: readonly PeriodPoint[],
  { durations, value }: SeriesKind,
  baseline: { from: number; to: number } | null,
): ChartValues {
  if (durations === null) return { values: points.map(value), zeroShare: 0, zeroAs: null };
  const all = points.map(durations);
  const charted = all.filter(isEnough);
  const zeros = charted.reduce((sum, period) => sum + period.zeros, 0);
  const count = charted.reduce((sum, { n }) => sum + n, 0);
  const inBaseline =
    baseline === null ? charted.slice(0, BASELINE_POINTS) : all.slice(baseline.from, baseline.to + 1).filter(isEnough);
  const zeroAs = zeros === 0 ? null : (halfOfSmallest(inBaseline) ?? halfOfSmallest(charted));
  return {
    values: all.map((period) => (isEnough(period) ? meanLog(period, zeroAs) : null)),
    zeroShare: count === 0 ? 0 : zeros / count,
    zeroAs,
  };
}

function isEnough({ n }: PeriodDurations): boolean {
  return n >= FEWEST_DURATIONS;
}

/** Half of the smallest duration above 0; null where there is none. */
function halfOfSmallest(periods: readonly PeriodDurations[]): number | null {
  let smallest = Number.POSITIVE_INFINITY;
  for (const { durations, zeros } of periods) {
    // Ascending: the first after the zeros is the smallest above 0.
    smallest = Math.min(smallest, durations[zeros] ?? Number.POSITIVE_INFINITY);
  }
  return smallest === Number.POSITIVE_INFINITY ? null : smallest / 2;
}

/** The mean logarithm of all durations of a period; null where nothing says what its zeros are. */
function meanLog({ meanLog: ofPositive, n, zeros }: PeriodDurations, zeroAs: number | null): number | null {
  if (zeros === 0) return ofPositive;
  if (zeroAs === null) return null;
  return ((n - zeros) * (ofPositive ?? 0) + zeros * Math.log(zeroAs)) / n;
}
