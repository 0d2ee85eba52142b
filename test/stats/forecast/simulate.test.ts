import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Scope, simulate, type WeeklyHistory, weekTotals } from '../../../src/stats/forecast/index.ts';
import { drawUnits } from '../../../src/stats/forecast/units.ts';
import { weekShape } from '../../../src/stats/forecast/working-days.ts';
import { lagCorrelation } from '../../../src/stats/lag-correlation.ts';
import { type PlainWorld, plainCorrelation, plainTrials } from './plain.ts';

const near = (value: number, digits = 6) => expect.closeTo(value, digits);
/** 2026-11-30, a Monday. */
const MONDAY = 20_787;

const historyOf = (weeks: readonly (readonly number[])[], added: readonly (readonly number[])[] | null = null) =>
  ({
    weeks: weeks.length,
    firstDay: MONDAY - 7 * weeks.length,
    end: MONDAY,
    finished: Float64Array.from(weeks.flat()),
    added: added === null ? null : Float64Array.from(added.flat()),
    items: weeks.flat().reduce((sum, count) => sum + count, 0),
    closedWeeks: 0,
  }) satisfies WeeklyHistory;
const week = (total: number) => [total, 0, 0, 0, 0, 0, 0];
const NONE: Scope = { kind: 'none' };

describe('what is drawn', () => {
  it('weeks that count half after eight, together worth the effective number less 4', () => {
    const { size, starts, shapes } = drawUnits(historyOf(Array.from({ length: 26 }, (_, at) => week(at % 5))));
    expect({ size, starts: [...starts] }).toEqual({ size: 1, starts: [...Array(26).keys()] });
    // Σa = (1 − 2^(−26/8)) ÷ (1 − 2^(−1/8)) and Σa² likewise with a quarter: 10.77² ÷ 6.23 − 4 ...
    const ratio = 2 ** (-1 / 8);
    const sum = (1 - ratio ** 26) / (1 - ratio);
    const squares = (1 - ratio ** 52) / (1 - ratio ** 2);
    const total = sum ** 2 / squares - 4;
    expect(shapes.reduce((all, shape) => all + shape, 0)).toEqual(near(total));
    expect(shapes[25]).toEqual(near(total / sum));
    expect((shapes[17] as number) / (shapes[25] as number)).toEqual(near(0.5));
  });

  it('is at least worth two weeks', () => {
    const { shapes } = drawUnits(historyOf(Array.from({ length: 3 }, () => week(2))));
    expect(shapes.reduce((all, shape) => all + shape, 0)).toEqual(near(2));
  });

  it('pairs where weeks alternate, counted back from the last', () => {
    const fortnightly = (length: number) => historyOf(Array.from({ length }, (_, at) => week(at % 2 === 0 ? 0 : 9)));
    const { size, starts, shapes } = drawUnits(fortnightly(9));
    expect({ size, starts: [...starts] }).toEqual({ size: 2, starts: [1, 3, 5, 7] });
    // The weeks' c, halved; a pair that is two weeks older counts 2^(−2/8) of the next.
    expect((shapes[0] as number) / (shapes[1] as number)).toEqual(near(2 ** -0.25));
    expect(shapes.reduce((all, shape) => all + shape, 0)).toBeGreaterThanOrEqual(1);
    // Seven weeks are three pairs: too few.
    expect(drawUnits(fortnightly(7)).size).toBe(1);
    expect(drawUnits(historyOf(Array.from({ length: 20 }, () => week(4)))).size).toBe(1);
  });

  it('looks at the correlation of neighbours', () => {
    expect(lagCorrelation([3, 3, 3])).toBe(0);
    expect(lagCorrelation([])).toBe(0);
    // Deviations −1 1 −1 1: −3 ÷ 4.
    expect(lagCorrelation([1, 3, 1, 3])).toBe(-0.75);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 40 }), (values) => {
        expect(lagCorrelation(values)).toEqual(near(plainCorrelation(values), 9));
      }),
    );
  });
});

describe('a week with holidays', () => {
  const weekdays = [true, true, true, true, true, false, false];
  const shapeOf = (...off: number[]) => weekShape(MONDAY, { weekdays, isHoliday: (day) => off.includes(day - MONDAY) });

  it('is a part of a full one, its counts on the next working day, else on the one before', () => {
    expect(shapeOf()).toEqual({ share: 1, moved: [0, 1, 2, 3, 4, 5, 6] });
    expect(shapeOf(0)).toEqual({ share: 0.8, moved: [1, 1, 2, 3, 4, 5, 6] });
    expect(shapeOf(3, 4)).toEqual({ share: 0.6, moved: [0, 1, 2, 2, 2, 5, 6] });
    expect(shapeOf(5, 6)).toEqual({ share: 1, moved: [0, 1, 2, 3, 4, 5, 6] });
    expect(shapeOf(0, 1, 2, 3, 4).share).toBe(0);
    expect(weekShape(MONDAY, null).share).toBe(1);
  });
});

