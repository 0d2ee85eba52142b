import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentileEnds, WeekResampler } from '../../../src/stats/compare/bootstrap.ts';
import { detectableRatio, hodgesLehmann, meanVariance } from '../../../src/stats/compare/hodges-lehmann.ts';
import { brunnerMunzel, holm, verdictOf } from '../../../src/stats/compare/index.ts';
import { midranks } from '../../../src/stats/compare/midranks.ts';
import { PairDifferences } from '../../../src/stats/compare/pair-differences.ts';
import { welch } from '../../../src/stats/compare/welch.ts';
import { quantileT } from '../../../src/stats/distributions/index.ts';
import { RandomStream } from '../../../src/stats/random/index.ts';

const near = (value: number, digits = 5) => expect.closeTo(value, digits);
const floats = (values: readonly number[]) => Float64Array.from(values);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]) => sum(values) / values.length;
const stream = () => RandomStream.named(1, 'test');
/** Few different values, so that many are equal. */
const coarse = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 25 });
const fine = fc.array(fc.double({ min: 0, max: 9, noNaN: true }), { minLength: 2, maxLength: 25 });
const values = fc.oneof(coarse, fine);

describe('midranks', () => {
  it('are the mean of the ranks that equal values take', () => {
    expect([...midranks(floats([5, 1, 5, 3]))]).toEqual([3.5, 1, 3.5, 2]);
    fc.assert(
      fc.property(values, (list) => {
        const plain = list.map(
          (value) =>
            list.filter((other) => other < value).length + (list.filter((other) => other === value).length + 1) / 2,
        );
        expect([...midranks(floats(list))]).toEqual(plain);
      }),
    );
  });
});

describe('Brunner and Munzel', () => {
  it('pain scores on the third day (Brunner and Munzel, 2000)', () => {
    const a = floats([1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 2, 4, 1, 1]);
    const b = floats([3, 3, 4, 3, 1, 2, 3, 1, 1, 5, 4]);
    expect(brunnerMunzel(a, b)).toEqual({
      t: near(3.13747),
      degrees: near(17.683, 3),
      p: near(0.005786, 6),
      effect: near(0.78896),
      interval: [near(0.5952, 4), near(0.9827, 4)],
    });
  });

  it('the other way round is the other way round', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        const one = brunnerMunzel(floats(a), floats(b));
        const other = brunnerMunzel(floats(b), floats(a));
        expect(one?.effect).toEqual(near(1 - (other?.effect as number), 9));
        if (one?.p == null) expect(other?.p).toBeNull();
        else expect(one.p).toEqual(near(other?.p as number, 9));
      }),
    );
  });

  it('is what the pairs of values say', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        const beats = (x: number, y: number) => (x > y ? 1 : x === y ? 0.5 : 0);
        // For each value the share of the other side below it: their means are the effect, their variances the error.
        const ofB = b.map((y) => mean(a.map((x) => beats(y, x))));
        const ofA = a.map((x) => mean(b.map((y) => beats(x, y))));
        const variance = (list: number[]) => sum(list.map((one) => (one - mean(list)) ** 2)) / (list.length - 1);
        const [varA, varB] = [variance(ofA) / a.length, variance(ofB) / b.length];
        const found = brunnerMunzel(floats(a), floats(b));
        expect(found?.effect).toEqual(near(mean(ofB), 9));
        if (varA + varB < 1e-12) {
          expect(found?.interval).toBeNull();
          return;
        }
        const degrees = (varA + varB) ** 2 / (varA ** 2 / (a.length - 1) + varB ** 2 / (b.length - 1));
        expect(found?.degrees).toEqual(near(degrees, 6));
        expect(found?.t).toEqual(near((mean(ofB) - 0.5) / Math.sqrt(varA + varB), 6));
        const half = quantileT(0.975, degrees) * Math.sqrt(varA + varB);
        expect(found?.interval?.[1]).toEqual(near(Math.min(1, mean(ofB) + half), 6));
        expect(found?.interval?.[0]).toEqual(near(Math.max(0, mean(ofB) - half), 6));
      }),
    );
  });

  it('of equal values is 1, of separate sides not known, of one value nothing', () => {
    expect(brunnerMunzel(floats([2, 2, 2]), floats([2, 2]))).toMatchObject({ effect: 0.5, p: 1, interval: null });
    expect(brunnerMunzel(floats([1, 2, 3]), floats([4, 5]))).toMatchObject({ effect: 1, p: null, interval: null });
    expect(brunnerMunzel(floats([1]), floats([4, 5]))).toBeNull();
  });
});

