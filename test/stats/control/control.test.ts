import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chunkiness,
  falseAlarmShare,
  findSignals,
  processLimits,
  type RuleSet,
} from '../../../src/stats/control/index.ts';
import { naturalLimits } from '../../../src/stats/control/limits.ts';
import { falseAlarms } from '../../calibrate/false-alarms.ts';

const near = (value: number, digits = 3) => expect.closeTo(value, digits);
type Values = readonly (number | null)[];

describe('process limits', () => {
  it('of NIST’s flow rates (e-Handbook of Statistical Methods, 6.3.2.2)', () => {
    // The ranges: 2 2.3 2.1 3.4 1.4 1.4 0.2 1.2 1.5... their mean 1.8778; 50.81 ± 2.66 × 1.8778.
    const flow = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1];
    const { mean, meanRange, limits, points, provisional, widthUncertainty } = processLimits(flow);
    expect({ mean, meanRange, ...limits }).toEqual({
      mean: near(50.81),
      meanRange: near(1.8778),
      upper: near(55.8049),
      lower: near(45.8151),
      rangeUpper: near(3.268 * 1.8778),
      sigma: near(1.8778 / 1.128),
    });
    // 1 ÷ √(2 × 0.62 × 9) = 0.299.
    expect({ points, provisional, widthUncertainty }).toEqual({
      points: 10,
      provisional: true,
      widthUncertainty: near(0.299),
    });
    expect(findSignals(flow, processLimits(flow)).signals).toEqual([]);
  });

  it.each([
    // Ranges 2 1 2 2; 11.4 + 2.66 × 1.75 = 16.055.
    { values: [10, 12, 11, 13, 11], mean: 11.4, meanRange: 1.75, upper: 16.055, lower: 6.745 },
    // 25 + 26.6 = 51.6; 25 − 26.6 is below 0, where no count goes.
    { values: [10, 20, 30, 40], mean: 25, meanRange: 10, upper: 51.6, lower: null },
    { values: [100, 110, 100, 110], mean: 105, meanRange: 10, upper: 131.6, lower: 78.4 },
  ])('of $values', ({ values, mean, meanRange, upper, lower }) => {
    const baseline = processLimits(values, { least: 0 });
    // So few points have no limits of their own, but a mean and ranges.
    expect(baseline).toMatchObject({ limits: null, reason: 'tooFew', mean: near(mean), meanRange: near(meanRange) });
    expect(naturalLimits(baseline.mean as number, baseline.meanRange as number, { least: 0 })).toMatchObject({
      upper: near(upper),
      lower: lower === null ? null : near(lower),
    });
  });

  it('takes the first 20 points and skips periods without one, moving ranges and all', () => {
    const values: (number | null)[] = Array.from({ length: 30 }, (_, index) => (index % 2 === 0 ? 10 : 12));
    values[3] = null;
    values[4] = Number.NaN;
    values.push(1000);
    const { from, to, points, mean, meanRange, provisional } = processLimits(values);
    // 10 12 10 | 12 10 …: the ranges stay 2, across the gap, too.
    expect({ from, to, points, meanRange, provisional }).toEqual({
      from: 0,
      to: 21,
      points: 20,
      meanRange: 2,
      provisional: false,
    });
    expect(mean).toBe(11);
  });

  it('takes the baseline that it is told', () => {
    const values = [...Array(10).fill(0), 1, 3, 1, 3, 1, 3, 9, 9];
    expect(processLimits(values, { baseline: { from: 10, to: 15 } })).toMatchObject({
      mean: 2,
      meanRange: 2,
      points: 6,
      from: 10,
      to: 15,
    });
    expect(processLimits(values, { baseline: { from: 90, to: 99 } })).toMatchObject({ points: 0, reason: 'tooFew' });
    expect(processLimits(values, { baseline: { from: -9, to: 99 } })).toMatchObject({ points: 18 });
  });

  it('has no limits for too few points, without variation, or where periods carry over', () => {
    expect(processLimits([1, 2, 1, 2, 1])).toMatchObject({ limits: null, reason: 'tooFew', mean: 1.4 });
    expect(processLimits([])).toMatchObject({ limits: null, reason: 'tooFew', mean: null, from: null, to: null });
    expect(processLimits(Array(9).fill(0.1))).toMatchObject({ limits: null, reason: 'noVariation' });
    expect(processLimits(Array(9).fill(0))).toMatchObject({ limits: null, reason: 'noVariation' });
    const carried = processLimits([1, 2, 1, 2, 1, 2], { carriesOver: true });
    expect(carried).toMatchObject({ limits: null, reason: 'carriesOver', mean: 1.5, widthUncertainty: null });
    expect(findSignals([1, 99], carried)).toEqual({ signals: [], shiftFrom: null });
  });

  it('does not put a limit where a share cannot go', () => {
    expect(processLimits([0.8, 0.9, 0.8, 0.9, 0.8, 0.9], { least: 0, most: 1 }).limits).toMatchObject({
      upper: null,
      lower: near(0.85 - 0.266),
    });
    expect(processLimits([0.8, 0.9, 0.8, 0.9, 0.8, 0.9]).limits?.upper).toEqual(near(1.116));
  });
});

