import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { open } from '../../../src/index.ts';
import { binsOf } from '../../../src/metrics/measures/time/cycle-time/bins.ts';

/** Items that start at midnight of a date in March 2026 or later and take so many days, in UTC. */
const log = (items: readonly (readonly [start: string, days: number])[]) => ({
  name: 'log.csv',
  data: `id,to,at\n${items
    .map(([start, days], index) => {
      const end = new Date(Date.parse(`${start}T00:00Z`) + days * 86_400_000).toISOString();
      return `I${index},Doing,${start}T00:00Z\nI${index},Done,${end}`;
    })
    .join('\n')}\n`,
});

describe('the rolling median', () => {
  it('takes the 28 days up to the date, the date included', async () => {
    // Finished on 2, 3, 4, 5 and 29 March, and on 30 March: the 28 days up to the 29th begin on the 2nd.
    const items = [
      ['2026-03-01', 1],
      ['2026-03-01', 2],
      ['2026-03-01', 3],
      ['2026-03-01', 4],
      ['2026-03-20', 9],
      ['2026-03-20', 10],
    ] as const;
    const { cycleTime } = (await open(log(items))).metric('cycleTime');
    expect(cycleTime?.rollingMedian?.slice(-2)).toEqual([
      { date: '2026-03-29', items: 5, medianDays: 3 },
      { date: '2026-03-30', items: 5, medianDays: 4 },
    ]);
  });

  it('is unknown of fewer than five', async () => {
    const items = Array.from({ length: 4 }, () => ['2026-03-01', 1] as const);
    const { cycleTime } = (await open(log(items))).metric('cycleTime');
    expect(cycleTime?.rollingMedian).toEqual([{ date: '2026-03-02', items: 4, medianDays: null }]);
  });
});

describe('bins', () => {
  const of = (...days: number[]) => binsOf(Float64Array.from(days), Math.max(0, ...days), false);

  it('are none of nothing, and one of equal durations', () => {
    expect(of()).toEqual([]);
    expect(of(0, 0)).toEqual([{ fromDays: 0, toDays: 1, count: 2 }]);
    expect(of(7, 7)).toEqual([{ fromDays: 7, toDays: 8, count: 2 }]);
  });

  it('put what lies on an edge into the upper one', () => {
    expect(of(0, 1, 1, 2, 2, 3).slice(0, 3)).toEqual([
      { fromDays: 0, toDays: 1, count: 1 },
      { fromDays: 1, toDays: 2, count: 2 },
      { fromDays: 2, toDays: 3, count: 2 },
    ]);
  });

  it('are open at the end where a few far values would flatten all others', () => {
    const days = [...Array.from({ length: 100 }, (_, index) => index / 10), 5000];
    const bins = binsOf(Float64Array.from(days), 10, false);
    expect(bins).toHaveLength(30);
    expect(bins.at(-1)).toMatchObject({ toDays: null, count: 1 });
  });

  it('hold every duration once, side by side, at most thirty of them', () => {
    const durations = fc.array(
      fc.oneof(
        fc.double({ min: 0, max: 1e5, noNaN: true }),
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: 90 }).map((n) => n / 10),
      ),
      { minLength: 1, maxLength: 200 },
    );
    fc.assert(
      fc.property(durations, fc.boolean(), (days, whole) => {
        const bins = binsOf(Float64Array.from(days), Math.max(...days) / 2, whole);
        expect(bins.length).toBeLessThanOrEqual(30);
        for (const [index, { count, fromDays, toDays }] of bins.entries()) {
          expect(count).toBe(days.filter((one) => fromDays <= one && one < (toDays ?? Infinity)).length);
          expect(toDays === null).toBe(index === bins.length - 1 && toDays === null);
          if (index > 0) expect(bins[index - 1]?.toDays).toBe(fromDays);
          if (whole && toDays !== null) expect(toDays - fromDays).toBeGreaterThanOrEqual(1 - 1e-9);
        }
        expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(days.length);
      }),
    );
  });
});
