import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  expectedMisses,
  kaplanMeier,
  Landmarks,
  standardError,
  stepAt,
  type Visits,
} from '../../../src/stats/survival/index.ts';
import { columns, type Life, plainSurvival, REMISSIONS } from './plain.ts';

const near = (value: number, digits = 4) => expect.closeTo(value, digits);

interface Visit {
  item: number;
  stage: number;
  from: number;
  to: number;
  startsStill: boolean;
  endsStill: boolean;
}
const visitColumns = (visits: readonly Visit[]): Visits => ({
  items: visits.map(({ item }) => item),
  stages: visits.map(({ stage }) => stage),
  from: visits.map(({ from }) => from),
  to: visits.map(({ to }) => to),
  startsStill: visits.map(({ startsStill }) => Number(startsStill)),
  endsStill: visits.map(({ endsStill }) => Number(endsStill)),
});
const visit = (item: number, stage: number, from: number, to: number, still: Partial<Visit> = {}): Visit => ({
  item,
  stage,
  from,
  to,
  startsStill: false,
  endsStill: false,
  ...still,
});

describe('the share of all items alone', () => {
  it('6-MP: 0.2222 of those that lasted 7 weeks had ended by 16, ± 0.1139', () => {
    // 1 − S(16) ÷ S(7) = 1 − .6275 ÷ .8067.
    const landmarks = new Landmarks(columns(REMISSIONS), null);
    const outlook = landmarks.outlook({ age: 7, stage: null }, 16, [50]);
    expect(outlook).toMatchObject({ chance: near(0.2222), atLeast: false, late: false, items: 16, stageItems: 0 });
    // The error is that of the items still in view after 7 weeks.
    const later = kaplanMeier(columns(REMISSIONS.filter(({ end }) => end > 7)));
    expect(standardError(later, stepAt(later, 16))).toEqual(near(0.1139));
  });

  it('counts a finish at exactly the limit as in time, and no item that ends at the age itself', () => {
    const landmarks = new Landmarks({ ends: [5, 10, 12, 20], finished: [1, 1, 1, 1] }, null);
    expect(landmarks.outlook({ age: 5, stage: null }, 10, [])).toMatchObject({ chance: near(1 / 3), items: 3 });
    expect(landmarks.outlook({ age: 5, stage: null }, 9.9, []).chance).toBe(0);
    expect(landmarks.outlook({ age: 4.9, stage: null }, 10, []).chance).toEqual(near(1 / 2));
  });

  it('gives the rest of the time', () => {
    const landmarks = new Landmarks({ ends: [5, 10, 12, 20], finished: [1, 1, 1, 1] }, null);
    // Three left at 5: 10, 12, 20; two thirds have finished by 12, all by 20.
    expect(landmarks.outlook({ age: 5, stage: null }, 10, [50, 85]).remaining).toEqual([7, 15]);
  });

  it('says nothing of an age that no item had, and that an item at the limit is late', () => {
    const landmarks = new Landmarks({ ends: [5, 10], finished: [1, 1] }, null);
    const old = landmarks.outlook({ age: 10, stage: null }, 30, [50]);
    expect(old).toEqual({
      chance: null,
      atLeast: false,
      late: false,
      remaining: [null],
      items: 0,
      stageItems: 0,
      reason: 'olderThanAny',
    });
    expect(landmarks.outlook({ age: 6, stage: null }, 6, [50])).toMatchObject({
      chance: 0,
      late: true,
      remaining: [4],
    });
    expect(landmarks.outlook({ age: 60, stage: null }, 6, [50])).toMatchObject({ chance: 0, late: true });
    expect(landmarks.outlook({ age: 6, stage: null }, null, [50])).toMatchObject({ chance: null, reason: 'noLimit' });
    expect(landmarks.outlook({ age: Number.NaN, stage: null }, 6, [50])).toMatchObject({
      chance: null,
      reason: 'noAge',
    });
    const none = new Landmarks({ ends: [], finished: [] }, null);
    expect(none.outlook({ age: 1, stage: 3 }, 6, [50])).toMatchObject({ chance: null, reason: 'olderThanAny' });
  });

  it('says "at least" where the last item was open before the limit', () => {
    const landmarks = new Landmarks({ ends: [5, 10, 12], finished: [1, 1, 0] }, null);
    expect(landmarks.outlook({ age: 6, stage: null }, 11, [])).toMatchObject({ chance: near(0.5), atLeast: false });
    expect(landmarks.outlook({ age: 6, stage: null }, 12, [])).toMatchObject({ atLeast: false });
    expect(landmarks.outlook({ age: 6, stage: null }, 13, [])).toMatchObject({ chance: near(0.5), atLeast: true });
    const finished = new Landmarks({ ends: [5, 10], finished: [1, 1] }, null);
    expect(finished.outlook({ age: 6, stage: null }, 13, [])).toMatchObject({ chance: 1, atLeast: false });
    const open = new Landmarks({ ends: [5, 10], finished: [0, 0] }, null);
    expect(open.outlook({ age: 6, stage: null }, 13, [50])).toMatchObject({
      chance: 0,
      atLeast: true,
      remaining: [null],
    });
  });
});

