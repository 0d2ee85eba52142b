import type { CycleTime } from '../../../contract/result.ts';
import { survivalPercentiles } from '../../../stats/survival/index.ts';
import type { MetricInput } from '../../metric-input.ts';
import { byPoint } from '../distribution-of.ts';
import { windowCurve } from './window-curve.ts';

/** With fewer items open, the percentiles of the finished ones tell nearly the same. */
const LEAST_OPEN = 0.05;

type Censored = Pick<CycleTime, 'censoring' | 'censoredPercentilesDays' | 'censoredPercentileIntervalsDays'>;

/** The percentiles of the time from start to finish with the items that are still open, where these are many. */
export function censoredTimes(input: MetricInput): Censored {
  const { curve, dropped, open } = windowCurve(input);
  const { points } = input.percentiles;
  const { count, last, leftOut } = curve;
  const censoring = { items: count, open, dropped, lastDays: last, finishesLeftOut: leftOut };
  if (count === 0 || open < LEAST_OPEN * count) {
    return { censoring, censoredPercentilesDays: null, censoredPercentileIntervalsDays: null };
  }
  const found = survivalPercentiles(curve, points);
  return {
    censoring,
    censoredPercentilesDays: byPoint(
      points,
      found.map(({ value }) => value),
    ),
    censoredPercentileIntervalsDays: byPoint(
      points,
      found.map(({ high, low }): [number | null, number | null] => [low, high]),
    ),
  };
}
