import type { Restatement, SnapshotLine } from '../contract/statistics/history-schema.ts';
import { canonicalJson } from '../model/canonical-json.ts';
import { PitwallError } from '../model/errors.ts';
import { compare, type HeldLine, type History, held, keyOf, LINE_KEYS, ordered } from './history.ts';
import { lineOf, type Version, versionsOf, versionText } from './versions.ts';

/**
 * All lines of several histories. Where two say different things of the same period by the same definitions, what was
 * seen last counts, and the other is kept as what it said before. Neither the order of the histories nor how they are
 * grouped matters.
 * @throws PitwallError `another-board` if two series of one name are plainly about two boards
 */
export function mergeHistories(histories: readonly History[], file: string): History {
  const lines = new Map<string, HeldLine>();
  for (const history of histories) {
    for (const one of history.lines) {
      const key = keyOf(one.line);
      const known = lines.get(key);
      lines.set(key, known === undefined ? one : merged(known, one));
    }
  }
  return { file, lines: ordered(lines.values()) };
}

function merged(a: HeldLine, b: HeldLine): HeldLine {
  if (a.text === b.text) return a;
  if (isOtherBoard(a.line.board, b.line.board)) throw otherBoard(a.line.series, null);
  const versions = new Map<string, Version>();
  for (const version of [...versionsOf(a.line), ...versionsOf(b.line)]) versions.set(versionText(version), version);
  const inTime = [...versions].sort(([textA, one], [textB, other]) => {
    return compare(one.asOf, other.asOf) || compare(textA, textB);
  });
  const definitions = new Map<string, Restatement>();
  for (const one of [...a.line.restated, ...b.line.restated])
    if (one.cause === 'definition') definitions.set(canonicalJson(one), one);
  const line = lineOf(
    withKeysOf(a.line, b.line),
    inTime.map(([, version]) => version),
    [...definitions.values()],
  );
  return held(line);
}

/** Both lines' keys, known or not; of two values of a key the one whose text comes last. */
function withKeysOf(a: SnapshotLine, b: SnapshotLine): SnapshotLine {
  const values = new Map<string, unknown>(Object.entries(a));
  for (const [key, value] of Object.entries(b)) {
    if (!values.has(key) || compare(canonicalJson(values.get(key)), canonicalJson(value)) < 0) values.set(key, value);
  }
  const own = [...values.keys()].filter((key) => !LINE_KEYS.includes(key)).sort();
  return Object.fromEntries([...LINE_KEYS, ...own].map((key) => [key, values.get(key)])) as SnapshotLine;
}

const ENOUGH = 8;

/** Whether two samples of items, of one instant, cannot be of one board: enough of them, and none in common. */
export function isOtherBoard(a: SnapshotLine['board'], b: SnapshotLine['board']): boolean {
  if (Math.max(a.sample.length, b.sample.length) < ENOUGH || a.sample.length === 0 || b.sample.length === 0)
    return false;
  const known = new Set(a.sample);
  return !b.sample.some((hash) => known.has(hash));
}

export function otherBoard(series: string, file: string | null): PitwallError {
  return new PitwallError(
    'another-board',
    `the series \`${series}\` is about another board: not one of its items is in this export`,
    file,
    'Give this board a series of its own, such as --series web-team',
  );
}
