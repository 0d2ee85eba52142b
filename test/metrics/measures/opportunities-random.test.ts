import { describe, expect, it } from 'vitest';
import type { Opportunities } from '../../../src/contract/opportunities-schema.ts';
import { open } from '../../../src/index.ts';
import { referenceAnalyze } from '../../reference/analyze.ts';
import { differences } from '../../reference/differences.ts';
import { Random } from '../../reference/log/random.ts';
import { readLog } from '../../reference/log/read-log.ts';
import { DEFAULT_SETTINGS } from '../../reference/settings.ts';
import type { ReferenceCost, ReferenceStage } from '../../reference/types.ts';
import { numbersIn, numbersTold } from '../opportunity-numbers.ts';
import { csvOf, type Move, workflow } from '../waste-log.ts';

const SEEDS = Array.from({ length: 40 }, (_, index) => index + 1);
const FIRST = Date.UTC(2026, 0, 5);
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** Items that mostly move on: back now and then, dropped seldom, in some logs almost never sent back. */
function randomMoves(random: Random): Move[] {
  const back = random.pick([0.01, 0.2, 0.4]);
  const dropped = random.pick([0, 0.05, 0.2]);
  const moves: Move[] = [];
  for (let item = random.whole(8, 110); item > 0; item--) {
    const type = random.pick(['Bug', 'Story']);
    let at = FIRST + random.whole(0, 60 * 24) * 3_600_000 + item;
    let stage = 0;
    for (let left = 12; left > 0 && stage < 4; left--) {
      const who = random.pick(['ana', 'bo', 'cy', 'ana;bo', '']);
      const to = workflow[stage]?.stage as string;
      moves.push({ id: `T-${item}`, who, to, at: new Date(at).toISOString(), type, blocked: random.chance(0.1) });
      at += random.whole(1, 24 * 6) * 3_600_000;
      if (random.chance(dropped)) stage = 5;
      else if (stage === 3 && random.chance(back)) stage = 1;
      else stage++;
    }
    if (random.chance(0.9))
      moves.push({
        id: `T-${item}`,
        who: 'ana',
        to: stage === 5 ? 'Cancelled' : 'Done',
        at: new Date(at).toISOString(),
        type,
      });
  }
  return moves;
}

function randomCost(random: Random): ReferenceCost {
  return {
    currency: 'EUR',
    effort: random.pick(['shared', 'full']),
    ...(random.chance(0.7) ? { hourlyRate: 53.17, rates: { assignee: { ana: 81.3 } } } : {}),
    ...(random.chance(0.7) ? { delayPerDay: random.pick([41.3, { default: 41.3, byType: { Bug: 250.7 } }]) } : {}),
    ...(random.chance(0.7) ? { handoffMinutes: 20 } : {}),
    ...(random.chance(0.3) ? { delayBasis: 'working' } : {}),
  };
}

describe('what to fix first in random logs', () => {
  const seen = new Map<string, number>();
  const count = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);

  it.each(SEEDS)('%i is what the second implementation finds', async (seed) => {
    const random = new Random(seed);
    const csv = csvOf(randomMoves(random));
    const cost = randomCost(random);
    const analysis = await open({ name: 'log.csv', data: csv }, { configuration: { workflow, cost } });
    const { opportunities, waste } = analysis.report();
    const detail = analysis.metric('opportunities').opportunities as Opportunities;
    const stages = workflow.map((stage) => ({ ...stage, statuses: [] })) as ReferenceStage[];
    const settings = { ...DEFAULT_SETTINGS, workflow: stages, cost };
    const expected = referenceAnalyze(readLog(csv, 'UTC'), settings).opportunities;
    expect(differences(expected, opportunities)).toEqual([]);
    count(`by ${opportunities.rankedBy}`);
    for (const [rank, one] of detail.list.entries()) {
      count(one.kind);
      // Each is made of its items.
      expect(sum(one.byItem.map(({ quantity }) => quantity))).toBeCloseTo(one.quantity, 6);
      expect(one.byItem).toHaveLength(one.items);
      if (one.cost !== null) expect(sum(one.byItem.map((item) => item.cost as number))).toBeCloseTo(one.cost, 4);
      expect(opportunities.list[rank]).toEqual({ ...one, byItem: one.byItem.slice(0, 10) });
      for (const [sentence, numbers] of numbersTold(one, detail)) expect(numbersIn(sentence, one)).toEqual(numbers);
    }
    // None is in two: together they are no more than all labour and all delay.
    const together = (unit: 'hours' | 'days') =>
      sum(detail.list.filter((one) => one.unit === unit).map(({ quantity }) => quantity));
    expect(together('hours')).toBeLessThanOrEqual(waste.labour.hours + 1e-6);
    expect(together('days')).toBeLessThanOrEqual(waste.delay.days + 1e-6);
  });

  it.each(['wait', 'blocked', 'rework', 'abandoned', 'handoffs', 'review', 'by cost', 'by days', 'by null'])(
    'came upon some: %s',
    (what) => expect(seen.get(what) ?? 0).toBeGreaterThan(0),
  );
});
