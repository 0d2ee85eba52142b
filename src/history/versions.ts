import type { Restatement, SnapshotLine } from '../contract/statistics/history-schema.ts';
import { canonicalJson } from '../model/canonical-json.ts';
import { compare } from './history.ts';

type Figures = SnapshotLine['figures'];
type Value = Figures[string];

/** What a line says, or once said, of its period. */
export interface Version extends Pick<SnapshotLine, 'asOf' | 'inputHash' | 'tool' | 'daily' | 'durations'> {
  figures: Figures;
  points: Figures;
}

/** What a line says now. */
export function currentVersion({ asOf, daily, durations, figures, inputHash, points, tool }: SnapshotLine): Version {
  return { asOf, inputHash, tool, figures, points: points as Figures, daily, durations };
}

/** Everything that a line has said with its definitions, oldest first; the last is what it says now. */
export function versionsOf(line: SnapshotLine): Version[] {
  const versions = [currentVersion(line)];
  for (const { cause, from } of line.restated.toReversed()) {
    if (cause !== 'data') continue;
    const later = versions[0] as Version;
    versions.unshift({
      asOf: from.asOf,
      inputHash: from.inputHash,
      tool: from.tool,
      figures: before(from.figures, later.figures),
      points: before(from.points as Figures, later.points),
      daily: from.daily ?? later.daily,
      durations: from.durations ?? later.durations,
    });
  }
  return versions;
}

/**
 * A line that says what the last of some versions says, and that it once said the others.
 * @param versions oldest first
 * @param definitions restatements because of other definitions
 */
export function lineOf(
  line: SnapshotLine,
  versions: readonly Version[],
  definitions: readonly Restatement[],
): SnapshotLine {
  const { points, ...now } = versions.at(-1) as Version;
  const data = versions.slice(0, -1).map((version, at) => replaced(version, versions[at + 1] as Version));
  return { ...line, ...now, points: points as SnapshotLine['points'], restated: inOrder([...data, ...definitions]) };
}

/** A line that says something else from now on; what it said before that stays as it is. */
export function restatedBy(line: SnapshotLine, now: Version): SnapshotLine {
  const { points, ...values } = now;
  const restated = [...line.restated, replaced(currentVersion(line), now)];
  return { ...line, ...values, points: points as SnapshotLine['points'], restated };
}

/** What one version had otherwise than the one that replaced it. */
function replaced(version: Version, by: Version): Restatement {
  return { from: { ...headOf(version), ...changedFrom(version, by) }, at: by.asOf, cause: 'data' };
}

/** That a period said something else by other definitions. */
export function byDefinition(other: SnapshotLine, now: SnapshotLine): Restatement {
  const version = currentVersion(other);
  const from = { fingerprint: other.fingerprint, ...headOf(version), ...changedFrom(version, currentVersion(now)) };
  return { from, at: now.asOf, cause: 'definition' };
}

function headOf({ asOf, inputHash, tool }: Version) {
  return { asOf, inputHash, tool };
}

function changedFrom(version: Version, by: Version) {
  return {
    figures: changed(version.figures, by.figures),
    points: changed(version.points, by.points),
    ...(canonicalJson(version.daily) === canonicalJson(by.daily) ? {} : { daily: version.daily }),
    ...(canonicalJson(version.durations) === canonicalJson(by.durations) ? {} : { durations: version.durations }),
  };
}

/** The values of an earlier object that a later one has otherwise; null where it had none. */
function changed(earlier: Figures, later: Figures): Figures {
  const keys = [...new Set([...Object.keys(earlier), ...Object.keys(later)])];
  const entries = keys
    .filter((key) => canonicalJson(at(earlier, key)) !== canonicalJson(at(later, key)))
    .map((key): [string, Value] => [key, at(earlier, key)]);
  return Object.fromEntries(entries);
}

/** The earlier object, of what it had otherwise and the later one; what is null was not there. */
function before(otherwise: Figures, later: Figures): Figures {
  const entries = Object.entries({ ...later, ...otherwise }).filter(([, value]) => value !== null);
  return Object.fromEntries(entries);
}

function at(values: Figures, key: string): Value {
  return Object.hasOwn(values, key) ? (values[key] as Value) : null;
}

/** The text that two versions share if they are one. */
export function versionText(version: Version): string {
  const { asOf, inputHash, tool, ...values } = version;
  return canonicalJson([asOf, valuesText(values), inputHash, tool]);
}

/** The text that two versions share if they say the same, whenever they said it. */
function valuesText({
  daily,
  durations,
  figures,
  points,
}: Pick<Version, 'daily' | 'durations' | 'figures' | 'points'>): string {
  return canonicalJson([present(figures), present(points), daily, durations]);
}

function present(values: Figures): Figures {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

/** Oldest first; those by definition before those by data of one instant. */
function inOrder(restatements: readonly Restatement[]): Restatement[] {
  return [...restatements].sort(
    (a, b) => compare(a.at, b.at) || compare(b.cause, a.cause) || compare(canonicalJson(a), canonicalJson(b)),
  );
}
