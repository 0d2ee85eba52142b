import { formatNumber, UNKNOWN } from './number-format.ts';

/** An amount with its currency, as far as one is named: `1640 EUR`. */
export function moneyText(amount: number | null, currency: string | null): string {
  if (amount === null) return UNKNOWN;
  return `${formatNumber(amount, 'number')}${currency === null ? '' : ` ${currency}`}`;
}
