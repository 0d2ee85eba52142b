import { describe, expect, it } from 'vitest';
import { type AnalyzeOptions, metricDocument, open, PitwallError, REPORTERS, readChecks } from '../../../src/index.ts';

const WORKFLOW = [
  { stage: 'Backlog', kind: 'todo' },
  { stage: 'Writing', kind: 'active' },
  { stage: 'Review', kind: 'active' },
  { stage: 'Published', kind: 'done' },
  { stage: 'Cancelled', kind: 'dropped' },
];
/** The day of an event, as an instant. */
const at = (day: number) => new Date(Date.UTC(2026, 0, 1) + day * 86_400_000).toISOString();
const analysisOf = (rows: readonly (readonly [id: string, to: string, day: number])[], options: AnalyzeOptions = {}) =>
  open(
    { name: 'log.csv', data: `id,to,at\n${rows.map(([id, to, day]) => `${id},${to},${at(day)}`).join('\n')}\n` },
    { configuration: { workflow: WORKFLOW }, ...options },
  );
type Rows = [id: string, to: string, day: number][];

/** Items that finished after so many days, or (`9+`) are so old on day 100. */
function items(text: string): Rows {
  return text.split(' ').flatMap((word, index): Rows => {
    const days = Number.parseFloat(word);
    const id = `I-${index}`;
    if (word.endsWith('+')) return [[id, 'Writing', 100 - days]];
    return [
      [id, 'Writing', 0],
      [id, 'Published', days],
    ];
  });
}
const AS_OF = { asOf: at(100) };
const near = (value: number, digits = 4) => expect.closeTo(value, digits);

/** Weeks of remission under 6-MP, as days. */
const REMISSIONS = '6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+';

describe('6-MP as a log', () => {
  it('has the median 23 (13, –) with the open items, and another without', async () => {
    const { cycleTime } = (await analysisOf(items(REMISSIONS), AS_OF)).metric('cycleTime');
    expect(cycleTime?.censoring).toEqual({ items: 21, open: 12, dropped: 0, lastDays: 35, finishesLeftOut: 0 });
    expect(cycleTime?.censoredPercentilesDays?.[50]).toBe(23);
    expect(cycleTime?.censoredPercentileIntervalsDays?.[50]).toEqual([13, null]);
    expect(cycleTime?.censoredPercentilesDays?.[85]).toBeNull();
    expect(cycleTime?.percentilesDays[50]).toBe(10);
  });

  it('gives an item of 7 days the chance 0.2222 to be done by day 16', async () => {
    // 1 − S(16) ÷ S(7) = 1 − .6275 ÷ .8067. All are in its stage, so the share of the stage is the same.
    const analysis = await analysisOf([...items(REMISSIONS), ['X', 'Writing', 93]], { ...AS_OF, sle: '16d' });
    const { risk } = analysis.metric('risk');
    expect(risk?.byItem.find(({ id }) => id === 'X')).toMatchObject({
      ageDays: 7,
      chance: near(0.2222),
      atLeast: false,
      late: false,
      reason: null,
      n: 16,
      nInStage: 16,
    });
    // Late are 17, 19, 20, 25, 32, 32, 34, 35; the chances of the others: 6+, X, 9+, 10+, 11+.
    expect(risk).toMatchObject({ items: 13, late: 8, unknown: 0, unlikely: 5 });
    const chances = risk?.byItem.map(({ chance }) => chance ?? Number.NaN) ?? [];
    expect(risk?.expectedMisses).toEqual(
      near(
        chances.reduce((sum, chance) => sum + 1 - chance, 0),
        9,
      ),
    );
    expect(chances).toEqual([...chances].sort((a, b) => a - b));
    expect(risk?.followed).toEqual({ items: 22, finished: 9, dropped: 0 });
  });
});

describe('intervals of percentiles', () => {
  it.each([
    ['linear', 24.65],
    ['nearest-rank', 26],
  ] as const)('are order statistics with %s, too', async (method, p85) => {
    const rows = items(Array.from({ length: 30 }, (_, index) => index + 1).join(' '));
    const configuration = { workflow: WORKFLOW, percentiles: { method } };
    const { cycleTime } = (await analysisOf(rows, { ...AS_OF, configuration })).metric('cycleTime');
    // Of 30 values: ranks 21 and 30 for the 85th percentile, none beyond for the 95th.
    expect(cycleTime?.percentileIntervalsDays[85]).toEqual([21, 30]);
    expect(cycleTime?.percentileIntervalsDays[95]?.[1]).toBeNull();
    expect(cycleTime?.percentilesDays[85]).toEqual(near(method === 'linear' ? 1 + 29 * 0.85 : p85));
    expect(cycleTime?.censoredPercentilesDays).toBeNull();
  });

  it('count open items from 5 % on', async () => {
    const finished = '1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19';
    const censored = async (text: string) =>
      (await analysisOf(items(text), AS_OF)).metric('cycleTime').cycleTime?.censoredPercentilesDays ?? null;
    expect(await censored(`${finished} 30+`)).not.toBeNull();
    expect(await censored(`${finished} 20 30+`)).toBeNull();
  });

  it('take the items of the window only, and those that finish after it for open', async () => {
    const rows = items('5 20 40 60');
    const { cycleTime } = (await analysisOf(rows, { from: at(10), to: at(50) })).metric('cycleTime');
    expect(cycleTime?.censoring).toMatchObject({ items: 3, open: 1, dropped: 0, lastDays: near(50) });
  });
});

