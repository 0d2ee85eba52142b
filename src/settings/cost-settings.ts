import type { Configuration } from '../contract/configuration.ts';
import type { CostSettings } from '../model/settings.ts';
import type { AnalyzeOptions } from './analyze-options.ts';
import { optionError } from './problems/option-problem.ts';

/** More would only be a slip, and sums of it might leave the range of numbers. */
const MOST_AMOUNT = 1e9;

/** The options that price time. */
export type CostOptions = Pick<AnalyzeOptions, 'rate' | 'delayRate' | 'currency' | 'handoffMinutes'>;

/** Checks prices and minutes before a file is read. */
export function checkCostOptions({ rate, delayRate, currency, handoffMinutes }: CostOptions): void {
  checkAmount('--rate', rate, 'an amount an hour', '55');
  checkAmount('--delay-rate', delayRate, 'an amount a day', '40');
  checkAmount('--handoff-minutes', handoffMinutes, 'a number of minutes', '20');
  if (currency !== undefined && (typeof currency !== 'string' || currency.trim() === '')) {
    throw optionError('--currency', 'no currency is named', 'Write a currency, such as EUR');
  }
}

function checkAmount(option: string, value: number | undefined, what: string, example: string): void {
  if (value === undefined || (value >= 0 && value <= MOST_AMOUNT)) return;
  throw optionError(option, `\`${value}\` is not ${what}`, `Write a number from 0 to a billion, such as ${example}`);
}

/** The complete settings for costs; options override the configuration. Without rates, figures have hours but no money. */
export function costSettingsOf(cost: Configuration['cost'], options: CostOptions = {}): CostSettings {
  const { currency, hourlyRate, rates, delayPerDay, delayBasis, handoffMinutes, effort, staleAfterDays } = cost ?? {};
  const delay = typeof delayPerDay === 'number' ? { default: delayPerDay } : (delayPerDay ?? {});
  return {
    currency: options.currency?.trim() ?? currency ?? null,
    hourlyRate: options.rate ?? hourlyRate ?? null,
    rates: { assignee: rates?.assignee ?? {}, stage: rates?.stage ?? {} },
    delayPerDay: { default: options.delayRate ?? delay.default ?? null, byType: delay.byType ?? {} },
    delayBasis: delayBasis ?? 'elapsed',
    handoffMinutes: options.handoffMinutes ?? handoffMinutes ?? null,
    effort: effort ?? 'shared',
    staleAfterDays: staleAfterDays ?? null,
  };
}
