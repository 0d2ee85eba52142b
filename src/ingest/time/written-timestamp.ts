import { DAY_MS } from '../../model/time/units.ts';
import { calendarDays, clockMs, offsetMs } from './calendar-date.ts';
import { monthNumber } from './month-names.ts';
import type { Precision, Timestamp } from './timestamp.ts';

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
/** `Z`, ` UTC`, `+0300`, ` GMT+5:30`, ` (GMT+3)`, ` GMT+0000 (Coordinated Universal Time)`. */
const ZONE =
  /^(?: ?(z|utc|gmt)| ?(?:utc|gmt)?([+-])(\d{1,2})(?::?(\d\d))?| \((?:utc|gmt)(?:([+-])(\d{1,2})(?::?(\d\d))?)?\))(?: \([^()]*\))?$/i;

/**
 * Reads the layouts that people's tools write besides ISO 8601: numeric day/month/year in both orders, month names,
 * RFC 2822, JavaScript's `Date.toString()`, compact ISO; each with or without a time, 12 or 24 hours, and a zone.
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
  return readNamed(text.replace(WEEKDAY, ''), referenceYear, into);
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
  const offset = readZone(text.slice(whole.length));
  const precision: Precision = fraction !== undefined ? 'millisecond' : second !== undefined ? 'second' : 'minute';
  return into.set(days * DAY_MS + ms - (offset ?? 0), offset !== null, precision, true);
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
  if (rest === '') return finish(into, dmyDays * DAY_MS, mdyDays * DAY_MS, false, 'day', yearFirst);
  const match = TIME.exec(rest);
  if (match === null) return false;
  const [whole, hour, minute, second, fraction, half] = match;
  const ms = clockMs(hourOfDay(Number(hour), half), Number(minute), Number(second ?? 0), milliseconds(fraction));
  const offset = readZone(rest.slice(whole.length));
  const precision: Precision = fraction !== undefined ? 'millisecond' : second !== undefined ? 'second' : 'minute';
  const add = ms - (offset ?? 0);
  return finish(into, dmyDays * DAY_MS + add, mdyDays * DAY_MS + add, offset !== null, precision, yearFirst);
}

function finish(
  into: Timestamp,
  dmy: number,
  mdy: number,
  zoned: boolean,
  precision: Precision,
  yearFirst: boolean,
): boolean {
  into.set(dmy, zoned, precision, yearFirst);
  into.mdy = mdy;
  return !Number.isNaN(dmy) || !Number.isNaN(mdy);
}

/** The hour from 0 to 23 (24 for an ending midnight); NaN for what no clock shows, such as 15 PM. */
function hourOfDay(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return Number.NaN;
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}

/** Milliseconds of offset from UTC; null if there is no zone; NaN if there is something else. */
function readZone(text: string): number | null {
  if (text === '') return null;
  const match = ZONE.exec(text);
  if (match === null) return Number.NaN;
  const sign = match[2] ?? match[5];
  if (sign === undefined) return 0;
  return offsetMs(sign === '+' ? 1 : -1, Number(match[3] ?? match[6]), Number(match[4] ?? match[7] ?? 0));
}

function milliseconds(fraction: string | undefined): number {
  return fraction === undefined ? 0 : Number(fraction.slice(0, 3).padEnd(3, '0'));
}

function fullYear(digits: string, referenceYear: number): number {
  if (digits.length === 4) return Number(digits);
  const year = 2000 + Number(digits);
  return year > referenceYear + 20 ? year - 100 : year;
}
