// Ten weeks with one item on each working day: all that is left to chance is the rate, e^z with z of standard deviation
// 0.04 in the first week, and one random fraction u of an item. So the answers can be worked out by hand.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnalyzeOptions, type ForecastOptions, open } from '../../src/index.ts';
import { dayOf2026, steadyTeam } from './steady-team.ts';

/** From the first Monday to the end of the tenth Sunday. */
const TEN_WEEKS = { from: '2026-01-05', asOf: '2026-03-15' };
const FIRST_FRIDAY = '2026-03-20';

async function forecastOf(asked: ForecastOptions = {}, options: AnalyzeOptions = {}, input = steadyTeam(10, 5)) {
  return (await (await open(input, { ...TEN_WEEKS, ...options })).forecast(asked)).forecast;
}

describe('a forecast', () => {
  it('says when: five items take a week of five', async () => {
    const { history, items, status, when } = await forecastOf();
    expect(status).toBe('ok');
    expect(history).toEqual({ from: '2026-01-05', to: '2026-03-15', weeks: 10, finished: 50 });
    expect(items).toEqual({ count: 5, source: 'open' });
    // By Friday 5e^z + u are done: 5 or more with 1 − 5 · 0.04 · √(2/π) ÷ 2 = 0.92. By Thursday 4e^z + u are, with 0.06.
    expect(when).toEqual({ 50: FIRST_FRIDAY, 70: FIRST_FRIDAY, 85: FIRST_FRIDAY, 95: '2026-03-23' });
  });

  it('says how many, and the chance of all', async () => {
    const { chance, howMany } = await forecastOf({ by: FIRST_FRIDAY });
    // 5 with 0.92, 6 with 5 · 0.04 · √(2/π) ÷ 2 = 0.08.
    expect(howMany).toEqual({ by: FIRST_FRIDAY, 50: 5, 70: 5, 85: 5, 95: 4 });
    expect(chance).toMatchObject({ by: FIRST_FRIDAY, items: 5 });
    expect(chance?.share).toBeGreaterThan(0.91);
    expect(chance?.share).toBeLessThan(0.93);
  });

  it('knows holidays: a week of four working days brings four, those of the holiday on the next day', async () => {
    const calendar = { holidays: ['2026-03-18'] };
    const short = await forecastOf({ by: FIRST_FRIDAY }, { configuration: { calendar } });
    expect(short.howMany).toMatchObject({ 50: 4, 85: 4, 95: 3 });
    expect(short.when).toMatchObject({ 85: '2026-03-23' });
    expect(short.warnings.map(({ code }) => code)).not.toContain('unknownShutdowns');
    // Holidays of the past say nothing of those to come.
    const past = await forecastOf({}, { configuration: { calendar: { holidays: ['2026-01-10'] } } });
    expect(past.warnings.map(({ code }) => code)).toEqual(['unknownShutdowns']);
  });

  it('lets the scope grow: by a factor it is as if there were more, by growth it ends later', async () => {
    const twice = await forecastOf({ scope: '2.0..2.0' });
    const ten = await forecastOf({ items: 10 });
    expect(twice.when).toEqual(ten.when);
    expect(twice.scope).toEqual({ kind: 'factor', from: 2, to: 2 });
    // As many are created as finish.
    const growth = await forecastOf({ scope: 'growth', by: FIRST_FRIDAY });
    expect(growth.howMany).toEqual((await forecastOf({ by: FIRST_FRIDAY })).howMany);
    expect(growth.when?.[85]).toBe(null);
  });

  it('takes from the growth what is dropped', async () => {
    // Five are created and finished a week, and an older one is dropped each Friday: the five that are left take five weeks.
    const dropped = Array.from(
      { length: 10 },
      (_, week) => `D-${week},Story,Doing,2026-01-01T09:00:00Z\nD-${week},Story,Cancelled,${dayOf2026(7 * week + 4)}\n`,
    );
    const data = (steadyTeam(10, 5) as { data: string }).data + dropped.join('');
    const { when } = await forecastOf({ scope: 'growth' }, {}, { name: 'log.csv', data });
    expect(when?.[50] ?? '').toMatch(/^2026-04-(0[6-9]|1\d|2\d)$/);
  });

  it('counts what is left as asked', async () => {
    const waiting = {
      name: 'log.csv',
      data: `${(steadyTeam(10, 5) as { data: string }).data}W-1,Story,Backlog,2026-01-05T10:00:00Z\n`,
    };
    expect((await forecastOf({}, {}, waiting)).items).toEqual({ count: 6, source: 'open' });
    expect((await forecastOf({ items: 'in-progress' }, {}, waiting)).items).toEqual({
      count: 5,
      source: 'in-progress',
    });
    expect((await forecastOf({ items: '40' }, {}, waiting)).items).toEqual({ count: 40, source: 'option' });
    const stories = await forecastOf({}, { where: ['type=Bug'] });
    expect(stories.items.count).toBe(0);
    expect(stories.history.finished).toBe(25);
  });

  it('of nothing that is left is done on the day of asOf', async () => {
    const { chance, when, warnings } = await forecastOf({ items: 0, by: FIRST_FRIDAY });
    expect(when).toEqual({ 50: '2026-03-15', 70: '2026-03-15', 85: '2026-03-15', 95: '2026-03-15' });
    expect(chance).toBe(null);
    expect(warnings.map(({ code }) => code)).toContain('nothingLeft');
  });

  it('of more than three years of work has no date', async () => {
    const { chance, when } = await forecastOf({ items: 100_000, by: FIRST_FRIDAY });
    expect(when).toEqual({ 50: null, 70: null, 85: null, 95: null });
    expect(chance?.share).toBe(0.01);
  });

  it('is tried on the past, each time from what was known then', async () => {
    const { backtest } = await forecastOf({ backtest: true, by: FIRST_FRIDAY });
    // Less than a week ahead is a week; after eight weeks there are two to come.
    expect(backtest).toMatchObject({ horizonWeeks: 1, origins: 2, held: { 85: 1, 95: 1 } });
    expect(backtest?.byOrigin).toEqual([
      { from: '2026-03-02', to: '2026-03-08', said: { 50: 5, 85: 5, 95: 4 }, came: 5 },
      { from: '2026-03-09', to: '2026-03-15', said: { 50: 5, 85: 5, 95: 4 }, came: 5 },
    ]);
    expect((await forecastOf({ backtest: true })).backtest).toMatchObject({ horizonWeeks: 4, origins: 0, held: null });
    expect((await forecastOf()).backtest).toBe(null);
  });
});

