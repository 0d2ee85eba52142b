import type { SnapshotChange } from '../contract/statistics/snapshot-schema.ts';
import { type PathStep, pathText } from '../model/statistics/check.ts';
import type { Version } from './versions.ts';

/** Sums of the same numbers in another order differ by less. */
const TOLERANCE = 1e-9;

type Changed = SnapshotChange['changed'];

/** The numbers that one version has otherwise than another, by their paths, in the order of the later one. */
export function changedNumbers(from: Version, to: Version): Changed {
  return [...differences(from.figures, to.figures, []), ...differences(from.points, to.points, [{ key: 'points' }])];
}

/** Whether two versions say the same of their period. */
export function saysTheSame(from: Version, to: Version): boolean {
  return (
    changedNumbers(from, to).length === 0 &&
    sameNumbers(from.durations, to.durations) &&
    (['created', 'started', 'finished', 'dropped'] as const).every((key) => {
      return sameNumbers(from.daily[key] ?? [], to.daily[key] ?? []);
    })
  );
}

function sameNumbers(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, at) => isSame(value, b[at] as number));
}

function isSame(a: number | null, b: number | null): boolean {
  if (a === null || b === null) return a === b;
  return Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a), Math.abs(b));
}

function differences(from: unknown, to: unknown, path: readonly PathStep[]): Changed {
  const [before, after] = [numbersIn(from, path), numbersIn(to, path)];
  const paths = [...new Set([...after.keys(), ...before.keys()])];
  return paths
    .map((key) => ({ path: key, from: before.get(key) ?? null, to: after.get(key) ?? null }))
    .filter(({ from: old, to: now }) => !isSame(old, now));
}

/** Every number in a value, by its path; entries of a list by their first value, as in a check. */
function numbersIn(value: unknown, path: readonly PathStep[], found = new Map<string, number>()): Map<string, number> {
  if (typeof value === 'number') found.set(pathText(path), value);
  else if (Array.isArray(value)) {
    const names = value.map(nameOf);
    for (const [at, entry] of value.entries()) {
      const name = names[at] as string;
      // Of several of one name the place tells them apart.
      const own = names.indexOf(name) === at ? name : `${name} ${at + 1}`;
      numbersIn(entry, [...path, { entry: own }], found);
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) numbersIn(inner, [...path, { key }], found);
  }
  return found;
}

function nameOf(entry: unknown, at: number): string {
  if (typeof entry !== 'object' || entry === null) return String(at + 1);
  const [first] = Object.values(entry);
  return typeof first === 'string' ? first : String(at + 1);
}
