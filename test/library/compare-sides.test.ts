// What each side of a comparison is said to be is what the report says of it, and what is compared is what the lists of items
// hold: taken from them again here, slowly and plainly.
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Analysis, type AnalyzeOptions, type CompareReport, compare, open, type Report } from '../../src/index.ts';
import { compareDurations, compareShares } from '../../src/stats/compare/index.ts';
import { randomCase } from '../analysis/random-analysis.ts';

const EXAMPLE = fileURLToPath(new URL('../../fixtures/example/content-board.csv', import.meta.url));

type Comparison = CompareReport['compare'];

/** The same figures out of a report. */
function figuresOf(report: Report, excludePaused: boolean): Record<string, number | null> {
  const { cycleTime, flowEfficiency: flow, leadTime, rework, throughput, waste } = report;
  const unknown = rework.leftOut.reduce((sum, { items }) => sum + items, 0);
  const known = cycleTime.count - unknown;
  const all = flow.activeDays + flow.waitingDays + flow.blockedDays + (excludePaused ? 0 : flow.pausedDays);
  return {
    cycleTime: cycleTime.percentilesDays['50'] ?? null,
    leadTime: leadTime.percentilesDays['50'] ?? null,
    throughput: throughput.meanPerPeriod,
    flowEfficiency: flow.efficiency,
    sentBackShare: known === 0 ? null : rework.items / known,
    blockedShare: all === 0 ? null : flow.blockedDays / all,
    wastedShare: waste.labour.wastedShare,
  };
}

function expectSide(comparison: Comparison, side: 'a' | 'b', report: Report, excludePaused = false): void {
  expect(comparison[side].items).toBe(report.items.inWindow.finished);
  const expected = figuresOf(report, excludePaused);
  expect(comparison.metrics).toHaveLength(7);
  for (const metric of comparison.metrics) {
    const value = expected[metric.metric] ?? null;
    const shown = value === null ? null : expect.closeTo(value, 9);
    expect([metric.metric, metric[side]]).toEqual([metric.metric, shown]);
  }
  for (const [metric, times] of [
    ['cycleTime', report.cycleTime],
    ['leadTime', report.leadTime],
  ] as const) {
    const found = comparison.metrics.find((one) => one.metric === metric);
    expect(found?.n[side]).toBe(times.count);
    for (const { percent, [side]: value } of found?.percentiles ?? [])
      expect([percent, value]).toEqual([percent, times.percentilesDays[percent]]);
  }
}