describe('the stage', () => {
  it('has r items beside the five of all', () => {
    // Of ten items that lasted 2, those of stage 1 (two of them) end at 4 and 20, the others from 11 to 18.
    const ends = [4, 20, 11, 12, 13, 14, 15, 16, 17, 18];
    const visits = [visit(0, 1, 0, 4), visit(1, 1, 0, 20), ...ends.slice(2).map((end, at) => visit(at + 2, 2, 0, end))];
    const landmarks = new Landmarks({ ends, finished: ends.map(() => 1) }, visitColumns(visits));
    // Of the stage ½ lasts longer than 10, of all 9 ÷ 10: (2 × ½ + 5 × 0.9) ÷ 7 = 5.5 ÷ 7.
    expect(landmarks.outlook({ age: 2, stage: 1 }, 10, [])).toMatchObject({
      chance: near(1 - 5.5 / 7),
      items: 10,
      stageItems: 2,
    });
    expect(landmarks.outlook({ age: 2, stage: 9 }, 10, [])).toMatchObject({ chance: near(0.1), stageItems: 0 });
    expect(landmarks.outlook({ age: 2, stage: null }, 10, [])).toMatchObject({ chance: near(0.1), stageItems: 0 });
  });

  it('is the one of the visit that holds the age, start included, end not', () => {
    const visits = visitColumns([visit(0, 1, 0, 3), visit(0, 2, 3, 8)]);
    const landmarks = new Landmarks({ ends: [8], finished: [1] }, visits);
    const stageItems = (age: number, stage: number) => landmarks.outlook({ age, stage }, 99, []).stageItems;
    expect([stageItems(2.9, 1), stageItems(3, 1), stageItems(3, 2)]).toEqual([1, 0, 1]);
  });

  it('is that of the visit in which the clock stood still, where it did', () => {
    const visits = visitColumns([visit(0, 1, 0, 3, { endsStill: true }), visit(0, 2, 3, 8, { startsStill: true })]);
    const landmarks = new Landmarks({ ends: [8], finished: [1] }, visits);
    const stageItems = (age: number, stage: number) => landmarks.outlook({ age, stage }, 99, []).stageItems;
    expect([stageItems(3, 1), stageItems(3, 2), stageItems(3.1, 2)]).toEqual([1, 0, 1]);
  });
});

