import { describe, expect, it } from 'vitest';
import type { ItemReport } from '../../src/contract/output.ts';
import type { WasteItem } from '../../src/contract/result.ts';
import { open, parseConfiguration } from '../../src/index.ts';
import { movesOf, openMoves } from '../metrics/waste-log.ts';
import { randomLog } from '../reference/log/random-log.ts';

type VisitCost = NonNullable<ItemReport['visits'][number]['cost']>;

const sum = (numbers: readonly (number | null)[]) =>
  numbers.reduce<number>((total, number) => total + (number ?? 0), 0);

/** What the visits of an item come to. */
function totalsOf({ visits }: ItemReport) {
  const costs = visits.flatMap(({ cost }) => (cost === null ? [] : [cost]));
  const of = (value: (cost: VisitCost) => number | null) => sum(costs.map(value));
  const line = (wanted: VisitCost['line']) => costs.filter((cost) => cost.line === wanted);
  const handoffs = costs.flatMap((cost) => cost.handoffs);
  return {
    chargedHours: of((cost) => cost.chargedHours),
    unassignedHours: sum(costs.flatMap(({ charges }) => charges.map((one) => (one.person === null ? one.hours : 0)))),
    abandonedHours: sum(line('abandoned').map((cost) => cost.chargedHours)),
    reworkHours: sum(line('rework').map((cost) => cost.chargedHours)),
    handoffHours: sum(handoffs.map(({ hours }) => hours)),
    waitingDays: of((cost) => cost.waitingDays),
    blockedDays: of((cost) => cost.blockedDays),
    pausedDays: of((cost) => cost.pausedDays),
  };
}

const close = (totals: Record<string, number>) =>
  Object.fromEntries(Object.entries(totals).map(([key, value]) => [key, expect.closeTo(value, 7)]));