describe('risk', () => {
  const past: Rows = items('4 8 12');

  it('is late at the days of the expectation, not before', async () => {
    const rows: Rows = [...items('4 8 12 30'), ['L', 'Writing', 90], ['N', 'Writing', 91]];
    const { risk } = (await analysisOf(rows, { ...AS_OF, sle: '10d' })).metric('risk');
    expect(risk?.byItem.map(({ id, late, chance }) => [id, late, chance])).toEqual([
      ['L', true, 0],
      ['N', false, 0],
    ]);
    expect(risk).toMatchObject({ late: 1, unlikely: 1, expectedMisses: 2 });
  });

  it('counts a finish at exactly the days as in time, and neither the item itself nor one that ended at its age', async () => {
    const { risk } = (await analysisOf([...past, ['X', 'Writing', 96]], { ...AS_OF, sle: '8d' })).metric('risk');
    // Of those that took 8 and 12 days.
    expect(risk?.byItem[0]).toMatchObject({ id: 'X', ageDays: 4, chance: 0.5, n: 2, nInStage: 2 });
  });

  it('knows nothing of an age that no other item had', async () => {
    const rows: Rows = [...past, ['X', 'Writing', 60]];
    const analysis = await analysisOf(rows, { ...AS_OF, sle: '50d' });
    const { risk } = analysis.metric('risk');
    expect(risk?.byItem[0]).toMatchObject({ chance: null, reason: 'olderThanAny', late: false, n: 0 });
    expect(risk).toMatchObject({ unknown: 1, expectedMisses: null });
    const checks = await readChecks({ check: ['risk.expectedMisses <= 3', 'risk.unknown <= 3'] });
    const { results } = (await checks.judge(analysis)).check;
    expect(results.map(({ n, path, status }) => [path, status, n])).toEqual([
      ['risk.expectedMisses', 'tooFew', 0],
      ['risk.unknown', 'passed', null],
    ]);
  });

  it('may have limits on its figures, and on percentiles with the open items', async () => {
    const rows: Rows = [...items(REMISSIONS), ['X', 'Writing', 93]];
    const analysis = await analysisOf(rows, { ...AS_OF, sle: '16d' });
    const check = ['risk.expectedMisses <= 3', 'cycleTime.censoredPercentilesDays.50 <= 30d'];
    const { results } = (await (await readChecks({ check })).judge(analysis)).check;
    expect(results.map(({ n, path, status, unit }) => [path, status, n, unit])).toEqual([
      ['risk.expectedMisses', 'failed', 13, 'number'],
      ['cycleTime.censoredPercentilesDays.50', 'passed', 22, 'days'],
    ]);
  });

  it('is at least so much where all that tell are open before the days', async () => {
    const rows: Rows = [...items('4 8 20+'), ['X', 'Writing', 98]];
    const { risk } = (await analysisOf(rows, { ...AS_OF, sle: '30d' })).metric('risk');
    // Of three items two were done, the third is open after 20 days.
    const outlook = risk?.byItem.find(({ id }) => id === 'X');
    expect(outlook).toMatchObject({ chance: near(2 / 3), atLeast: true });
    expect(risk?.unlikely).toBe(0);
  });

  it('has dropped items as open up to their drop', async () => {
    const rows: Rows = [...items('4 12'), ['D', 'Writing', 0], ['D', 'Cancelled', 6], ['X', 'Writing', 98]];
    const { risk } = (await analysisOf(rows, { ...AS_OF, sle: '10d' })).metric('risk');
    // At 4 one of three is done; D leaves at 6, the last takes 12.
    expect(risk?.byItem[0]?.chance).toEqual(near(1 / 3));
    expect(risk?.followed).toEqual({ items: 4, finished: 2, dropped: 1 });
  });

  it('has items with dates only tell of their age alone', async () => {
    const dates =
      'id,created,started,finished\nA,2026-01-01,2026-01-01,2026-01-09\nB,2026-01-01,2026-01-01,2026-01-05\nC,2026-03-01,2026-03-08,\n';
    const { risk } = (
      await open({ name: 'dates.csv', data: dates }, { sle: '5d', asOf: '2026-03-10T00:00:00Z' })
    ).metric('risk');
    expect(risk?.byItem[0]).toMatchObject({ id: 'C', ageDays: 2, n: 2, nInStage: 0, chance: 0.5 });
  });

  it('says that no chance is known without an expectation', async () => {
    const report = (await analysisOf(items('4 20+ 30+'), AS_OF)).metric('risk');
    expect(report.risk?.expectation).toEqual({ days: null, share: 0.85, source: 'censoredPercentile' });
    expect(report.risk?.byItem[1]).toMatchObject({ chance: null, late: false, reason: 'noExpectation' });
    expect(metricDocument('risk', report).title).toBe(
      'No chance is known for 2 open items: with so many items still open it is not known how long 85 % take, and no expectation is set (--sle 10d).',
    );
  });

  it('takes the expectation of the call, of the option, of the configuration, in this order', async () => {
    const configuration = { workflow: WORKFLOW, sle: { days: 9, share: 0.7 } };
    const rows: Rows = [...past, ['X', 'Writing', 96]];
    const configured = await analysisOf(rows, { ...AS_OF, configuration });
    expect(configured.risk().risk?.expectation).toEqual({ days: 9, share: 0.7, source: 'configuration' });
    const asked = await analysisOf(rows, { ...AS_OF, configuration, sle: '7d@60%' });
    expect(asked.risk().risk?.expectation).toEqual({ days: 7, share: 0.6, source: 'option' });
    expect(asked.risk({ sle: '8d' }).risk?.expectation).toEqual({ days: 8, share: 0.85, source: 'option' });
    expect(() => asked.risk({ sle: 'soon' })).toThrow(PitwallError);
  });

  it('compares each group with its own past', async () => {
    const data = [
      'id,to,at,type',
      ...past.map(([id, to, day]) => `${id},${to},${at(day)},Email`),
      `X,Writing,${at(98)},Email`,
      `Y,Writing,${at(98)},Page`,
    ].join('\n');
    const options = { configuration: { workflow: WORKFLOW }, ...AS_OF, sle: '8d', by: 'type' };
    const { groups, risk } = (await open({ name: 'log.csv', data }, options)).metric('risk');
    expect(risk?.byItem.map(({ chance, n }) => [chance, n])).toEqual([
      [near(2 / 3), 3],
      [near(2 / 3), 3],
    ]);
    expect(groups?.map(({ value, risk: own }) => [value, own?.byItem[0]?.chance, own?.unknown])).toEqual([
      ['Email', near(2 / 3), 0],
      ['Page', null, 1],
    ]);
  });
});

