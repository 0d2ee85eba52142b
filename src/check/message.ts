import type { CheckResult } from '../contract/check-schema.ts';
import { formatNumber } from '../model/number-format.ts';

const WORDS: Readonly<Record<CheckResult['operator'], string>> = {
  '<=': 'at most',
  '<': 'less than',
  '>=': 'at least',
  '>': 'more than',
  '==': 'exactly',
  '!=': 'anything but',
};

/** A result in words: `cycleTime.p85 is 29.8 d (sample of 100); the limit is at most 20.0 d`. */
export function messageOf(result: Omit<CheckResult, 'message'>, least: number): string {
  const { check, limit, n, operator, status, unit, value } = result;
  const figure = check.slice(0, check.lastIndexOf(` ${operator} `));
  if (value === null) return `${figure} is not known: the data cannot support it`;
  const shown = `${figure} is ${formatNumber(value, unit)}`;
  if (status === 'tooFew') return `${shown} of a sample of ${n}; ${least} are needed to judge it`;
  const known = n === null ? shown : `${shown} (sample of ${n})`;
  if (limit === null) return `${known}; its limit needs a baseline, and there is no history to take one from`;
  const bound = `${WORDS[operator]} ${formatNumber(limit, unit)}`;
  return status === 'passed' ? `${known}, within the limit: ${bound}` : `${known}; the limit is ${bound}`;
}
