import { describe, expect, it } from 'vitest';
import { noteLaterThanRun } from '../../src/analysis/findings/rows-after-as-of.ts';
import { type AnalyzeOptions, open } from '../../src/index.ts';
import { readText } from '../ingest/read-text.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const START = Date.UTC(2026, 2, 2);

/** Items that start on 2 March and finish so many milliseconds later. */
async function findingsOf(finishes: readonly number[], options: AnalyzeOptions = {}) {
  const iso = (ms: number) => new Date(START + ms).toISOString();
  const rows = finishes.flatMap((at, item) => [`${item},Writing,${iso(0)}`, `${item},Done,${iso(at)}`]);
  const data = ['id,to,at', ...rows].join('\n');
  return (await open({ name: 'log.csv', data }, options)).report().findings;
}

async function bulkEdits(finishes: readonly number[]) {
  const finding = (await findingsOf(finishes)).find(({ code }) => code === 'bulk-edit');
  return finding?.examples.map(({ value }) => value) ?? [];
}

/** So many finishes, evenly from one instant to another, both included. */
const spread = (count: number, from: number, to: number) =>
  Array.from({ length: count }, (_, place) => from + Math.floor((place * (to - from)) / (count - 1)));

describe('a bulk edit', () => {
  it('is more than 20 finishes within a minute: exactly one, and not a millisecond more', async () => {
    expect(await bulkEdits(spread(21, DAY, DAY + MINUTE))).toEqual(['21 items at 2026-03-03T00:00:00.000Z']);
    expect(await bulkEdits(spread(21, DAY, DAY + MINUTE + 1))).toEqual([]);
    expect(await bulkEdits(spread(20, DAY, DAY + MINUTE))).toEqual([]);
    // 20 and one more at a minute and a millisecond: of those within any minute there are 20.
    expect(await bulkEdits([...spread(20, DAY, DAY + MINUTE), DAY + MINUTE + 1])).toEqual([]);
  });

  it('is told with all of its finishes, and each one for itself', async () => {
    const two = [...spread(25, DAY, DAY + MINUTE / 2), ...spread(22, 2 * DAY, 2 * DAY + MINUTE)];
    expect(await bulkEdits(two)).toEqual([
      '25 items at 2026-03-03T00:00:00.000Z',
      '22 items at 2026-03-04T00:00:00.000Z',
    ]);
  });
});

describe('a sparse start', () => {
  const sparse = async (finishes: readonly number[], options?: AnalyzeOptions) =>
    (await findingsOf(finishes, options)).find(({ code }) => code === 'sparse-start');
  /** The first of ten finishes on one day, the others to the 20th day. */
  const firstOn = (day: number) => [day * DAY, ...Array.from({ length: 9 }, (_, one) => (12 + one) * DAY)];

  it('is one whose first tenth of finishes takes more than half of the window', async () => {
    // The window: 20 days and a millisecond. Ten finishes: the first is the tenth.
    expect(await sparse(firstOn(10))).toBeUndefined();
    expect(await sparse([10 * DAY + 1, ...firstOn(10).slice(1)])).toBeDefined();
    expect(await sparse(firstOn(11))).toMatchObject({ message: expect.stringContaining('(to 2026-03-13)') });
    // From the 11th day to the 20th there are 9 days: 2 weeks.
    expect((await sparse(firstOn(11)))?.cure).toBe('Look at --last 2w');
  });

  it('is not told of fewer than ten finishes, or where the window was asked for', async () => {
    expect(await sparse(firstOn(11).slice(0, 9))).toBeUndefined();
    expect(await sparse(firstOn(11), { from: '2026-03-02' })).toBeUndefined();
    expect(await sparse(firstOn(11), { last: '9w' })).toBeUndefined();
  });
});

describe('rows after asOf', () => {
  const counted = async (asOf: string) => {
    const data = 'id,to,at\nA,Writing,2026-03-02\nA,Review,2026-03-04\nA,Done,2026-03-06\n';
    const { findings } = (await open({ name: 'log.csv', data }, { asOf })).report();
    const finding = findings.find(({ code }) => code === 'after-as-of');
    return finding === undefined ? null : [finding.count, finding.weight];
  };

  it('are counted: those at it are not, and where no row is left it is a warning', async () => {
    expect(await counted('2026-03-04T00:00:00Z')).toEqual([1, 'info']);
    expect(await counted('2026-03-03T23:59:59.999Z')).toEqual([2, 'info']);
    expect(await counted('2026-03-06T00:00:00Z')).toBeNull();
    expect(await counted('2026-03-01T00:00:00Z')).toEqual([3, 'warning']);
  });
});

describe('rows later than the run', () => {
  it('are those after now, up to the last that is not far from all others', async () => {
    const data = 'id,to,at\nA,Writing,2026-03-02\nA,Review,2026-03-04\nA,Done,2026-03-06\n';
    const laterThan = async (now: string, latest: string) => {
      const log = await readText(data);
      noteLaterThanRun(log, Date.parse(now), Date.parse(latest));
      return log.findings.list().map(({ code, count, examples }) => [code, count, examples[0]?.line]);
    };
    // Line 3 is of the 4th, line 4 of the 6th.
    expect(await laterThan('2026-03-03', '2026-03-06')).toEqual([['future', 2, 3]]);
    expect(await laterThan('2026-03-04', '2026-03-06')).toEqual([['future', 1, 4]]);
    expect(await laterThan('2026-03-03', '2026-03-05')).toEqual([['future', 1, 3]]);
    expect(await laterThan('2026-03-06', '2026-03-06')).toEqual([]);
  });
});

describe('dates later than the run', () => {
  it('are counted by item, where they count', async () => {
    const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const data = [
      'id,status,started,finished',
      `A,Done,${day(-30)},${day(-20)}`,
      `B,Done,${day(-30)},${day(20)}`,
      // The end of work that is under way is a plan, which counts for nothing.
      `C,Writing,${day(-30)},${day(30)}`,
    ];
    const analysis = await open({ name: 'plan.csv', data: data.join('\n') }, { input: 'milestones' });
    const found = analysis.report().findings.filter(({ code }) => code === 'future');
    expect(found.map(({ count, examples }) => [count, examples[0]?.item, examples[0]?.line])).toEqual([[1, 'B', 3]]);
  });
});

describe('an order in doubt', () => {
  /** So many items go from Review back to Writing, and so many on. */
  const doubts = async (back: number, on: number) => {
    const rows = ['id,to,at', 'x,To do,2026-03-01', 'x,Writing,2026-03-02', 'x,Review,2026-03-03', 'x,Done,2026-03-04'];
    const way = (id: string, stages: readonly string[]) =>
      stages.map((stage, day) => `${id},${stage},2026-03-${String(day + 2).padStart(2, '0')}`);
    for (let item = 0; item < back; item++) rows.push(...way(`b${item}`, ['Writing', 'Review', 'Writing']));
    for (let item = 1; item < on; item++) rows.push(...way(`f${item}`, ['Writing', 'Review', 'Done']));
    const { findings } = (await open({ name: 'log.csv', data: rows.join('\n') })).report();
    return findings.find(({ code }) => code === 'order-in-doubt')?.examples.map(({ value }) => value) ?? [];
  };

  it('is one against which ten go back, and more than go on', async () => {
    expect(await doubts(10, 9)).toEqual(['Review']);
    expect(await doubts(10, 10)).toEqual([]);
    expect(await doubts(9, 8)).toEqual([]);
  });
});
