import type { SurvivalCurve } from './kaplan-meier.ts';
import { shareInterval } from './survival-interval.ts';

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
  const rest = 1 - percent / 100;
  const value = ageAtShare(curve.times, curve.survival, rest);
  const result: SurvivalPercentile = { value, moreThan: value === null ? curve.last : null, low: null, high: null };
  for (let step = 0; step < curve.times.length; step++) {
    const { low, high } = shareInterval(curve, step);
    const time = curve.times[step] as number;
    if (result.low === null && low !== null && low <= rest + TOLERANCE) result.low = time;
    if (result.high === null && high !== null && high <= rest + TOLERANCE) {
      result.high = time;
      break;
    }
  }
  return result;
}

/** The first of the ages at which the share is no more than the rest, or the middle of a flat step; null if none is. */
function ageAtShare(times: Float64Array, survival: Float64Array, rest: number): number | null {
  for (let step = 0; step < times.length; step++) {
    const share = survival[step] as number;
    if (share > rest + TOLERANCE) continue;
    const time = times[step] as number;
    const flat = Math.abs(share - rest) <= TOLERANCE && step + 1 < times.length;
    return flat ? (time + (times[step + 1] as number)) / 2 : time;
  }
  return null;
}
