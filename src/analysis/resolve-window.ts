import { PitwallError } from '../model/errors.ts';
import type { ItemFacts } from '../model/item-facts.ts';
import type { Settings } from '../model/settings.ts';
import { monthStart, weekStart } from '../model/time/calendar-days.ts';
import type { Window } from '../model/time/window.ts';
import { dayOfDate, type Zone } from '../model/time/zone.ts';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** An instant, or a local date's midnight. */
export function momentOf(text: string, zone: Zone): number {
  return DATE.test(text) ? zone.startOfDay(dayOfDate(text)) : Date.parse(text);
}

/** The instant to look from that was asked for; a date means its last millisecond. */
export function asOfOption(text: string, zone: Zone): number {
  return DATE.test(text) ? zone.startOfDay(dayOfDate(text) + 1) - 1 : Date.parse(text);
}

/**
 * The window [from, to): what was asked for, or from the earliest start or end of any item (the earliest creation if
 * none did) to asOf, which counts.
 *
 * @param first what is earlier is far from all other dates, and is no start of the window unless nothing else is
 */
export function resolveWindow(settings: Settings, zone: Zone, asOf: number, facts: ItemFacts, first: number): Window {
  if (Number.isNaN(asOf)) return { from: Number.NaN, to: Number.NaN };
  const to = Math.min(asOf + 1, settings.to === null ? asOf + 1 : momentOf(settings.to, zone));
  if (settings.from !== null || settings.last !== null) {
    const from =
      settings.from === null ? startOfLast(settings.last as string, zone, asOf) : momentOf(settings.from, zone);
    if (from >= to) {
      throw new PitwallError(
        'empty-window',
        `the window would start at ${new Date(from).toISOString()}, when it is over: it ends at ${new Date(to).toISOString()}`,
        settings.from === null ? '--last' : '--from',
        'Choose an earlier --from, or a later --to or --as-of',
      );
    }
    return { from, to };
  }
  const begin = firstEvent(facts, first);
  if (settings.to !== null && to <= begin && begin !== Number.POSITIVE_INFINITY) {
    throw new PitwallError(
      'empty-window',
      `the window would end at ${new Date(to).toISOString()}, before the first start or end (or creation, if there is neither): that is at ${new Date(begin).toISOString()}`,
      '--to',
      'Choose a later --to',
    );
  }
  return { from: Math.min(begin, to), to };
}

/** The earliest start or end, else creation, from an instant on; the earliest of all where there is none. */
function firstEvent(
  { created, ended, started }: Pick<ItemFacts, 'created' | 'ended' | 'started'>,
  from: number,
): number {
  const never = Number.POSITIVE_INFINITY;
  for (const columns of [[started, ended], [created]]) {
    const first = columns.reduce((known, column) => earliest(column, from, known), never);
    if (first !== never) return first;
  }
  return from === Number.NEGATIVE_INFINITY ? never : firstEvent({ created, ended, started }, Number.NEGATIVE_INFINITY);
}

function earliest(instants: Float64Array, from: number, known: number): number {
  let first = known;
  for (const instant of instants) if (instant < first && instant >= from) first = instant;
  return first;
}

/** The start of the whole days, weeks or months before the one that holds asOf. */
function startOfLast(last: string, zone: Zone, asOf: number): number {
  const count = Number(last.slice(0, -1));
  const today = zone.dayOf(asOf);
  switch (last.at(-1)) {
    case 'd':
      return zone.startOfDay(today - count);
    case 'w':
      return zone.startOfDay(weekStart(today) - 7 * count);
    default:
      return zone.startOfDay(monthStart(today, -count));
  }
}
