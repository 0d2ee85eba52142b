import type { Waste } from '../../../../contract/result.ts';
import { moneyText } from '../../../../model/document/money.ts';
import { formatNumber, itemDays } from '../../../../model/document/number-format.ts';
import { pricesDelay, pricesLabour } from '../../../view/waste-words.ts';

/** Labour and delay, each by itself: they are different money. */
export function wasteHeadline(data: Waste): string {
  const { currency, delay, labour } = data;
  const priced = (amount: number | null, isPriced: boolean) => (isPriced ? ` (${moneyText(amount, currency)})` : '');
  const share = labour.wastedShare === null ? '' : `, ${formatNumber(labour.wastedShare, 'share')}`;
  const hours =
    labour.hours === 0
      ? 'No labour is charged'
      : `${formatNumber(labour.wastedHours, 'hours')} of ${formatNumber(labour.hours, 'hours')} charged went into waste${share}${priced(labour.wastedCost, pricesLabour(data))}`;
  return `${hours}; items waited or were blocked for ${itemDays(delay.days)}${priced(delay.cost, pricesDelay(data))}.`;
}