describe('what one item costs', () => {
  const moves = movesOf(`
    A ana Writing 2026-03-02T09:00Z
    B ana Writing 2026-03-02T13:00Z
    A bo  Review  2026-03-02T17:00Z
    B ana Done    2026-03-02T17:00Z
    A ana Writing 2026-03-03T13:00Z
    A ana Queue   2026-03-03T17:00Z
    A ana Done    2026-03-04T17:00Z`);
  const cost = {
    currency: 'EUR',
    hourlyRate: 50,
    rates: { assignee: { bo: 80 } },
    delayPerDay: 40,
    handoffMinutes: 30,
  };

  it('is told visit by visit: to whom, shared among how many, at what price', async () => {
    const report = (await openMoves(moves, cost)).item('A');
    const none = { line: null, chargedHours: 0, chargedCost: 0, charges: [], handoffs: [] };
    const days = { waitingDays: 0, blockedDays: 0, pausedDays: 0, waitingCost: 0, blockedCost: 0 };
    expect(report.visits.map((visit) => visit.cost)).toEqual([
      // 09 to 13 alone, 13 to 17 with B: 4 + 2 of 8 hours.
      {
        ...none,
        ...days,
        chargedHours: 6,
        chargedCost: 300,
        charges: [{ person: 'ana', workingHours: 8, hours: 6, sharedAmong: 8 / 6, cost: 300 }],
      },
      {
        ...none,
        ...days,
        chargedHours: 4,
        chargedCost: 320,
        charges: [{ person: 'bo', workingHours: 4, hours: 4, sharedAmong: 1, cost: 320 }],
        handoffs: [{ at: '2026-03-02T17:00:00.000Z', to: ['bo'], hours: 0.5, cost: 40 }],
      },
      {
        ...none,
        ...days,
        line: 'rework',
        chargedHours: 4,
        chargedCost: 200,
        charges: [{ person: 'ana', workingHours: 4, hours: 4, sharedAmong: 1, cost: 200 }],
        handoffs: [{ at: '2026-03-03T13:00:00.000Z', to: ['ana'], hours: 0.5, cost: 25 }],
      },
      { ...none, ...days, waitingDays: 1, waitingCost: 40 },
      { ...none, ...days },
    ]);
    expect(report).toMatchObject({ currency: 'EUR', costUnknown: null });
    expect(report.cost).toMatchObject({
      chargedHours: 14,
      handoffHours: 1,
      labourCost: 885,
      wastedCost: 265,
      delayCost: 40,
    });
  });

  it('names nobody where nobody was assigned, and puts several stretches of one person together', async () => {
    const flagged = movesOf(`
      A ana Writing 2026-03-02T09:00Z
      A ana Writing 2026-03-02T11:00Z blocked
      A ana Writing 2026-03-02T13:00Z
      A -   Review  2026-03-02T17:00Z
      A -   Done    2026-03-03T11:00Z`);
    const [writing, review] = (await openMoves(flagged, cost)).item('A').visits;
    expect(writing?.cost).toMatchObject({
      charges: [{ person: 'ana', workingHours: 6, hours: 6 }],
      blockedDays: 2 / 24,
    });
    expect(review?.cost?.charges).toMatchObject([{ person: null, hours: 2, cost: 100 }]);
  });

  it('divides stretches of one person by what they had at once, taken together', async () => {
    const shared = movesOf(`
      A ana Writing 2026-03-02T09:00Z
      A ana Writing 2026-03-02T11:00Z blocked
      A ana Writing 2026-03-02T13:00Z
      B ana Writing 2026-03-02T13:00Z
      A -   Review  2026-03-02T17:00Z
      B ana Done    2026-03-02T17:00Z
      A -   Done    2026-03-03T11:00Z`);
    const analysis = await openMoves(shared, cost);
    // 09 to 11 alone, 13 to 17 with B: 2 + 2 hours of 6, as if divided among 1.5.
    expect(analysis.item('A').visits[0]?.cost?.charges).toEqual([
      { person: 'ana', workingHours: 6, hours: 4, sharedAmong: 1.5, cost: 200 },
    ]);
    expect(analysis.item('B').visits[0]?.cost?.charges).toEqual([
      { person: 'ana', workingHours: 4, hours: 2, sharedAmong: 2, cost: 100 },
    ]);
  });

  it('has no price where a part of it has none', async () => {
    const two = movesOf(`
      A ana;bo Writing 2026-03-02T09:00Z
      A ana    Done    2026-03-02T17:00Z`);
    const priced = async (assignee: Record<string, number>) =>
      (await openMoves(two, { rates: { assignee } })).item('A').visits[0]?.cost?.chargedCost;
    // Each has 8 hours of it.
    expect(await priced({ ana: 10, bo: 20 })).toBe(240);
    expect(await priced({ ana: 10 })).toBeNull();
    expect(await priced({ bo: 20 })).toBeNull();
  });

  it('is not known where the item’s parts are not, and says why', async () => {
    const data = 'id,created,started,finished\nA,2026-03-02,2026-03-03,2026-03-05';
    const report = (await open({ name: 'dates.csv', data })).item('A');
    expect(report.cost).toBeNull();
    expect(report.costUnknown).toContain('only their dates are known');
    expect(report.visits.every((visit) => visit.cost === null)).toBe(true);
  });

  it('is nothing outside the window', async () => {
    const report = (await openMoves(moves, cost, { from: '2026-03-10', to: '2026-03-20', asOf: '2026-04-01' })).item(
      'A',
    );
    expect(report.cost).toMatchObject({ chargedHours: 0, handoffs: 0, delayCost: 0 });
  });
});

describe.each(Array.from({ length: 25 }, (_, index) => index + 1))('the items of random log %i', (seed) => {
  it('cost what they add to the cost of waste, visit by visit', async () => {
    const log = randomLog(seed, { severalAssignees: seed % 2 === 0 });
    const configuration = (await parseConfiguration(log.yaml, 'pitwall.yaml')) as object;
    const analysis = await open({ name: 'log.csv', data: log.csv }, { configuration });
    const byItem = new Map(analysis.metric('waste').waste?.byItem?.map((item) => [item.id, item]));
    let costly = 0;
    for (const { id } of analysis.items().itemList) {
      const report = analysis.item(id);
      const added: WasteItem | undefined = byItem.get(id);
      if (added === undefined)
        expect(totalsOf(report)).toEqual(
          close(Object.fromEntries(Object.keys(totalsOf(report)).map((key) => [key, 0]))),
        );
      else {
        expect(report.cost).toEqual(added);
        expect(added).toMatchObject(close(totalsOf(report)));
        costly++;
      }
    }
    expect(costly).toBe(byItem.size);
  });
});
