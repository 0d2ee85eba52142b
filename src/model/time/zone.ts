import { tzOffset } from '@date-fns/tz';
import { DAY_MS, MINUTE_MS } from './units.ts';

/** Changes of a zone's clock are looked up within these years; beyond them the nearest known offset holds. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2200;
/** Shorter than any time between two changes of one clock, so that none hides between two looks. */
const STEP_MS = 10 * DAY_MS;

/**
 * One time zone: instants to wall-clock time and back.
 *
 * Wall time ("local") is written as the epoch milliseconds it would be in UTC. The offsets come from a table that is
 * filled year by year as it is asked, because a look-up in the platform's zone data costs microseconds a call.
 */
export class Zone {
  /** IANA name. */
  readonly name: string;
  readonly #fixed: boolean;
  /** Instants from which on an offset holds, ascending, and the offsets. */
  #starts: number[] = [];
  #offsets: number[] = [];
  #from = 0;
  #to = 0;
  /** The segment of the last answer: neighbouring questions are the rule. */
  #start = 0;
  #end = 0;
  #offset = 0;

  constructor(name: string) {
    this.name = name;
    this.#fixed = /^(?:UTC|GMT|Zulu|Universal|Etc\/(?:UTC|GMT|UCT|Zulu|Universal|Greenwich))$/i.test(name);
  }

  /** Wall time minus UTC at an instant, in milliseconds; NaN for an unknown instant. */
  offsetAt(instant: number): number {
    if (this.#fixed) return 0;
    if (instant >= this.#start && instant < this.#end) return this.#offset;
    return this.#lookUp(instant);
  }

  localOf(instant: number): number {
    return instant + this.offsetAt(instant);
  }

  /**
   * The instant of a wall time. One that a clock change skips is read with the offset before the change; one that
   * occurs twice is its first occurrence.
   */
  instantOfLocal(local: number): number {
    if (this.#fixed) return local;
    // A day either side holds every offset that this wall time can have.
    const early = this.offsetAt(local - DAY_MS);
    const late = this.offsetAt(local + DAY_MS);
    if (early === late) {
      // A change and a change back within two days does not happen, so the offset holds between them.
      return local - early;
    }
    const change = this.#changeAfter(local - DAY_MS);
    return local < change + Math.max(early, late) ? local - early : local - late;
  }

  /** The local day that an instant falls on: days since 1970-01-01 on the local calendar. */
  dayOf(instant: number): number {
    return Math.floor((instant + this.offsetAt(instant)) / DAY_MS);
  }

  /** The instant at which a local day starts. */
  startOfDay(day: number): number {
    return this.instantOfLocal(day * DAY_MS);
  }

  /** Whether a local day exists: a zone that moves across the date line skips one. */
  hasDay(day: number): boolean {
    return this.startOfDay(day) < this.startOfDay(day + 1);
  }

  #changeAfter(instant: number): number {
    this.offsetAt(instant);
    return this.#end;
  }

  #lookUp(instant: number): number {
    // An unknown instant is in no year: the table would have to cover all of them, and hold nothing from then on.
    if (Number.isNaN(instant)) return Number.NaN;
    this.#cover(instant);
    const starts = this.#starts;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= instant) low = middle;
      else high = middle - 1;
    }
    this.#start = low === 0 ? Number.NEGATIVE_INFINITY : (starts[low] as number);
    this.#end = low === starts.length - 1 ? Number.POSITIVE_INFINITY : (starts[low + 1] as number);
    this.#offset = this.#offsets[low] as number;
    // Nothing is known yet of what is outside the table, unless nothing is there.
    if (low === 0 && this.#from > Date.UTC(FIRST_YEAR, 0)) this.#start = this.#from;
    if (low === starts.length - 1 && this.#to < Date.UTC(LAST_YEAR, 0)) this.#end = this.#to;
    return this.#offset;
  }

  /** Makes the table reach a year beyond the instant on either side. */
  #cover(instant: number): void {
    const clamped = Math.min(Math.max(instant, Date.UTC(FIRST_YEAR, 0)), Date.UTC(LAST_YEAR, 0));
    if (this.#starts.length > 0 && clamped >= this.#from && clamped < this.#to) return;
    const year = new Date(clamped).getUTCFullYear();
    const lowest = this.#starts.length === 0 ? clamped : Math.min(this.#from, clamped);
    const highest = this.#starts.length === 0 ? clamped : Math.max(this.#to, clamped);
    const from = Math.max(Date.UTC(FIRST_YEAR, 0), Math.min(Date.UTC(year - 1, 0), lowest));
    const to = Math.min(Date.UTC(LAST_YEAR, 0), Math.max(Date.UTC(year + 2, 0), highest));
    this.#from = from;
    this.#to = Math.max(to, from + DAY_MS);
    this.#starts = [from];
    this.#offsets = [this.#platformOffset(from)];
    let at = from;
    let offset = this.#offsets[0] as number;
    while (at < this.#to) {
      const next = Math.min(at + STEP_MS, this.#to);
      const nextOffset = this.#platformOffset(next);
      if (nextOffset !== offset) {
        let low = at;
        let high = next;
        while (high - low > 1) {
          const middle = Math.floor((low + high) / 2);
          if (this.#platformOffset(middle) === offset) low = middle;
          else high = middle;
        }
        this.#starts.push(high);
        this.#offsets.push(nextOffset);
        offset = nextOffset;
      }
      at = next;
    }
  }

  #platformOffset(instant: number): number {
    return Math.round(tzOffset(this.name, new Date(instant)) * MINUTE_MS);
  }
}

const zones = new Map<string, Zone>();

/** The zone of an IANA name, which must be a valid one. */
export function zoneOf(name: string): Zone {
  let zone = zones.get(name);
  if (zone === undefined) {
    zone = new Zone(name);
    zones.set(name, zone);
  }
  return zone;
}

/** A local day as `YYYY-MM-DD`. */
export function dateOfDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** `YYYY-MM-DD` as a local day; NaN if there is no such date. */
export function dayOfDate(date: string): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (match === null) return Number.NaN;
  // Date.UTC takes the years before 100 for those of the last century.
  const at = new Date(0).setUTCFullYear(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return new Date(at).toISOString().slice(0, 10) === date ? at / DAY_MS : Number.NaN;
}
