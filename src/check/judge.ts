import type { CheckReport, CheckResult } from '../contract/statistics/check-schema.ts';
import { PitwallError } from '../model/errors.ts';
import type { Comparison } from '../model/statistics/check.ts';
import { pathText } from '../model/statistics/check.ts';
import type { FoundFigure } from './find-figure.ts';
import { percentileOf } from './full-path.ts';
import type { KnownCheck } from './known-path.ts';
import { type Days, messageOf } from './message.ts';

const HOURS_PER_DAY = 24;

/** Exact: what is shown as equal to the limit may still be beyond it. */
const HOLDS: Readonly<Record<Comparison, (value: number, limit: number) => boolean>> = {
  '<=': (value, limit) => value <= limit,
  '<': (value, limit) => value < limit,
  '>=': (value, limit) => value >= limit,
  '>': (value, limit) => value > limit,
  '==': (value, limit) => value === limit,
  '!=': (value, limit) => value !== limit,
};

/** Worst first. */
const ORDER = ['failed', 'noBaseline', 'tooFew', 'passed'] as const;

/**
 * The result of one check, given its figure.
 * @param baseline of a relative limit
 * @param days how its message tells days
 */
export function judge(
  check: KnownCheck,
  { n, value }: FoundFigure,
  baseline: CheckResult['baseline'],
  days: Days,
): CheckResult {
  if (check.minimum !== null && n === null && value !== null) {
    throw new PitwallError(
      'bad-check',
      `\`${pathText(check.path)}\` has no sample that \`minimum\` could be about`,
      check.where,
      'Remove `minimum`',
    );
  }
  const least = check.minimum ?? usualMinimum(check);
  const limit = limitOf(check, baseline);
  const judged = {
    name: check.name,
    check: check.text,
    path: pathText(check.full),
    operator: check.comparison,
    value,
    limit,
    unit: check.figure.unit,
    baseline,
    n,
    status: statusOf(check.comparison, value, limit, n !== null && n < least),
    level: check.level,
  };
  return { ...judged, message: messageOf(judged, least, days) };
}

function statusOf(
  comparison: Comparison,
  value: number | null,
  limit: number | null,
  small: boolean,
): CheckResult['status'] {
  if (value === null || small) return 'tooFew';
  if (limit === null) return 'noBaseline';
  return HOLDS[comparison](value, limit) ? 'passed' : 'failed';
}

/** In the unit of the figure; null for a multiple of a baseline that there is none of. */
function limitOf({ figure, limit }: KnownCheck, baseline: CheckResult['baseline']): number | null {
  if ('factor' in limit) return baseline === null || baseline.value === null ? null : limit.factor * baseline.value;
  if (limit.unit === '%') return limit.value / 100;
  return limit.unit === 'h' && figure.unit === 'days' ? limit.value / HOURS_PER_DAY : limit.value;
}

/**
 * The least sample of a figure: 5 for a median; for another percentile so many that three lie beyond it, such as 20 for
 * the 85th; 0 for the others.
 */
export function usualMinimum({ full }: Pick<KnownCheck, 'full'>): number {
  const point = percentileOf(full);
  const last = full.at(-1);
  if (point === null) return last !== undefined && 'key' in last && last.key.startsWith('median') ? 5 : 0;
  if (point === 50) return 5;
  const beyond = Math.min(point, 100 - point);
  return beyond <= 0 ? 1 : Math.ceil(300 / beyond);
}

/** How far within the limit, as a share of it; below 0 beyond it. */
function room({ limit, operator, value }: CheckResult): number {
  if (limit === null || value === null) return 0;
  const left = operator.startsWith('<') ? limit - value : value - limit;
  const distance = operator === '==' || operator === '!=' ? -Math.abs(left) : left;
  return distance / (Math.abs(limit) || 1);
}

/** The results with their counts, worst first; those that are equally bad stay in their order. */
export function summary(results: readonly CheckResult[]): CheckReport['check'] {
  const level = (result: CheckResult) => (result.status === 'failed' && result.level === 'warn' ? 0.5 : 0);
  const rank = (result: CheckResult) => ORDER.indexOf(result.status) + level(result);
  const count = (status: CheckResult['status']) => results.filter((result) => result.status === status).length;
  return {
    results: [...results].sort((a, b) => rank(a) - rank(b) || room(a) - room(b)),
    passed: count('passed'),
    failed: count('failed'),
    tooFew: count('tooFew'),
    noBaseline: count('noBaseline'),
  };
}
