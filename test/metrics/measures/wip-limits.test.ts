import { describe, expect, it } from 'vitest';
import type { WipLimits } from '../../../src/contract/wip-limits-schema.ts';
import { open } from '../../../src/index.ts';
import { randomCase } from '../../analysis/random-analysis.ts';

const workflow = (limit: number | null) => [
  { stage: 'Writing', kind: 'active', limit },
  { stage: 'Done', kind: 'done' },
];

/** Stays in Writing, in days from 1 January 2026; the last instant is asOf. */
async function limitsOf(stays: readonly [from: number, to: number][], limit: number | null, window: object = {}) {
  const iso = (day: number) => new Date(Date.UTC(2026, 0, 1) + day * 86_400_000).toISOString();
  const rows = stays.flatMap(([from, to], id) => [`${id},Writing,${iso(from)}`, `${id},Done,${iso(to)}`]);
  const analysis = await open(
    { name: 'log.csv', data: ['id,to,at', ...rows].join('\n') },
    { ...window, configuration: { workflow: workflow(limit) } },
  );
  const [writing] = (analysis.metric('wipLimits').wipLimits as WipLimits).stages;
  return writing as WipLimits['stages'][number];
}

describe('a WIP limit', () => {
  it('is broken while there is more, by what there is more', async () => {
    // Three at once on days 2 to 3, two on 1 to 2 and 3 to 5.
    const window = { from: '2026-01-01', to: '2026-01-11' };
    const row = await limitsOf(
      [
        [0, 3],
        [1, 5],
        [2, 10],
      ],
      1,
      window,
    );
    expect(row).toMatchObject({
      maximum: 3,
      average: (3 + 4 + 8) / 10,
      overDays: 4,
      overShare: 0.4,
      itemDaysBeyond: 1 + 2 + 2,
      visitsBeyond: 2,
      // Of the two that entered while it was full, the second ended as the window did.
      medianDaysBeyond: 4,
      medianDaysWithin: 3,
      suggestion: null,
    });
  });

  it('is broken by all that enter at once, if they are more', async () => {
    const row = await limitsOf(
      [
        [0, 1],
        [0, 1],
        [0, 1],
        [5, 6],
      ],
      2,
    );
    expect(row).toMatchObject({ visitsBeyond: 3, medianDaysBeyond: 1 });
    expect(
      await limitsOf(
        [
          [0, 1],
          [0, 1],
          [5, 6],
        ],
        2,
      ),
    ).toMatchObject({ visitsBeyond: 0, medianDaysBeyond: null });
  });

  it('has room again at the very instant that something leaves', async () => {
    expect(
      await limitsOf(
        [
          [0, 2],
          [2, 4],
          [4, 6],
        ],
        1,
      ),
    ).toMatchObject({ maximum: 1, overDays: 0, visitsBeyond: 0 });
  });
});

describe('the limit that is suggested', () => {
  /** From day 0 to 10 one a day that stays half a day; from then on to day 110 as many at once as told. */
  const steady = (...levels: [count: number, days: number][]) => {
    const stays: [number, number][] = Array.from({ length: 20 }, (_, index) => [index / 2 + 0.01, index / 2 + 0.02]);
    let day = 10;
    for (const [count, days] of levels) {
      for (let one = 0; one < count; one++) stays.push([day, day + days]);
      day += days;
    }
    return limitsOf(stays, null, { from: '2026-01-01', to: new Date(Date.UTC(2026, 0, 1 + day)).toISOString() });
  };

  it('is the least that held for 85 % of the time', async () => {
    // Of the entries a tenth had come early on the second day; from then on some 108.5 days.
    const held = await steady([2, 80], [4, 5], [6, 15]);
    // 8.5 + 80 days of at most 2 are 81.6 %; with 5 of 4 they are 86.2 %.
    expect(held.suggestion).toMatchObject({ limit: 4, visits: 32 });
    expect(held.suggestion?.heldShare).toBeCloseTo(93.49 / 108.49, 3);
    expect((await steady([2, 90], [6, 10])).suggestion?.limit).toBe(2);
    // At least 1, even where it is nearly always empty.
    expect((await steady([1, 1], [0, 98], [1, 1])).suggestion?.limit).toBe(1);
  });

  it('takes 20 entries and 28 days from a tenth of them on', async () => {
    const stays = (count: number, days: number): [number, number][] =>
      Array.from({ length: count }, (_, index) => [((index + 1) * days) / count - 0.1, ((index + 1) * days) / count]);
    const from = { from: '2026-01-01' };
    expect((await limitsOf(stays(20, 60), null, from)).suggestion).not.toBeNull();
    expect((await limitsOf(stays(19, 60), null, from)).suggestion).toBeNull();
    expect((await limitsOf(stays(40, 28), null, from)).suggestion).toBeNull();
  });
});

it('on random logs the averages and times over are those of wip', async () => {
  let limited = 0;
  for (let seed = 1; seed <= 20; seed++) {
    const analysis = await (await randomCase(seed)).open();
    const report = analysis.report();
    const { wip } = report;
    const all = (analysis.metric('wipLimits').wipLimits as WipLimits).stages;
    expect(report.wipLimits.stages).toEqual(all.filter(({ limit }) => limit !== null));
    for (const row of all) {
      const same = wip.byStage.find(({ stage }) => stage === row.stage);
      expect(row.current).toBe(same?.current);
      expect(row.average ?? 0).toBeCloseTo(same?.average ?? 0, 9);
      expect(row.overShare ?? 0).toBeCloseTo(same?.overLimitShare ?? 0, 9);
      if ((row.overShare ?? 0) > 0) limited++;
    }
  }
  expect(limited).toBeGreaterThan(3);
});
