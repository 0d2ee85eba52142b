import { describe, expect, it } from 'vitest';
import type { Forecast, ForecastReport } from '../../src/contract/statistics/forecast-schema.ts';
import { forecastDocument } from '../../src/document/outlook/forecast-document.ts';
import { REPORTERS } from '../../src/report/index.ts';
import { itemList } from './sample-report.ts';

const { itemList: _, ...head } = itemList;

const FORECAST: Forecast = {
  seed: 1,
  trials: 10_000,
  status: 'ok',
  reason: null,
  history: { from: '2026-06-01', to: '2026-11-29', weeks: 26, finished: 104 },
  scope: { kind: 'none', from: null, to: null },
  items: { count: 16, source: 'open' },
  when: { 50: '2026-12-28', 70: '2027-01-05', 85: '2027-01-12', 95: '2027-01-21' },
  howMany: null,
  chance: null,
  backtest: null,
  warnings: [{ code: 'unknownShutdowns', message: 'No days off are known ahead.' }],
};
const reportOf = (forecast: Partial<Forecast>): ForecastReport => ({ ...head, forecast: { ...FORECAST, ...forecast } });

const BY: Partial<Forecast> = {
  howMany: { by: '2026-12-18', 50: 12, 70: 10, 85: 8, 95: 6 },
  chance: { by: '2026-12-18', items: 16, share: 0.23 },
};
const BACKTEST: Forecast['backtest'] = {
  horizonWeeks: 4,
  origins: 2,
  held: { 50: 0.5, 85: 0.5, 95: 1 },
  interval: [0.09, 0.91],
  pinball: 1.2,
  byOrigin: [
    { from: '2026-10-05', to: '2026-11-01', said: { 50: 16, 85: 12, 95: 9 }, came: 18 },
    { from: '2026-11-02', to: '2026-11-29', said: { 50: 16, 85: 12, 95: 9 }, came: 10 },
  ],
};
const TOO_FEW: Partial<Forecast> = {
  status: 'tooFew',
  reason: '5 complete weeks of 8 needed',
  when: null,
  warnings: [],
};

const screens: Record<string, Partial<Forecast>> = {
  forecast: BY,
  'forecast-backtest': { backtest: BACKTEST, scope: { kind: 'factor', from: 1, to: 1.3 } },
  'forecast-too-few': TOO_FEW,
};

describe('what forecast prints', () => {
  it.each(Object.keys(screens))('%s, as a table and in Markdown', async (name) => {
    const document = forecastDocument(reportOf(screens[name] as Partial<Forecast>));
    for (const [form, extension] of [
      ['table', 'txt'],
      ['markdown', 'md'],
    ] as const) {
      const text = REPORTERS.find(({ id }) => id === form)?.render(document, { width: 80, color: false });
      await expect(text).toMatchFileSnapshot(`golden/${name}.${extension}`);
    }
  });

  const headlineOf = (forecast: Partial<Forecast>) => forecastDocument(reportOf(forecast)).title;

  it('is the answer first', () => {
    expect(headlineOf({})).toBe('85 % sure: 16 open items done by Tue 12 Jan 2027.');
    expect(headlineOf({ items: { count: 1, source: 'in-progress' } })).toBe(
      '85 % sure: 1 item in progress done by Tue 12 Jan 2027.',
    );
    expect(headlineOf(BY)).toBe('85 % sure: 16 open items done by Tue 12 Jan 2027; 8 or more by Fri 18 Dec 2026.');
    expect(headlineOf(TOO_FEW)).toBe('Too few data for a forecast: 5 complete weeks of 8 needed.');
  });

  it('promises nothing where nobody can say', () => {
    const when = { 50: '2028-12-28', 70: null, 85: null, 95: null };
    expect(headlineOf({ when })).toBe('No date within 3 years is 85 % sure for 16 open items.');
    expect(headlineOf({ when, ...BY })).toBe(
      'No date within 3 years is 85 % sure for 16 open items; by Fri 18 Dec 2026 8 or more.',
    );
    const nothing = forecastDocument(reportOf({ items: { count: 0, source: 'open' } }));
    expect(nothing.title).toBe('Nothing is left to do.');
    expect(nothing.sections.find(({ id }) => id === 'forecast')?.parts).toEqual([]);
  });

  it('never says that a chance is none, or certain', () => {
    const chance = (share: number) =>
      JSON.stringify(forecastDocument(reportOf({ ...BY, chance: { by: '2026-12-18', items: 16, share } })).sections);
    expect(chance(0.01)).toContain('1 % or less');
    expect(chance(0.99)).toContain('99 % or more');
  });
});
