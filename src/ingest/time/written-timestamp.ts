import { DAY_MS } from '../../model/time/units.ts';
import { calendarDays, clockMs, hourOfDay, offsetMs } from './calendar-date.ts';
import { monthNumber } from './month-names.ts';
import type { Precision, Timestamp } from './timestamp.ts';
import { abbreviatedOffset, isUtc } from './zone-names.ts';

/** `2026/3/2`, `25/10/2026`, `7.6.25`: three numbers with one separator. */
const NUMBERS = /^(\d{1,4})([/.-])(\d{1,2})\2(\d{4}|\d{1,2})(?!\d)/;
/** `25/Oct/26`, `2-Jan-2006`, `2. März 2026`, `2 de marzo de 2026`, `02/September/24`. */
const DAY_MONTH = /^(\d{1,2})(?:\. ?|[ /-])(?:de )?(\p{L}{3,12})\.?(?:,? |[/-])(?:de )?(\d{4}|\d{2})(?!\d)/u;
/** `Jan/2/06`, `Nov 22, 2014`, `October 8 2026`. */
const MONTH_DAY = /^(\p{L}{3,12})\.?[ /-](\d{1,2})(?:, ?|[ /-])(\d{4}|\d{2})(?!\d)/u;
const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? (?=\S)/i;
/** `20260302`, `20260302T1015`, `20260302T101500Z`. */
const COMPACT = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(?:(\d\d)(?:[.,](\d+))?)?)?(?=$|[Z+-])/i;
const TIME = /^(?:T|,? (?:at )?)(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,:](\d+))?)?(?: ?([ap])\.? ?m\.?)?(?![\d\p{L}:])/iu;
/** `Tue Mar 3 09:00:00 CET 2026`, as Unix and Java write it, the weekday taken off; the zone may be missing. */
const YEAR_LAST = /^(\p{L}{3} \d{1,2}) (\d{1,2}:\d\d:\d\d)( [a-z]{1,4}| [+-]\d{4})? (\d{4})$/iu;
/** `Z`, ` UTC`, ` CET`, ` (CET)`, `+0300`, ` GMT+5:30`, ` (GMT+3)`, ` GMT+0000 (Coordinated Universal Time)`. */
const ZONE =
  /^(?: ?(z|utc|gmt)| ([a-z]{2,4})| \(([a-z]{2,4})\)| ?(?:utc|gmt)?([+-])(\d{1,2})(?::?(\d\d))?| \((?:utc|gmt)([+-])(\d{1,2})(?::?(\d\d))?\))(?: \([^()]*\))?$/i;

/**
 * Reads the layouts that people's tools write besides ISO 8601: numeric day/month/year in both orders, month names,
 * RFC 2822, what JavaScript, Java and Unix print, compact ISO; each with or without a time, 12 or 24 hours, and a zone.
 * @param text with single spaces, and none at its ends
 * @param referenceYear a two-digit year is the latest that is at most 20 years after it
 */
export function readWritten(text: string, referenceYear: number, into: Timestamp): boolean {
  const first = text.charCodeAt(0);
  // The first character spares most cells most of the patterns.
  if (first >= 48 && first <= 57) {
    if (readNumbers(text, referenceYear, into)) return true;
    return readCompact(text, into) || readNamed(text, referenceYear, into);
  }
  return readNamed(text.replace(WEEKDAY, '').replace(YEAR_LAST, '$1 $4 $2$3'), referenceYear, into);
}

function readCompact(text: string, into: Timestamp): boolean {
  const match = COMPACT.exec(text);
  if (match === null) return false;
  const [whole, year, month, day, hour, minute, second, fraction] = match;
  const days = calendarDays(Number(year), Number(month), Number(day));
  // Eight digits alone are as often a number: they must at least be of the years that exports are from.
  if (hour === undefined) {
    const plausible = whole.length === text.length && Number(year) >= 1995 && Number(year) < 2100;
    return plausible && into.set(days * DAY_MS, false, 'day', true);
  }
  const ms = clockMs(Number(hour), Number(minute), Number(second ?? 0), milliseconds(fraction));
  const zone = readZone(text.slice(whole.length));
  const precision: Precision = fraction !== undefined ? 'millisecond' : second !== undefined ? 'second' : 'minute';
  const instant = days * DAY_MS + ms - (zone?.offset ?? 0);
  return finish(into, instant, instant, zone, precision, true);
}

