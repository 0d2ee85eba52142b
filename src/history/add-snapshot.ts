import type { SnapshotLine } from '../contract/statistics/history-schema.ts';
import type { SnapshotChange } from '../contract/statistics/snapshot-schema.ts';
import { changedNumbers, saysTheSame } from './differences.ts';
import { type HeldLine, type History, held, keyOf, ordered } from './history.ts';
import { byDefinition, currentVersion, restatedBy } from './versions.ts';

/** A line of this run. */
export interface TakenLine {
  line: SnapshotLine;
  /** `told`: this very period was asked for; `asked`; `again`: the history holds it, and it was looked at again. */
  why: 'told' | 'asked' | 'again';
}

/** What became of a history. */
export interface Addition {
  history: History;
  /** False if it is what it was, to the byte. */
  changed: boolean;
  changes: SnapshotChange[];
}

/**
 * Adds lines to a history. A line that is there already is restated if it says something else now, and stays if not.
 * @param history null if there is none yet
 */
export function addSnapshot(history: History | null, taken: readonly TakenLine[], file: string): Addition {
  const lines = new Map<string, HeldLine>(history?.lines.map((one) => [keyOf(one.line), one]));
  const changes: SnapshotChange[] = [];
  for (const one of taken) {
    const known = lines.get(keyOf(one.line));
    const { change, line } = known === undefined ? added(one.line, lines.values()) : compared(known.line, one);
    if (change !== null) changes.push(change);
    if (line !== null) lines.set(keyOf(line), held(line));
  }
  const changed = changes.some(({ what }) => what === 'added' || what === 'restated');
  return { history: { file, lines: changed ? ordered(lines.values()) : (history?.lines ?? []) }, changed, changes };
}

interface Result {
  change: SnapshotChange | null;
  /** What to write; null: nothing. */
  line: SnapshotLine | null;
}

function added(line: SnapshotLine, lines: Iterable<HeldLine>): Result {
  const others = [...lines]
    .map((one) => one.line)
    .filter(({ period, series }) => {
      return series === line.series && period.start === line.period.start && period.end === line.period.end;
    });
  const [latest] = others.sort((a, b) => (a.asOf < b.asOf ? 1 : a.asOf > b.asOf ? -1 : 0));
  if (latest === undefined) return { line, change: changeOf(line, 'added', null, []) };
  const restated = { ...line, restated: [byDefinition(latest, line)] };
  const changed = changedNumbers(currentVersion(latest), currentVersion(line));
  return { line: restated, change: changeOf(line, 'added', 'definition', changed) };
}

function compared(known: SnapshotLine, { line, why }: TakenLine): Result {
  const [old, now] = [currentVersion(known), currentVersion(line)];
  if (saysTheSame(old, now)) {
    return { line: null, change: why === 'again' ? null : changeOf(known, 'unchanged', null, []) };
  }
  const changed = changedNumbers(old, now);
  if (why !== 'told' && holdsLess(line, known)) return { line: null, change: changeOf(known, 'kept', null, changed) };
  return {
    line: restatedBy({ ...known, board: line.board }, now),
    change: changeOf(line, 'restated', 'data', changed),
  };
}

/** Whether the input lacks items, or a time, that a line was taken from: an older or a cut export is no news of the past. */
function holdsLess({ asOf, board }: SnapshotLine, known: SnapshotLine): boolean {
  return asOf < known.asOf || board.items < known.board.items || board.from > known.board.from;
}

function changeOf(
  { durations, period, points }: SnapshotLine,
  what: SnapshotChange['what'],
  cause: SnapshotChange['cause'],
  changed: SnapshotChange['changed'],
): SnapshotChange {
  return {
    period,
    what,
    cause,
    finished: points.throughput,
    cycleTimeMedianDays: medianOf(durations),
    wip: points.wip,
    changed,
  };
}

/** Of numbers that ascend; null without any. */
function medianOf(ascending: readonly number[]): number | null {
  const middle = ascending.length / 2;
  const [low, high] = [ascending[Math.ceil(middle) - 1], ascending[Math.floor(middle)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
