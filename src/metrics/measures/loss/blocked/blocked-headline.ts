import type { Blocked } from '../../../../contract/blocked-schema.ts';
import { formatNumber, itemDays } from '../../../../model/document/number-format.ts';

/** How long items were held up, and by what most. */
export function blockedHeadline({ blockedDays, reasons, waitingDays }: Blocked): string {
  if (blockedDays + waitingDays === 0) return 'No item was blocked or waited in a waiting stage within the window.';
  const blocked = `were blocked for ${itemDays(blockedDays)}`;
  const waited = `waited ${itemDays(waitingDays)}`;
  const days =
    blockedDays === 0
      ? `Items ${waited}, and none was blocked`
      : `Items ${blocked}${waitingDays === 0 ? '' : ` and ${waited}`}`;
  const [first] = reasons;
  if (first === undefined || first.share === null) return `${days}.`;
  const what = first.kind === 'waiting' ? `in ${first.reason}` : `under the flag ${first.reason ?? 'without a reason'}`;
  return `${days}; ${formatNumber(first.share, 'share')} of that ${what}.`;
}
