import { DAY_MS } from '../../../model/time/units.ts';
import type { MetricInput } from '../../metric-input.ts';

/** Time in the days of `delayBasis`, whatever the basis of the analysis. */
export interface DelayTime {
  /** Milliseconds between two instants of the window, elapsed or working. Whole ones, so that differences are exact. */
  between: (from: number, to: number) => number;
  /** Milliseconds of one day: 24 hours, or the calendar's full working day. */
  dayMs: number;
}

export function delayTimeOf({ calendar, cost, window }: MetricInput): DelayTime {
  // Without a window there is no time to measure, and no calendar to lay out.
  if (cost.delayBasis === 'elapsed' || !(window.from < window.to))
    return { between: (from, to) => to - from, dayMs: DAY_MS };
  const working = calendar();
  return { between: (from, to) => working.between(from, to), dayMs: working.fullDayMs };
}
