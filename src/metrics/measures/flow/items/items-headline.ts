import type { Items } from '../../../../contract/result.ts';
import { countOf, formatNumber } from '../../../../model/document/number-format.ts';

/** How many items were finished, and where the others are. */
export function itemsHeadline(data: Items): string {
  const { droppedUndated, finishedUndated, inProgress, inWindow, notStarted, total } = data;
  if (total === 0) return 'There are no items.';
  const over = finishedUndated + droppedUndated;
  const others = [
    `${formatNumber(inProgress, 'items')} ${inProgress === 1 ? 'is' : 'are'} in progress`,
    `${formatNumber(notStarted, 'items')} not started`,
    ...(over === 0 ? [] : [`${formatNumber(over, 'items')} over since an unknown instant`]),
  ];
  const { finished } = inWindow;
  const done = `${formatNumber(finished, 'items')} of ${countOf(total, 'item')} ${finished === 1 ? 'was' : 'were'} finished in the window`;
  return `${done}; ${others.slice(0, -1).join(', ')} and ${others.at(-1)}.`;
}
