import { decimals, negative } from './number-format.ts';

/** The one unit of a column of durations. */
export type DurationUnit = 'd' | 'h' | 'min' | 's';

/** How many of each make a day, the largest first. */
const UNITS: readonly [unit: DurationUnit, perDay: number][] = [
  ['d', 1],
  ['h', 24],
  ['min', 1440],
  ['s', 86_400],
];

/**
 * The units of a table's columns of durations. One for all of them, if it gives the typical duration of each column one to
 * three digits before the point; else each its own: the largest that does, or the nearest to it.
 * @param columns the durations of each column, in days
 */
export function durationUnits(columns: readonly (readonly number[])[]): DurationUnit[] {
  const typical = columns.map(typicalOf);
  const known = typical.filter((days) => days !== null);
  const shared = UNITS.find(([, perDay]) => known.every((days) => fits(days * perDay)));
  return typical.map((days) => (shared ?? unitOf(days))[0]);
}

function fits(amount: number): boolean {
  return amount >= 1 && amount < 1000;
}

/** Of a column in which nothing takes time, days. */
function unitOf(typical: number | null): (typeof UNITS)[number] {
  return (
    UNITS.find(([, perDay]) => typical === null || typical * perDay >= 1) ?? (UNITS.at(-1) as (typeof UNITS)[number])
  );
}

/** The median of those that are not 0; null if there are none. */
function typicalOf(days: readonly number[]): number | null {
  const sizes = days
    .map(Math.abs)
    .filter((size) => size > 0)
    .sort((a, b) => a - b);
  const half = sizes.length >> 1;
  const [below, above] = [sizes[half - 1] as number, sizes[half] as number];
  if (sizes.length === 0) return null;
  return sizes.length % 2 === 1 ? above : (below + above) / 2;
}

/** Days in a unit, with at most one decimal: `3.2 d`, `0.4 h`, `<0.1 d`. */
export function durationIn(unit: DurationUnit, days: number): string {
  if (days < 0) return negative(durationIn(unit, -days));
  const [, perDay] = UNITS.find(([name]) => name === unit) as (typeof UNITS)[number];
  const value = days * perDay;
  if (value === 0) return `0 ${unit}`;
  return value < 0.05 ? `<0.1 ${unit}` : `${decimals(value, 1)} ${unit}`;
}
