import type { CycleTime } from '../../../../contract/result.ts';
import { percentiles } from '../../../../stats/index.ts';

type Bins = NonNullable<CycleTime['bins']>;

const MOST_BINS = 30;

/** Widths that people count in: minutes, hours and quarters of a day, then days. */
const SHORT = [1 / 1440, 5 / 1440, 10 / 1440, 30 / 1440, 1 / 24, 1 / 8, 1 / 4, 1 / 2];
const LONG = [1, 2, 5];

/**
 * How many durations fall into each of some bins of equal width.
 *
 * The width is 2 × the interquartile range ÷ ∛n (Freedman and Diaconis, "On the histogram as a density estimator",
 * 1981), or rather the nearest that people count in, and wide enough that `highest` lies within 30 bins. What is longer
 * than 30 bins goes into the last one, which is then open.
 *
 * @param durations in days, 0 or more, in any order
 * @param highest a value that must not lie in an open bin: the highest percentile that is shown
 * @param whole whether durations are whole days, so that no bin may be narrower than one
 */
export function binsOf(durations: Float64Array, highest: number, whole: boolean): Bins {
  if (durations.length === 0) return [];
  const [low, high] = percentiles(durations.slice(), [25, 75], 'linear') as [number, number];
  const least = durations.reduce((smallest, one) => Math.min(smallest, one), Number.POSITIVE_INFINITY);
  const most = durations.reduce((largest, one) => Math.max(largest, one), 0);
  const suits = (2 * (high - low)) / Math.cbrt(durations.length);
  const width = niceWidth(suits, Math.max((highest - least) / (MOST_BINS - 2), whole ? 1 : 0));
  const edge = (bin: number) => bin * width;
  const first = binAt(least, width);
  const last = binAt(most, width);
  const count = Math.min(MOST_BINS, last - first + 1);
  const counts = new Int32Array(count);
  for (const days of durations) counts[Math.min(count - 1, binAt(days, width) - first)]! += 1;
  const open = last - first >= count;
  return Array.from(counts, (items, bin) => ({
    fromDays: edge(first + bin),
    toDays: open && bin === count - 1 ? null : edge(first + bin + 1),
    count: items,
  }));
}

/** The bin that holds a duration: its lower edge belongs to it. */
function binAt(days: number, width: number): number {
  const bin = Math.floor(days / width);
  // What division rounds must agree with the edges as they are written.
  if (days < bin * width) return bin - 1;
  return days >= (bin + 1) * width ? bin + 1 : bin;
}

/** The width nearest to `suits` by their ratio, and no less than `least`. */
function niceWidth(suits: number, least: number): number {
  const wanted = Math.max(suits, least);
  // Durations that are all the same have no spread; a day is a bin that anybody can read.
  if (!(wanted > 0)) return 1;
  const widths = [...SHORT];
  for (let size = 1; (widths.at(-1) as number) < wanted; size *= 10) widths.push(...LONG.map((digit) => digit * size));
  return widths
    .filter((width) => width >= least)
    .reduce((best, width) => (distance(width, wanted) < distance(best, wanted) ? width : best));
}

const distance = (width: number, wanted: number): number => Math.abs(Math.log(width / wanted));
