import type { CheckResult } from '../contract/statistics/check-schema.ts';
import { formatNumber } from '../model/document/number-format.ts';

const WORDS: Readonly<Record<CheckResult['operator'], string>> = {
  '<=': 'at most',
  '<': 'less than',
  '>=': 'at least',
  '>': 'more than',
  '==': 'exactly',
  '!=': 'anything but',
};

/** Whether days of less than one are told in hours and minutes, or as a part of a working day. */
export type Days = 'clock' | 'whole';

/** A result in words: `cycleTime.p85 is 29.8 d (sample of 100); the limit is at most 20.0 d`. */
export function messageOf(result: Omit<CheckResult, 'message'>, least: number, days: Days): string {
  const { baseline, check, limit, n, operator, status, unit, value } = result;
  const figure = check.slice(0, check.lastIndexOf(` ${operator} `));
  if (value === null) return `${figure} is not known: the data cannot support it`;
  const shown = `${figure} is ${formatNumber(value, unit, days)}`;
  if (status === 'tooFew') return `${shown} of a sample of ${n}; ${least} are needed to judge it`;
  const known = n === null ? shown : `${shown} (sample of ${n})`;
  if (limit === null) return `${known}; its limit needs a baseline, and ${baseline?.reason}`;
  const bound = `${WORDS[operator]} ${formatNumber(limit, unit, days)}${relation(result, days)}`;
  return status === 'passed' ? `${known}, within the limit: ${bound}` : `${known}; the limit is ${bound}`;
}

/** ` (1.1 × 9.1 d, the median of 8 snapshots)`. */
function relation({ baseline, unit }: Pick<CheckResult, 'baseline' | 'unit'>, days: Days): string {
  if (baseline === null) return '';
  const of = baseline.periods === 1 ? 'the only snapshot' : `the median of ${baseline.periods} snapshots`;
  return ` (${formatNumber(baseline.factor, 'number')} × ${formatNumber(baseline.value, unit, days)}, ${of})`;
}
