import type { Settings } from '../model/settings.ts';
import { Calendar } from '../model/time/calendar.ts';
import type { Window } from '../model/time/window.ts';
import type { Zone } from '../model/time/zone.ts';
import type { Timelines } from '../model/timelines.ts';

/** The calendar over all that durations can be asked about; without working durations only its hours matter. */
export function calendarFor(settings: Settings, zone: Zone, timelines: Timelines, asOf: number): Calendar {
  const end = Number.isNaN(asOf) ? 0 : asOf + 1;
  const first = settings.basis === 'working' ? Math.min(end, firstInstant(timelines)) : end;
  return new Calendar(settings.calendar, zone, first, end);
}

/** The calendar over the part of the window that holds data. */
export function calendarOver(window: Window, settings: Settings, zone: Zone, timelines: Timelines): Calendar {
  const from = Math.min(window.to, Math.max(window.from, firstInstant(timelines)));
  return new Calendar(settings.calendar, zone, from, window.to);
}

/** The earliest creation or visit: visits ascend within an item. */
function firstInstant({ count, created, offsets, start }: Timelines): number {
  let first = Number.POSITIVE_INFINITY;
  for (let item = 0; item < count; item++) {
    const entered = start[offsets[item] as number] as number;
    if (offsets[item] !== offsets[item + 1] && entered < first) first = entered;
    if ((created[item] as number) < first) first = created[item] as number;
  }
  return first;
}
