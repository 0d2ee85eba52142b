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

/** Less than this of a unit shows one digit or none; as much as this is no longer taken in at a glance. */
const LEAST = 0.04;
const MOST = 10_000;

type UnitStep = (typeof UNITS)[number];

/**
 * The units of a table's columns of durations: the one that the typical duration of the table asks for, which is days from a
 * day upward, hours below a day, minutes below an hour. A column that cannot be read in it has its own.
 * @param columns the durations of each column, in days
 */
export function durationUnits(columns: readonly (readonly number[])[]): DurationUnit[] {
  const typical = columns.map(typicalOf);
  const shared = unitOf(typicalOf(typical.filter((days) => days !== null)));
  return columns.map((column, index) => unitOfColumn(typical[index] ?? null, largestOf(column), shared)[0]);
}

/**
 * The shared unit, or what the typical duration of the column asks for, or a larger one: the first in which both it and the
 * longest can be read. Where none is, that of the longest: better `<0.01 d` beside 178 days than 15400016 seconds.
 */
function unitOfColumn(typical: number | null, largest: number, shared: UnitStep): UnitStep {
  if (typical === null) return shared;
  const larger = UNITS.slice(0, UNITS.indexOf(unitOf(typical)) + 1).reverse();
  const readable = [shared, ...larger].find(([, perDay]) => typical * perDay >= LEAST && largest * perDay < MOST);
  return readable ?? unitOf(largest);
}

function largestOf(days: readonly number[]): number {
  return days.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

/** The largest unit of which the typical duration is one or more. Where nothing takes time, days. */
function unitOf(typical: number | null): UnitStep {
  return UNITS.find(([, perDay]) => typical === null || typical * perDay >= 1) ?? (UNITS.at(-1) as UnitStep);
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

/** Days in a unit: `3.2 d`, `0.42 h`, `14 min`, `<0.01 d`. */
export function durationIn(unit: DurationUnit, days: number): string {
  if (days < 0) return negative(durationIn(unit, -days));
  const [, perDay] = UNITS.find(([name]) => name === unit) as (typeof UNITS)[number];
  const value = days * perDay;
  if (value === 0) return `0 ${unit}`;
  if (value < 0.005) return `<0.01 ${unit}`;
  return `${decimals(value, digitsOf(unit, value))} ${unit}`;
}

/** As single durations have them: none for 10 minutes and more, two for less than one of a unit. */
function digitsOf(unit: DurationUnit, value: number): number {
  if ((unit === 'min' || unit === 's') && value >= 9.95) return 0;
  return value < 0.995 ? 2 : 1;
}
