import type { Wip } from '../../../../contract/result.ts';
import { countOf, formatNumber } from '../../../../model/document/number-format.ts';

/** How many items are in progress, and whether that is usual. */
export function wipHeadline({ average, current, leftOut, paused }: Wip): string {
  const known = leftOut.some(({ items }) => items > 0) ? ' with a known start' : '';
  const usual = average === null ? '' : `; ${formatNumber(average, 'number')} on average over the window`;
  if (current === 0) return `No item${known} is in progress${usual}.`;
  const of = paused === 0 ? '' : `, ${formatNumber(paused, 'items')} of them paused`;
  return `${countOf(current, 'item')}${known} ${current === 1 ? 'is' : 'are'} in progress${of}${usual}.`;
}
