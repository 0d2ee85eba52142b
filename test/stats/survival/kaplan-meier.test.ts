import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  kaplanMeier,
  type SurvivalCurve,
  shareInterval,
  standardError,
  stepAt,
  survivalPercentile,
} from '../../../src/stats/survival/index.ts';
import { columns, type Life, plainSurvival, REMISSIONS } from './plain.ts';

const near = (value: number, digits = 4) => expect.closeTo(value, digits);
const shareAt = (curve: SurvivalCurve, age: number) => {
  const step = stepAt(curve, age);
  return step < 0 ? 1 : (curve.survival[step] as number);
};
const lives = (text: string): Life[] =>
  text.split(' ').map((one) => ({ end: Number.parseFloat(one), finished: !one.endsWith('+'), entry: 0 }));

describe('remissions under 6-MP (Freireich et al., Blood 21, 1963; Klein and Moeschberger, § 4.2)', () => {
  const curve = kaplanMeier(columns(REMISSIONS));

  it('has the survival of the book', () => {
    // 1 − 3/21; × (1 − 1/17); × (1 − 1/15); × (1 − 1/12); × (1 − 1/11); × (1 − 1/7); × (1 − 1/6).
    const expected = [0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482];
    expect([...curve.times]).toEqual([6, 7, 10, 13, 16, 22, 23]);
    expect([...curve.survival]).toEqual(expected.map((share) => near(share)));
    expect([...curve.atRisk]).toEqual([21, 17, 15, 12, 11, 7, 6]);
    expect([...curve.finishes]).toEqual([3, 1, 1, 1, 1, 1, 1]);
    expect(curve).toMatchObject({ count: 21, censored: 12, leftOut: 0, ignored: 0, last: 35 });
  });

  it('has Greenwood’s error and the interval at 10', () => {
    const step = stepAt(curve, 10);
    expect(standardError(curve, step)).toEqual(near(0.0963));
    expect(shareInterval(curve, step)).toEqual({ low: near(0.5032), high: near(0.8894) });
  });

  it('has a median of 23, from 13 on', () => {
    expect(survivalPercentile(curve, 50)).toEqual({ value: 23, moreThan: null, low: 13, high: null });
  });

  it('does not know the 85th percentile: it is more than the 35 weeks of the longest', () => {
    expect(survivalPercentile(curve, 85)).toEqual({ value: null, moreThan: 35, low: null, high: null });
  });
});

describe('a percentile', () => {
  it('is the middle of a step that is flat at exactly its share', () => {
    // Four items: ½ lasts longer than 2, from 2 to 6.
    expect(survivalPercentile(kaplanMeier(columns(lives('1 2 6 9'))), 50).value).toBe(4);
    expect(survivalPercentile(kaplanMeier(columns(lives('1 2 6+ 9+'))), 50).value).toBe(2);
    // .1 twenty times over is not 2 in doubles; 85 % of twenty is the middle of the 17th and the 18th.
    const twenty = columns(Array.from({ length: 20 }, (_, index) => ({ end: index + 1, finished: true, entry: 0 })));
    expect(survivalPercentile(kaplanMeier(twenty), 85).value).toBe(17.5);
  });

  it('of no items is not known, of one it is that one', () => {
    const none = { value: null, moreThan: null, low: null, high: null };
    expect(survivalPercentile(kaplanMeier({ ends: [], finished: [] }), 50)).toEqual(none);
    expect(survivalPercentile(kaplanMeier(columns(lives('3'))), 50)).toEqual({ ...none, value: 3, low: 3 });
    expect(survivalPercentile(kaplanMeier(columns(lives('3+'))), 50)).toEqual({ ...none, moreThan: 3 });
  });
});

