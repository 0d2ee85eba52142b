import { describe, expect, it } from 'vitest';
import { type PeriodPoint, periodPoints } from '../../../src/analysis/outlook/period-points.ts';
import { type AnalyzeOptions, type Input, open } from '../../../src/index.ts';
import { randomCase, windowOptions } from '../random-analysis.ts';
import { allItems, datasetOf } from './dataset-of.ts';

type Unit = 'day' | 'week' | 'month';

async function pointsOf(data: string, options: AnalyzeOptions = {}): Promise<PeriodPoint[]> {
  const dataset = await datasetOf([{ name: 'log.csv', data }], options);
  return periodPoints(dataset, allItems(dataset));
}

const log = (...rows: string[]) => ['id,to,at', ...rows, ''].join('\n');
/** An item that takes so many days and finishes in February 2026, which begins on a Sunday. */
const item = (id: string, start: string, end: string) => [`${id},Doing,${start}`, `${id},Done,${end}`];

describe('the points of periods, by hand', () => {
  // Weeks of Monday, 2 and 9 February; the days before and after are of no complete week.
  const february: AnalyzeOptions = { from: '2026-01-31', to: '2026-02-18', asOf: '2026-02-20' };
  const rows = [
    ...[1, 2, 4, 8].flatMap((days) =>
      item(`A${days}`, new Date(Date.UTC(2026, 1, 6) - days * 86_400_000).toISOString(), '2026-02-06T00:00:00Z'),
    ),
    ...item('A16', '2026-01-21T00:00:00Z', '2026-02-06T00:00:00Z'),
    ...item('A0', '2026-02-05T12:00:00Z', '2026-02-05T12:00:00Z'),
    ...item('B1', '2026-02-10T00:00:00Z', '2026-02-11T00:00:00Z'),
    'C,Doing,2026-02-13T00:00:00Z',
  ];

  it('counts, takes logarithms, and tells zeros apart', async () => {
    const points = await pointsOf(log(...rows), february);
    expect(points.map(({ end, start }) => [start, end])).toEqual([
      ['2026-02-02', '2026-02-09'],
      ['2026-02-09', '2026-02-16'],
    ]);
    const [first, second] = points as [PeriodPoint, PeriodPoint];
    expect(first.throughput).toBe(6);
    expect(Array.from(first.cycleTime.durations)).toEqual([0, 1, 2, 4, 8, 16]);
    // (ln 1 + ln 2 + ln 4 + ln 8 + ln 16) ÷ 5 = ln 4
    expect(first.cycleTime).toMatchObject({ n: 6, zeros: 1 });
    expect(first.cycleTime.meanLog).toBeCloseTo(Math.log(4), 12);
    // In the second week one item of one day: too few for a point.
    expect(second.cycleTime).toMatchObject({ n: 1, zeros: 0, meanLog: null });
    // Created in the first week: A1, A2, A4 and A0; six finished. In the second B1 and C; one finished.
    expect(points.map(({ arrivals, netFlow, throughput }) => [arrivals, throughput, netFlow])).toEqual([
      [4, 6, -2],
      [2, 1, 1],
    ]);
    // Nothing is in progress on Sunday 8; C is on Sunday 15, for three days less a millisecond.
    expect(points.map(({ age, wip }) => [wip, age.n])).toEqual([
      [0, 0],
      [1, 1],
    ]);
    expect(first.age.medianDays).toBe(null);
    expect(second.age.medianDays).toBeCloseTo(3 - 1 / 86_400_000, 12);
    expect(points.map(({ flowEfficiency }) => flowEfficiency)).toEqual([
      { n: 6, share: 1 },
      { n: 1, share: 1 },
    ]);
  });

  it('has no point of six durations that are all 0', async () => {
    const zeros = Array.from({ length: 6 }, (_, at) => item(`Z${at}`, '2026-02-05T12:00:00Z', '2026-02-05T12:00:00Z'));
    const [first] = await pointsOf(log(...zeros.flat(), 'C,Doing,2026-02-13T00:00:00Z'), february);
    expect(first?.cycleTime).toMatchObject({ n: 6, zeros: 6, meanLog: null });
  });

  it('takes paused time out of the age where it is taken out of all', async () => {
    const paused = log(
      'P,Doing,2026-02-02T00:00:00Z',
      'P,To do,2026-02-04T00:00:00Z',
      'P,Doing,2026-02-07T00:00:00Z',
      'P,To do,2026-02-08T12:00:00Z',
    );
    const ages = async (options: AnalyzeOptions) => {
      const points = await pointsOf(paused, { ...february, ...options });
      return points.map(({ age }) => age.medianDays);
    };
    const ms = 1 / 86_400_000;
    const [first, second] = await ages({});
    expect(first).toBeCloseTo(7 - ms, 12);
    expect(second).toBeCloseTo(14 - ms, 12);
    // Two days, and a day and a half; from noon of the eighth on it is paused again.
    expect(await ages({ configuration: { excludePaused: true } })).toEqual([3.5, 3.5]);
    // Monday to Sunday.
    expect(await ages({ basis: 'inclusive' })).toEqual([7, 14]);
  });

  it('counts what ends at the very midnight as in progress before it, and as finished after it', async () => {
    const [first, second] = await pointsOf(log(...item('M', '2026-02-07T00:00:00Z', '2026-02-09T00:00:00Z')), february);
    expect([first?.throughput, first?.wip, second?.throughput, second?.wip]).toEqual([0, 1, 1, 0]);
    expect(first?.age.medianDays).toBeCloseTo(2 - 1 / 86_400_000, 12);
  });

  it('takes paused time out of the efficiency likewise, and no blocked time', async () => {
    const blocked = [
      'id,to,at,blocked',
      'P,Doing,2026-02-02T00:00:00Z,',
      'P,Doing,2026-02-02T12:00:00Z,yes',
      'P,Doing,2026-02-03T00:00:00Z,no',
      'P,To do,2026-02-03T12:00:00Z,',
      'P,To do,2026-02-04T00:00:00Z,yes',
      'P,To do,2026-02-05T00:00:00Z,no',
      'P,Doing,2026-02-06T00:00:00Z,',
      'P,Done,2026-02-10T00:00:00Z,',
      '',
    ].join('\n');
    const [first, second] = await pointsOf(blocked, { ...february, configuration: { excludePaused: true } });
    // Of seven days, one and a half are paused and not blocked: half of the third, and the fifth.
    expect(first?.age.medianDays).toBeCloseTo(5.5 - 1 / 86_400_000, 9);
    // Active: a half, a half and four; blocked: a half and one.
    expect(second?.flowEfficiency).toEqual({ n: 1, share: 5 / 6.5 });
  });

  it('has none without a complete period, without items, and without dates', async () => {
    expect(await pointsOf(log(...rows), { from: '2026-02-03', to: '2026-02-15', asOf: '2026-02-20' })).toEqual([]);
    expect(await pointsOf(log(...rows), { from: '2019-01-01', asOf: '2020-01-01' })).not.toEqual([]);
    const none = await pointsOf(log('C,To do,2026-02-13T00:00:00Z'), february);
    expect(none).toHaveLength(2);
    expect(none[0]).toMatchObject({ throughput: 0, arrivals: 0, netFlow: 0, wip: 0, wastedShare: null });
    expect(none[0]?.flowEfficiency).toEqual({ n: 0, share: null });
  });
});

