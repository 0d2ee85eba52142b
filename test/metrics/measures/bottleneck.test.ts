import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bottleneck } from '../../../src/contract/bottleneck-schema.ts';
import { type AnalyzeOptions, open } from '../../../src/index.ts';
import { Random } from '../../reference/log/random.ts';

const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 5);

/** An item that waits in Queue for a review from one day to another, and is then published; days from the start. */
interface Stay {
  from: number;
  /** Infinity: it waits still. */
  to: number;
}

const WORKFLOW = [
  { stage: 'Queue', kind: 'waiting' },
  { stage: 'Review', kind: 'active' },
  { stage: 'Published', kind: 'done' },
];

async function bottleneckOf(stays: readonly Stay[], days: number, options: AnalyzeOptions = {}): Promise<Bottleneck> {
  const iso = (day: number) => new Date(Math.round(START + day * DAY)).toISOString();
  const rows = stays.flatMap(({ from, to }, index) => [
    [index, 'Queue', iso(from)],
    ...(to < days
      ? [
          [index, 'Review', iso(to)],
          [index, 'Published', iso(to)],
        ]
      : []),
  ]);
  const data = ['id,to,at', ...rows.map((row) => row.join(','))].join('\n');
  const window = { from: iso(0), asOf: iso(days), to: iso(days) };
  const analysis = await open(
    { name: 'log.csv', data },
    { ...window, configuration: { workflow: WORKFLOW }, ...options },
  );
  return analysis.metric('bottleneck').bottleneck as Bottleneck;
}

const queueOf = ({ stages }: Bottleneck) =>
  stages.find(({ stage }) => stage === 'Queue') as Bottleneck['stages'][number];