describe('the weeks that it draws from', () => {
  it('lie within the window as a whole, and are over', async () => {
    // The window starts with the first start, on a Monday at nine.
    const { from: _, ...asOf } = TEN_WEEKS;
    const whole = (await (await open(steadyTeam(10, 5), asOf)).forecast()).forecast.history;
    expect(whole).toMatchObject({ from: '2026-01-12', weeks: 9 });
    const running = await forecastOf({}, { asOf: '2026-03-15T23:59:59.998Z' });
    expect(running.history).toMatchObject({ to: '2026-03-08', weeks: 9 });
    expect((await forecastOf({}, { to: '2026-03-09' })).history).toMatchObject({ to: '2026-03-08', weeks: 9 });
    expect((await forecastOf({ sample: '8w' })).history).toMatchObject({ from: '2026-01-19', weeks: 8 });
  });

  it('are those of the local calendar', async () => {
    const instants = fc.array(fc.integer({ min: 0, max: 7 * 12 * 24 * 4 }), { minLength: 20, maxLength: 60 });
    const zones = fc.constantFrom('UTC', 'Europe/Madrid', 'Pacific/Auckland', 'America/St_Johns', 'Asia/Kathmandu');
    await fc.assert(
      fc.asyncProperty(instants, zones, async (quarters, timeZone) => {
        const ends = quarters.map((quarter) => new Date(Date.parse('2026-03-01') + quarter * 900_000).toISOString());
        const data = `id,to,at\n${ends.map((at, n) => `A-${n},Doing,2026-02-01T00:00:00Z\nA-${n},Done,${at}\n`).join('')}`;
        const options = { timeZone, from: '2026-02-28', asOf: '2026-06-01' };
        const { history } = (await (await open({ name: 'log.csv', data }, options)).forecast()).forecast;
        const dates = ends.map((at) => new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date(at)));
        const inside = dates.filter((date) => date >= (history.from as string) && date <= (history.to as string));
        expect(history.finished).toBe(inside.length);
      }),
      { numRuns: 30 },
    );
  });
});

