import type { Axis, ChartUnit } from '../../model/document/chart.ts';
import { DAY_MS } from '../../model/time/units.ts';
import { dayOfDate, zoneOf } from '../../model/time/zone.ts';

/** An instant's place on a time axis: the wall clock of the zone. */
export function wallClock(timeZone: string): (instant: string) => number {
  const zone = zoneOf(timeZone);
  return (instant) => zone.localOf(Date.parse(instant));
}

/** A local date's place on a time axis: its midnight. */
export function placeOfDate(date: string): number {
  return dayOfDate(date) * DAY_MS;
}

/** The least and the most of some numbers; there may be more than a call takes arguments. Null without any. */
function extentOf(values: Iterable<number | null>): { least: number; most: number } | null {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value === null) continue;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return least > most ? null : { least, most };
}

/** An axis of time, from the midnight before the first place to the one after the last. */
export function timeAxis(label: string, places: Iterable<number>): Axis {
  const { least, most } = extentOf(places) ?? { least: 0, most: 0 };
  const from = Math.floor(least / DAY_MS) * DAY_MS;
  const to = Math.max(from + DAY_MS, Math.ceil(most / DAY_MS) * DAY_MS);
  return { label, unit: 'date', currency: null, scale: 'time', offersLog: false, from, to, columns: [] };
}

/** An axis of whole days: the last one included. */
export function daysAxisOf(days: readonly { date: string }[]): Axis {
  const places = days.map(({ date }) => placeOfDate(date));
  return timeAxis('Day', [...places, (places.at(-1) ?? 0) + DAY_MS]);
}

/**
 * An axis of amounts, which begins at 0: a bar or a distance from the axis then means what it seems to.
 * @param values everything that must fit
 */
export function amountAxis(
  label: string,
  unit: ChartUnit,
  values: Iterable<number | null>,
  currency: string | null = null,
): Axis {
  const most = extentOf(values)?.most ?? 0;
  const to = most > 0 ? most : 1;
  return { label, unit, currency, scale: 'linear', offersLog: false, from: 0, to, columns: [] };
}

/** An axis of days that may be logarithmic: it then begins at the smallest duration above 0. */
export function daysAxis(label: string, values: readonly (number | null)[], log: boolean): Axis {
  const linear: Axis = { ...amountAxis(label, 'days', values), offersLog: true };
  if (!log) return linear;
  const least = extentOf(values.filter((value) => (value ?? 0) > 0))?.least ?? linear.to / 10;
  // One decade at least, so that a single value has an axis.
  return { ...linear, scale: 'log', from: Math.min(least, linear.to / 10) };
}

/** An axis of named columns. */
export function columnsAxis(label: string, columns: readonly string[]): Axis {
  const to = Math.max(1, columns.length) - 0.5;
  return { label, unit: 'text', currency: null, scale: 'columns', offersLog: false, from: -0.5, to, columns };
}
