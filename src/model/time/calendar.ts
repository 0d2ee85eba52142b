import { Float64Column } from '../log/columns.ts';
import { type CalendarSettings, WEEKDAYS } from '../settings.ts';
import { weekdayOf } from './calendar-days.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from './units.ts';
import { dayOfDate, type Zone } from './zone.ts';

/** Working hours of one day as minutes from its local midnight; an end past 1440 is on the next day. */
type Span = readonly [start: number, end: number];

/** The hours of `HH:MM-HH:MM`: an end before its start crosses midnight, an end equal to it is 24 hours later. */
function spanOf(hours: string): Span {
  const match = /^(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})$/.exec(hours.trim());
  if (match === null) throw new RangeError(`"${hours}" is not HH:MM-HH:MM`);
  const start = Number(match[1]) * 60 + Number(match[2]);
  const end = Number(match[3]) * 60 + Number(match[4]);
  return [start, end > start ? end : end + 1440];
}

/** Overlapping spans merged, ascending. */
function merged(spans: readonly Span[]): Span[] {
  const result: [number, number][] = [];
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}

/** Working spans of Monday (0) to Sunday (6). */
function weekOf(settings: CalendarSettings): Span[][] {
  return WEEKDAYS.map((weekday) => {
    if (!settings.days.includes(weekday)) return [];
    const hours = Array.isArray(settings.hours) ? settings.hours : (settings.hours[weekday] ?? []);
    return merged(hours.map(spanOf));
  });
}

/**
 * The working calendar over a span of time: how much working time there is between two instants, in constant time.
 *
 * Working spans are laid out once as instants, with the working time before each; an instant finds its span through
 * its local day.
 */
export class Calendar {
  /** The longest of the weekdays, in milliseconds: one working day. */
  readonly fullDayMs: number;
  readonly #zone: Zone;
  readonly #firstDay: number;
  readonly #dayCount: number;
  readonly #starts: Float64Array;
  readonly #ends: Float64Array;
  /** Working time before each span. */
  readonly #before: Float64Array;
  /** For each day, the first span that ends after the day's start. */
  readonly #firstSpan: Int32Array;
  readonly #total: number;

  /**
   * @param from earliest instant that will be asked about
   * @param to latest instant that will be asked about
   */
  constructor(settings: CalendarSettings, zone: Zone, from: number, to: number) {
    const week = weekOf(settings);
    this.fullDayMs =
      Math.max(...week.map((spans) => spans.reduce((sum, [start, end]) => sum + end - start, 0))) * MINUTE_MS;
    this.#zone = zone;
    const holidays = new Set(settings.holidays.map(dayOfDate));
    // A day before, because its hours may cross midnight.
    this.#firstDay = zone.dayOf(from) - 1;
    const lastDay = zone.dayOf(to) + 1;
    this.#dayCount = lastDay - this.#firstDay + 1;
    const starts = new Float64Column();
    const ends = new Float64Column();
    const firstSpan = new Int32Array(this.#dayCount);
    for (let day = this.#firstDay; day <= lastDay; day++) {
      if (holidays.has(day) || !zone.hasDay(day)) continue;
      for (const [startMinute, endMinute] of week[weekdayOf(day)] as Span[]) {
        let start = zone.instantOfLocal(day * DAY_MS + startMinute * MINUTE_MS);
        const end = zone.instantOfLocal(day * DAY_MS + endMinute * MINUTE_MS);
        // Yesterday's hours may reach into today's, and a clock change may make one end before it starts.
        if (ends.length > 0) start = Math.max(start, ends.at(ends.length - 1));
        if (end <= start) continue;
        starts.push(start);
        ends.push(end);
      }
    }
    this.#starts = starts.values();
    this.#ends = ends.values();
    this.#before = new Float64Array(starts.length);
    let total = 0;
    for (let span = 0; span < starts.length; span++) {
      this.#before[span] = total;
      total += ends.at(span) - starts.at(span);
    }
    this.#total = total;
    let span = 0;
    for (let index = 0; index < this.#dayCount; index++) {
      const midnight = zone.startOfDay(this.#firstDay + index);
      while (span < ends.length && ends.at(span) <= midnight) span++;
      firstSpan[index] = span;
    }
    this.#firstSpan = firstSpan;
  }

  /** Hours of a full working day. */
  get hoursPerDay(): number {
    return this.fullDayMs / HOUR_MS;
  }

  /** Working milliseconds between two instants of the calendar's range; NaN if either is unknown. */
  between(from: number, to: number): number {
    if (to > from) return this.before(to) - this.before(from);
    return to <= from ? 0 : Number.NaN;
  }

  /** Working milliseconds before an instant, counted from the start of the range: the instant on a clock that only work moves. */
  before(instant: number): number {
    const index = this.#zone.dayOf(instant) - this.#firstDay;
    if (index < 0) return 0;
    if (index >= this.#dayCount) return this.#total;
    let span = this.#firstSpan[index] as number;
    while (span < this.#ends.length && (this.#ends[span] as number) <= instant) span++;
    if (span === this.#ends.length) return this.#total;
    return (this.#before[span] as number) + Math.max(0, instant - (this.#starts[span] as number));
  }
}
