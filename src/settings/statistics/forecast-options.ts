import type { ForecastSettings } from '../../model/statistics/forecast-settings.ts';
import { dayOfDate } from '../../model/time/zone.ts';
import { optionError } from '../problems/option-problem.ts';

/** The options of a forecast. */
export interface ForecastOptions {
  /** A local date, at whose end to say how many: `2026-12-18`. */
  by?: string;
  /** How much is left: a number, `open` (in progress and not started; the default) or `in-progress`. */
  items?: number | string;
  /** How that grows on the way: `none` (the default), `growth` (as before) or a factor, `1.0..1.3`. */
  scope?: string;
  /** How far back it looks: whole weeks, `26w` by default. */
  sample?: string;
  /** Where its random numbers start: a whole number, 1 by default. */
  seed?: number;
  /** Whether to try it on the past as well. */
  backtest?: boolean;
  /** Whether to add the distribution of the date and the burn-up, which `chart forecast` draws. */
  distribution?: boolean;
}

const MOST_SAMPLE_WEEKS = 520;
/** More than that nobody has, and nobody finishes. */
const MOST_ITEMS = 1e9;
const MOST_FACTOR = 1000;

/** @throws PitwallError `bad-option` */
export function forecastSettingsOf(options: ForecastOptions): ForecastSettings {
  const {
    backtest = false,
    by,
    distribution = false,
    items = 'open',
    sample = '26w',
    scope = 'none',
    seed = 1,
  } = options;
  const settings = {
    byDay: by === undefined ? null : dayOf(by),
    items: itemsOf(items),
    scope: scopeOf(scope),
    sampleWeeks: weeksOf(sample),
    seed: seedOf(seed),
    backtest,
    distribution,
  };
  if (settings.scope.kind === 'growth' && settings.items === 'in-progress') {
    throw optionError(
      '--scope',
      '`growth` adds new items, which are none of those in progress',
      'Leave it out, or write --items open',
    );
  }
  return settings;
}

function dayOf(by: string): number {
  const day = dayOfDate(String(by).trim());
  if (Number.isNaN(day)) {
    throw optionError('--by', `\`${by}\` is no date`, 'Write a date that exists, such as 2026-12-18');
  }
  return day;
}

function itemsOf(items: number | string): ForecastSettings['items'] {
  const text = String(items).trim();
  if (text === 'open' || text === 'in-progress') return text;
  const count = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (count <= MOST_ITEMS) return count;
  throw optionError(
    '--items',
    `\`${items}\` is not a number of items`,
    `Write a whole number from 0 to ${MOST_ITEMS}, \`open\` or \`in-progress\``,
  );
}

const FACTORS = /^(\d+(?:\.\d+)?)\.\.(\d+(?:\.\d+)?)$/;

function scopeOf(scope: string): ForecastSettings['scope'] {
  const text = String(scope).trim();
  if (text === 'none' || text === 'growth') return { kind: text };
  const [, low = '', high = ''] = FACTORS.exec(text) ?? [];
  const from = Number(low);
  const to = Number(high);
  if (from > 0 && to >= from && to <= MOST_FACTOR) return { kind: 'factor', from, to };
  throw optionError(
    '--scope',
    `\`${scope}\` is no scope`,
    'Write `none`, `growth`, or the least and the most that it may become, such as `1.0..1.3` for up to 30 % more',
  );
}

function weeksOf(sample: string): number {
  const weeks = Number(/^(\d+)w$/.exec(String(sample).trim())?.[1]);
  if (weeks >= 1 && weeks <= MOST_SAMPLE_WEEKS) return weeks;
  throw optionError('--sample', `\`${sample}\` is not a number of weeks`, 'Write whole weeks, such as 26w');
}

function seedOf(seed: number): number {
  if (Number.isSafeInteger(seed) && seed >= 0) return seed;
  throw optionError('--seed', `\`${seed}\` is not a seed`, 'Write a whole number, 0 or more');
}
