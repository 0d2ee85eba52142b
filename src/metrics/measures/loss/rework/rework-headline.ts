import type { Rework } from '../../../../contract/rework-schema.ts';
import { countOf, formatNumber } from '../../../../model/document/number-format.ts';

/** How much of the work was done again. */
export function reworkHeadline({ items, reopened, shareOfActive }: Rework): string {
  const back = `${countOf(items, 'finished item')} went back, and ${formatNumber(reopened, 'items')} ${reopened === 1 ? 'was' : 'were'} reopened`;
  if (shareOfActive === null)
    return 'How much work was done again is not known: no finished item has known active time.';
  if (items === 0 && reopened === 0) return 'No finished item went back or was reopened.';
  return `${formatNumber(shareOfActive, 'share')} of the active time was work done again; ${back}.`;
}