describe('Hodges and Lehmann', () => {
  const a = [0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46];
  const b = [1.15, 0.88, 0.9, 0.74, 1.21];
  const logs = (list: readonly number[], weekOf: (index: number) => number = (index) => index) => ({
    logs: floats(list.map(Math.log)),
    weeks: floats(list.map((_, index) => weekOf(index))),
  });

  it('permeability of membranes (Hollander, Wolfe and Chicken, 2014, § 4.1)', () => {
    // 50 pairs; 25.5 − 1.96 × √(50 × 16 ÷ 12) = 9.5: the ninth from either end.
    expect(hodgesLehmann(logs(a), logs(b))).toMatchObject({
      ratio: near(0.7623, 4),
      rank: 9,
      plain: [near(0.5103, 4), near(1.1635, 4)],
    });
  });

  it('widens to Student’s t, and for weeks that share their luck', () => {
    // Each item a week of its own: n ÷ (n − 1) times the same sum as s² ÷ n, so only t widens: df 13, t 2.1604.
    const found = hodgesLehmann(logs(a), logs(b));
    const half = Math.log(0.7623) - Math.log(0.5103);
    expect(Math.log(0.7623) - Math.log(found?.interval?.[0] as number)).toEqual(near((half * 2.1604) / 1.96, 3));
    // Two weeks a side: whatever the weeks say, the interval is no narrower than t(2 degrees) makes it.
    const weeks = hodgesLehmann(
      logs(a, (index) => index % 2),
      logs(b, (index) => index % 2),
    );
    expect(Math.log(0.7623) - Math.log(weeks?.interval?.[0] as number)).toBeGreaterThan((half * 4.302) / 1.96);
    expect(
      hodgesLehmann(
        logs(a, () => 1),
        logs(b),
      )?.interval,
    ).toBeNull();
    expect(hodgesLehmann(logs([]), logs(b))).toBeNull();
  });

  it('the variance of a mean of weeks is that of their sums', () => {
    // 1 2 | 3 6: mean 3, deviations −3 | 3: 2 ÷ 1 × (9 + 9) ÷ 16 = 2.25. Items: variance 14 ÷ 3, ÷ 4.
    expect(meanVariance({ logs: floats([1, 2, 3, 6]), weeks: floats([1, 1, 2, 2]) })).toEqual({
      byItems: near(14 / 12),
      byWeeks: near(2.25),
      weeks: 2,
    });
  });

  it('the ratio that would have been seen', () => {
    const side = { logs: floats([1, 2, 3, 6]), weeks: floats([1, 1, 2, 2]) };
    // Both sides 2.25: √4.5 × (t(.975, 2) + t(.8, 2)) = 2.1213 × (4.3027 + 1.0607).
    expect(Math.log(detectableRatio(side, side, 1) as number)).toEqual(near(2.1213 * 5.3634, 3));
    expect(detectableRatio(side, side, 3)).toBeGreaterThan(detectableRatio(side, side, 1) as number);
    expect(detectableRatio(side, { logs: floats([1]), weeks: floats([1]) }, 1)).toBeNull();
  });
});

describe('the differences of all pairs', () => {
  it('have the order statistics of a sort', () => {
    fc.assert(
      fc.property(values, values, fc.nat(), (a, b, seed) => {
        const all = floats(b.flatMap((y) => a.map((x) => y - x))).sort();
        const pairs = new PairDifferences(floats(a), floats(b));
        const rank = 1 + (seed % all.length);
        expect(pairs.ofRank(rank) + 0).toBe((all[rank - 1] as number) + 0);
        const middle = all.length / 2;
        const median = ((all[Math.ceil(middle) - 1] as number) + (all[Math.floor(middle)] as number)) / 2;
        expect(pairs.median()).toEqual(near(median, 12));
      }),
    );
  });

  it('of many values too, equal ones among them', () => {
    const random = stream();
    for (const coarseness of [1, 50, 1e9]) {
      const side = () =>
        floats(Array.from({ length: 150 }, () => Math.floor(random.uniform() * coarseness) / coarseness));
      const [a, b] = [side(), side()];
      const all = floats([...b].flatMap((y) => [...a].map((x) => y - x))).sort();
      const pairs = new PairDifferences(a, b);
      for (const rank of [1, 2, 777, 11_250, 22_000, 22_500]) expect(pairs.ofRank(rank)).toBe(all[rank - 1]);
    }
  });

  it('of twenty-five million pairs take a moment', () => {
    const random = stream();
    const side = () => Float64Array.from({ length: 5000 }, () => random.normal());
    const pairs = new PairDifferences(side(), side());
    const start = process.cpuUsage();
    expect(Math.abs(pairs.median())).toBeLessThan(0.1);
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(500);
  });
});

