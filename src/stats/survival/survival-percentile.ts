import type { SurvivalCurve } from './kaplan-meier.ts';
import { logShareInterval } from './survival-interval.ts';

/** What rounding may leave between a share and the one asked for. */
export const TOLERANCE = 1e-9;

export interface SurvivalPercentile {
  /** Null where so many have not finished within the ages known. */
  value: number | null;
  /** Where the value is null: it is more than this, the greatest age known; null without items. */
  moreThan: number | null;
  /** The 95 % interval; an end that the ages known do not reach is null. */
  low: number | null;
  high: number | null;
}

/**
 * The age by which a share has finished: the first at which no more than the rest lasts longer, or the middle of a step
 * that is flat at exactly the rest (R. Brookmeyer and J. Crowley, "A confidence interval for the median survival time",
 * Biometrics 38, 1982; the middle as R's survfit has it). The interval: the first ages at which the low and the high end
 * of the share's interval are no more than the rest.
 *
 * @param percent 0 to 100
 */
export function survivalPercentile(curve: SurvivalCurve, percent: number): SurvivalPercentile {
  return survivalPercentiles(curve, [percent])[0] as SurvivalPercentile;
}

/**
 * The same of several percents, in one pass over the steps.
 * @param percents ascending, 0 to 100
 */
export function survivalPercentiles(curve: SurvivalCurve, percents: readonly number[]): SurvivalPercentile[] {
  const results = percents.map((percent): SurvivalPercentile => {
    const value = survivalValue(curve, percent);
    return { value, moreThan: value === null ? curve.last : null, low: null, high: null };
  });
  // On the scale of −log, where each step has a low and a high end. What reaches one of the percents reaches all before it.
  const wanted = percents.map((percent) => -Math.log(1 - percent / 100 + TOLERANCE));
  let low = 0;
  let high = 0;
  for (let step = 0; step < curve.times.length && high < wanted.length; step++) {
    const time = curve.times[step] as number;
    const { least, most } = logShareInterval(curve, step);
    for (; low < wanted.length && most >= (wanted[low] as number); low++)
      (results[low] as SurvivalPercentile).low = time;
    for (; high < wanted.length && least >= (wanted[high] as number); high++)
      (results[high] as SurvivalPercentile).high = time;
  }
  return results;
}

/** The age by which a share has finished, as `survivalPercentile` has it, without its interval. */
export function survivalValue(curve: SurvivalCurve, percent: number): number | null {
  return ageAtShare(curve.times, curve.survival, 1 - percent / 100);
}

/** The first of the ages at which the share is no more than the rest, or the middle of a flat step; null if none is. */
function ageAtShare(times: Float64Array, survival: Float64Array, rest: number): number | null {
  // Shares never rise from step to step.
  let step = 0;
  let end = times.length;
  while (step < end) {
    const middle = (step + end) >>> 1;
    if ((survival[middle] as number) > rest + TOLERANCE) step = middle + 1;
    else end = middle;
  }
  if (step === times.length) return null;
  const time = times[step] as number;
  const flat = Math.abs((survival[step] as number) - rest) <= TOLERANCE && step + 1 < times.length;
  return flat ? (time + (times[step + 1] as number)) / 2 : time;
}
