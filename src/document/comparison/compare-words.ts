import type { MetricComparison } from '../../contract/statistics/compare-schema.ts';
import { formatNumber, UNKNOWN } from '../../model/document/number-format.ts';
import { stageOf } from '../../model/statistics/compare-settings.ts';

export type Days = 'clock' | 'whole';

const LABELS: Readonly<Record<string, string>> = {
  cycleTime: 'Cycle time',
  leadTime: 'Lead time',
  flowEfficiency: 'Flow efficiency',
  sentBackShare: 'Sent back',
  blockedShare: 'Blocked time',
  wastedShare: 'Wasted labour',
};

/** What a table calls it. */
export function labelOf({ metric }: MetricComparison, unit: string): string {
  if (metric === 'throughput') return `Throughput a ${unit}`;
  return LABELS[metric] ?? stageOf(metric) ?? metric;
}

export function valueText(value: number | null, { unit }: MetricComparison, days: Days): string {
  return formatNumber(value, unit === 'per period' ? 'number' : unit, days);
}

/** A ratio with two digits after the point, where it is not large. */
export function ratioText(ratio: number | null): string {
  if (ratio === null) return UNKNOWN;
  if (ratio > 0 && ratio < 0.005) return '<0.01';
  return ratio < 9.995 ? ratio.toFixed(2) : formatNumber(ratio, 'number');
}

/** `0.71 (0.55–0.90)`. */
export function ratioWithInterval(ratio: number | null, interval: MetricComparison['interval']): string {
  // Resamples of nothing but 0 are 0: they tell nothing of how sure it is.
  if (interval === null || ratio === 0) return ratioText(ratio);
  return `${ratioText(ratio)} (${ratioText(interval[0])}–${ratioText(interval[1])})`;
}

/** `+4.3 d (-6.2 to +9.4)`: the unit once, where it is the same. */
export function differenceText(difference: number, interval: MetricComparison['interval'], days: Days): string {
  const texts = [difference, ...(interval ?? [])].map(
    (value) => `${value > 0 ? '+' : ''}${formatNumber(value, 'days', days)}`,
  );
  const units = new Set(texts.map((text) => / \S+$/.exec(text)?.[0]));
  const [middle, low, high] = texts.map((text, at) => (units.size === 1 && at > 0 ? text.replace(/ \S+$/, '') : text));
  return interval === null ? `${middle}` : `${middle} (${low} to ${high})`;
}

export function verdictWord({ a, b, verdict }: MetricComparison): string {
  if (verdict === 'tooFew' && a === 0 && b === 0) return 'none';
  return { improved: 'better', worse: 'worse', noEvidence: 'no evidence', tooFew: 'too few' }[verdict];
}