function readNumbers(text: string, referenceYear: number, into: Timestamp): boolean {
  const match = NUMBERS.exec(text);
  if (match === null) return false;
  const [whole, first, , second, last] = match as unknown as [string, string, string, string, string];
  if (first.length === 3) return false;
  if (first.length === 4) {
    if (last.length === 4) return false;
    const days = calendarDays(Number(first), Number(second), Number(last));
    return addTime(text.slice(whole.length), days, days, true, into);
  }
  if (last.length === 1) return false;
  const year = fullYear(last, referenceYear);
  const dmy = calendarDays(year, Number(second), Number(first));
  const mdy = calendarDays(year, Number(first), Number(second));
  return addTime(text.slice(whole.length), dmy, mdy, false, into);
}

function readNamed(text: string, referenceYear: number, into: Timestamp): boolean {
  const dayFirst = DAY_MONTH.exec(text);
  const match = dayFirst ?? MONTH_DAY.exec(text);
  if (match === null) return false;
  const [whole, first, second, year] = match as unknown as [string, string, string, string];
  const [day, month] = dayFirst === null ? [second, first] : [first, second];
  const days = calendarDays(fullYear(year, referenceYear), monthNumber(month), Number(day));
  return addTime(text.slice(whole.length), days, days, false, into);
}

/** Reads what follows the date and completes `into`; false unless it is a time, with or without a zone, or nothing. */
function addTime(rest: string, dmyDays: number, mdyDays: number, yearFirst: boolean, into: Timestamp): boolean {
  if (rest === '') return finish(into, dmyDays * DAY_MS, mdyDays * DAY_MS, null, 'day', yearFirst);
  const match = TIME.exec(rest);
  if (match === null) return false;
  const [whole, hour, minute, second, fraction, half] = match;
  const ms = clockMs(hourOfDay(Number(hour), half), Number(minute), Number(second ?? 0), milliseconds(fraction));
  const zone = readZone(rest.slice(whole.length));
  const precision: Precision = fraction !== undefined ? 'millisecond' : second !== undefined ? 'second' : 'minute';
  const add = ms - (zone?.offset ?? 0);
  return finish(into, dmyDays * DAY_MS + add, mdyDays * DAY_MS + add, zone, precision, yearFirst);
}

function finish(
  into: Timestamp,
  dmy: number,
  mdy: number,
  zone: StatedZone | null,
  precision: Precision,
  yearFirst: boolean,
): boolean {
  into.set(dmy, zone !== null, precision, yearFirst);
  into.mdy = mdy;
  into.zoneName = zone?.name ?? null;
  return !Number.isNaN(dmy) || !Number.isNaN(mdy);
}

/** What a text says of its zone. */
interface StatedZone {
  /** Milliseconds from UTC; NaN if what is there is no zone, or no certain one. */
  offset: number;
  /** The abbreviation that the offset was taken from; null if that is UTC's own or there is none. */
  name: string | null;
}

/** The zone that ends the text; null if nothing is there. */
function readZone(text: string): StatedZone | null {
  if (text === '') return null;
  const match = ZONE.exec(text);
  if (match === null) return { offset: Number.NaN, name: null };
  const name = match[1] ?? match[2] ?? match[3];
  if (name !== undefined) return { offset: abbreviatedOffset(name), name: isUtc(name) ? null : name.toUpperCase() };
  const sign = match[4] ?? match[7];
  const offset = offsetMs(sign === '+' ? 1 : -1, Number(match[5] ?? match[8]), Number(match[6] ?? match[9] ?? 0));
  return { offset, name: null };
}

function milliseconds(fraction: string | undefined): number {
  return fraction === undefined ? 0 : Number(fraction.slice(0, 3).padEnd(3, '0'));
}

function fullYear(digits: string, referenceYear: number): number {
  if (digits.length === 4) return Number(digits);
  const year = 2000 + Number(digits);
  return year > referenceYear + 20 ? year - 100 : year;
}
