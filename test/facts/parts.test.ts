import { describe, expect, it } from 'vitest';
import { analysisOf, factsOf } from '../library/march.ts';

// The 2nd is a Monday; the weekend is the 7th and 8th. Working days have the default eight hours, 09:00 to 17:00.
const OVER_A_WEEKEND = `
  id | at       | to      | blocked
  A  | 5 13:00  | Writing | no
  A  | 6 15:00  | On hold | yes
  A  | 9 11:00  | Review  | no
  A  | 10 09:00 | Ready   | no
  A  | 11 13:00 | Review  | no
  A  | 12 17:00 | Done    | no
`;
const HOUR = 1 / 24;

describe('the four parts of an item’s time', () => {
  it('in elapsed days', async () => {
    const facts = factsOf(await analysisOf(OVER_A_WEEKEND));
    expect(facts.activeDays).toBeCloseTo((26 + 22 + 28) * HOUR, 12); // Writing 26 h, Review 22 h and 28 h.
    expect(facts.blockedDays).toBeCloseTo((9 + 48 + 11) * HOUR, 12); // Friday 15:00 to Monday 11:00.
    expect(facts.waitingDays).toBe(0); // On hold, all of it blocked.
    expect(facts.pausedDays).toBeCloseTo(28 * HOUR, 12);
    // Thursday 5th 13:00 to Thursday 12th 17:00: seven days and four hours.
    expect(facts.cycleTimeDays).toBeCloseTo(7 + 4 * HOUR, 12);
  });

  it('in working days: a blocked weekend is no working time', async () => {
    const facts = factsOf(await analysisOf(OVER_A_WEEKEND, { basis: 'working' }));
    // Writing: Thursday 13 to 17, Friday 9 to 15. Review: Monday 11 to 17; Wednesday 13 to 17 and Thursday 9 to 17.
    expect(facts.activeDays).toBeCloseTo((4 + 6 + 6 + 4 + 8) / 8, 12);
    // Blocked: Friday 15 to 17, Monday 9 to 11.
    expect(facts.blockedDays).toBeCloseTo((2 + 2) / 8, 12);
    // Ready: Tuesday 9 to 17, Wednesday 9 to 13.
    expect(facts.pausedDays).toBeCloseTo((8 + 4) / 8, 12);
    // Half a Thursday and five working days: Friday, Monday to Thursday.
    expect(facts.cycleTimeDays).toBeCloseTo(0.5 + 5, 12);
  });

  it('stay elapsed with inclusive days, whose cycle time counts the days touched', async () => {
    const facts = factsOf(await analysisOf(OVER_A_WEEKEND, { basis: 'inclusive' }));
    // The 5th to the 12th, both included.
    expect(facts.cycleTimeDays).toBe(8);
    const { activeDays, waitingDays, blockedDays, pausedDays } = facts;
    expect((activeDays ?? 0) + (waitingDays ?? 0) + (blockedDays ?? 0) + (pausedDays ?? 0)).toBeCloseTo(
      7 + 4 * HOUR,
      12,
    );
  });

  it('excludePaused takes the paused part out of cycle time and efficiency, and of nothing else', async () => {
    const configuration = { excludePaused: true };
    const facts = factsOf(await analysisOf(OVER_A_WEEKEND, { configuration }));
    expect(facts.cycleTimeDays).toBeCloseTo(7 + 4 * HOUR - 28 * HOUR, 12);
    expect(facts.leadTimeDays).toBeCloseTo(7 + 4 * HOUR, 12);
    expect(facts.pausedDays).toBeCloseTo(28 * HOUR, 12);
    // 76 h active; 68 h blocked.
    expect(facts.efficiency).toBeCloseTo(76 / (76 + 68), 12);
    const counted = factsOf(await analysisOf(OVER_A_WEEKEND));
    expect(counted.efficiency).toBeCloseTo(76 / (76 + 68 + 28), 12);
    const inclusive = factsOf(await analysisOf(OVER_A_WEEKEND, { configuration, basis: 'inclusive' }));
    expect(inclusive.cycleTimeDays).toBe(8);
  });

  it('excludePaused takes it out of age', async () => {
    const table = `
      id | at | to
      A  | 2  | Writing
      A  | 4  | Ready
      B  | 9  | Ideas
    `;
    expect(factsOf(await analysisOf(table)).ageDays).toBe(9 - 2);
    // Sent back on the 4th and not taken up again: five paused days.
    const excluded = await analysisOf(table, { configuration: { excludePaused: true } });
    expect(factsOf(excluded).ageDays).toBe(9 - 2 - 5);
  });

  it('count time delivered and reopened, and given up and revived, as paused', async () => {
    const analysis = await analysisOf(`
      id | at | to
      A  | 2  | Writing
      A  | 3  | Done
      A  | 6  | Writing
      A  | 7  | Cancelled
      A  | 9  | Review
      A  | 10 | Done
    `);
    // Done 3 to 6, Cancelled 7 to 9.
    expect(factsOf(analysis)).toMatchObject({ pausedDays: 3 + 2, activeDays: 1 + 1 + 1, cycleTimeDays: 8 });
  });

  it('of an item in progress go up to asOf', async () => {
    const analysis = await analysisOf(`
      id | at | to
      A  | 2  | Writing
      A  | 4  | On hold
      B  | 9  | Ideas
    `);
    expect(factsOf(analysis)).toMatchObject({ activeDays: 2, waitingDays: 9 - 4, ageDays: 7, cycleTimeDays: null });
  });

  it('a duration wholly outside working time is 0', async () => {
    const analysis = await analysisOf(
      `
      id | at       | to
      A  | 6 17:00  | Writing
      A  | 9 09:00  | Done
    `,
      { basis: 'working' },
    );
    expect(factsOf(analysis)).toMatchObject({ cycleTimeDays: 0, leadTimeDays: 0, activeDays: 0, efficiency: null });
  });
});

describe('inclusive days', () => {
  it.each([
    ['5 09:00', '5 17:00', 1],
    ['5 23:59:59.999', '6', 2],
    ['5', '5', 1],
    ['5', '12', 8],
  ])('from %s to %s: %i', async (start, end, days) => {
    const table = `
      id | at       | from    | to
      A  | ${start} | Ideas   | Writing
      A  | ${end}   | Writing | Done
    `;
    expect(factsOf(await analysisOf(table, { basis: 'inclusive' })).cycleTimeDays).toBe(days);
  });

  it('are days of the analysis time zone', async () => {
    // 22:30 to 23:30 in UTC is 23:30 to 00:30 in Madrid.
    const table = `
      id | at      | to
      A  | 5 22:30 | Writing
      A  | 5 23:30 | Done
    `;
    expect(factsOf(await analysisOf(table, { basis: 'inclusive' })).cycleTimeDays).toBe(1);
    const madrid = await analysisOf(table, { basis: 'inclusive', timeZone: 'Europe/Madrid' });
    expect(factsOf(madrid).cycleTimeDays).toBe(2);
  });
});
