import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Blocked } from '../../../src/contract/blocked-schema.ts';
import type { Waste } from '../../../src/contract/result.ts';
import { open, parseConfiguration } from '../../../src/index.ts';
import { analysisOf, type Options } from '../../library/march.ts';
import { randomLog } from '../../reference/log/random-log.ts';

async function blockedOf(table: string, options: Options = {}): Promise<Blocked> {
  return (await analysisOf(table, options)).metric('blocked').blocked as Blocked;
}

/** Blocked over a weekend (the 6th is a Friday), then waiting, under a flag for half of it. */
const TABLE = `
  id | at       | to      | blocked
  A  | 5        | Writing |
  A  | 6        | Writing | Legal
  A  | 9        | Writing |
  A  | 10       | On hold |
  A  | 11       | On hold | no budget
  A  | 12       | Done    |
  B  | 5        | Writing | LEGAL
  B  | 7        | Review  | No Budget
  B  | 8        | Done    |
  C  | 5        | On hold | true
  C  | 9        | Done    |
  D  | 5        | On hold | Legal
  D  | 9        | Cancelled |
`;

describe('blocked and waiting time by reason', () => {
  it('goes to what the flag says, or to the status waited in', async () => {
    const { byItem, leftOut, ...figures } = await blockedOf(TABLE);
    const all = 3 + 3 + 4 + 1 + 1;
    expect(figures).toEqual({
      blockedDays: 11,
      waitingDays: 1,
      currency: null,
      cost: null,
      reasons: [
        // A over the weekend; B for all of its three days: its second flag was set under the first. D is dropped.
        { kind: 'blocked', reason: 'Legal', count: 2, items: 2, days: 6, share: 6 / all, cost: null },
        { kind: 'blocked', reason: null, count: 1, items: 1, days: 4, share: 4 / all, cost: null },
        { kind: 'blocked', reason: 'no budget', count: 1, items: 1, days: 1, share: 1 / all, cost: null },
        // Of A's two days on hold one is under the flag.
        { kind: 'waiting', reason: 'On hold', count: 1, items: 1, days: 1, share: 1 / all, cost: null },
      ],
    });
    expect(leftOut).toEqual([]);
    expect(byItem?.filter(({ id }) => id === 'A').map(({ kind, reason, days }) => [kind, reason, days])).toEqual([
      ['blocked', 'Legal', 3],
      ['waiting', 'On hold', 1],
      ['blocked', 'no budget', 1],
    ]);
  });

  it('costs by the day, by type, in working days where delay is counted so', async () => {
    const cost = { delayPerDay: 40, currency: 'EUR', delayBasis: 'working' };
    const { reasons } = await blockedOf(TABLE, { configuration: { cost } });
    // The 7th and 8th are a weekend: A is blocked for Friday alone, B for Thursday and Friday.
    expect(reasons.find(({ reason }) => reason === 'Legal')).toMatchObject({ days: 3, cost: 120, count: 2 });
  });

  it('is cut at the window', async () => {
    const { reasons } = await blockedOf(TABLE, { from: '2026-03-07', to: '2026-03-10' });
    expect(reasons.map(({ kind, reason, days, count }) => [kind, reason, days, count])).toEqual([
      // A from the 7th to the 9th, B on the 7th.
      ['blocked', 'Legal', 3, 2],
      ['blocked', null, 2, 1],
    ]);
  });

  it('tells the statuses of one waiting stage apart', async () => {
    const workflow = [
      { stage: 'Writing', kind: 'active' },
      { stage: 'Waiting', kind: 'waiting', statuses: ['Legal hold', 'For approval'] },
      { stage: 'Done', kind: 'done' },
    ];
    const { reasons } = await blockedOf(
      `
      id | at | to           | from
      A  | 2  | Writing      |
      A  | 3  | For approval |
      A  | 5  | Legal hold   |
      A  | 6  | legal  HOLD  |
      A  | 7  | For approval |
      A  | 8  | Done         |
      B  | 2  | Waiting      |
      B  | 3  | Done         |
    `,
      { configuration: { workflow } },
    );
    expect(reasons.map(({ reason, days, count, items }) => [reason, days, count, items])).toEqual([
      ['For approval', 3, 2, 1],
      ['Legal hold', 2, 1, 1],
      ['Waiting', 1, 1, 1],
    ]);
  });

  it('shows the ten longest in the report, and all in its own command', async () => {
    const rows = Array.from({ length: 12 }, (_, item) => [
      `I${item} | 2 | Writing | reason ${item}`,
      `I${item} | ${3 + item} | Done |`,
    ]).flat();
    const analysis = await analysisOf(['id|at|to|blocked', ...rows].join('\n'));
    expect(analysis.report().blocked.reasons).toHaveLength(10);
    expect(analysis.report().blocked.reasons[0]?.reason).toBe('reason 11');
    expect(analysis.metric('blocked').blocked?.reasons).toHaveLength(12);
  });

  it('is the time of the lines of waste, whatever the settings', async () => {
    let delayed = 0;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 100_000 }), async (seed) => {
        const log = randomLog(seed);
        const configuration = { dropped: {}, ...((await parseConfiguration(log.yaml, 'pitwall.yaml')) as object) };
        const analysis = await open({ name: 'log.csv', data: log.csv }, { configuration });
        const blocked = analysis.metric('blocked').blocked as Blocked;
        const waste = analysis.metric('waste').waste as Waste;
        const lineOf = (name: string) => waste.lines.find(({ line }) => line === name);
        expect(blocked.blockedDays).toBeCloseTo(lineOf('blocked')?.quantity as number, 8);
        expect(blocked.waitingDays).toBeCloseTo(lineOf('waiting')?.quantity as number, 8);
        if (waste.delay.cost === null) expect(blocked.cost).toBeNull();
        else expect(blocked.cost).toBeCloseTo(waste.delay.cost, 6);
        const days = (rows: readonly { days: number }[]) => rows.reduce((sum, row) => sum + row.days, 0);
        expect(days(blocked.reasons)).toBeCloseTo(waste.delay.days, 8);
        expect(days(blocked.byItem ?? [])).toBeCloseTo(waste.delay.days, 8);
        expect(blocked.leftOut).toEqual([]);
        delayed += waste.delay.days;
      }),
      { numRuns: 40 },
    );
    expect(delayed).toBeGreaterThan(0);
  });
});
