import type { Configuration } from '../contract/configuration.ts';
import type { CostSettings } from '../model/settings.ts';

/** What time costs, complete: hours without money where nothing is configured. */
export function costSettingsOf(cost: Configuration['cost']): CostSettings {
  const { currency, hourlyRate, rates, delayPerDay, delayBasis, handoffMinutes, effort, staleAfterDays } = cost ?? {};
  return {
    currency: currency ?? null,
    hourlyRate: hourlyRate ?? null,
    rates: { assignee: rates?.assignee ?? {}, stage: rates?.stage ?? {} },
    delayPerDay:
      typeof delayPerDay === 'number'
        ? { default: delayPerDay, byType: {} }
        : { default: delayPerDay?.default ?? null, byType: delayPerDay?.byType ?? {} },
    delayBasis: delayBasis ?? 'elapsed',
    handoffMinutes: handoffMinutes ?? null,
    effort: effort ?? 'shared',
    staleAfterDays: staleAfterDays ?? null,
  };
}
