import { leakOf } from './analysis/answers/yearly-leak.ts';
import type { LeakReport } from './contract/leak-schema.ts';
import { VERSION } from './model/version.ts';
import { type LeakOptions, leakSettingsOf } from './settings/leak-options.ts';
import { settingsOf } from './settings/settings-of.ts';

/**
 * What minutes that are lost again and again cost in a year: minutes × people × occasions. It reads no export. The
 * calendar, the sprint and the rate come from the configuration.
 *
 * @throws PitwallError if the configuration or an option is wrong
 */
export async function leak(options: LeakOptions): Promise<LeakReport> {
  const recurring = leakSettingsOf(options);
  const { currency, rate } = options;
  const { settings } = await settingsOf(options.configuration, {
    ...(rate === undefined ? {} : { rate }),
    ...(currency === undefined ? {} : { currency }),
  });
  return { schemaVersion: 1, tool: { name: 'pitwall', version: VERSION }, leak: leakOf(recurring, settings) };
}