/** What the metrics say of a window that is one period, in the shape of a point; without ages. */
async function byMetrics(input: Input, options: AnalyzeOptions, { end, start }: PeriodPoint) {
  const analysis = await open(input, { ...options, from: start, to: end });
  const { flowEfficiency, items, throughput, waste } = analysis.report();
  const [period] = throughput.periods;
  const days = (analysis.metric('cycleTime').cycleTime?.byItem ?? []).map(({ cycleTimeDays }) => cycleTimeDays);
  const positive = days.filter((one) => one > 0);
  const created = period?.created ?? null;
  return {
    start,
    end,
    throughput: items.inWindow.finished,
    arrivals: created,
    netFlow: created === null ? null : created - items.inWindow.finished - items.inWindow.dropped,
    n: days.length,
    zeros: days.length - positive.length,
    meanLog:
      days.length < 6 || positive.length === 0
        ? null
        : positive.reduce((sum, one) => sum + Math.log(one), 0) / positive.length,
    durations: days.toSorted((a, b) => a - b),
    wip: analysis.metric('wip').wip?.daily?.at(-1)?.count ?? null,
    flowEfficiency: { n: flowEfficiency.items, share: flowEfficiency.efficiency },
    wastedShare: waste.labour.wastedShare,
  };
}

const rounded = (value: unknown) =>
  JSON.parse(JSON.stringify(value), (_, one) => (typeof one === 'number' ? Number(one.toPrecision(9)) : one));