describe('too little data is an answer of its own', () => {
  it.each([
    ['seven weeks', { asOf: '2026-02-22' }, '7 complete weeks of 8 needed'],
    ['no data at all', { asOf: '2020-01-01', from: '2019-01-01' }, /needed|no dates/],
    ['a window of hours', { from: '2026-03-15T10:00:00Z' }, 'the window holds no whole day'],
    [
      'no item',
      { where: ['type=None'], allowEmpty: true },
      '0 finished items of 10 needed; 0 weeks in which anything finished, of 5 needed',
    ],
  ])('%s', async (_, options, reason) => {
    const answer = await forecastOf({ backtest: true }, options);
    expect(answer).toMatchObject({ status: 'tooFew', when: null, howMany: null, chance: null, backtest: null });
    if (typeof reason === 'string') expect(answer.reason).toBe(reason);
    else expect(answer.reason).toMatch(reason);
  });
});

describe('a wrong option is refused', () => {
  it.each<[ForecastOptions, RegExp]>([
    [{ by: '2026-03-15' }, /--by: 2026-03-15 is not ahead: the data end on 2026-03-15/],
    [{ by: '2020-01-01' }, /is not ahead/],
    [{ by: '2029-03-12' }, /--by: 2029-03-12 is more than 156 weeks ahead.*up to 2029-03-11/],
    [{ by: '2026-02-30' }, /is no date/],
    [{ items: -1 }, /--items: `-1` is not a number of items/],
    [{ items: 1.5 }, /--items/],
    [{ items: 'all' }, /--items/],
    [{ items: Number.NaN }, /--items/],
    [{ scope: '1.3..1.0' }, /--scope/],
    [{ scope: '0..1' }, /--scope/],
    [{ scope: 'growth', items: 'in-progress' }, /--scope/],
    [{ sample: '0w' }, /--sample/],
    [{ sample: '6m' }, /--sample/],
    [{ seed: 0.5 }, /--seed/],
  ])('%j', async (asked, message) => {
    await expect(forecastOf(asked)).rejects.toThrow(message);
  });

  it('but the last day is not', async () => {
    expect((await forecastOf({ by: '2029-03-11' })).howMany?.by).toBe('2029-03-11');
    expect((await forecastOf({ by: '2026-03-16' })).howMany?.by).toBe('2026-03-16');
  });

  it('growth, where nothing says when items were created', async () => {
    const rows = Array.from({ length: 60 }, (_, day) => `A-${day},${dayOf2026(day)},${dayOf2026(day, '13:00')}\n`);
    const data = `id,started,finished\n${rows.join('')}`;
    await expect(forecastOf({ scope: 'growth' }, {}, { name: 'log.csv', data })).rejects.toThrow(
      /no item has a creation/,
    );
  });
});

describe('the same question has the same answer', () => {
  it('to the byte, on a machine in any zone', async () => {
    const asked = { by: '2026-06-30', backtest: true, scope: '1.0..1.3' };
    const text = async () =>
      JSON.stringify(await (await open(steadyTeam(20, 30), { asOf: '2026-05-24' })).forecast(asked));
    const here = await text();
    const { TZ } = process.env;
    try {
      for (const zone of ['Pacific/Auckland', 'America/Los_Angeles']) {
        process.env.TZ = zone;
        expect(await text()).toBe(here);
      }
    } finally {
      if (TZ === undefined) delete process.env.TZ;
      else process.env.TZ = TZ;
    }
  });

  it('and another seed gives another', async () => {
    const [one, two] = [await forecastOf({ by: FIRST_FRIDAY }), await forecastOf({ by: FIRST_FRIDAY, seed: 2 })];
    expect(two.seed).toBe(2);
    expect(two.chance?.share).not.toBe(one.chance?.share);
  });
});

