import type { Configuration } from '../../contract/configuration.ts';
import type { Settings } from '../../model/settings.ts';
import { optionError } from '../problems/option-problem.ts';

const USUAL_SHARE = 0.85;
const MOST_DAYS = 36_525;
const EXPECTATION = /^(\d+(?:\.\d+)?)\s*d(?:\s*@\s*(\d+(?:\.\d+)?)\s*%)?$/;

/**
 * By when a share of the items should be done.
 * @param option `10d`, or `10d@85%`; it goes before the configuration
 * @throws PitwallError `bad-option`
 */
export function expectationSettingsOf(configured: Configuration['sle'], option: string | undefined): Settings['sle'] {
  if (option !== undefined) return { ...parsed(option), source: 'option' };
  if (configured === undefined) return null;
  return { days: configured.days, share: configured.share ?? USUAL_SHARE, source: 'configuration' };
}

function parsed(option: string): { days: number; share: number } {
  const [, days = '', percent] = EXPECTATION.exec(String(option).trim()) ?? [];
  const expectation = { days: Number(days), share: percent === undefined ? USUAL_SHARE : Number(percent) / 100 };
  if (expectation.days > 0 && expectation.days <= MOST_DAYS && expectation.share > 0 && expectation.share < 1) {
    return expectation;
  }
  throw optionError(
    '--sle',
    `\`${option}\` is no expectation`,
    'Write the days within which items should be done, and the share of them: 10d or 10d@85%',
  );
}
