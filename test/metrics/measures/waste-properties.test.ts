import { describe, expect, it } from 'vitest';
import type { Waste } from '../../../src/contract/result.ts';
import { open, parseConfiguration } from '../../../src/index.ts';
import { Random } from '../../reference/log/random.ts';
import { randomLog } from '../../reference/log/random-log.ts';
import { workingIntervals } from '../../reference/time/calendar.ts';
import { itemOf, lineOf, type Move, wasteOf } from '../waste-log.ts';

const SEEDS = Array.from({ length: 40 }, (_, index) => index + 1);
const STAGES = ['Ideas', 'Writing', 'Queue', 'Review', 'Done', 'Cancelled'];
const PEOPLE = ['ana', 'bo', 'cy', 'ana;bo', ''];
const FIRST = Date.UTC(2026, 0, 5);
const cost = { hourlyRate: 50, rates: { assignee: { ana: 80 } }, delayPerDay: 40, handoffMinutes: 20 };

/** Items that wander through the stages over some ten weeks, at instants that are all different. */
function randomMoves(seed: number): Move[] {
  const random = new Random(seed);
  const moves: Move[] = [];
  const count = random.whole(2, 20);
  for (let item = 1; item <= count; item++) {
    const type = random.pick(['Bug', 'Story', '']);
    let at = FIRST + random.whole(0, 60 * 24) * 3_600_000 + item;
    for (let move = random.whole(1, 9); move > 0; move--) {
      const to = random.pick(STAGES);
      moves.push({
        id: `T-${item}`,
        who: random.pick(PEOPLE),
        to,
        at: new Date(at).toISOString(),
        type,
        blocked: random.chance(0.15),
      });
      at += random.whole(1, 24 * 12) * 3_600_000;
    }
  }
  return moves;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
/** The first day of the month after one. */
function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10);
}

const handoffHours = (waste: Waste) => lineOf(waste, 'handoffs').hours ?? 0;

