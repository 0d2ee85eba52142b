import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addSnapshot } from '../../src/history/add-snapshot.ts';
import { held } from '../../src/history/history.ts';
import { versionsOf } from '../../src/history/versions.ts';
import { type History, historyText, mergeHistories, readHistory, type SnapshotLine } from '../../src/index.ts';
import { lineOf, type Told, textOf } from './line.ts';

const historyOf = (...lines: SnapshotLine[]): History => ({ file: 'flow.ndjson', lines: lines.map(held) });
const merge = (...histories: History[]) => mergeHistories(histories, 'flow.ndjson');

/** Runs of jobs, one after another: few weeks and few instants, so that they meet. */
const runs = fc.array(
  fc.record({
    week: fc.integer({ min: 0, max: 2 }),
    asOf: fc.constantFrom('2026-02-01', '2026-02-02', '2026-02-03').map((date) => `${date}T06:00:00.000Z`),
    finished: fc.integer({ min: 0, max: 3 }),
    fingerprint: fc.constantFrom('a', 'b').map((digit) => digit.repeat(16)),
    more: fc.constantFrom({}, { later: 1 }, { later: 2 }, { other: [] }),
  }),
  { maxLength: 6 },
);

function historyAfter(told: readonly Told[]): History {
  let history: History | null = null;
  for (const one of told) history = addSnapshot(history, [{ line: lineOf(one), why: 'told' }], 'flow.ndjson').history;
  return history ?? historyOf();
}

describe('histories put together', () => {
  it('are all lines of both', async () => {
    const both = await merge(
      historyOf(lineOf({ week: 1 })),
      historyOf(lineOf({ week: 0 }), lineOf({ series: 'other' })),
    );
    expect(await historyText(both)).toBe(textOf(lineOf({ week: 0 }), lineOf({ week: 1 }), lineOf({ series: 'other' })));
  });

  it('keep both of two that say different things of one period: the one seen later counts', async () => {
    const [early, late] = ['2026-02-01T06:00:00.000Z', '2026-02-02T06:00:00.000Z'];
    const a = historyOf(lineOf({ asOf: late, finished: 3 }));
    const b = historyOf(lineOf({ asOf: early, finished: 2 }));
    for (const both of [await merge(a, b), await merge(b, a)]) {
      const { line } = both.lines[0] as { line: SnapshotLine };
      expect(line.durations).toEqual([1, 2, 3]);
      expect(line.restated).toMatchObject([
        { at: late, cause: 'data', from: { asOf: early, points: { throughput: 2 } } },
      ]);
    }
  });

  it('have the first version of all, however they came by their own', async () => {
    const day = (date: number) => `2026-02-0${date}T06:00:00.000Z`;
    const a = historyAfter([1, 3].map((date) => ({ asOf: day(date), finished: date })));
    const b = historyAfter([1, 2].map((date) => ({ asOf: day(date), finished: date })));
    const [one] = (await merge(b, a)).lines;
    expect(versionsOf(one?.line as SnapshotLine).map(({ asOf }) => asOf)).toEqual([day(1), day(2), day(3)]);
  });

  it('can be read again, and do not depend on the order, on the grouping or on how often', async () => {
    await fc.assert(
      fc.asyncProperty(runs, runs, runs, async (first, second, third) => {
        const [a, b, c] = [historyAfter(first), historyAfter(second), historyAfter(third)];
        const text = async (...histories: History[]) => historyText(await merge(...histories));
        const ab = await merge(a, b);
        expect(await text(b, a)).toBe(await historyText(ab));
        expect(await text(ab, c)).toBe(await text(a, await merge(b, c)));
        expect(await text(a, a)).toBe(await historyText(a));
        expect(await text(ab, b)).toBe(await historyText(ab));
        if (ab.lines.length > 0) {
          const read = await readHistory(await historyText(ab), 'flow.ndjson');
          expect(await text(read, a)).toBe(await historyText(ab));
        }
      }),
    );
  });

  it('lose no version', async () => {
    const said = ({ lines }: History) =>
      lines.flatMap(({ line }) =>
        versionsOf(line).map(({ asOf, points }) =>
          [line.period.start, line.fingerprint, asOf, points.throughput].join(' '),
        ),
      );
    await fc.assert(
      fc.asyncProperty(runs, runs, async (first, second) => {
        const [a, b] = [historyAfter(first), historyAfter(second)];
        expect(new Set(said(await merge(a, b)))).toEqual(new Set([...said(a), ...said(b)]));
      }),
    );
  });

  it('of two boards under one name are refused', async () => {
    const sample = (from: number) => Array.from({ length: 8 }, (_, at) => String(from + at).padStart(8, '0'));
    const a = historyOf(lineOf({ sample: sample(0) }));
    const b = historyOf(lineOf({ sample: sample(8), finished: 3 }));
    await expect(merge(a, b)).rejects.toThrow('the series `default` is about another board');
    // One item in common is enough, and few items prove nothing.
    await expect(merge(a, historyOf(lineOf({ sample: sample(7), finished: 3 })))).resolves.toBeDefined();
    await expect(
      merge(historyOf(lineOf({ sample: ['x'] })), historyOf(lineOf({ sample: ['y'], finished: 3 }))),
    ).resolves.toBeDefined();
  });
});
