import { describe, expect, it } from 'vitest';
import { addSnapshot, type TakenLine } from '../../src/history/add-snapshot.ts';
import { type History, held } from '../../src/history/history.ts';
import { versionsOf } from '../../src/history/versions.ts';
import type { SnapshotLine } from '../../src/index.ts';
import { lineOf } from './line.ts';

const historyOf = (...lines: SnapshotLine[]): History => ({ file: 'flow.ndjson', lines: lines.map(held) });

function add(history: History | null, line: SnapshotLine, why: TakenLine['why'] = 'asked') {
  return addSnapshot(history, [{ line, why }], 'flow.ndjson');
}

const [old, later] = ['2026-01-12T06:00:00.000Z', '2026-02-02T06:00:00.000Z'];

describe('a snapshot', () => {
  it('begins a history', () => {
    const { changed, changes, history } = add(null, lineOf());
    expect([changed, history.lines.length]).toEqual([true, 1]);
    // Two finished, after 1 and 2 days.
    expect(changes).toMatchObject([{ what: 'added', cause: null, finished: 2, cycleTimeMedianDays: 1.5, wip: 3 }]);
  });

  it('goes to its place by period, not behind what came before', () => {
    const { history } = add(historyOf(lineOf({ week: 0 }), lineOf({ week: 2 })), lineOf({ week: 1 }));
    expect(history.lines.map(({ line }) => line.period.start)).toEqual(['2026-01-05', '2026-01-12', '2026-01-19']);
  });

  it('that says the same changes nothing, whenever it was taken', () => {
    const before = historyOf(lineOf({ asOf: old }));
    const { changed, changes, history } = add(before, lineOf({ asOf: later }));
    expect(changed).toBe(false);
    expect(history.lines).toBe(before.lines);
    expect(changes).toMatchObject([{ what: 'unchanged' }]);
    // Looked at again, it is not worth a word.
    expect(add(before, lineOf({ asOf: later }), 'again').changes).toEqual([]);
  });

  it('does not take the order of a sum for another figure', () => {
    const near = lineOf({ asOf: later });
    near.points.age.medianDays = 2.5 + 1e-12;
    expect(add(historyOf(lineOf({ asOf: old })), near).changed).toBe(false);
    near.points.age.medianDays = 2.5 + 1e-6;
    expect(add(historyOf(lineOf({ asOf: old })), near).changed).toBe(true);
  });

  it('that says something else is stored, and what it said before is kept for ever', () => {
    const first = lineOf({ asOf: old, more: { later: { known: true } } });
    const once = add(historyOf(first), lineOf({ asOf: later, finished: 3 }), 'again');
    expect(once.changes).toMatchObject([{ what: 'restated', cause: 'data', finished: 3 }]);
    expect(once.changes[0]?.changed).toContainEqual({ path: 'points.throughput', from: 2, to: 3 });
    expect(once.changes[0]?.changed).toContainEqual({ path: 'cycleTime.percentilesDays.85', from: 2, to: 3 });
    const restated = once.history.lines[0]?.line as SnapshotLine;
    expect(restated).toMatchObject({ asOf: later, durations: [1, 2, 3], later: { known: true } });
    expect(restated.restated).toEqual([
      {
        at: later,
        cause: 'data',
        from: {
          asOf: old,
          inputHash: null,
          tool: first.tool,
          // What is the same is left out: work in progress.
          figures: { cycleTime: first.figures.cycleTime },
          points: {
            throughput: 2,
            netFlow: -1,
            cycleTime: first.points.cycleTime,
            flowEfficiency: first.points.flowEfficiency,
          },
          daily: first.daily,
          durations: [1, 2],
        },
      },
    ]);
    const again = add(once.history, lineOf({ asOf: '2026-03-02T06:00:00.000Z', finished: 2 }));
    const versions = versionsOf(again.history.lines[0]?.line as SnapshotLine);
    expect(versions.map(({ durations }) => durations.length)).toEqual([2, 3, 2]);
    expect(versions[0]?.figures).toEqual(first.figures);
  });

  it.each([
    ['fewer items', { items: 9 }, {}],
    ['a later beginning', {}, { from: '2026-01-02T00:00:00.000Z' }],
    ['an older asOf', { asOf: '2026-01-11T06:00:00.000Z' }, {}],
  ])('from an export with %s restates nothing, unless that very period is told', (_, told, board) => {
    const cut = lineOf({ asOf: later, finished: 1, ...told });
    Object.assign(cut.board, board);
    const before = historyOf(lineOf({ asOf: old }));
    for (const why of ['asked', 'again'] as const) {
      const { changed, changes, history } = add(before, cut, why);
      expect([changed, history.lines]).toEqual([false, before.lines]);
      expect(changes).toMatchObject([{ what: 'kept', finished: 2 }]);
    }
    expect(add(before, cut, 'told').changes).toMatchObject([{ what: 'restated', finished: 1 }]);
  });

  it('by other definitions is another line, which says what the period was by the others', () => {
    const other = lineOf({ fingerprint: 'b'.repeat(16), asOf: later, finished: 3 });
    const { changes, history } = add(historyOf(lineOf({ asOf: old })), other);
    expect(history.lines).toHaveLength(2);
    expect(changes).toMatchObject([{ what: 'added', cause: 'definition' }]);
    expect(history.lines[1]?.line.restated).toMatchObject([
      { at: later, cause: 'definition', from: { fingerprint: 'a'.repeat(16), asOf: old, points: { throughput: 2 } } },
    ]);
    expect(history.lines[0]?.line).toEqual(lineOf({ asOf: old }));
    // Another series is another board.
    const apart = add(historyOf(lineOf({ series: 'other' })), lineOf());
    expect(apart.changes).toMatchObject([{ cause: null }]);
  });
});