/** Compares some of the points with the metrics. @returns how many */
async function compare(most: number, input: Input, options: AnalyzeOptions, unit: Unit): Promise<number> {
  const dataset = await datasetOf([input], { ...options, unit });
  const points = periodPoints(dataset, allItems(dataset));
  const step = Math.max(1, Math.floor(points.length / most));
  const some = points.filter((_, at) => at % step === 0);
  for (const point of some) {
    const { age: _, cycleTime, ...own } = point;
    const { durations, meanLog, n, zeros } = cycleTime;
    const said = { ...own, n, zeros, meanLog, durations: Array.from(durations) };
    expect(rounded(said)).toEqual(rounded(await byMetrics(input, { ...options, unit }, point)));
  }
  return some.length;
}

describe('a point', () => {
  it.each(['day', 'week', 'month'] as const)(
    'is what the metrics say of its %s: on random logs, zones and rules',
    async (unit) => {
      let compared = 0;
      for (let seed = 1; seed <= 8; seed++) {
        const { configuration, log: random } = await randomCase(seed);
        const options = { configuration, ...windowOptions(random.args) };
        compared += await compare(4, { name: 'log.csv', data: random.csv }, options, unit);
      }
      expect(compared).toBeGreaterThan(3);
    },
  );

  it.each([
    ['example/content-board.csv', 'week'],
    ['example/content-board.csv', 'month'],
    ['jira-rest/oldest-first/issues.json', 'day'],
    ['jira-rest/no-changelog/search.json', 'day'],
    ['github-issues/page-of-thirty/issues.json', 'week'],
    ['milestones/repeated-and-empty/items.csv', 'day'],
    ['stage-dates/actionable-agile/board.csv', 'day'],
  ] as const)('is what the metrics say of %s by %s', async (file, unit) => {
    await compare(6, `fixtures/${file}`, { configuration: {} }, unit);
  });

  it('has the age that an earlier asOf says, where nothing was changed later', async () => {
    let compared = 0;
    for (let seed = 1; seed <= 10; seed++) {
      const { configuration, log: random } = await randomCase(seed);
      const rules = { ...configuration, percentiles: { points: [50], method: 'linear' } };
      const input = { name: 'log.csv', data: random.csv };
      const dataset = await datasetOf([input], { configuration: rules, ...windowOptions(random.args) });
      const { ended, started } = dataset.derived.facts;
      for (const { age, end, start: _ } of periodPoints(dataset, allItems(dataset)).slice(0, 5)) {
        const until = dataset.zone.startOfDay(Date.parse(end) / 86_400_000);
        const asOf = new Date(until - 1).toISOString();
        const earlier = await datasetOf([input], { configuration: rules, asOf });
        const seen = new Map(earlier.timelines.ids.map((id, at) => [id, earlier.derived.facts.started[at]]));
        const isOpen = (at: number) => (started[at] as number) < until && !((ended[at] as number) < until);
        const then = dataset.timelines.ids.flatMap((id, at) => (isOpen(at) ? [[id, started[at]]] : []));
        const report = (await open(input, { configuration: rules, asOf })).report();
        // What was reopened later, or started anew, was seen otherwise then.
        if (report.age.count !== then.length || then.some(([id, at]) => seen.get(id as string) !== at)) continue;
        expect(age.n).toBe(report.age.count);
        if (age.medianDays === null) expect(report.age.percentilesDays[50]).toBe(null);
        else expect(age.medianDays).toBeCloseTo(report.age.percentilesDays[50] as number, 9);
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(10);
  });
});
