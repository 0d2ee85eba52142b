import type { Risk } from '../../../../contract/statistics/risk-schema.ts';
import { countOf, formatNumber } from '../../../../model/document/number-format.ts';
import type { Basis } from '../../../../model/settings.ts';

/** How many of the open items will probably not make it, and where to start. */
export function riskHeadline(data: Risk, basis: Basis): string {
  const { byItem, expectation, items, late, unknown, unlikely } = data;
  if (items === 0) return 'Nothing is in progress, so nothing is at risk.';
  const open = countOf(items, 'open item');
  if (expectation.days === null) {
    return `No chance is known for ${open}: with so many items still open it is not known how long 85 % take, and no expectation is set (--sle 10d).`;
  }
  const days = formatNumber(expectation.days, 'days', basis === 'working' ? 'whole' : 'clock');
  if (unknown === items) return `No chance is known for ${open}: no other item was ever so old.`;
  const some = unknown === 0 ? '' : `; of ${countOf(unknown, 'item')} it is not known`;
  if (late + unlikely === 0) {
    if (unknown > 0) return `None of ${countOf(items - unknown, 'open item')} will probably miss ${days}${some}.`;
    return `${items === 1 ? 'The only open item' : `All ${open}`} will probably make ${days}.`;
  }
  // What is late has missed it already: what can still make it comes first.
  const start = (unlikely > 0 ? byItem.find((item) => !item.late) : byItem[0])?.id;
  return `${missesOf(data, open, days)}${some}; start with ${start}.`;
}

function missesOf({ late, unlikely }: Risk, open: string, days: string): string {
  if (late === 0) return `${unlikely} of ${open} will probably miss ${days}`;
  if (unlikely === 0) return `${late} of ${open} ${late === 1 ? 'has' : 'have'} missed ${days}`;
  const already = `${late} of these ${late === 1 ? 'has' : 'have'} already`;
  return `${late + unlikely} of ${open} will probably miss ${days}, and ${already}`;
}
