import { describe, expect, it } from 'vitest';
import { ChargeRows } from '../../src/metrics/derive/cost/charge-rows.ts';
import { type DividedTime, fullTime, sharedTime } from '../../src/metrics/derive/cost/shared-time.ts';
import { Random } from '../reference/log/random.ts';

/** A charge of a person: from an instant to another, in whole hours of working time. */
interface Charge {
  person: number;
  from: number;
  to: number;
}

/** A charge's part in each month: hour by hour, each divided by how many charges of the person hold it. */
function plainly(charges: readonly Charge[], bounds: readonly number[], shared: boolean): number[][] {
  const running = new Map<string, number>();
  for (const { person, from, to } of charges)
    for (let hour = from; hour < to; hour++)
      running.set(`${person} ${hour}`, (running.get(`${person} ${hour}`) ?? 0) + 1);
  return charges.map(({ person, from, to }) => {
    const parts = bounds.slice(1).map(() => 0);
    for (let hour = from; hour < to; hour++) {
      const month = bounds.findIndex((bound, index) => bound <= hour && hour < (bounds[index + 1] as number));
      parts[month]! += shared ? 1 / (running.get(`${person} ${hour}`) as number) : 1;
    }
    return parts;
  });
}

/** The same, read from the answer. */
function partsOf({ own, month, parts }: DividedTime, charges: readonly Charge[], months: number): number[][] {
  return charges.map(({ person }, charge) => {
    const whole = own[charge] as number;
    const list = Array.from({ length: months }, () => 0);
    const only = month[charge] as number;
    if (only >= 0) {
      list[only] = whole;
      return list;
    }
    parts.read(~only, person, whole);
    for (let part = 0; part < parts.length; part++)
      list[parts.month[part] as number]! += whole * (parts.share[part] as number);
    return list;
  });
}

function check(charges: readonly Charge[], bounds: readonly number[], likely: number): void {
  const persons = Math.max(0, ...charges.map(({ person }) => person)) + 1;
  const rows = () => {
    const made = new ChargeRows(likely);
    for (const [visit, { person, from, to }] of charges.entries()) made.push(visit, person, from, to);
    return made;
  };
  const ends = Float64Array.from(bounds);
  const months = bounds.length - 1;
  const near = (parts: number[][]) => parts.map((list) => list.map((part) => expect.closeTo(part, 9)));
  const shared = sharedTime(rows(), persons, ends);
  const full = fullTime(rows(), ends);
  // Only what falls in several months is kept apart.
  const several = plainly(charges, bounds, false).map((parts) => parts.filter((part) => part > 0).length > 1);
  for (const { month } of [shared, full]) expect(Array.from(month, (one) => one < 0)).toEqual(several);
  expect(partsOf(shared, charges, months)).toEqual(near(plainly(charges, bounds, true)));
  expect(partsOf(full, charges, months)).toEqual(near(plainly(charges, bounds, false)));
  const kept = rows();
  expect([...kept.visit.subarray(0, kept.length)]).toEqual([...charges.keys()]);
}

describe('the walk over time that divides the hours of people', () => {
  it('gives each of two charges half of the hours that both hold', () => {
    // 0 to 4 and 2 to 6, months of 3: [0, 2) whole and [2, 4) half; [2, 4) half and [4, 6) whole.
    const charges = [
      { person: 0, from: 0, to: 4 },
      { person: 0, from: 2, to: 6 },
    ];
    const rows = new ChargeRows(16);
    for (const { person, from, to } of charges) rows.push(0, person, from, to);
    const time = sharedTime(rows, 1, Float64Array.of(0, 3, 6));
    expect([...time.own]).toEqual([3, 3]);
    expect(partsOf(time, charges, 2)).toEqual(
      [
        [2.5, 0.5],
        [0.5, 2.5],
      ].map((list) => list.map((part) => expect.closeTo(part, 12))),
    );
  });

  // Both sides of the room for rows (16 and what is likely), and of that for charges of several months and their parts.
  it.each([1, 2, 15, 16, 17, 31, 32, 33, 64, 65, 150])('divides as an hour-by-hour count does: %i charges', (count) => {
    for (let seed = 1; seed <= 6; seed++) {
      const random = new Random(1000 * count + seed);
      const months = random.pick([1, 2, 3, 12, 16, 17, 33]);
      // Months without working time are empty.
      const bounds = [random.whole(0, 3)];
      for (let month = 0; month < months; month++)
        bounds.push((bounds.at(-1) as number) + (month === 0 ? 1 : random.whole(0, 6)));
      const [first, last] = [bounds[0] as number, bounds.at(-1) as number];
      const charges = Array.from({ length: count }, () => {
        const from = random.chance(0.2) ? first : random.whole(first, last - 1);
        const to = random.chance(0.2) ? last : random.whole(from + 1, last);
        return { person: random.whole(0, seed - 1), from, to };
      });
      check(charges, bounds, random.pick([0, 16, 20, count]));
    }
  });

  it.each([
    ['before the first month', 0, 3],
    ['behind the last month', 4, 9],
    ['at no instant', Number.NaN, 3],
  ])('refuses a charge %s', (_, from, to) => {
    const rows = new ChargeRows(1);
    rows.push(0, 0, from, to);
    expect(() => sharedTime(rows, 1, Float64Array.of(1, 4, 8))).toThrow('months of charges');
    expect(() => fullTime(rows, Float64Array.of(1, 4, 8))).toThrow('months of charges');
  });
});
