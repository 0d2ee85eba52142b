import type { Distribution } from '../../contract/distribution-schema.ts';
import type { Head, LeftOut } from '../../contract/result.ts';
import { countOf, formatNumber } from '../../model/document/number-format.ts';
import { dateWords } from '../../model/time/date-words.ts';

/** Fewer items than this say little of the next ones. */
const FEW = 10;

/** How a head's values are written. */
export function notationOf({ basis, timeZone }: Head): { timeZone: string; days: 'clock' | 'whole' } {
  return { timeZone, days: basis === 'working' ? 'whole' : 'clock' };
}

/** Days as a sentence says them. */
export function daysText(days: number | null, { basis }: Head): string {
  return formatNumber(days, 'days', basis === 'working' ? 'whole' : 'clock');
}

/** The configured percentile nearest to a wanted one, and its value. */
export function percentileNear(
  { percentilesDays }: Pick<Distribution, 'percentilesDays'>,
  wanted: number,
): { point: number; days: number } | null {
  let best: { point: number; days: number } | null = null;
  for (const [key, days] of Object.entries(percentilesDays)) {
    const point = Number(key);
    if (days !== null && (best === null || Math.abs(point - wanted) < Math.abs(best.point - wanted)))
      best = { point, days };
  }
  return best;
}

/** `85 % of 100 finished items took 29.8 d or less`, or what can be said of a few. */
export function promise(times: Distribution, head: Head): string {
  const most = daysText(times.maxDays, head);
  if (times.count === 1) return `The only finished item took ${most}`;
  const items = countOf(times.count, 'finished item');
  const near = percentileNear(times, 85);
  if (times.count < FEW || near === null) return `Few to go by: all of ${items} took ${most} or less`;
  return `${near.point} % of ${items} took ${daysText(near.days, head)} or less`;
}

/** What was left out, a sentence a reason. */
export function leftOutNotes(leftOut: readonly LeftOut[]): string[] {
  return leftOut.map(({ items, reason }) => `Left out: ${countOf(items, 'item')}, as ${reason}.`);
}

/** `from Mon 5 Jan 2026 to Sun 28 Jun 2026`. */
export function fromTo(first: string, last: string): string {
  return `from ${dateWords(first)} to ${dateWords(last)}`;
}