it('takes a fraction of a second for a year', async () => {
  const analysis = await open(steadyTeam(40, 250), { from: '2026-01-05', asOf: '2026-10-11' });
  // Of the processor, not of the clock: a machine that does other things as well takes longer.
  const times: number[] = [];
  for (let run = 0; run < 4; run++) {
    const start = process.cpuUsage();
    await analysis.forecast({ by: '2027-10-11' });
    const { system, user } = process.cpuUsage(start);
    times.push((system + user) / 1000);
  }
  expect(Math.min(...times)).toBeLessThan(500);
});

describe('the distribution of a forecast', () => {
  const spread = { distribution: true };

  it('is left out unless it is asked for, and changes nothing else', async () => {
    const plain = await forecastOf({ by: FIRST_FRIDAY });
    expect(Object.keys(plain)).not.toContain('distribution');
    expect(Object.keys(plain)).not.toContain('burnUp');
    const { burnUp, distribution, ...rest } = await forecastOf({ by: FIRST_FRIDAY, ...spread });
    expect(rest).toEqual(plain);
    expect([burnUp, distribution]).not.toContain(undefined);
    expect(await forecastOf({ items: 0, ...spread })).not.toHaveProperty('distribution');
  });

  it('has the share of each date: five items end on Friday with 0.92, and at most a day before or a weekend after', async () => {
    const { distribution = [] } = await forecastOf(spread);
    const of = (date: string) => distribution.find(({ from }) => from === date)?.share ?? 0;
    // By Thursday 0.06, by Friday 0.92, and else on Monday.
    expect(of('2026-03-19')).toBeCloseTo(0.06, 1);
    expect(of(FIRST_FRIDAY)).toBeCloseTo(0.86, 1);
    expect(of('2026-03-21')).toBe(0);
    expect(of('2026-03-23')).toBeCloseTo(0.08, 1);
    expect(distribution.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
  });

  it('has a burn-up: five a week in the past, on which a fan stands that reaches what is left', async () => {
    const { burnUp } = await forecastOf({ ...spread, items: 12 });
    // 95 % of the trials end in the third week; four weeks of the past are shown at least.
    expect(burnUp?.past).toEqual([
      { date: '2026-02-15', done: 0 },
      { date: '2026-02-22', done: 5 },
      { date: '2026-03-01', done: 10 },
      { date: '2026-03-08', done: 15 },
      { date: '2026-03-15', done: 20 },
    ]);
    expect(burnUp?.total).toBe(32);
    const ahead = burnUp?.ahead ?? [];
    expect(ahead.map(({ date }) => date)).toEqual(['2026-03-15', '2026-03-22', '2026-03-29', '2026-04-05']);
    expect(ahead[0]?.done).toEqual({ 5: 20, 15: 20, 50: 20, 85: 20, 95: 20 });
    // 5e^z + u: 5 with 0.92, 6 with 0.08. Ten or so in two weeks; in three 15, but there are only 12.
    expect(ahead[1]?.done).toEqual({ 5: 26, 15: 25, 50: 25, 85: 25, 95: 24 });
    expect(ahead[3]?.done).toMatchObject({ 5: 32, 15: 32, 50: 32, 85: 32 });
  });

  it('reaches as far as the scope may grow, and is not held back by one of which nobody knows', async () => {
    const last = async (asked: ForecastOptions) =>
      (await forecastOf({ ...spread, ...asked })).burnUp?.ahead.at(-1)?.done;
    expect((await last({ items: 12, scope: '1.0..1.5' }))?.[5]).toBe(20 + 18);
    const growth = await forecastOf({ ...spread, scope: 'growth', items: 12 });
    expect(growth.burnUp?.ahead.at(-1)?.done[50]).toBeGreaterThan(growth.burnUp?.total ?? 0);
  });

  it('shows no more of the past than the history has', async () => {
    const { burnUp, history } = await forecastOf({ ...spread, items: 200 });
    expect(burnUp?.ahead.length).toBeGreaterThan(11);
    expect(burnUp?.past[0]).toEqual({ date: '2026-01-04', done: 0 });
    expect(burnUp?.past.at(-1)).toEqual({ date: history.to, done: history.finished });
  });
});
