import type { Handoffs } from '../../../../contract/handoffs-schema.ts';
import { countOf, formatNumber } from '../../../../model/document/number-format.ts';

/** How often work changes hands. */
export function handoffsHeadline({ perItem, total }: Handoffs): string {
  if (total === null) return 'Hand-offs are not known: no source says who had an item through time.';
  if (total === 0) return 'No finished item changed hands.';
  const mean = perItem === null ? '' : `; ${formatNumber(perItem, 'number')} an item on average`;
  return `Finished items changed hands ${countOf(total, 'time')}${mean}.`;
}