describe.each(SEEDS)('the cost of waste of random log %i', (seed) => {
  const moves = randomMoves(seed);

  it('adds up: lines, stages, types and items', async () => {
    const waste = await wasteOf(moves, cost);
    const { byItem = [], byStage, byType, delay, labour, lines } = waste;
    expect(sum(byItem.map((item) => item.chargedHours)) + handoffHours(waste)).toBeCloseTo(labour.hours, 8);
    expect(sum(byItem.map((item) => item.labourCost ?? Number.NaN))).toBeCloseTo(labour.cost ?? Number.NaN, 6);
    expect(sum(byItem.map((item) => item.delayCost ?? Number.NaN))).toBeCloseTo(delay.cost ?? Number.NaN, 6);
    expect(sum(byItem.map((item) => item.pausedDays))).toBeCloseTo(lineOf(waste, 'paused').quantity as number, 8);
    for (const rows of [byStage, byType]) {
      expect(sum(rows.map((row) => row.hours))).toBeCloseTo(labour.hours, 8);
      expect(sum(rows.map((row) => row.wastedHours))).toBeCloseTo(labour.wastedHours, 8);
      expect(sum(rows.map((row) => row.cost ?? Number.NaN))).toBeCloseTo(labour.cost ?? Number.NaN, 6);
      expect(sum(rows.map((row) => row.waitingDays + row.blockedDays))).toBeCloseTo(delay.days, 8);
    }
    const labourLines = lines.slice(0, 3);
    expect(sum(labourLines.map((line) => line.hours ?? 0))).toBeCloseTo(labour.wastedHours, 8);
    expect(sum(labourLines.map((line) => line.cost ?? Number.NaN))).toBeCloseTo(labour.wastedCost ?? Number.NaN, 6);
    expect(labour.wastedHours).toBeLessThanOrEqual(labour.hours + 1e-9);
    expect(labour.unassignedHours).toBeLessThanOrEqual(labour.hours + 1e-9);
  });

  it('has months that add up to the lines exactly, in their order', async () => {
    const { byMonth, delay, labour, lines } = await wasteOf(moves, cost);
    expect(byMonth.length).toBeGreaterThan(0);
    const total = (amount: (month: (typeof byMonth)[number]) => number | null | undefined) =>
      byMonth.reduce((before, month) => before + (amount(month) as number), 0);
    for (const [index, line] of lines.entries()) {
      expect(total((month) => month.lines[index]?.quantity)).toBe(line.quantity);
      if (line.hours !== null) expect(total((month) => month.lines[index]?.hours)).toBe(line.hours);
      if (line.cost !== null) expect(total((month) => month.lines[index]?.cost)).toBe(line.cost);
    }
    expect(total((month) => month.hours)).toBeCloseTo(labour.hours, 8);
    expect(total((month) => month.cost)).toBeCloseTo(labour.cost as number, 6);
    expect(total((month) => month.wastedCost)).toBeCloseTo(labour.wastedCost as number, 6);
    expect(total((month) => month.delayCost)).toBeCloseTo(delay.cost as number, 6);
  });

  it('adds up over windows, seen from one asOf', async () => {
    const from = new Date(FIRST).toISOString();
    const split = new Date(FIRST + 31.37 * 86_400_000).toISOString();
    const asOf = new Date(FIRST + 160 * 86_400_000).toISOString();
    const whole = await wasteOf(moves, cost, { asOf, from });
    const parts = [
      await wasteOf(moves, cost, { asOf, from, to: split }),
      await wasteOf(moves, cost, { asOf, from: split }),
    ];
    for (const [index, line] of whole.lines.entries()) {
      expect(sum(parts.map(({ lines }) => lines[index]?.quantity as number))).toBeCloseTo(line.quantity as number, 7);
    }
    expect(sum(parts.map(({ labour }) => labour.cost as number))).toBeCloseTo(whole.labour.cost as number, 5);
  });

  it('charges nobody for more hours than the calendar has, month by month', async () => {
    const calendar = { days: ['mon', 'tue', 'wed', 'thu', 'fri'] as const, hours: ['09:00-17:00'], holidays: [] };
    for (const person of ['ana', 'bo', 'cy']) {
      // A rate of 1 for one and of 0 for all others: the cost is that person's hours.
      const own = { hourlyRate: 0, rates: { assignee: { [person]: 1 } } };
      const { byMonth } = await wasteOf(moves, own, { asOf: '2026-08-01', from: '2026-01-01' });
      for (const { cost: hours, month } of byMonth) {
        const [from, to] = [Date.parse(`${month}-01`), Date.parse(monthAfter(month))];
        const working = workingIntervals({ ...calendar, days: [...calendar.days] }, 'UTC', from, to);
        const inMonth = working.map(({ start, end }) => Math.max(0, Math.min(end, to) - Math.max(start, from)));
        expect(hours).toBeLessThanOrEqual(sum(inMonth) / 3_600_000 + 1e-9);
      }
    }
  });

  it('charges no other item less for one that nobody touches', async () => {
    const idle: Move = { id: 'idle', who: 'ana', to: 'Ideas', at: new Date(FIRST + 7).toISOString() };
    const alone = await wasteOf(moves, cost, { from: '2026-01-01' });
    const together = await wasteOf([...moves, idle], cost, { from: '2026-01-01' });
    expect(together.byItem?.filter(({ id }) => id !== 'idle')).toEqual(alone.byItem);
  });

  it('is the same money whatever the order of the rows', async () => {
    const random = new Random(seed + 1000);
    const { byType, ...shuffled } = await wasteOf(random.shuffled(moves), cost);
    const { byType: types, ...plain } = await wasteOf(moves, cost);
    expect(shuffled).toEqual(plain);
    expect(byType).toEqual(types);
  });

  it('charges in full at least what it charges shared', async () => {
    const shared = await wasteOf(moves, cost);
    const full = await wasteOf(moves, { ...cost, effort: 'full' });
    for (const item of shared.byItem ?? []) {
      expect(itemOf(full, item.id).chargedHours).toBeGreaterThanOrEqual(item.chargedHours - 1e-9);
    }
    expect(full.delay).toEqual(shared.delay);
  });

  it('has the same hours without rates, and no money', async () => {
    const { handoffMinutes } = cost;
    const priced = await wasteOf(moves, cost);
    const plain = await wasteOf(moves, { handoffMinutes });
    const withoutMoney = (waste: Waste): unknown =>
      JSON.parse(JSON.stringify(waste, (key, value) => (/cost/i.test(key) ? null : value)));
    expect(withoutMoney(plain)).toEqual(withoutMoney(priced));
    expect(plain.labour.cost).toBe(plain.labour.hours === 0 ? 0 : null);
    expect(plain.delay.cost).toBe(plain.delay.days === 0 ? 0 : null);
  });

  it('does not depend on the basis or on excludePaused; nor charged hours on what starts the clock', async () => {
    const plain = await wasteOf(moves, cost, { from: '2026-01-01' });
    for (const basis of ['working', 'inclusive'] as const) {
      expect(await wasteOf(moves, cost, { from: '2026-01-01', basis, configuration: { excludePaused: true } })).toEqual(
        plain,
      );
    }
    const started = { startPolicy: 'last', commitAt: 'Review' };
    const late = await wasteOf(moves, cost, { from: '2026-01-01', configuration: started });
    expect(late.labour.hours - handoffHours(late)).toBeCloseTo(plain.labour.hours - handoffHours(plain), 9);
    for (const item of late.byItem ?? []) expect(item.chargedHours).toBe(itemOf(plain, item.id).chargedHours);
  });
});

describe('the cost of waste of a messy log', () => {
  it.each(SEEDS)('%i sums over selections to the whole, and its clock changes no charged hour', async (seed) => {
    const log = randomLog(seed, { severalAssignees: true });
    const configuration = { dropped: {}, ...((await parseConfiguration(log.yaml, 'pitwall.yaml')) as object) };
    const analyse = async (changes: object) =>
      (
        await open({ name: 'log.csv', data: log.csv }, { configuration: { ...configuration, ...changes }, by: 'type' })
      ).metric('waste');
    const { waste, groups = [] } = await analyse({});
    expect(sum(groups.map((group) => group.waste?.labour.hours as number))).toBeCloseTo(
      waste?.labour.hours as number,
      7,
    );
    expect(sum(groups.map((group) => group.waste?.delay.days as number))).toBeCloseTo(waste?.delay.days as number, 7);
    const other = (await analyse({ excludePaused: true, basis: seed % 2 === 0 ? 'working' : 'elapsed' })).waste;
    expect(other).toEqual(waste);
  });
});
