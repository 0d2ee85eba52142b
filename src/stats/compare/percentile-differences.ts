import { type PercentileMethod, percentiles } from '../quantile.ts';
import type { RandomStream } from '../random/index.ts';
import { percentileEnds, WeekResampler } from './bootstrap.ts';

export interface PercentileDifference {
  percent: number;
  a: number;
  b: number;
  /** B less A. */
  difference: number;
  /** Its 95 % interval; null without resamples. */
  interval: [number, number] | null;
}

interface Side {
  values: Float64Array;
  weeks: Float64Array;
}

/**
 * The differences of percentiles, with intervals by resampling the weeks of each side: a description, no test.
 *
 * @param percents ascending; both sides have values
 */
export function percentileDifferences(
  a: Side,
  b: Side,
  percents: readonly number[],
  { resamples, method }: { resamples: number; method: PercentileMethod },
  stream: RandomStream,
): PercentileDifference[] {
  const ofA = percentiles(a.values.slice(), percents, method) as number[];
  const ofB = percentiles(b.values.slice(), percents, method) as number[];
  const [fromA, fromB] = [new WeekResampler(a.values, a.weeks), new WeekResampler(b.values, b.weeks)];
  const draws = percents.map(() => new Float64Array(resamples));
  const [inA, inB] = [new Float64Array(percents.length), new Float64Array(percents.length)];
  for (let draw = 0; draw < resamples; draw++) {
    fromA.draw(stream, percents, method, inA);
    fromB.draw(stream, percents, method, inB);
    for (let at = 0; at < percents.length; at++) {
      (draws[at] as Float64Array)[draw] = (inB[at] as number) - (inA[at] as number);
    }
  }
  return percents.map((percent, at) => ({
    percent,
    a: ofA[at] as number,
    b: ofB[at] as number,
    difference: (ofB[at] as number) - (ofA[at] as number),
    interval: percentileEnds(draws[at] as Float64Array),
  }));
}