describe('what risk shows', () => {
  const headline = async (rows: Rows, sle: string) =>
    metricDocument('risk', (await analysisOf(rows, { ...AS_OF, sle })).metric('risk')).title;
  const slow = items('2 4 6 8 10 12 14 16 18 40');

  it.each([
    ['Nothing is in progress, so nothing is at risk.', [], '10d'],
    ['The only open item will probably make 30.0 d.', [99], '30d'],
    ['All 2 open items will probably make 30.0 d.', [99, 98], '30d'],
    ['1 of 2 open items will probably miss 13.0 d; start with X-1.', [99, 94], '13d'],
    ['1 of 2 open items has missed 15.0 d; start with X-1.', [99, 80], '15d'],
    ['2 of 3 open items will probably miss 12.0 d, and 1 of these has already; start with X-1.', [99, 91, 85], '12d'],
    ['None of 1 open item will probably miss 90.0 d; of 1 item it is not known.', [99, 50], '90d'],
    ['No chance is known for 1 open item: no other item was ever so old.', [50], '90d'],
  ])('%s', async (sentence, starts, sle) => {
    const rows = [...slow, ...starts.map((day, index): Rows[number] => [`X-${index}`, 'Writing', day])];
    expect(await headline(rows, sle)).toBe(sentence);
  });

  it('is a table, rows of its own, and no wider than a terminal', async () => {
    const rows: Rows = [
      ...slow,
      ['X-0', 'Writing', 99],
      ['X-1', 'Writing', 91],
      ['X-2', 'Writing', 85],
      ['X-3', 'Writing', 50],
    ];
    const document = metricDocument('risk', (await analysisOf(rows, { ...AS_OF, sle: '12d' })).metric('risk'));
    const text = (form: string) =>
      REPORTERS.find(({ id }) => id === form)?.render(document, { width: 80, color: false }) ?? '';
    await expect(text('table')).toMatchFileSnapshot('../../document/golden/risk.txt');
    await expect(text('markdown')).toMatchFileSnapshot('../../document/golden/risk.md');
    expect(text('csv').split('\n')[2]).toBe('X-2,,Writing,15,0,false,true,14,,4,4,');
    expect(text('ndjson').split('\n')[0]).toContain('"id":"X-3"');
    expect(text('markdown')).toContain('| X-1 |');
    expect(
      Math.max(
        ...text('table')
          .split('\n')
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(80);
  });
});
