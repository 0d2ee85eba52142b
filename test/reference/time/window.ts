import type { Facts, ReferenceSettings, Unit } from '../types.ts';
import { periodStart } from './periods.ts';
import { addDays, isDate, localDateOf, startOfDate } from './zone.ts';

/** The window of definitions §1. */

export interface Window {
  from: number;
  to: number;
}

const UNITS: Record<string, Unit> = { d: 'day', w: 'week', m: 'month' };

/** The start of the whole periods before the one that holds asOf. */
function startOfLast(last: string, asOf: number, zone: string): number {
  const [, count, letter] = /^(\d+)\s*([dwm])$/.exec(last)!;
  const unit = UNITS[letter!]!;
  let date = periodStart(localDateOf(asOf, zone), unit, null);
  for (let passed = 0; passed < Number(count); passed += 1) date = periodStart(addDays(date, -1), unit, null);
  return startOfDate(date, zone);
}

function defaultStart(facts: Facts[], asOf: number): number {
  const startsAndEnds = facts.flatMap(({ started, open, end }) => [
    ...(started === null ? [] : [started]),
    ...(open ? [] : [end]),
  ]);
  const creations = facts.map(({ timeline }) => timeline.created);
  const known = (list: number[]) => list.filter((instant) => !Number.isNaN(instant));
  const instants = known(startsAndEnds).length > 0 ? known(startsAndEnds) : known(creations);
  return instants.reduce((earliest, instant) => Math.min(earliest, instant), asOf);
}

export function windowOf(facts: Facts[], settings: ReferenceSettings, asOf: number): Window {
  const to = Math.min(settings.to ?? Infinity, asOf + 1);
  if (settings.from !== null) return { from: settings.from, to };
  if (settings.last !== null) return { from: startOfLast(settings.last, asOf, settings.timeZone), to };
  return { from: defaultStart(facts, asOf), to };
}

export function inWindow(instant: number, { from, to }: Window): boolean {
  return from <= instant && instant < to;
}

/** The ends of the local days of the window: the next local midnight, or `to` on the last one. */
export function dayEnds({ from, to }: Window, zone: string): { date: string; end: number }[] {
  const days = [];
  const last = localDateOf(to - 1, zone);
  for (let date = localDateOf(from, zone); date <= last; date = addDays(date, 1)) {
    if (!isDate(date, zone)) continue;
    days.push({ date, end: date === last ? to : startOfDate(addDays(date, 1), zone) });
  }
  return days;
}
