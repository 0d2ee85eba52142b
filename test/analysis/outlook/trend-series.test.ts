import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PeriodPoint } from '../../../src/analysis/outlook/period-points.ts';
import { type PeriodSeries, trendSeries } from '../../../src/analysis/outlook/trend/trend-series.ts';
import type { TrendSeries } from '../../../src/contract/statistics/trend-schema.ts';
import type { TrendMetric, TrendSettings } from '../../../src/model/statistics/trend-settings.ts';
import { dayOfDate } from '../../../src/model/time/zone.ts';
import { durations, FIRST, point, sunday, week } from './weekly-points.ts';

const DEFAULT: TrendSettings = { metrics: ['throughput'], baseline: null, rules: 'both' };

function seriesOf(
  metric: TrendMetric,
  points: readonly PeriodPoint[],
  settings: Partial<TrendSettings> = {},
  given: Partial<PeriodSeries> = {},
): TrendSeries {
  const periods: PeriodSeries = {
    points,
    unit: 'week',
    sprint: null,
    basis: 'elapsed',
    endsUnknown: 0,
    breaks: [],
    ...given,
  };
  return trendSeries(metric, periods, { ...DEFAULT, ...settings });
}

const counts = (...values: number[]) => values.map((throughput, at) => point(at, { throughput }));
const codes = ({ notes }: TrendSeries) => notes.map(({ code }) => code);