/** Mean 10 and limits 10 ± 2.66 × 2, standard deviation 1.773: 20 points, alternating. */
const quiet = Array.from({ length: 20 }, (_, index) => 9 + 2 * (index % 2));
const signalsOf = (later: Values, rules: RuleSet = 'both') =>
  findSignals([...quiet, ...later], processLimits([...quiet, ...later]), rules);

describe('signals', () => {
  it('a point outside is one, a point on the limit is none', () => {
    const upper = processLimits(quiet).limits?.upper as number;
    expect(signalsOf([16, 4, upper]).signals).toEqual([
      { rule: 'outside', from: 20, to: 20, direction: 'above' },
      { rule: 'outside', from: 21, to: 21, direction: 'below' },
    ]);
  });

  it('nothing is looked for below where there is no lower limit', () => {
    const counts = [...quiet.map((value) => value - 7), -5];
    expect(findSignals(counts, processLimits(counts)).signals).toHaveLength(1);
    expect(findSignals(counts, processLimits(counts, { least: 0 })).signals).toEqual([]);
  });

  it('eight in a row are a run, seven are none; the longest is one signal', () => {
    // The last of the quiet points is 11, above the mean: six more make seven, seven make eight.
    expect(signalsOf(Array(6).fill(10.5)).signals).toEqual([]);
    expect(signalsOf(Array(7).fill(10.5))).toEqual({
      signals: [{ rule: 'run', from: 19, to: 26, direction: 'above' }],
      shiftFrom: 19,
    });
    expect(signalsOf([...Array(11).fill(10.5), 9, 11]).signals).toEqual([
      { rule: 'run', from: 19, to: 30, direction: 'above' },
    ]);
    expect(signalsOf([...Array(11).fill(10.5), 9, 11]).shiftFrom).toBeNull();
  });

  it('a point on the mean ends a run, a period without a point does not', () => {
    expect(signalsOf([9, 9, 9, 9, 10, 9, 9, 9, 9]).signals).toEqual([]);
    expect(signalsOf([9, 9, 9, 9, null, 9, 9, 9, 9]).signals).toEqual([
      { rule: 'run', from: 20, to: 28, direction: 'below' },
    ]);
  });

  it('a point on the mean is one although doubles round it', () => {
    const values = quiet.map((value) => value / 30);
    const baseline = processLimits(values);
    const mean = (baseline.mean as number) * (1 - 2e-16);
    const later = [9, 9, 9, 9, 9].map((value) => value / 30);
    expect(findSignals([...values, ...later, mean, ...later], baseline).signals).toEqual([]);
  });

  it('Western Electric: two of three beyond 2 σ, four of five beyond 1 σ, and only when asked', () => {
    // 10 + 2 × 1.773 = 13.55 and 10 + 1.773 = 11.77.
    expect(signalsOf([14, 10, 14]).signals).toEqual([]);
    expect(signalsOf([14, 10, 14], 'western-electric').signals).toEqual([
      { rule: 'twoOfThree', from: 20, to: 22, direction: 'above' },
    ]);
    expect(signalsOf([14, 10, 10, 14], 'western-electric').signals).toEqual([]);
    expect(signalsOf([8, 8, 10, 8, 8, 8], 'western-electric').signals).toEqual([
      { rule: 'fourOfFive', from: 20, to: 25, direction: 'below' },
    ]);
    expect(signalsOf([12, 12, 10, 10, 12, 12], 'western-electric').signals).toEqual([]);
  });

  it('are what a plain reading of each rule finds, on random series', () => {
    const point = fc.option(fc.integer({ min: 0, max: 20 }), { freq: 6 });
    fc.assert(
      fc.property(fc.array(point, { maxLength: 60 }), fc.boolean(), (values, counts) => {
        const options = counts ? { least: 0 } : {};
        const baseline = processLimits(values, options);
        const { signals } = findSignals(values, baseline, 'western-electric');
        const covered = (rule: string) =>
          values.map((_, at) => signals.some((one) => one.rule === rule && one.from <= at && at <= one.to));
        const present = values.map((value, at) => ({ value, at })).filter(({ value }) => value !== null);
        if (baseline.limits === null) {
          expect(signals).toEqual([]);
          return;
        }
        const { mean, limits } = baseline;
        const side = present.map(({ value }) => Math.sign((value as number) - (mean as number)));
        present.forEach(({ value, at }, place) => {
          const above = limits.upper !== null && (value as number) > limits.upper;
          const below = limits.lower !== null && (value as number) < limits.lower;
          expect(covered('outside')[at]).toBe(above || below);
          const inRun = side.some(
            (_, first) =>
              first <= place &&
              place < first + 8 &&
              first + 8 <= side.length &&
              side.slice(first, first + 8).every((one) => one !== 0 && one === side[first]),
          );
          expect(covered('run')[at]).toBe(inRun);
        });
      }),
    );
  });
});