describe('the figures of each side are those of its report', () => {
  const configuration = { percentiles: { method: 'nearest-rank' }, cost: { handoffMinutes: 30 } };

  it.each<[string, AnalyzeOptions]>([
    ['elapsed', {}],
    ['working days, in a zone', { basis: 'working', timeZone: 'America/New_York' }],
    ['nearest ranks, with hand-offs', { configuration, unit: 'month' }],
  ])('before and from a date: %s', async (_, options) => {
    const found = (await (await open(EXAMPLE, options)).compare({ splitAt: '2026-04-01' })).compare;
    for (const side of ['a', 'b'] as const) {
      const { from, to } = found[side];
      const of = await open(EXAMPLE, { ...options, from: from as string, to: to as string });
      expectSide(found, side, of.report());
    }
  });

  it('two values of a field', async () => {
    const found = (await (await open(EXAMPLE)).compare({ by: 'type', values: ['Email', 'Blog post'] })).compare;
    const whole = { from: found.a.from as string };
    for (const [side, type] of [
      ['a', 'Email'],
      ['b', 'Blog post'],
    ] as const)
      expectSide(found, side, (await open(EXAMPLE, { ...whole, where: [`type=${type}`] })).report());
  });

  it('two exports', async () => {
    const early = { from: '2026-01-12', to: '2026-03-30' };
    const late = { from: '2026-04-06', to: '2026-06-29' };
    const [a, b] = [await open(EXAMPLE, early), await open(EXAMPLE, late)];
    const found = (await compare(a, b)).compare;
    expectSide(found, 'a', a.report());
    expectSide(found, 'b', b.report());
  });

  it('of random logs', async () => {
    let compared = 0;
    for (let seed = 1; seed <= 20; seed++) {
      const { configuration, open } = await randomCase(seed);
      const basis = seed % 2 === 0 ? 'elapsed' : 'working';
      const whole = await open(undefined, { basis });
      const { window } = whole.report();
      if (window.from === null || window.to === null) continue;
      const middle = new Date((Date.parse(window.from) + Date.parse(window.to)) / 2).toISOString();
      const found = (await whole.compare({ splitAt: middle })).compare;
      for (const side of ['a', 'b'] as const) {
        const own = { from: found[side].from as string, to: found[side].to as string };
        const report = (await open(undefined, { basis, ...own })).report();
        if (report.cycleTime.percentilesDays['50'] === undefined) continue;
        expectSide(found, side, report, configuration.excludePaused === true);
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(20);
  });
});

describe('what is compared', () => {
  /** The Monday of an instant's local week, by the platform's calendar. */
  function monday(instant: string, timeZone: string): number {
    const date = new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date(instant));
    const day = Date.parse(`${date}T00:00:00Z`) / 86_400_000;
    return day - ((new Date(day * 86_400_000).getUTCDay() + 6) % 7);
  }

  function plainSides(analysis: Analysis, { a, b }: Comparison, timeZone: string) {
    const items = analysis
      .items()
      .itemList.filter(({ cycleTimeDays, finished }) => finished !== null && cycleTimeDays !== null);
    const side = ({ from, to }: Comparison['a']) => {
      const own = items.filter(
        ({ finished }) => (finished as string) >= (from as string) && (finished as string) < (to as string),
      );
      return {
        values: own.map(({ cycleTimeDays }) => cycleTimeDays as number),
        weeks: own.map(({ finished }) => monday(finished as string, timeZone)),
      };
    };
    return [side(a), side(b)] as const;
  }

  it.each(['UTC', 'Asia/Tokyo', 'America/Los_Angeles'])('are the items of each local week, in %s', async (timeZone) => {
    const analysis = await open(EXAMPLE, { timeZone });
    const { compare: found } = await analysis.compare({ splitAt: '2026-04-01', metrics: ['cycleTime'] });
    const [a, b] = plainSides(analysis, found, timeZone);
    const plain = compareDurations(a, b, { name: 'cycleTime', seed: 1 });
    const [metric] = found.metrics;
    expect(metric?.p).toBe(plain.p);
    expect(metric?.interval).toEqual(plain.ratio?.interval);
    expect(metric?.percentiles).toEqual(plain.percentiles);
    expect(metric?.detectableRatio).toBe(plain.detectableRatio);
  });

  it('are the charged hours of each week: those of a report on that week alone', async () => {
    const { compare: found } = await (await open(EXAMPLE)).compare({ splitAt: '2026-04-06', metrics: ['wastedShare'] });
    const weeks = async ({ from, items, to }: Comparison['a']) => {
      const side = { sums: [] as number[], wholes: [] as number[], items };
      for (let start = from as string; start < (to as string); ) {
        const next = new Date((monday(start, 'UTC') + 7) * 86_400_000).toISOString();
        const end = next < (to as string) ? next : (to as string);
        const { labour } = (await open(EXAMPLE, { from: start, to: end })).report().waste;
        side.sums.push(labour.wastedHours);
        side.wholes.push(labour.hours);
        start = end;
      }
      return side;
    };
    const plain = compareShares(await weeks(found.a), await weeks(found.b), { name: 'wastedShare', seed: 1 });
    const [metric] = found.metrics;
    expect(metric?.p).toBe(plain.p);
    expect(metric?.ratio).toEqual(expect.closeTo(plain.ratio as number, 9));
    expect(metric?.interval?.[0]).toEqual(expect.closeTo(plain.ratioInterval?.[0] as number, 9));
  });
});
