import { livesInWindow } from '../../metrics/derive/cost/charged-items.ts';
import { METRICS } from '../../metrics/index.ts';
import type { MetricInput } from '../../metrics/metric-input.ts';

/**
 * The share of labour that was wasted in each period, as `waste` says of that window; null where none is charged.
 *
 * @param bounds the instants between the periods, and those before the first and after the last, ascending
 */
export function wastedShares(input: MetricInput, bounds: Float64Array): (number | null)[] {
  // Charges are remembered by the facts that they come from: those of a period must not displace the window's.
  const facts = { ...input.facts };
  return Array.from(bounds.subarray(1), (to, at) => {
    const period = { ...input, facts, window: { from: bounds[at] as number, to } };
    const selection = input.selection.filter((item) => livesInWindow(period, item));
    if (selection.length === 0) return null;
    return METRICS.waste.compute({ ...period, selection }, false).labour.wastedShare;
  });
}