describe('coarse data', () => {
  it('a small mean, or few different ranges', () => {
    const of = (values: Values, counts: boolean) => chunkiness(values, processLimits(values), counts);
    expect(of([1, 2, 3, 1, 2, 4, 2], true)).toBe('smallMean');
    // Ranges 1 2 1 2 1 2: two different ones.
    expect(of([5, 6, 8, 7, 5, 6, 8], true)).toBe('fewRanges');
    expect(of([5, 6, 8, 11, 7, 12, 5.5], true)).toBeNull();
    expect(of([1.5, 1.61, 1.23, 1.9, 1.1, 1.33], false)).toBeNull();
    expect(of([1, 1, 1, 1, 1, 1], true)).toBeNull();
  });
});

describe('false alarms', () => {
  it('are those of the definitions', () => {
    const rules = ['outside', 'run', 'both'] as const;
    const of = (kind: 'counts' | 'logs', points: number) => rules.map((rule) => falseAlarmShare(kind, points, rule));
    expect(of('counts', 26)).toEqual([0.13, 0.05, 0.17].map((share) => near(share, 1.8)));
    expect(of('counts', 52)).toEqual([0.29, 0.22, 0.44].map((share) => near(share, 1.6)));
    expect(of('logs', 26)).toEqual([0.11, 0.05, 0.15].map((share) => near(share, 1.8)));
    expect(of('logs', 52)).toEqual([0.26, 0.2, 0.4].map((share) => near(share, 1.6)));
  });

  it('stand between those of the neighbouring lengths, and end with the table', () => {
    expect(falseAlarmShare('counts', 5, 'both')).toBeNull();
    expect(falseAlarmShare('counts', Number.NaN, 'both')).toBeNull();
    expect(falseAlarmShare('counts', 5000, 'both')).toBe(falseAlarmShare('counts', 156, 'both'));
    const [low, middle, high] = [20, 23, 26].map((points) => falseAlarmShare('logs', points, 'westernElectric'));
    expect(middle).toBeCloseTo(((low as number) + (high as number)) / 2, 10);
  });

  it.each(['counts', 'logs'] as const)('of %s are simulated: again, smaller, they come out alike', (kind) => {
    const series = 1500;
    const again = falseAlarms(kind, 39, series, 7);
    for (const rule of ['outside', 'run', 'both', 'westernElectric'] as const) {
      const share = falseAlarmShare(kind, 39, rule) as number;
      expect(Math.abs(again[rule] - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / series));
    }
  });
});
