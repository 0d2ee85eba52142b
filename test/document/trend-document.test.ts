import { describe, expect, it } from 'vitest';
import type { PeriodPoint } from '../../src/analysis/outlook/period-points.ts';
import { type PeriodSeries, trendSeries } from '../../src/analysis/outlook/trend/trend-series.ts';
import type { TrendReport } from '../../src/contract/statistics/trend-schema.ts';
import { trendDocument } from '../../src/document/outlook/trend-document.ts';
import { TREND_METRICS, type TrendMetric, type TrendSettings } from '../../src/model/statistics/trend-settings.ts';
import { REPORTERS } from '../../src/report/index.ts';
import { durations, point, week } from '../analysis/outlook/weekly-points.ts';
import { itemList } from './sample-report.ts';

const { itemList: _, ...head } = itemList;

interface Asked {
  points: readonly PeriodPoint[];
  metrics?: readonly TrendMetric[];
  settings?: Partial<TrendSettings>;
  periods?: Partial<PeriodSeries>;
}

function reportOf({ metrics = TREND_METRICS, periods, points, settings }: Asked): TrendReport {
  const asked: TrendSettings = { metrics, baseline: null, rules: 'both', ...settings };
  const all: PeriodSeries = {
    points,
    unit: 'week',
    sprint: null,
    basis: 'elapsed',
    endsUnknown: 0,
    breaks: [],
    ...periods,
  };
  const series = metrics.map((metric) => trendSeries(metric, all, asked));
  return { ...head, trend: { unit: all.unit, rules: asked.rules, history: null, series } };
}

/** A quarter and a half of a team that is slower from the twentieth week on, with one week of many new items. */
const SLOWER = Array.from({ length: 29 }, (_, at): PeriodPoint => {
  const wave = [2, 0, 3, 1, 4, 2, 1, 3, 0, 2][at % 10] as number;
  const throughput = 6 + wave;
  const arrivals = at === 24 ? 24 : 6 + ((wave + at) % 5);
  const days = (at < 20 ? 4 : 7) + wave / 2;
  return point(at, {
    throughput,
    arrivals,
    netFlow: arrivals - throughput,
    cycleTime: durations(Array.from({ length: at === 11 ? 4 : throughput }, (_, item) => days + item / 3)),
    wip: 12 + (at % 7),
    age: { n: 12 + (at % 7), medianDays: 5 + (at % 4) },
    flowEfficiency: { n: throughput, share: 0.3 + wave / 40 },
    wastedShare: 0.1 + ((at * 7) % 10) / 100,
  });
});

const screens: Record<string, Asked> = {
  trend: { points: SLOWER },
  'trend-one': { points: SLOWER, metrics: ['cycleTime'] },
  'trend-too-few': { points: SLOWER.slice(0, 4) },
  'trend-break': {
    points: SLOWER,
    metrics: ['throughput'],
    settings: { rules: 'western-electric' },
    periods: { breaks: [{ at: week(15), fingerprint: 'b' }], endsUnknown: 2 },
  },
};

