import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Handoffs } from '../../src/contract/handoffs-schema.ts';
import type { Rework } from '../../src/contract/rework-schema.ts';
import { type Analysis, open, parseConfiguration } from '../../src/index.ts';
import { randomLog } from '../reference/log/random-log.ts';

async function randomAnalysis(seed: number, options: object = {}): Promise<Analysis> {
  const log = randomLog(seed);
  const configuration = { dropped: {}, ...((await parseConfiguration(log.yaml, 'pitwall.yaml')) as object) };
  return open({ name: 'log.csv', data: log.csv }, { configuration, ...options });
}

const seeds = fc.integer({ min: 1, max: 100_000 });
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Checks random logs, and that some of them had what the check is about. */
async function check(property: (analysis: Analysis, seed: number) => number | Promise<number>): Promise<void> {
  let met = 0;
  await fc.assert(
    fc.asyncProperty(seeds, async (seed) => {
      met += await property(await randomAnalysis(seed), seed);
    }),
    { numRuns: 40 },
  );
  expect(met).toBeGreaterThan(0);
}

describe('hand-offs of random logs', () => {
  it('are the same in the report and in full, and add up', async () => {
    await check((analysis) => {
      const brief = analysis.report().handoffs;
      const full = analysis.metric('handoffs').handoffs as Handoffs;
      expect([full.total, full.perItem, full.leftOut]).toEqual([brief.total, brief.perItem, brief.leftOut]);
      if (full.total === null) return 0;
      const counts = (full.pairs ?? []).map(({ count }) => count);
      expect(sum(counts)).toBe(full.total);
      expect(counts.slice(0, 10)).toEqual(brief.pairs?.map(({ count }) => count));
      expect(full.pickUp?.count).toBe(full.total);
      expect(sum((full.receivers ?? []).map(({ pickUp }) => pickUp.count))).toBe(full.total);
      expect(sum((full.byItem ?? []).map(({ handoffs }) => handoffs))).toBe(full.total);
      for (const { handoffs, pingPong } of full.byItem ?? []) expect(pingPong).toBeLessThan(handoffs);
      expect(full.pingPong?.count).toBe(sum((full.byItem ?? []).map(({ pingPong }) => pingPong)));
      return full.total;
    });
  });

  it('leave all of the time to somebody or nobody, where one person at most has an item', async () => {
    await check((analysis) => {
      const full = analysis.metric('handoffs').handoffs as Handoffs;
      const shares = (full.holding ?? []).map(({ share }) => share).filter((share) => share !== null);
      if (shares.length === 0) return 0;
      expect(sum(shares)).toBeCloseTo(1, 8);
      return 1;
    });
  });

  it('are the same without the names of people', async () => {
    await check(async (analysis, seed) => {
      const named = analysis.metric('handoffs').handoffs as Handoffs;
      const nameless = (await randomAnalysis(seed, { anonymizePeople: true })).metric('handoffs').handoffs as Handoffs;
      const figures = ({ byItem, holding, pickUp, pingPong, total }: Handoffs) => ({
        byItem,
        total,
        pickUp,
        pingPong: pingPong?.count,
        held: holding?.map(({ heldDays }) => heldDays),
      });
      expect(figures(nameless)).toEqual(figures(named));
      for (const { holder } of nameless.holding ?? []) expect(holder ?? 'person 0').toMatch(/^person \d+$/);
      return named.total ?? 0;
    });
  });
});

describe('rework of random logs', () => {
  it('adds up by moves, by stages and by items', async () => {
    await check((analysis) => {
      const rework = analysis.metric('rework').rework as Rework;
      const { byItem = [], byStage = [], labour, loops, moves = [], withoutMove } = rework;
      expect(sum(moves.map(({ count }) => count))).toBe(rework.backwardMoves);
      for (const parts of [[...moves, ...(withoutMove === undefined ? [] : [withoutMove])], byStage, byItem]) {
        expect(sum(parts.map(({ reworkDays }) => reworkDays))).toBeCloseTo(rework.reworkDays, 8);
        expect(sum(parts.map(({ hours }) => hours ?? Number.NaN))).toBeCloseTo(labour?.hours ?? Number.NaN, 8);
      }
      expect(sum(byStage.map(({ repeats }) => repeats))).toBe(loops?.repeats);
      expect(sum(byItem.map(({ selfLoops }) => selfLoops))).toBe(loops?.selfLoops);
      expect(rework).toMatchObject(analysis.report().rework);
      return rework.backwardMoves;
    });
  });
});