describe('Welch', () => {
  it('with periods that do not hang together is the plain test (SciPy 1.17: ttest_ind, equal_var=False)', () => {
    const [a, b] = [
      [1, 2, 1, 2, 1, 2, 1],
      [4, 2, 5, 3, 6, 2, 5, 1],
    ];
    expect(welch(a, b)).toMatchObject({
      correlation: 0,
      degrees: near(8.424018655266227),
      p: near(0.012830884392100997),
      interval: [near(0.5660378477237054), near(3.576819295133437)],
    });
  });

  it('with periods that do has fewer of them', () => {
    // Deviations −1.5 −.5 .5 1.5: products .75 − .25 + .75 = 1.25, squares 5; both sides alike: .25 + 2 ÷ 8 = .5.
    // Each side's 4 count 4 × .5 ÷ 1.5 = 1.33, so 2: variance 5/3 ÷ 2 each.
    const found = welch([1, 2, 3, 4], [5, 6, 7, 8]);
    expect(found).toMatchObject({ correlation: near(0.5), standardError: near(Math.sqrt(5 / 3)), degrees: near(2) });
    const rising = Array.from({ length: 40 }, (_, at) => at);
    expect(welch(rising, rising)?.correlation).toBe(0.8);
  });

  it('without variance, or of one period, has no answer', () => {
    expect(welch([2, 2, 2], [3, 3])).toMatchObject({ p: null, degrees: null, interval: null, standardError: 0 });
    expect(welch([2], [3, 3])).toBeNull();
    expect(welch([0, 1e-100], [0, 0])?.degrees).toEqual(near(1));
    fc.assert(
      fc.property(values, values, (a, b) => {
        for (const number of Object.values(welch(a, b) ?? {}).flat()) expect(Number.isNaN(number)).toBe(false);
      }),
    );
  });
});

describe('Holm', () => {
  it('of the fifteen p-values of Benjamini and Hochberg (JRSS B 57, 1995)', () => {
    const p = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
    ];
    const adjusted = holm(p) as number[];
    expect(adjusted.slice(0, 4)).toEqual([0.0015, 0.0056, 0.0247, 0.114].map((one) => near(one)));
    expect(adjusted.filter((one) => one <= 0.05)).toHaveLength(3);
  });

  it('keeps the order given and leaves out what was not compared', () => {
    expect(holm([0.04, null, 0.01])).toEqual([0.04, null, 0.02]);
    expect(holm([])).toEqual([]);
    expect(holm([null])).toEqual([null]);
  });

  it('is the smallest level at which step after step still rejects', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 }), (list) => {
        const adjusted = holm(list) as number[];
        const rejected = (level: number) => {
          const order = list.map((p, at) => ({ p, at })).sort((x, y) => x.p - y.p);
          const stop = order.findIndex(({ p }, place) => p > level / (list.length - place));
          return new Set((stop < 0 ? order : order.slice(0, stop)).map(({ at }) => at));
        };
        for (const level of [0.01, 0.05, 0.3]) {
          // What rounding decides is not looked at.
          if (adjusted.some((p) => Math.abs(p - level) < 1e-9)) continue;
          expect(new Set(adjusted.flatMap((p, at) => (p <= level ? [at] : [])))).toEqual(rejected(level));
        }
      }),
    );
  });
});

describe('resampling', () => {
  it('gives the percentiles of the weeks drawn, values and all', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 6 }), (list, count) => {
        const weeks = list.map((_, at) => (at * 7) % count);
        const known = [...new Set(weeks)].sort((a, b) => a - b);
        const [mine, other] = [stream(), stream()];
        const into = new Float64Array(3);
        new WeekResampler(floats(list), floats(weeks)).draw(mine, [0, 50, 85], 'linear', into);
        const drawn = known.map(() => known[other.below(known.length)]);
        const all = drawn.flatMap((week) => list.filter((_, at) => weeks[at] === week)).sort((a, b) => a - b);
        const plain = [0, 0.5, 0.85].map((share) => {
          const position = (all.length - 1) * share;
          const [low, high] = [all[Math.floor(position)] as number, all[Math.ceil(position)] as number];
          return near(low + (position % 1) * (high - low), 9);
        });
        expect([...into]).toEqual(plain);
      }),
    );
  });

  it('follows the rule of the percentiles', () => {
    const into = new Float64Array(2);
    const resampler = new WeekResampler(floats([4, 1, 3, 2]), floats([1, 1, 1, 1]));
    resampler.draw(stream(), [50, 85], 'nearest-rank', into);
    // The 2nd and the 4th of four.
    expect([...into]).toEqual([2, 4]);
  });

  it('has no ends without draws', () => {
    expect(percentileEnds(new Float64Array(0))).toBeNull();
    expect(percentileEnds(floats(Array.from({ length: 41 }, (_, at) => at)))).toEqual([1, 39]);
  });
});

describe('a verdict', () => {
  it.each([
    [0.05, 2, 'lower', 'worse'],
    [0.05, -2, 'lower', 'improved'],
    [0.01, 2, 'higher', 'improved'],
    [0.01, -2, 'higher', 'worse'],
    [0.01, 2, null, 'higher'],
    [0.01, -2, null, 'lower'],
    [0.0501, -2, 'lower', 'noEvidence'],
    [0.01, 0, 'lower', 'noEvidence'],
    [null, -2, 'lower', 'tooFew'],
  ] as const)('p %s, difference %d, better %s: %s', (p, difference, better, verdict) => {
    expect(verdictOf(p, difference, better)).toBe(verdict);
  });
});