describe('what trend prints', () => {
  it.each(Object.keys(screens))('%s, as a table and in Markdown', async (name) => {
    const document = trendDocument(reportOf(screens[name] as Asked));
    for (const [form, extension] of [
      ['table', 'txt'],
      ['markdown', 'md'],
    ] as const) {
      const text = REPORTERS.find(({ id }) => id === form)?.render(document, { width: 80, color: false });
      await expect(text).toMatchFileSnapshot(`golden/${name}.${extension}`);
    }
  });

  const counts = (...values: number[]) => values.map((throughput, at) => point(at, { throughput, wip: throughput }));
  const tens = (weeks: number) => Array.from({ length: weeks }, (_, at) => (at % 2 === 0 ? 10 : 12));
  const headlineOf = (asked: Asked) => trendDocument(reportOf(asked)).title;
  const throughput = (...values: number[]) => headlineOf({ points: counts(...values), metrics: ['throughput'] });

  it('is the answer first', () => {
    expect(throughput(...tens(26))).toBe('Throughput is what it was: no signal in 26 weeks.');
    expect(throughput(...tens(25), 20)).toBe(
      'Throughput stands out: 20 in the week of Mon 29 Jun 2026, above the upper limit of 16.3 (more, better).',
    );
    expect(throughput(...tens(20), 9, 9, 9, 9, 9, 9, 9, 9)).toBe(
      'Throughput is not what it was: 8 weeks in a row below the mean since Mon 25 May 2026 (fewer, worse).',
    );
    expect(throughput(...tens(21), 20, 11)).toBe(
      'No signal in the latest week; an earlier one: throughput, week of Mon 1 Jun 2026.',
    );
    expect(throughput(...tens(20), 20, 11, 20, 11)).toBe(
      'No signal in the latest week; 2 earlier ones, the last: throughput, week of Mon 8 Jun 2026.',
    );
    expect(throughput(...tens(20), 9, 9, 9, 9, 9, 9, 9, 9, 11)).toBe(
      'No signal in the latest week; an earlier one: throughput, Mon 25 May 2026 to Sun 19 Jul 2026.',
    );
  });

  it('says of several series what is worst first', () => {
    const both = (values: readonly [number, number][]) =>
      headlineOf({
        points: values.map(([more, wasted], at) => point(at, { throughput: more, wastedShare: wasted })),
        metrics: ['throughput', 'wastedShare'],
      });
    const steady = tens(24).map((more, at): [number, number] => [more, at % 2 === 0 ? 0.1 : 0.12]);
    expect(both(steady)).toBe('The process is what it was: no signal in 24 weeks.');
    // What is too coarse for limits comes last.
    const finer = steady.map(([more, wasted], at): [number, number] => [more + ((at * at) % 11) / 10, wasted]);
    expect(both([...finer, [20, 0.4]])).toMatch(/^Throughput stands out: 20 in .* Signals in wasted labour, too\.$/);
    expect(both([...steady, [20, 0.4]])).toBe(
      'Wasted labour stands out: 40 % in the week of Mon 22 Jun 2026, above the upper limit of 16 % (more wasted, worse). Signals in throughput, too.',
    );
    expect(headlineOf({ points: counts(...tens(24)), metrics: ['throughput', 'cycleTime', 'flowEfficiency'] })).toBe(
      'The process is what it was: no signal in 24 weeks; too few data for cycle time and flow efficiency.',
    );
  });

  it('promises nothing where nobody can say', () => {
    expect(throughput()).toBe('Too few data for a trend of throughput: no complete week, of 6 needed.');
    expect(throughput(4)).toBe('Too few data for a trend of throughput: 1 week with a point, of 6 needed.');
    expect(throughput(0, 0, 0, 0, 0, 0)).toBe(
      'There are no limits for throughput: every week of the baseline is the same.',
    );
    const idle = counts(0, 0, 0, 0, 0, 0, 0, 0);
    expect(headlineOf({ points: idle, metrics: ['throughput', 'cycleTime', 'flowEfficiency'] })).toBe(
      'Nothing says whether the process is what it was: every week of the baseline is the same in throughput; too few data for cycle time and flow efficiency.',
    );
    expect(headlineOf({ points: counts(...tens(26)), metrics: ['wip'] })).toBe(
      'Work in progress: 12 at the end of the latest week; nothing says whether that is usual.',
    );
    expect(headlineOf({ points: counts(...tens(26)), metrics: ['wip', 'age'] })).toBe(
      'There are no limits for work in progress and age of open items: nothing says whether they are what they were.',
    );
  });

  it('is sure of nothing where hardly an item finishes in a week', () => {
    const rare = (weeks: number) => Array.from({ length: weeks }, (_, at) => (at % 4 === 0 ? 1 : 0));
    expect(throughput(...rare(21), 0, 0, 0, 0, 0, 0, 0, 0)).toBe(
      'Throughput may not be what it was: 8 weeks in a row below the mean since Mon 1 Jun 2026 (fewer, worse), but the weeks are too coarse to be sure.',
    );
    const sections = (...values: number[]) =>
      JSON.stringify(trendDocument(reportOf({ points: counts(...values), metrics: ['throughput'] })).sections);
    expect(sections(...rare(26))).toContain('Where so few items make a point, chance alone often raises a signal.');
    expect(sections(...rare(26))).not.toContain('% of steady series');
    expect(throughput(...rare(21), 4)).toMatch(/^Throughput may stand out: 4 in .*, but the weeks are too coarse/);
  });

  it('says the chance of a false alarm once', () => {
    const text = JSON.stringify(trendDocument(reportOf({ points: SLOWER })).sections);
    expect(text.match(/Chance alone/g)).toHaveLength(1);
    const short = { baseline: { from: 20_458, to: 20_458 + 62 }, rules: 'both' } as const;
    const asked = { points: counts(...tens(26)), metrics: ['throughput'], settings: short } as const;
    expect(JSON.stringify(trendDocument(reportOf(asked)).sections)).toContain('not known for so short a baseline');
  });
});