describe('ages that are unusual', () => {
  it('0 is at risk from the start', () => {
    const curve = kaplanMeier(columns(lives('0 0 2 2')));
    expect([...curve.times]).toEqual([0, 2]);
    expect([...curve.survival]).toEqual([0.5, 0]);
    expect([...curve.greenwood]).toEqual([2 / (4 * 2), Number.POSITIVE_INFINITY]);
    expect(standardError(curve, 1)).toBeNull();
    expect(shareInterval(curve, 1)).toEqual({ low: 0, high: null });
    expect(shareInterval(curve, 9)).toEqual({ low: null, high: null });
  });

  it('what is no age is left aside and counted', () => {
    const curve = kaplanMeier({
      ends: [1, Number.NaN, -3, Number.POSITIVE_INFINITY, 5, 7],
      finished: [1, 1, 1, 0, 1, 1],
      entries: [0, 0, 0, 0, Number.NaN, 7],
    });
    expect(curve).toMatchObject({ count: 1, ignored: 5 });
  });
});

describe('late entry', () => {
  it('leaves out a finish of fewer than five at risk while others are yet to enter', () => {
    // At 1 two of the items are in view (of entries 0, 0; six enter at 2): without them S would be ½ for good.
    const early: Life[] = [0, 0].map((entry, index) => ({ end: 1 + 9 * index, finished: true, entry }));
    const late: Life[] = Array.from({ length: 6 }, (_, index) => ({ end: 4 + index, finished: true, entry: 2 }));
    const curve = kaplanMeier(columns([...early, ...late]));
    expect(curve.leftOut).toBe(1);
    expect([...curve.times]).toEqual([4, 5, 6, 7, 8, 9, 10]);
    expect([...curve.atRisk]).toEqual([7, 6, 5, 4, 3, 2, 1]);
    expect(curve.censored).toBe(0);
  });

  it('an item is at risk after its entry, not at it', () => {
    const items = Array.from(
      { length: 10 },
      (_, index): Life => ({ end: 3, finished: true, entry: index < 4 ? 3 : 0 }),
    );
    items.push({ end: 9, finished: false, entry: 3 });
    const curve = kaplanMeier(columns(items));
    expect(curve).toMatchObject({ ignored: 4, count: 7 });
    expect([...curve.atRisk]).toEqual([6]);
    expect(curve.survival[0]).toBe(0);
  });
});

describe('against the definitions, item by item', () => {
  const age = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.double({ min: 0, max: 12, noNaN: true }));
  const life = fc.record({ end: age, finished: fc.boolean(), entry: fc.oneof(fc.constant(0), age) });

  it('share, error and percentiles are the same', () => {
    fc.assert(
      fc.property(fc.array(life, { maxLength: 60 }), age, (items, at) => {
        const curve = kaplanMeier(columns(items));
        const { share, greenwood } = plainSurvival(items, at);
        expect(shareAt(curve, at)).toEqual(near(share, 10));
        const step = stepAt(curve, at);
        if (share > 1e-9 && step >= 0)
          expect(standardError(curve, step)).toEqual(near(share * Math.sqrt(greenwood), 9));
        for (const percent of [10, 50, 85]) {
          const { value, moreThan, low, high } = survivalPercentile(curve, percent);
          const reached = [...curve.times].filter(
            (time) => plainSurvival(items, time).share <= 1 - percent / 100 + 1e-9,
          );
          if (reached.length === 0) {
            expect(value).toBeNull();
            expect(moreThan).toBe(curve.last);
          } else {
            expect(value).toBeGreaterThanOrEqual(reached[0] as number);
            expect(value).toBeLessThanOrEqual(reached[1] ?? (reached[0] as number));
          }
          for (const end of [value, low, high]) expect(Number.isNaN(end)).toBe(false);
          if (low !== null && high !== null) expect(low).toBeLessThanOrEqual(high);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('with all finished it is the share of the values beyond', () => {
    fc.assert(
      fc.property(fc.array(age, { minLength: 1, maxLength: 60 }), age, (ends, at) => {
        const curve = kaplanMeier({ ends, finished: ends.map(() => 1) });
        expect(shareAt(curve, at)).toEqual(near(ends.filter((end) => end > at).length / ends.length, 10));
      }),
    );
  });
});