describe('trials', () => {
  it('bring on average what the past weeks brought', () => {
    const weeks = Array.from({ length: 12 }, (_, at) => [at % 3, 1, 0, 2, at % 2, 0, 0]);
    const history = historyOf(weeks);
    const countDays = [MONDAY + 27];
    const trials = 4000;
    const [done] = simulate(
      history,
      { startDay: MONDAY, items: null, scope: NONE, countDays, known: null },
      1,
      trials,
    ).done;
    const mean = (done as Float64Array).reduce((sum, count) => sum + count, 0) / trials;
    const { shapes } = drawUnits(history);
    const total = shapes.reduce((sum, shape) => sum + shape, 0);
    const weekly = weekTotals(history).reduce((sum, count, at) => sum + (count * (shapes[at] as number)) / total, 0);
    // The drift adds a quarter of a percent at most.
    expect(Math.abs(mean / (4 * weekly) - 1)).toBeLessThan(0.02);
  });

  it('are the same whatever is asked of them', () => {
    const history = historyOf(Array.from({ length: 9 }, (_, at) => [at, 0.3, 1 / 7, 2, 0, 0, 1]));
    const plan = { startDay: MONDAY + 2, items: 40, scope: NONE, known: null };
    const many = simulate(history, { ...plan, countDays: [MONDAY + 2, MONDAY + 30, MONDAY + 400] }, 1, 200);
    const few = simulate(history, { ...plan, items: 30, countDays: [MONDAY + 400] }, 1, 200);
    expect(few.done[0]).toEqual(many.done[2]);
    expect(simulate(history, { ...plan, countDays: [] }, 1, 200).endDays).toEqual(many.endDays);
    expect(simulate(history, { ...plan, countDays: [] }, 2, 200).endDays).not.toEqual(many.endDays);
  });

  it('do not end where nothing comes, nor later than in three years', () => {
    const plan = { startDay: MONDAY, items: 5, scope: NONE, countDays: [], known: null };
    expect(simulate(historyOf([week(0), week(0)]), plan, 1, 3).endDays).toEqual(new Float64Array(3).fill(Infinity));
    const slow = simulate(historyOf([week(1)]), { ...plan, items: 156 }, 1, 300).endDays;
    for (const end of slow) expect(end === Infinity || end < MONDAY + 7 * 156).toBe(true);
    expect(slow.some((end) => end === Infinity)).toBe(true);
  });

  it('are day for day those of the plain definition', () => {
    const counts = fc.array(fc.constantFrom(0, 0, 1, 2, 5), { minLength: 7, maxLength: 7 });
    const flags = fc.array(fc.boolean(), { minLength: 7, maxLength: 7 });
    const world = fc.record({
      weeks: fc.array(counts, { minLength: 2, maxLength: 12 }),
      fortnightly: fc.boolean(),
      startsAfter: fc.integer({ min: 0, max: 8 }),
      items: fc.integer({ min: 1, max: 40 }),
      growth: fc.boolean(),
      factor: fc.option(fc.constant([1, 1.3] as [number, number])),
      weekdays: flags,
      holidays: fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 12 }),
    });
    fc.assert(
      fc.property(world, fc.nat({ max: 99 }), (given, seed) => {
        const weeks = given.weeks.map((one, at) => (given.fortnightly && at % 2 === 0 ? one.map(() => 0) : one));
        const added = weeks.map((one, at) => one.map((count, day) => ((count + at + day) % 4) - 1));
        const factor = given.growth ? null : given.factor;
        const plain: PlainWorld = { ...given, weeks, added, factor };
        const scope: Scope = given.growth
          ? { kind: 'growth' }
          : factor === null
            ? NONE
            : { kind: 'factor', from: factor[0], to: factor[1] };
        const startDay = MONDAY + given.startsAfter;
        const known = { weekdays: given.weekdays, isHoliday: (day: number) => given.holidays.includes(day - MONDAY) };
        const days = 40;
        const countDays = Array.from({ length: days }, (_, day) => startDay + day);
        const found = simulate(
          historyOf(weeks, added),
          { startDay, items: given.items, scope, countDays, known },
          seed,
          6,
        );
        for (const [trial, expected] of plainTrials(plain, seed, 6, days).entries()) {
          expect(found.done.map((done) => done[trial])).toEqual(expected.done);
          const end = (found.endDays[trial] as number) - MONDAY;
          expect(end < given.startsAfter + days ? end : null).toBe(expected.endDay);
        }
      }),
      { numRuns: 150 },
    );
  });
});