describe('a bottleneck', () => {
  it('is the stage into which more comes than goes out, week for week', async () => {
    // In each of 24 weeks three come on Monday, and two of them leave two days later.
    const weeks = Array.from({ length: 24 }, (_, week) => week * 7);
    const stays = weeks.flatMap((day) => [
      { from: day, to: day + 2 },
      { from: day, to: day + 2 },
      { from: day, to: Number.POSITIVE_INFINITY },
    ]);
    const data = await bottleneckOf(stays, 168);
    expect(data).toMatchObject({ stage: 'Queue', feeds: 'Review', parts: 24, partDays: 7 });
    // Two stages are tested: Queue, with 72 entries, and Review, with 48.
    expect(data.threshold).toBe(0.05 / 2);
    expect(queueOf(data)).toMatchObject({
      verdict: 'grows',
      entries: 72,
      exits: 48,
      growth: 24,
      load: 1.5,
      growthPerWeek: 1,
      firstHalfGrowth: 12,
      secondHalfGrowth: 12,
      chance: 2 ** -24,
      wipAtStart: 0,
      wipAtEnd: 24,
      firstHalfVisitDays: 2,
      secondHalfVisitDays: 2,
      wip: weeks.map((_, week) => week + 1),
    });
  });

  it('is none where a board was filled at first, or in a rush at the end', async () => {
    const steady = Array.from({ length: 84 }, (_, index) => ({ from: index * 2 + 0.1, to: index * 2 + 0.5 }));
    const waiting = (from: number) => ({ from, to: Number.POSITIVE_INFINITY });
    // One a week in the first half, and one in the second: 12 and 1.
    const filled = [...steady, ...Array.from({ length: 12 }, (_, week) => waiting(week * 7 + 1)), waiting(150)];
    const first = await bottleneckOf(filled, 168);
    expect(queueOf(first)).toMatchObject({ firstHalfGrowth: 12, secondHalfGrowth: 1, verdict: 'steady' });
    expect(queueOf(first).chance).toBeLessThan(0.001);
    const rush = [...steady, ...Array.from({ length: 12 }, (_, week) => waiting(84 + week * 7 + 1)), waiting(1)];
    const last = await bottleneckOf(rush, 168);
    expect(queueOf(last)).toMatchObject({ firstHalfGrowth: 1, secondHalfGrowth: 12, verdict: 'steady' });
    expect([first.stage, last.stage]).toEqual([null, null]);
  });

  it('takes 20 arrivals and 12 days', async () => {
    const growing = (count: number, days: number) =>
      Array.from({ length: count }, (_, index) => ({
        from: ((index + 0.5) * days) / count,
        to: Number.POSITIVE_INFINITY,
      }));
    expect(await bottleneckOf(growing(19, 60), 60)).toMatchObject({ stage: null, threshold: null });
    expect(await bottleneckOf(growing(20, 60), 60)).toMatchObject({ stage: 'Queue', threshold: 0.05 });
    expect(await bottleneckOf(growing(24, 12), 12)).toMatchObject({ stage: 'Queue', parts: 12, partDays: 1 });
    expect(await bottleneckOf(growing(24, 11.9), 11.9)).toMatchObject({ stage: null, parts: 0, partDays: null });
  });

  it.each([
    [12, 12],
    [13, 12],
    [60, 52],
    [83.9, 52],
    [84, 12],
    [97, 12],
    [98, 14],
    [366, 52],
    [4000, 52],
  ])('is judged over %d days in %d parts', async (days, parts) => {
    expect((await bottleneckOf([{ from: 0, to: 1 }], days)).parts).toBe(parts);
  });

  it('has as many items at the end as at the start and its growth', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.double({ min: -20, max: 99, noNaN: true }), fc.double({ min: 0, max: 60, noNaN: true })), {
          minLength: 1,
          maxLength: 30,
        }),
        async (pairs) => {
          const stays = pairs.map(([from, time]) => ({ from, to: from + time }));
          for (const row of (await bottleneckOf(stays, 100)).stages) {
            expect(row.wipAtEnd).toBe(row.wipAtStart + row.growth);
            expect(row.wip?.at(-1)).toBe(row.wipAtEnd);
            expect((row.firstHalfGrowth as number) + (row.secondHalfGrowth as number)).toBe(row.growth);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

/** Arrivals at random, `rate` a day, served one after another, each in a random time of `load` ÷ rate days on average. */
function randomQueue(random: Random, days: number, rate: number, load: number, before: number): Stay[] {
  const wait = (mean: number) => -Math.log(1 - random.next()) * mean;
  const stays: Stay[] = [];
  let free = -before;
  for (let at = -before + wait(1 / rate); at < days; at += wait(1 / rate)) {
    free = Math.max(at, free) + wait(load / rate);
    stays.push({ from: at, to: free });
  }
  return stays;
}

/** How often a bottleneck is found in so many random queues. */
async function alarms(count: number, seed: number, queue: (random: Random) => Stay[], days: number): Promise<number> {
  let found = 0;
  for (let run = 0; run < count; run++) {
    if ((await bottleneckOf(queue(new Random(seed + run)), days)).stage !== null) found++;
  }
  return found;
}

describe('random queues', () => {
  it.each([
    ['that is idle half of the time', 0.5, 0, 182],
    ['that is busy 80 % of the time', 0.8, 0, 182],
    ['that is busy 90 % of the time', 0.9, 0, 182],
    ['that is busy 95 % of the time, and was long before', 0.95, 90, 182],
    ['seen for four weeks', 0.9, 0, 28],
    ['seen for two years', 0.9, 0, 730],
  ])(
    'rarely make one of a queue %s',
    async (_, load, before, days) => {
      // The threshold allows 5 in 100.
      const found = await alarms(100, 5000, (random) => randomQueue(random, days, 0.8, load, before), days);
      expect(found).toBeLessThan(6);
    },
    60_000,
  );

  it.each([
    ['half as many again', 1.5, 182, 0.6],
    ['twice as many', 2, 182, 0.9],
    ['half as many again, for a year', 1.5, 365, 0.8],
  ])(
    'make one of a queue into which comes %s as can go out',
    async (_, load, days, least) => {
      const found = await alarms(40, 9000, (random) => randomQueue(random, days, 1.5, load, 0), days);
      expect(found / 40).toBeGreaterThanOrEqual(least);
    },
    60_000,
  );
});

describe('a tie', () => {
  const weeks = Array.from({ length: 24 }, (_, week) => week);
  const at = (week: number, more = 0) => new Date(START + (week * 7 + more) * DAY).toISOString();
  const named = async (rows: readonly string[]) => {
    const data = ['id,to,at', ...rows].join('\n');
    const window = { from: at(0), asOf: at(24), to: at(24) };
    const analysis = await open({ name: 'log.csv', data }, { ...window, configuration: { workflow: WORKFLOW } });
    return analysis.metric('bottleneck').bottleneck as Bottleneck;
  };

  it('goes to the stage that stands first in the order of the work', async () => {
    // Each week one comes to either stage, and stays.
    const rows = weeks.flatMap((week) => [`r${week},Review,${at(week)}`, `q${week},Queue,${at(week)}`]);
    const data = await named(rows);
    expect(data.stages.map(({ growth, stage, verdict }) => [stage, growth, verdict])).toEqual([
      ['Queue', 24, 'grows'],
      ['Review', 24, 'grows'],
    ]);
    expect(data.stage).toBe('Queue');
    // One more in Review, and it is that.
    expect((await named([...rows, `more,Review,${at(20)}`])).stage).toBe('Review');
  });

  it('of what a stage feeds goes to the first, too', async () => {
    const rows = weeks.flatMap((week) => [
      `stays${week},Queue,${at(week)}`,
      `p${week},Queue,${at(week)}`,
      `p${week},Published,${at(week, 1)}`,
      `r${week},Queue,${at(week)}`,
      `r${week},Review,${at(week, 2)}`,
      `r${week},Published,${at(week, 3)}`,
    ]);
    expect(await named(rows)).toMatchObject({ stage: 'Queue', feeds: 'Review' });
    expect((await named([...rows, `x,Queue,${at(1)}`, `x,Published,${at(2)}`])).feeds).toBe('Published');
  });
});
