import { describe, expect, it } from 'vitest';
import {
  type AnalyzeOptions,
  type CompareReport,
  type CompareWithinOptions,
  compare,
  type MetricComparison,
  open,
} from '../../src/index.ts';
import { type DoneItem, logOf, WORKFLOW, weekly } from './team-of-weeks.ts';

const near = (value: number, digits = 6) => expect.closeTo(value, digits);

/** Six weeks from Monday, 5 January 2026, and six from 16 February: both complete. */
const TWELVE_WEEKS: AnalyzeOptions = { from: '2026-01-05', asOf: '2026-03-29', configuration: WORKFLOW };
const MIDDLE = '2026-02-16';

async function split(items: DoneItem[], asked: CompareWithinOptions = {}, options: AnalyzeOptions = {}) {
  const analysis = await open(logOf(items), { ...TWELVE_WEEKS, ...options });
  return (await analysis.compare({ splitAt: MIDDLE, ...asked })).compare;
}

const metricOf = ({ metrics }: Pick<CompareReport['compare'], 'metrics'>, name: string): MetricComparison => {
  const found = metrics.find(({ metric }) => metric === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
};
const codes = ({ notes }: Pick<CompareReport['compare'], 'notes'>) => notes.map(({ code }) => code);

describe('a comparison, by hand', () => {
  // Each week an item of 2 and one of 4 days; then one of 1 and one of 2.
  const FASTER = [...weekly(0, 6, [2, 4]), ...weekly(6, 6, [1, 2])];

  it('of cycle times: the ratio over all pairs, and the p of the weeks', async () => {
    const found = await split(FASTER);
    expect(found).toMatchObject({
      kind: 'dates',
      seed: 1,
      a: { label: 'before 2026-02-16', from: '2026-01-05T00:00:00.000Z', to: '2026-02-16T00:00:00.000Z', items: 12 },
      b: { label: 'from 2026-02-16', from: '2026-02-16T00:00:00.000Z', to: '2026-03-30T00:00:00.000Z', items: 12 },
    });
    // Pairs: 1 ÷ 2, 1 ÷ 4, 2 ÷ 2, 2 ÷ 4, each as often: the middle is 0.5. One of B is longer in half of the ties: 1 ÷ 8.
    // Two of the 924 ways to deal twelve weeks are as far apart. Weekly mean ranks have no variance, and Brunner and
    // Munzel's t is −7.04 with 22 degrees of freedom, p 5 · 10⁻⁷.
    expect(metricOf(found, 'cycleTime')).toMatchObject({
      a: 3,
      b: 1.5,
      difference: -1.5,
      ratio: near(0.5),
      effect: near(0.125),
      p: near(2 / 924),
      n: { a: 12, b: 12 },
      verdict: 'improved',
      reason: null,
    });
  });

  it('adjusts for the metrics that there is enough of', async () => {
    const found = await split(FASTER);
    // Created when they start: the lead time is the cycle time. Throughput and flow efficiency are the same on both sides,
    // p 1; nothing was sent back, blocked or wasted. So the family is of four.
    expect(metricOf(found, 'throughput')).toMatchObject({ a: 2, b: 2, ratio: 1, p: 1, verdict: 'noEvidence' });
    expect(metricOf(found, 'flowEfficiency')).toMatchObject({ a: 0.75, b: 0.75, ratio: 1, p: 1 });
    for (const metric of ['sentBackShare', 'blockedShare', 'wastedShare'])
      expect(metricOf(found, metric)).toMatchObject({ a: 0, b: 0, p: null, pAdjusted: null, verdict: 'tooFew' });
    expect(metricOf(found, 'cycleTime').pAdjusted).toEqual(near((4 * 2) / 924));
    expect(metricOf(found, 'leadTime').pAdjusted).toEqual(near((4 * 2) / 924));
    const alone = await split(FASTER, { metrics: ['cycle-time'] });
    expect(alone.metrics).toHaveLength(1);
    expect(alone.metrics[0]).toMatchObject({ metric: 'cycleTime', pAdjusted: near(2 / 924) });
  });

  it('takes no metric into the family that there is too little of', async () => {
    // Five weeks a side give 2 ÷ 252 at least: enough among six metrics, and not among seven. Here are three.
    const items = [...weekly(1, 5, [2, 4]), ...weekly(6, 5, [1, 2])];
    const found = await split(items, {}, { from: '2026-01-12', asOf: '2026-03-22' });
    expect(metricOf(found, 'throughput').verdict).toBe('tooFew');
    expect(metricOf(found, 'cycleTime')).toMatchObject({
      p: near(2 / 252),
      pAdjusted: near(6 / 252),
      verdict: 'improved',
    });
  });

  it('of the other way round is worse', async () => {
    const found = await split([...weekly(0, 6, [1, 2]), ...weekly(6, 6, [2, 4])]);
    expect(metricOf(found, 'cycleTime')).toMatchObject({ ratio: near(2), verdict: 'worse', p: near(2 / 924) });
  });

  it('of shares: what was sent back, of all', async () => {
    const back = (from: number, often: number) =>
      Array.from({ length: 6 }, (_, week) =>
        Array.from({ length: 4 }, (_, at) => ({ week: from + week, days: 2, back: at < often })),
      ).flat();
    const found = await split([...back(0, 3), ...back(6, 1)], { metrics: ['sentBackShare'] });
    expect(found.metrics[0]).toMatchObject({
      a: 0.75,
      b: 0.25,
      ratio: near(1 / 3),
      p: near(2 / 924),
      verdict: 'improved',
    });
  });

  it('of throughput: more a week is better', async () => {
    const found = await split([...weekly(0, 6, [1, 1]), ...weekly(6, 6, [1, 1, 1, 1])], { metrics: ['throughput'] });
    expect(found.metrics[0]).toMatchObject({ a: 2, b: 4, ratio: 2, verdict: 'improved', n: { a: 6, b: 6 } });
  });

  it('of a stage: each visit in the week of its end', async () => {
    // The last quarter of each item.
    const found = await split(FASTER, { metrics: ['stage[review]', 'stage["Doing"]'] });
    expect(found.metrics.map(({ metric }) => metric)).toEqual(['stage[Review]', 'stage[Doing]']);
    expect(found.metrics[0]).toMatchObject({ a: 0.75, b: 0.375, ratio: near(0.5), verdict: 'improved' });
  });

  it('of equal sides finds no evidence, and says what it would have found', async () => {
    const found = await split([...weekly(0, 6, [1, 2, 5]), ...weekly(6, 6, [1, 2, 5])]);
    const { detectableRatio, interval, ...cycleTime } = metricOf(found, 'cycleTime');
    expect(cycleTime).toMatchObject({ verdict: 'noEvidence', ratio: 1, p: 1, difference: 0 });
    expect(detectableRatio).toBeGreaterThan(1);
    expect(interval?.[0]).toBeLessThan(1);
    expect(interval?.[1]).toBeGreaterThan(1);
  });

  it('of equal durations all is a tie', async () => {
    const found = await split([...weekly(0, 6, [2, 2]), ...weekly(6, 6, [2, 2])]);
    expect(metricOf(found, 'cycleTime')).toMatchObject({ p: 1, effect: 0.5, ratio: 1, interval: [1, 1] });
  });

  it('takes durations of 0 as half of the smallest', async () => {
    const found = await split([...weekly(0, 6, [2, 2]), ...weekly(6, 6, [0, 0])]);
    expect(metricOf(found, 'cycleTime')).toMatchObject({ a: 2, b: 0, ratio: near(0.5), verdict: 'improved' });
    const none = await split([...weekly(0, 6, [0, 0]), ...weekly(6, 6, [0, 0])]);
    expect(metricOf(none, 'cycleTime')).toMatchObject({ ratio: 1, verdict: 'noEvidence' });
  });
});

describe('too little is said to be, and never judged', () => {
  const lacking = async (items: DoneItem[], metric: string, asked: CompareWithinOptions = {}) =>
    metricOf(await split(items, { metrics: [metric], ...asked }), metric);

  it('too few items', async () => {
    const found = await lacking([...weekly(0, 6, [2, 4]), ...weekly(6, 4, [1, 2]), { week: 11, days: 1 }], 'cycleTime');
    expect(found).toMatchObject({ verdict: 'tooFew', p: null, pAdjusted: null, b: 1, n: { a: 12, b: 9 } });
    expect(found.reason).toBe('9 finished items with a known start from 2026-02-16, of 10 needed');
    expect(found.ratio).toEqual(near(0.5));
  });

  it('too few weeks', async () => {
    const found = await lacking([...weekly(0, 4, [2, 2, 4]), ...weekly(6, 6, [1, 2])], 'cycleTime');
    expect(found).toMatchObject({ verdict: 'tooFew', reason: 'a side has 4 weeks with items, of 5 needed' });
    expect((await lacking([...weekly(0, 5, [2, 2]), ...weekly(6, 6, [1, 2])], 'cycleTime')).verdict).not.toBe('tooFew');
  });

  it('too few periods', async () => {
    const items = [...weekly(0, 6, [2, 4]), ...weekly(6, 6, [1, 2])];
    const found = metricOf(await split(items, { metrics: ['throughput'] }, { asOf: '2026-03-28' }), 'throughput');
    expect(found).toMatchObject({ verdict: 'tooFew', n: { a: 6, b: 5 } });
    expect(found.reason).toBe('5 complete weeks from 2026-02-16, of 6 needed');
  });

  it('no finish on either side', async () => {
    const found = await split(weekly(0, 1, [2]), { metrics: ['throughput'] }, { from: '2026-01-12' });
    expect(metricOf(found, 'throughput')).toMatchObject({
      a: 0,
      b: 0,
      n: { a: 5, b: 5 },
      verdict: 'tooFew',
      p: null,
      reason: 'none on either side',
    });
  });

  it('too few weeks for so many metrics at once', async () => {
    const items = [...weekly(0, 6, [2, 4], { type: 'Bug' }), ...weekly(0, 6, [1, 2])];
    const analysis = await open(logOf(items), { ...TWELVE_WEEKS, asOf: '2026-02-15' });
    const groups = { by: 'type', values: ['Bug', 'Story'] };
    // Six weeks that are swapped or not give 2 ÷ 64 at least.
    const one = await analysis.compare({ ...groups, metrics: ['cycleTime'] });
    expect(one.compare.metrics[0]).toMatchObject({ p: 2 / 64, verdict: 'improved' });
    const two = await analysis.compare({ ...groups, metrics: ['cycleTime', 'leadTime'] });
    expect(two.compare.metrics[0]).toMatchObject({ verdict: 'tooFew', p: null });
    expect(two.compare.metrics[0]?.reason).toContain('name one with --metric');
  });

  it('nothing on one side', async () => {
    const found = await split(weekly(0, 6, [2, 4]));
    expect(metricOf(found, 'cycleTime')).toMatchObject({
      a: 3,
      b: null,
      ratio: null,
      difference: null,
      n: { a: 12, b: 0 },
    });
    expect(metricOf(found, 'throughput')).toMatchObject({ a: 2, b: 0, ratio: 0, verdict: 'worse' });
    for (const { metric, reason, verdict } of found.metrics)
      if (metric !== 'throughput') expect([metric, verdict, reason !== null]).toEqual([metric, 'tooFew', true]);
  });

  it('what the export does not know', async () => {
    const rows = weekly(0, 12, [1, 2]).map(({ days, week }, at) => {
      const done = Date.parse('2026-01-09T12:00:00Z') + 7 * week * 86_400_000;
      return `A-${at},${new Date(done - days * 86_400_000).toISOString()},${new Date(done).toISOString()}`;
    });
    const data = `id,started,finished\n${rows.join('\n')}\n`;
    const analysis = await open({ name: 'log.csv', data }, { from: '2026-01-05', asOf: '2026-03-29' });
    const found = (await analysis.compare({ splitAt: MIDDLE })).compare;
    expect(metricOf(found, 'cycleTime').verdict).toBe('noEvidence');
    expect(metricOf(found, 'leadTime').reason).toContain('0 finished items with a known creation');
    expect(metricOf(found, 'flowEfficiency')).toMatchObject({ a: null, reason: 'nothing is known of it on one side' });
  });

  it('no dates at all', async () => {
    const analysis = await open(logOf(weekly(0, 6, [1])), { asOf: '2020-01-01' });
    const { compare } = await analysis
      .compare({ by: 'type', values: ['Story', 'Bug'] })
      .catch(() => ({ compare: null }));
    expect(compare).toBeNull();
    const empty = await open(logOf(weekly(0, 6, [1])), { asOf: '2020-01-01', allowEmpty: true });
    const found = (await empty.compare({ by: 'type', values: ['Story', 'Bug'] })).compare;
    expect(found.metrics.every(({ verdict }) => verdict === 'tooFew')).toBe(true);
  });
});

describe('the windows of a split', () => {
  const items = [...weekly(0, 8, [2, 3]), ...weekly(8, 4, [1, 2])];
  const windows = async (options: AnalyzeOptions, splitAt = '2026-03-02') => {
    const { a, b } = (await (await open(logOf(items), { configuration: WORKFLOW, ...options })).compare({ splitAt }))
      .compare;
    return [a.from, a.to, b.from, b.to].map((instant) => instant?.slice(0, 16));
  };

  it('are as long as each other', async () => {
    // The data end on Friday, 27 March, at noon: 25 days and a half after the date.
    expect(await windows({})).toEqual(['2026-02-04T11:59', '2026-03-02T00:00', '2026-03-02T00:00', '2026-03-27T12:00']);
    // They begin on Tuesday, 6 January: less than four weeks before 2 February.
    expect(await windows({}, '2026-02-02')).toEqual([
      '2026-01-06T12:00',
      '2026-02-02T00:00',
      '2026-02-02T00:00',
      '2026-02-28T12:00',
    ]);
  });

  it('are as long as --from and --to tell', async () => {
    expect(await windows({ from: '2026-01-05' })).toEqual([
      '2026-01-05T00:00',
      '2026-03-02T00:00',
      '2026-03-02T00:00',
      '2026-03-27T12:00',
    ]);
    expect((await windows({ to: '2026-03-16' }))[0]).toBe('2026-02-16T00:00');
    // What one of them leaves open is as long as the other side.
    expect((await windows({ from: '2026-02-16' }))[3]).toBe('2026-03-16T00:00');
    expect(await windows({ to: '2026-03-23' }, '2026-01-19')).toEqual([
      '2026-01-06T12:00',
      '2026-01-19T00:00',
      '2026-01-19T00:00',
      '2026-03-23T00:00',
    ]);
    expect(await windows({ from: '2026-01-12', to: '2026-03-09' })).toEqual([
      '2026-01-12T00:00',
      '2026-03-02T00:00',
      '2026-03-02T00:00',
      '2026-03-09T00:00',
    ]);
  });

  it('are of local days, over a change of the clock as well', async () => {
    // Summer time begins on 29 March in Madrid: 13 weeks before and after are 13 weeks of local days.
    const long = logOf(weekly(0, 26, [1, 2]));
    const analysis = await open(long, { timeZone: 'Europe/Madrid', asOf: '2026-06-28' });
    const { a, b } = (await analysis.compare({ splitAt: '2026-04-06' })).compare;
    expect([a.from, a.to]).toEqual(['2026-01-11T23:00:00.000Z', '2026-04-05T22:00:00.000Z']);
    expect([b.from, b.to]).toEqual(['2026-04-05T22:00:00.000Z', '2026-06-28T22:00:00.000Z']);
  });

  it('cut a week in two, each with its items', async () => {
    // Two items on the Tuesday and two on the Friday of each of twelve weeks, ten times as long from a Thursday on.
    const days = (from: number, weeks: number, weekday: number, one: number) =>
      weekly(from, weeks, [one, 2 * one], { weekday });
    const items = [
      ...days(0, 7, 1, 1),
      ...days(0, 6, 4, 1),
      ...days(6, 1, 4, 10),
      ...days(7, 5, 1, 10),
      ...days(7, 5, 4, 10),
    ];
    const analysis = await open(logOf(items), { configuration: WORKFLOW, from: '2026-01-05', asOf: '2026-03-29' });
    const found = (await analysis.compare({ splitAt: '2026-02-19', metrics: ['cycleTime'] })).compare;
    expect(found).toMatchObject({ a: { items: 26 }, b: { items: 22 } });
    // Seven weeks and six can be dealt in 1716 ways, of which only one is as far apart.
    expect(found.metrics[0]?.p).toEqual(near(1 / 1716));
  });

  it('are together the window of the output', async () => {
    const analysis = await open(logOf(items), { configuration: WORKFLOW });
    const { compare, window } = await analysis.compare({ splitAt: '2026-03-02' });
    expect(window).toEqual({ from: compare.a.from, to: compare.b.to });
  });

  it('take an instant, too, and refuse what lies outside', async () => {
    expect((await windows({}, '2026-03-02T06:00:00Z'))[1]).toBe('2026-03-02T06:00');
    const analysis = await open(logOf(items));
    for (const splitAt of ['2026-01-05', '2025-01-01', '2026-03-28', '2027-01-01'])
      await expect(analysis.compare({ splitAt })).rejects.toThrow('is not within the window');
  });
});

describe('two groups', () => {
  const items = [
    ...weekly(0, 8, [2, 4], { type: 'Bug' }),
    ...weekly(0, 8, [1, 2]),
    ...weekly(0, 8, [3], { type: 'x, y' }),
  ];
  const groups = async (values: string[], options: AnalyzeOptions = {}, more: CompareWithinOptions = {}) =>
    (await open(logOf(items), { configuration: WORKFLOW, ...options })).compare({ by: 'type', values, ...more });

  it('are swapped within the weeks that they share', async () => {
    const { compare } = await groups(['Bug,Story'], {}, { metrics: ['cycleTime'] });
    // Each side is of one type: there is no mix to check by it.
    expect(compare).toMatchObject({ kind: 'groups', by: 'type', a: { label: 'Bug' }, b: { label: 'Story' }, mix: [] });
    expect(compare.metrics[0]).toMatchObject({ ratio: near(0.5), p: 2 / 256, verdict: 'improved' });
  });

  it('may have values with a comma', async () => {
    expect((await groups(['x, y', 'Bug'])).compare.a).toMatchObject({ label: 'x, y', items: 8 });
  });

  it('that no item has are an error with the nearest', async () => {
    await expect(groups(['Bug', 'Stroy'])).rejects.toThrow(
      /no item has the value "Stroy" of "type".*Did you mean "Story"/,
    );
    await expect(groups(['Bug', 'Zebra'])).rejects.toThrow(/Its values: "Bug", "Story", "x, y"/);
    const { compare } = await groups(['Bug', 'Zebra'], { allowEmpty: true });
    expect(compare.b).toMatchObject({ label: 'Zebra', items: 0 });
    await expect((await open(logOf(items))).compare({ by: 'tpye', values: ['Bug,Story'] })).rejects.toThrow(
      'Did you mean "type"?',
    );
  });

  it('that share items say so', async () => {
    const rows = Array.from({ length: 12 }, (_, at) => {
      const labels = at % 3 === 0 ? 'a;b' : at % 3 === 1 ? 'a' : 'b';
      return `L-${at},${labels},Doing,2026-01-${String(at + 5).padStart(2, '0')}T09:00:00Z\nL-${at},${labels},Done,2026-01-${String(at + 6).padStart(2, '0')}T09:00:00Z`;
    });
    const analysis = await open({ name: 'log.csv', data: `id,labels,to,at\n${rows.join('\n')}\n` });
    const { compare } = await analysis.compare({ by: 'labels', values: ['a,b'] });
    expect(codes(compare)).toContain('itemsOnBothSides');
    expect(compare.notes[0]?.message).toMatch(/^4 finished items are on both sides/);
  });
});

describe('two exports', () => {
  const winter = () => open(logOf(weekly(0, 6, [2, 4]), 'winter.csv'), { configuration: WORKFLOW });
  const spring = () => open(logOf(weekly(6, 6, [1, 2]), 'spring.csv', 'B'), { configuration: WORKFLOW });

  it('are each a side, with their windows', async () => {
    const report = await compare(await winter(), await spring(), { metrics: ['cycleTime'] });
    expect(report.sources.map(({ file }) => file)).toEqual(['winter.csv', 'spring.csv']);
    expect(report.compare).toMatchObject({
      kind: 'exports',
      a: { label: 'winter.csv', files: ['winter.csv'], items: 12, asOf: '2026-02-13T12:00:00.000Z' },
      b: { label: 'spring.csv', files: ['spring.csv'], items: 12, asOf: '2026-03-27T12:00:00.000Z' },
    });
    expect(report.compare.metrics[0]).toMatchObject({ ratio: near(0.5), p: near(2 / 924), verdict: 'improved' });
    expect(codes(report.compare)).toEqual(['noExperiment']);
  });

  it('say once what both exports cannot, and count it', async () => {
    const twice = ({ data, name }: ReturnType<typeof logOf>) => {
      const lines = String(data).trimEnd().split('\n');
      return { name, data: `${[...lines, lines[1], lines[2]].join('\n')}\n` };
    };
    const [a, b] = [logOf(weekly(0, 6, [2, 4]), 'winter.csv'), logOf(weekly(6, 6, [1, 2]), 'spring.csv', 'B')];
    const options = { configuration: WORKFLOW };
    const { findings } = await compare(await open(twice(a), options), await open(twice(b), options));
    const duplicates = findings.filter(({ code }) => code === 'duplicate');
    expect(duplicates).toHaveLength(1);
    expect(duplicates[0]?.count).toBe(4);
    expect(new Set(duplicates[0]?.examples.map(({ file }) => file))).toEqual(new Set(['winter.csv', 'spring.csv']));
  });

  it('of one time are swapped week by week', async () => {
    const other = await open(logOf(weekly(0, 8, [1, 2]), 'other.csv', 'B'), { configuration: WORKFLOW });
    const one = await open(logOf(weekly(0, 8, [2, 4])), { configuration: WORKFLOW });
    const { metrics } = (await compare(one, other, { metrics: ['cycleTime'] })).compare;
    expect(metrics[0]).toMatchObject({ p: 2 / 256 });
  });

  it('that are the same twice differ in nothing', async () => {
    const twice = () => open(logOf(weekly(0, 10, [2, 4])), { configuration: WORKFLOW });
    const found = (await compare(await twice(), await twice())).compare;
    expect(codes(found)).toContain('sameItems');
    expect(metricOf(found, 'cycleTime')).toMatchObject({ ratio: 1, difference: 0, verdict: 'noEvidence', p: 1 });
    const both = await open(logOf([...weekly(0, 6, [2, 4]), ...weekly(6, 6, [1, 2])]), { configuration: WORKFLOW });
    expect(codes((await compare(await winter(), both)).compare)).toContain('itemsOnBothSides');
  });

  it('with other workflows say what differs', async () => {
    const other = {
      workflow: [
        { stage: 'Review', kind: 'active' },
        { stage: 'Doing', kind: 'active' },
        { stage: 'Test', kind: 'active' },
        { stage: 'Legal', kind: 'waiting' },
        { stage: 'Done', kind: 'done' },
      ],
    };
    const changed = await open(logOf(weekly(6, 6, [1, 2])), { configuration: other });
    const { notes } = (await compare(await winter(), changed)).compare;
    expect(notes[0]).toMatchObject({ code: 'differentWorkflows' });
    expect(notes[0]?.message).toContain(
      'Review is waiting in the first and active in the second; their stages are in another order; Legal is in the second only',
    );
  });

  it('on another basis are not compared in days, and say so', async () => {
    const working = await open(logOf(weekly(6, 6, [1, 2]), 'b.csv', 'B'), {
      configuration: WORKFLOW,
      basis: 'working',
    });
    const found = (await compare(await winter(), working)).compare;
    expect(found.notes[0]).toMatchObject({ code: 'differentSettings' });
    expect(found.notes[0]?.message).toContain('basis');
    expect(metricOf(found, 'cycleTime')).toMatchObject({
      verdict: 'tooFew',
      p: null,
      reason: 'the sides count it by other rules',
    });
    expect(metricOf(found, 'sentBackShare').reason).toBe('none on either side');
    const monthly = await open(logOf(weekly(6, 6, [1, 2]), 'b.csv', 'B'), { configuration: WORKFLOW, unit: 'month' });
    expect(metricOf((await compare(await winter(), monthly)).compare, 'throughput').reason).toContain('other rules');
  });

  it('without a stage that the other has lack its visits', async () => {
    const found = (await compare(await winter(), await spring(), { metrics: ['stage[Review]'] })).compare;
    expect(found.metrics[0]).toMatchObject({ metric: 'stage[Review]', n: { a: 12, b: 12 } });
    await expect(compare(await winter(), await spring(), { metrics: ['stage[Legal]'] })).rejects.toThrow(
      /no stage "Legal"/,
    );
    const plain = await open(
      { name: 'c.csv', data: 'id,to,at\nC,Doing,2026-05-01T09:00:00Z\nC,Done,2026-05-02T09:00:00Z\n' },
      {},
    );
    const lacks = (await compare(await winter(), plain, { metrics: ['stage[Review]'] })).compare;
    expect(lacks.metrics[0]).toMatchObject({ reason: '0 visits to Review in c.csv, of 10 needed' });
  });

  it('must be analyses', async () => {
    await expect(compare(await winter(), {} as never)).rejects.toThrow('a side is no analysis');
  });
});

describe('what else may be behind a difference', () => {
  it('another mix: both types got faster, the whole slower', async () => {
    const mixed = (from: number, slow: number, quick: number, factor: number) => [
      ...weekly(
        from,
        8,
        Array.from({ length: slow }, (_, at) => factor * (10 + at / 10)),
        { type: 'Campaign' },
      ),
      ...weekly(
        from,
        8,
        Array.from({ length: quick }, (_, at) => factor * (1 + at / 10)),
        { type: 'Fix' },
      ),
    ];
    const items = [...mixed(0, 2, 12, 1), ...mixed(8, 12, 2, 0.5)];
    const analysis = await open(logOf(items), { configuration: WORKFLOW, from: '2026-01-05', asOf: '2026-04-26' });
    const { compare } = await analysis.compare({ splitAt: '2026-03-02' });
    expect(metricOf(compare, 'cycleTime').verdict).toBe('worse');
    expect(codes(compare)).toContain('mixDisagrees');
    expect(compare.mix).toHaveLength(1);
    expect(compare.mix[0]).toMatchObject({ by: 'type', disagree: true });
    expect(compare.mix[0]?.values.map(({ share, value }) => [value, share.a.toFixed(2), share.b.toFixed(2)])).toEqual([
      ['Campaign', '0.14', '0.86'],
      ['Fix', '0.86', '0.14'],
    ]);
    for (const { ratio } of compare.mix[0]?.values ?? []) expect(ratio).toBeLessThan(1);
  });

  it('a mix that agrees, and one that is too small, say so', async () => {
    const sized = (from: number, factor: number, points: [number, number]) => [
      ...weekly(from, 6, [factor, 2 * factor], { points: points[0] }),
      ...weekly(from, 6, [factor, 2 * factor], { points: points[1] }),
    ];
    const agreeing = await split([...sized(0, 2, [1, 3]), ...sized(6, 1, [1, 3])]);
    expect(agreeing.mix[0]).toMatchObject({ by: 'points', disagree: false });
    expect(codes(agreeing)).toContain('mixAgrees');
    const small = [...weekly(0, 6, [2, 4]), ...weekly(6, 6, [1, 2])].map((item, at) => ({ ...item, points: at % 7 }));
    expect(codes(await split(small))).toContain('mixUnchecked');
    expect(codes(await split([...weekly(0, 6, [2, 4]), ...weekly(6, 6, [1, 2])]))).toEqual(['noExperiment']);
  });

  it('weeks that hang together', async () => {
    const rising = (from: number, more: number) =>
      Array.from({ length: 10 }, (_, week) => weekly(from + week, 1, Array(week + 1 + more).fill(2))).flat();
    const analysis = await open(logOf([...rising(0, 0), ...rising(10, 4)]), {
      configuration: WORKFLOW,
      from: '2026-01-05',
      asOf: '2026-05-24',
    });
    const { compare } = await analysis.compare({ splitAt: '2026-03-16', metrics: ['throughput'] });
    expect(compare.notes[0]?.message).toMatch(
      /^Neighbouring weeks hang together \(throughput\): the test is optimistic/,
    );
    expect(codes(compare).filter((code) => code === 'noExperiment')).toHaveLength(1);
  });
});

describe('wrong options are refused', () => {
  it.each([
    [{}, /one export has nothing to be compared with/],
    [{ splitAt: '2026-02-16', by: 'type', values: ['A,B'] }, /Give one of them/],
    [{ splitAt: 'soon' }, /neither a date nor an instant/],
    [{ by: 'type' }, /which two values of "type"/],
    [{ values: ['A,B'] }, /which field the values are of/],
    [{ by: '  ', values: ['A,B'] }, /which field/],
    [{ by: 'type', values: ['A,B,C'] }, /3 values are given/],
    [{ by: 'type', values: ['A'] }, /1 value is given/],
    [{ by: 'type', values: ['A', 'A'] }, /the same value/],
    [{ splitAt: MIDDLE, metrics: ['cycletimes'] }, /Did you mean `cycleTime`/],
    [{ splitAt: MIDDLE, metrics: ['stage[]'] }, /cannot be compared/],
    [{ splitAt: MIDDLE, seed: -1 }, /--seed/],
    [{ splitAt: MIDDLE, seed: 0.5 }, /--seed/],
  ])('%j', async (asked, message) => {
    const analysis = await open(logOf(weekly(0, 12, [1, 2])), TWELVE_WEEKS);
    await expect(analysis.compare(asked)).rejects.toThrow(message);
  });
});

describe('the same question has the same answer', () => {
  const items = Array.from({ length: 120 }, (_, at) => ({
    week: Math.floor(at / 5),
    weekday: at % 5,
    days: 1 + ((at * 37) % 23) / 3,
    type: at % 3 === 0 ? 'Bug' : 'Story',
    points: (at * 5) % 4,
    back: at % 4 === 0,
  }));
  const asked = { splitAt: '2026-03-30' };

  it('to the byte, however the rows lie', async () => {
    const { data, name } = logOf(items);
    const [head, ...rows] = String(data).trimEnd().split('\n');
    const shuffled = [...rows].sort(
      (a, b) => ((a.length * 7 + a.charCodeAt(4)) % 13) - ((b.length * 7 + b.charCodeAt(4)) % 13),
    );
    expect(shuffled).not.toEqual(rows);
    const text = async (lines: string[]) =>
      JSON.stringify((await (await open({ name, data: `${[head, ...lines].join('\n')}\n` })).compare(asked)).compare);
    expect(await text(shuffled)).toBe(await text(rows));
  });

  it('and another seed draws other weeks, and changes no figure that is not drawn', async () => {
    const analysis = await open(logOf(items));
    const [one, two] = [await analysis.compare(asked), await analysis.compare({ ...asked, seed: 2 })];
    const [first, second] = [metricOf(one.compare, 'cycleTime'), metricOf(two.compare, 'cycleTime')];
    expect(two.compare.seed).toBe(2);
    expect(two.compare.metrics).not.toEqual(one.compare.metrics);
    expect(second).toMatchObject({ a: first.a, ratio: first.ratio, interval: first.interval, effect: first.effect });
  });

  it('and one more metric changes no other draw', async () => {
    const analysis = await open(logOf(items));
    const alone = await analysis.compare({ ...asked, metrics: ['leadTime'] });
    const among = await analysis.compare(asked);
    expect(metricOf(alone.compare, 'leadTime').percentiles).toEqual(metricOf(among.compare, 'leadTime').percentiles);
    expect(metricOf(alone.compare, 'leadTime').p).toBe(metricOf(among.compare, 'leadTime').p);
  });
});

it('names nobody, where nobody is to be named', async () => {
  const { data } = logOf([...weekly(0, 6, [2, 4]), ...weekly(0, 6, [1, 2])]);
  const people = ['Dana Scully', 'Fox Mulder'];
  const rows = String(data).replace(/^(A-(\d+),.*)$/gm, (row, _, at) => `${row},${people[Number(at) % 2]}`);
  const log = { name: 'Dana Scully.csv', data: rows.replace('points,to,at', 'points,to,at,assignee') };
  const options = { configuration: WORKFLOW, anonymizePeople: true };
  const analysis = await open(log, options);
  const groups = await analysis.compare({ by: 'assignee', values: people });
  const exports = await compare(analysis, await open(log, options));
  const error = await analysis.compare({ by: 'assignee', values: ['Dana Scully', 'Dana Sculy'] }).catch(String);
  expect(groups.compare.a.items).toBe(12);
  expect(groups.compare.a.label).toMatch(/^person \d$/);
  expect(JSON.stringify([groups, exports, error])).not.toMatch(/Dana|Sculy|Mulder/);
});
