import type { Expectation } from '../../../contract/statistics/risk-schema.ts';
import { survivalValue } from '../../../stats/survival/index.ts';
import type { MetricInput } from '../../metric-input.ts';
import { windowCurve } from './window-curve.ts';

const USUAL_PERCENT = 85;

/** The service level expectation; where nobody set one, the 85th percentile with the open items. */
export function expectationOf(input: MetricInput): Expectation {
  const { sle } = input;
  if (sle !== null) return { days: sle.days, share: sle.share, source: sle.source };
  const days = survivalValue(windowCurve(input).curve, USUAL_PERCENT);
  return { days, share: USUAL_PERCENT / 100, source: 'censoredPercentile' };
}