describe('against the definitions, item by item', () => {
  const age = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.double({ min: 0, max: 12, noNaN: true }));
  const life = fc.record({ end: age, finished: fc.boolean(), entry: fc.oneof(fc.constant(0), age) });
  const spans = fc.array(
    fc.record({
      item: fc.nat({ max: 39 }),
      stage: fc.nat({ max: 2 }),
      from: age,
      to: age,
      startsStill: fc.boolean(),
      endsStill: fc.boolean(),
    }),
    { maxLength: 60 },
  );

  it('answers the same whatever was asked before', () => {
    fc.assert(
      fc.property(
        fc.array(life, { minLength: 1, maxLength: 60 }),
        spans,
        fc.array(age, { maxLength: 8 }),
        (lives, all, ages) => {
          const visits = visitColumns(all.filter(({ item }) => item < lives.length));
          const asked = new Landmarks(columns(lives), visits);
          for (const one of ages) {
            const alone = new Landmarks(columns(lives), visits);
            const stage = ages.indexOf(one) % 3;
            expect(asked.outlook({ age: one, stage }, 9, [50, 85])).toEqual(
              alone.outlook({ age: one, stage }, 9, [50, 85]),
            );
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each([true, false])('chance and remaining time are the same (entries: %s)', (late) => {
    fc.assert(
      fc.property(fc.array(life, { minLength: 1, maxLength: 40 }), spans, age, age, (items, all, a, limit) => {
        const lives: Life[] = late ? items : items.map((one) => ({ ...one, entry: 0 }));
        const visits = all.filter(({ item }) => item < lives.length);
        const landmarks = new Landmarks(columns(lives), visitColumns(visits));
        const outlook = landmarks.outlook({ age: a, stage: 1 }, limit, [50, 85]);
        const known = lives.filter(({ end, entry }) => entry <= a && a < end).map((one) => ({ ...one, entry: 0 }));
        const own = visits
          .filter(({ stage, from, to, startsStill, endsStill }) => {
            const started = from < a || (from === a && !startsStill);
            return stage === 1 && started && (a < to || (a === to && endsStill));
          })
          .map(({ item }) => lives[item] as Life)
          .filter(({ end, entry }) => entry <= a && a < end)
          .map((one) => ({ ...one, entry: 0 }));
        const beyond = (t: number) => {
          const shares = [plainSurvival(own, t).share, plainSurvival(known, t).share] as const;
          return (own.length * shares[0] + 5 * shares[1]) / (own.length + 5);
        };
        expect(outlook).toMatchObject({ items: known.length, stageItems: own.length, late: a >= limit });
        if (known.length === 0) {
          expect(outlook.reason).toBe('olderThanAny');
          return;
        }
        expect(outlook.chance).toEqual(a >= limit ? 0 : near(1 - beyond(limit), 9));
        for (const [at, rest] of [0.5, 0.15].entries()) {
          const times = known.filter(({ finished }) => finished).map(({ end }) => end);
          const sorted = [...new Set(times)].sort((one, other) => one - other);
          const first = sorted.findIndex((time) => beyond(time) <= rest + 1e-9);
          const found = outlook.remaining[at] as number | null;
          if (first < 0) {
            expect(found).toBeNull();
            continue;
          }
          const flat = Math.abs(beyond(sorted[first] as number) - rest) <= 1e-9 && first + 1 < sorted.length;
          const value = flat
            ? ((sorted[first] as number) + (sorted[first + 1] as number)) / 2
            : (sorted[first] as number);
          expect(found).toEqual(near(value - a, 9));
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('expected misses', () => {
  it('are what the chances lack, unknown ones apart', () => {
    expect(expectedMisses([0.9, 0, null, 0.5])).toEqual({ misses: near(1.6), unknown: 1 });
    expect(expectedMisses([])).toEqual({ misses: 0, unknown: 0 });
  });
});

describe('ten thousand items', () => {
  it('are answered in a moment', () => {
    const count = 10_000;
    const ends = Float64Array.from({ length: count }, (_, item) => ((item * 7919) % 10_007) / 100 + 0.5);
    const finished = Uint8Array.from({ length: count }, (_, item) => (item % 5 === 0 ? 0 : 1));
    const visits = { items: [] as number[], stages: [] as number[], from: [] as number[], to: [] as number[] };
    for (let item = 0; item < count; item++) {
      for (let stage = 0; stage < 4; stage++) {
        visits.items.push(item);
        visits.stages.push(stage);
        visits.from.push(((ends[item] as number) * stage) / 4);
        visits.to.push(((ends[item] as number) * (stage + 1)) / 4);
      }
    }
    const start = process.cpuUsage();
    const landmarks = new Landmarks({ ends, finished }, visits);
    for (let item = 0; item < count; item += 5)
      landmarks.outlook({ age: ends[item] as number, stage: 3 }, 60, [50, 85]);
    // Of the processor, not of the clock: other work shares the machine.
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(1000);
  });
});