describe('a series of counts', () => {
  it('has the limits of its first 20 points, and says what is outside', () => {
    // 10 and 12 by turns: mean 11, every difference 2; limits 11 ± 2.66 · 2; 3.268 · 2.
    const steady = Array.from({ length: 20 }, (_, at) => (at % 2 === 0 ? 10 : 12));
    const series = seriesOf('throughput', counts(...steady, 17, 11, 5));
    expect(series).toMatchObject({ mean: 11, reason: null, unit: 'items', better: 'higher', scale: 'linear' });
    expect(series.upper).toBeCloseTo(16.32, 9);
    expect(series.lower).toBeCloseTo(5.68, 9);
    expect(series.rangeUpper).toBeCloseTo(6.536, 9);
    expect(series.baseline).toEqual({
      from: week(0),
      to: sunday(19),
      points: 20,
      provisional: false,
      widthUncertainty: 1 / Math.sqrt(2 * 0.62 * 19),
    });
    expect(series.signals).toEqual([
      {
        rule: 'outside',
        from: week(20),
        to: sunday(20),
        points: 1,
        direction: 'above',
        good: true,
        latest: false,
        message: '17 in the week of Mon 25 May 2026, above the upper limit of 16.3: more, better',
      },
      {
        rule: 'outside',
        from: week(22),
        to: sunday(22),
        points: 1,
        direction: 'below',
        good: false,
        latest: true,
        message: '5 in the week of Mon 8 Jun 2026, below the lower limit of 5.68: fewer, worse',
      },
    ]);
    expect(series.shift).toBe(null);
    // 17 after 12.
    expect(series.points[20]).toEqual({
      start: week(20),
      end: week(21),
      value: 17,
      range: 5,
      n: null,
      provisional: false,
    });
    // 26 points: 0.167, 20: 0.091; 23 are half way.
    expect(series.falseAlarmShare).toBeCloseTo((0.167 + 0.091) / 2, 9);
  });

  it('says of a run since when, and offers a new baseline of 20 periods from its first', () => {
    const steady = Array.from({ length: 20 }, (_, at) => (at % 2 === 0 ? 10 : 12));
    const series = seriesOf('throughput', counts(...steady, ...Array.from({ length: 8 }, () => 13)));
    // The twentieth point is above the mean as well.
    expect(series.signals).toMatchObject([
      {
        rule: 'run',
        from: week(19),
        to: sunday(27),
        points: 9,
        latest: true,
        message: '9 weeks in a row above the mean since Mon 18 May 2026: more, better',
      },
    ]);
    expect(series.shift).toEqual({ from: week(19), option: `--baseline ${week(19)}..${sunday(38)}` });
    const message = series.notes.find(({ code }) => code === 'shift')?.message;
    expect(message).toContain('--baseline 2026-05-18..2026-10-04');
    // Taken up, it compares with the nine weeks that are there so far.
    const baseline = { from: dayOfDate(week(19)), to: dayOfDate(sunday(38)) };
    const after = seriesOf('throughput', counts(...steady, ...Array.from({ length: 8 }, (_, at) => 13 + (at % 2))), {
      baseline,
    });
    expect(after.baseline).toMatchObject({ from: week(19), to: sunday(27), points: 9, provisional: true });
    // Of a baseline of nine among 28 points nobody knows the chance.
    expect(after.falseAlarmShare).toBe(null);
  });

  it('takes the periods that lie within a baseline as a whole', () => {
    const points = counts(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    const from = dayOfDate(week(1));
    const spanOf = (to: number, start = from) =>
      seriesOf('throughput', points, { baseline: { from: start, to } }).baseline;
    expect(spanOf(dayOfDate(sunday(7)))).toMatchObject({ from: week(1), to: sunday(7), points: 7 });
    expect(spanOf(dayOfDate(week(8)))).toMatchObject({ to: sunday(7) });
    expect(spanOf(dayOfDate(sunday(7)) - 1)).toMatchObject({ to: sunday(6) });
    expect(spanOf(dayOfDate(sunday(7)), from + 1)).toMatchObject({ from: week(2) });
    expect(() => spanOf(from + 5)).toThrow(
      '--baseline: no complete week lies within 2026-01-12..2026-01-17. The complete weeks are those of 2026-01-05..2026-03-15',
    );
  });

  it('has none of fewer than 6 points, and provisional ones of fewer than 20', () => {
    const five = seriesOf('throughput', counts(10, 12, 10, 12, 10));
    expect(five).toMatchObject({ reason: 'tooFew', mean: 10.8, upper: null, lower: null, rangeUpper: null });
    expect(five).toMatchObject({ signals: [], falseAlarmShare: null });
    expect(five.notes).toEqual([{ code: 'tooFew', message: 'No limits: 5 weeks with a point, of 6 needed.' }]);
    const six = seriesOf('throughput', counts(10, 12, 10, 12, 10, 12));
    expect(six.reason).toBe(null);
    // 1 ÷ √(2 · 0.62 · 5) = 0.4016
    expect(six.notes[0]).toEqual({
      code: 'provisional',
      message: 'The limits are provisional: they rest on 6 weeks of 20, so their width may be off by about 40 %.',
    });
    expect(six.points.every(({ provisional }) => provisional)).toBe(true);
    expect(six.falseAlarmShare).toBe(0.019);
  });

  it('has none without variation, and a note where it is too coarse', () => {
    const zeros = seriesOf('throughput', counts(...Array.from({ length: 26 }, () => 0)));
    expect(zeros).toMatchObject({ reason: 'noVariation', mean: 0, upper: null, signals: [] });
    expect(codes(zeros)).toEqual(['noVariation']);
    const coarse = seriesOf('throughput', counts(1, 0, 2, 1, 3, 0, 1, 2, 1, 0, 1, 2, 1, 1, 0, 2, 1, 3, 1, 0));
    expect(codes(coarse)).toEqual(['chunky']);
    expect(coarse.notes[0]?.message).toContain('--unit month');
    // Below 0 there is nothing.
    expect(coarse.lower).toBe(null);
  });

  it('adds the finer rules where they are asked for', () => {
    const steady = Array.from({ length: 20 }, (_, at) => (at % 2 === 0 ? 10 : 12));
    // σ = 2 ÷ 1.128 = 1.773: beyond 11 + 2 · 1.773 = 14.55.
    const points = counts(...steady, 15, 11, 15);
    expect(seriesOf('throughput', points).signals).toEqual([]);
    const finer = seriesOf('throughput', points, { rules: 'western-electric' });
    expect(finer.signals).toMatchObject([
      {
        rule: 'twoOfThree',
        from: week(20),
        message: '2 of 3 weeks far above the mean, beyond 2 standard deviations, since Mon 25 May 2026: more, better',
      },
    ]);
    expect(finer.falseAlarmShare).toBeCloseTo((0.26 + 0.16) / 2, 9);
  });

  it('without a point at all says so, and why', () => {
    const unknown = Array.from({ length: 8 }, (_, at) => point(at, { arrivals: null, netFlow: null }));
    expect(seriesOf('arrivals', unknown)).toMatchObject({ reason: 'tooFew', mean: null });
    expect(seriesOf('arrivals', unknown).notes.map(({ message }) => message)).toContain(
      'The export does not say when items were created.',
    );
    expect(codes(seriesOf('throughput', counts(4, 5, 6, 4, 5, 6), {}, { endsUnknown: 3 }))).toContain('endsUnknown');
    expect(seriesOf('throughput', [])).toMatchObject({ points: [], reason: 'tooFew', mean: null, signals: [] });
    // Also with a baseline: there is nothing that it could be of.
    const baseline = { from: FIRST, to: FIRST + 90 };
    expect(seriesOf('throughput', [], { baseline }).reason).toBe('tooFew');
  });
});

describe('the other series', () => {
  it('net flow may go below 0, and more than usual is worse', () => {
    const values = Array.from({ length: 20 }, (_, at) => (at % 2 === 0 ? -1 : 1));
    const series = seriesOf(
      'netFlow',
      [...values, 6].map((netFlow, at) => point(at, { netFlow })),
    );
    expect(series.lower).toBeCloseTo(-5.32, 9);
    expect(series.signals).toMatchObject([{ rule: 'outside', direction: 'above', good: false }]);
  });

  it('arrivals have no better side', () => {
    const values = Array.from({ length: 20 }, (_, at) => (at % 2 === 0 ? 10 : 12));
    const series = seriesOf(
      'arrivals',
      [...values, 20].map((arrivals, at) => point(at, { arrivals })),
    );
    expect(series.better).toBe(null);
    expect(series.signals[0]?.good).toBe(null);
    expect(series.signals[0]?.message).toMatch(/: more$/);
  });

  it('work in progress and age carry over: no limits, whatever they do', () => {
    const points = Array.from({ length: 30 }, (_, at) => point(at, { wip: at, age: { n: at, medianDays: at / 2 } }));
    for (const metric of ['wip', 'age'] as const) {
      const series = seriesOf(metric, points);
      expect(series).toMatchObject({ reason: 'carriesOver', upper: null, signals: [], falseAlarmShare: null });
      expect(codes(series)).toEqual(['carriesOver']);
    }
    expect(seriesOf('wip', points).mean).toBe(9.5);
    expect(seriesOf('age', points).points[10]).toMatchObject({ value: 5, n: 10 });
  });

  it('shares stay between 0 and 1', () => {
    const values = Array.from({ length: 20 }, (_, at) => (at % 2 === 0 ? 0.9 : 0.98));
    const points = values.map((share, at) => point(at, { flowEfficiency: { n: 8, share }, wastedShare: 1 - share }));
    const efficiency = seriesOf('flowEfficiency', points);
    // 0.94 ± 2.66 · 0.08 = 0.7272 … 1.1528
    expect(efficiency.upper).toBe(null);
    expect(efficiency.lower).toBeCloseTo(0.7272, 9);
    const wasted = seriesOf('wastedShare', points);
    expect(wasted.lower).toBe(null);
    expect(wasted.upper).toBeCloseTo(0.06 + 2.66 * 0.08, 9);
    expect([efficiency.better, wasted.better]).toEqual(['higher', 'lower']);
  });
});

describe('cycle time', () => {
  const six = (days: number) => durations(Array.from({ length: 6 }, () => days));
  const e = Math.E;

  it('is charted by its logarithms, and shown in days', () => {
    // ln 1 and ln e by turns: mean 0.5, differences 1.
    const series = seriesOf(
      'cycleTime',
      Array.from({ length: 20 }, (_, at) => point(at, { cycleTime: six(at % 2 === 0 ? 1 : e) })),
    );
    expect(series).toMatchObject({ scale: 'log', unit: 'days', better: 'lower' });
    expect(series.mean).toBeCloseTo(Math.exp(0.5), 9);
    expect(series.upper).toBeCloseTo(Math.exp(0.5 + 2.66), 9);
    expect(series.lower).toBeCloseTo(Math.exp(0.5 - 2.66), 9);
    expect(series.rangeUpper).toBeCloseTo(Math.exp(3.268), 9);
    expect(series.points[1]?.value).toBeCloseTo(e, 12);
    expect(series.points[1]?.n).toBe(6);
  });

  it('has no point of fewer than 6 items; such a week neither ends a run nor lengthens it', () => {
    const few = durations([1, 1, 1, 1, 1]);
    const steady = Array.from({ length: 20 }, (_, at) => point(at, { cycleTime: six(at % 2 === 0 ? 1 : e) }));
    const slow = Array.from({ length: 10 }, (_, at) =>
      point(20 + at, { cycleTime: at === 3 || at === 9 ? few : six(2.5) }),
    );
    const series = seriesOf('cycleTime', [...steady, ...slow]);
    expect(series.points[23]).toMatchObject({ value: null, n: 5 });
    // The last steady week, and eight of the ten.
    expect(series.signals).toMatchObject([
      { rule: 'run', from: week(19), to: sunday(28), points: 9, direction: 'above', good: false, latest: true },
    ]);
    expect(series.signals[0]?.message).toBe('9 weeks in a row above the mean since Mon 18 May 2026: slower, worse');
    expect(codes(series)).toEqual(['chunky', 'fewFinished', 'shift']);
    expect(series.notes[1]?.message).toBe('2 weeks of 30 without a point: fewer than 6 items finished.');
  });

  it('takes 0 days for half of the smallest other one of the baseline, and says so from 5 % on', () => {
    // 22 weeks; the baseline are the first 20, whose smallest is 1 day. Later there is a shorter one.
    const points = Array.from({ length: 22 }, (_, at) =>
      point(at, {
        cycleTime: durations(at === 21 ? [0.1, 2, 2, 2, 2, 2] : at % 2 === 0 ? [0, 1, 1, 1, 1, 1] : [0, 4, 4, 4, 4, 4]),
      }),
    );
    const series = seriesOf('cycleTime', points);
    expect(series.points[0]?.value).toBeCloseTo(Math.exp(Math.log(0.5) / 6), 12);
    expect(series.points[1]?.value).toBeCloseTo(Math.exp((Math.log(0.5) + 5 * Math.log(4)) / 6), 12);
    // 21 of 132.
    expect(series.notes.find(({ code }) => code === 'zeros')?.message).toMatch(/^16 % of the durations are 0/);
    // One in 120 is not worth a word.
    const one = points
      .slice(0, 20)
      .map((each, at) => ({ ...each, cycleTime: at === 0 ? durations([0, 1, 1, 1, 1, 1]) : six(1 + (at % 2)) }));
    expect(codes(seriesOf('cycleTime', one))).not.toContain('zeros');
    // Where the baseline is nothing but zeros, the others say what they are; without any other there is no point.
    const zeros = Array.from({ length: 20 }, (_, at) => point(at, { cycleTime: six(0) }));
    expect(seriesOf('cycleTime', zeros)).toMatchObject({ mean: null, reason: 'tooFew' });
    const later = seriesOf('cycleTime', [...zeros, point(20, { cycleTime: six(2) })]);
    expect(later.points[0]?.value).toBeCloseTo(1, 12);
    expect(later.reason).toBe('noVariation');
  });

  it('is, slowly and plainly, the mean of what is in the period', () => {
    const weeks = fc.array(fc.array(fc.constantFrom(0, 0.25, 0.5, 1, 2, 3, 10), { maxLength: 9 }), { maxLength: 30 });
    fc.assert(
      fc.property(weeks, (all) => {
        const series = seriesOf(
          'cycleTime',
          all.map((days, at) => point(at, { cycleTime: durations(days) })),
        );
        const first20 = all
          .filter((days) => days.length >= 6)
          .slice(0, 20)
          .flat();
        const candidates = first20.some((days) => days > 0) ? first20 : all.filter((days) => days.length >= 6).flat();
        const smallest = Math.min(...candidates.filter((days) => days > 0));
        for (const [at, days] of all.entries()) {
          const filled = days.map((one) => (one === 0 ? smallest / 2 : one));
          const { n, value } = series.points[at] as TrendSeries['points'][number];
          expect(n).toBe(days.length);
          if (days.length < 6 || !filled.every(Number.isFinite)) expect(value).toBe(null);
          else
            expect(value).toBeCloseTo(
              filled.reduce((product, one) => product * one ** (1 / days.length), 1),
              9,
            );
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('a definition that changed', () => {
  const breaks = [{ at: week(20), fingerprint: 'b' }];
  const before = Array.from({ length: 20 }, (_, at) => (at % 2 === 0 ? 10 : 12));
  const after = Array.from({ length: 10 }, (_, at) => (at % 2 === 0 ? 30 : 34));

  it('is crossed by nothing: limits and signals are those since then', () => {
    const series = seriesOf('throughput', counts(...before, ...after), {}, { breaks });
    expect(series.points).toHaveLength(30);
    expect(series).toMatchObject({ mean: 32, signals: [], shift: null });
    expect(series.baseline).toMatchObject({ from: week(20), points: 10, provisional: true });
    expect(series.points.map(({ provisional }) => provisional)).toEqual([
      ...before.map(() => false),
      ...after.map(() => true),
    ]);
    expect(series.notes.find(({ code }) => code === 'break')?.message).toBe(
      'A definition changed on Mon 25 May 2026: limits and signals are those of the 10 weeks since then.',
    );
    expect(series.breaks).toEqual(breaks);
    // Of ten points.
    expect(series.falseAlarmShare).toBe(0.031);
  });

  it('takes no baseline from before', () => {
    const baseline = { from: FIRST, to: FIRST + 139 };
    expect(() => seriesOf('throughput', counts(...before, ...after), { baseline }, { breaks })).toThrow(
      /no complete week lies within/,
    );
  });
});

describe('moving ranges', () => {
  const ranges = ({ points }: TrendSeries) => points.map(({ range }) => range);

  it('are the distances from the point before, whatever their sign', () => {
    expect(ranges(seriesOf('throughput', counts(4, 9, 9, 2)))).toEqual([null, 5, 0, 7]);
  });

  it('are factors of durations, and skip periods without a point', () => {
    const six = (days: number) => durations(Array.from({ length: 6 }, () => days));
    const points = [2, 8, null, 4].map((days, at) =>
      point(at, { cycleTime: days === null ? durations([1]) : six(days) }),
    );
    // 8 is four times 2, and 4 is half of 8: a factor of 2 either way.
    const [first, second, third, fourth] = ranges(seriesOf('cycleTime', points));
    expect([first, third]).toEqual([null, null]);
    expect(second).toBeCloseTo(4, 12);
    expect(fourth).toBeCloseTo(2, 12);
  });

  it('do not cross from one definition to another', () => {
    const breaks = [1, 3].map((at) => ({ at: week(at), fingerprint: String(at) }));
    const series = seriesOf('throughput', counts(1, 5, 7, 20, 21), {}, { breaks });
    expect(ranges(series)).toEqual([null, null, 2, null, 1]);
    expect(series.points.map(({ value }) => value)).toEqual([1, 5, 7, 20, 21]);
  });

  it('are those that the limit is of', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 6, maxLength: 20 }), (values) => {
        const series = seriesOf('throughput', counts(...values));
        fc.pre(series.rangeUpper !== null);
        const known = ranges(series).flatMap((range) => (range === null ? [] : [range]));
        const mean = known.reduce((sum, range) => sum + range, 0) / known.length;
        expect(series.rangeUpper).toBeCloseTo(3.268 * mean, 9);
      }),
    );
  });
});
