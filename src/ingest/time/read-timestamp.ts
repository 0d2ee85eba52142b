import { readEastAsian } from './east-asian-timestamp.ts';
import { readIso } from './iso-timestamp.ts';
import type { Timestamp } from './timestamp.ts';
import { readWritten } from './written-timestamp.ts';
import { instantIn } from './zone-names.ts';

const FIRST_EPOCH = Date.UTC(1995, 0, 1);
const LAST_EPOCH = Date.UTC(2100, 0, 1);
/** `[Europe/Berlin]` as Java and RFC 9557 write it, ` Europe/Berlin` as warehouses do. */
const NAMED_ZONE = /(?:\[!?([A-Za-z][\w+/-]{1,40})\]| ([A-Za-z][A-Za-z_]+(?:\/[A-Za-z][\w+-]*){1,2}))$/;

/**
 * The one parser of timestamps. It knows the layouts that its parts describe and no others. What it does not know, and what
 * is no date of the calendar (30 February), is unreadable. It never guesses as `new Date(text)` does.
 *
 * @param text a cell, trimmed or not
 * @param referenceYear the year that two-digit years are near to: the latest year at most 20 years after it is meant
 * @param into is filled; its values are meaningless after a false
 * @returns whether the text is a timestamp, in at least one order of day and month
 */
export function readTimestamp(text: string, referenceYear: number, into: Timestamp): boolean {
  if (readIso(text, into)) return true;
  if (text === '' || text.length > 80) return false;
  if (readOther(text, referenceYear, into)) return true;
  // Narrow and no-break spaces before AM and PM, tabs, repeated and surrounding spaces: all are one space, or none.
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain !== text && (readIso(plain, into) || readOther(plain, referenceYear, into))) return true;
  return readRange(plain, referenceYear, into);
}

/** What stands between the start and the end of a range of dates, as Notion writes it. */
const RANGE = ' → ';

/** The end of a range of dates as text; the text itself if it is no range. */
export function endOfRange(text: string): string {
  const at = text.indexOf(RANGE);
  return at === -1 ? text : text.slice(at + RANGE.length);
}

/** Reads a range of two dates as its start. */
function readRange(text: string, referenceYear: number, into: Timestamp): boolean {
  const at = text.indexOf(RANGE);
  if (at === -1 || text.includes(RANGE, at + 1)) return false;
  const isDate = (part: string) => readIso(part, into) || readOther(part, referenceYear, into);
  return isDate(endOfRange(text)) && isDate(text.slice(0, at));
}

function readOther(text: string, referenceYear: number, into: Timestamp): boolean {
  const code = text.charCodeAt(9);
  const digits = text.length >= 10 && code >= 48 && code <= 57;
  if (digits && readEpoch(text, into)) return true;
  return readWritten(text, referenceYear, into) || readEastAsian(text, into) || readNamedZone(text, into);
}

/** Reads ISO 8601 with the name of a zone at its end. An offset that is there too says more exactly what is meant. */
function readNamedZone(text: string, into: Timestamp): boolean {
  const match = NAMED_ZONE.exec(text);
  if (match === null || !readIso(text.slice(0, match.index), into) || into.precision === 'day') return false;
  const instant = instantIn((match[1] ?? match[2]) as string, into.dmy);
  if (Number.isNaN(instant)) return false;
  return into.zoned || into.set(instant, true, into.precision, true);
}

/**
 * Reads a count from the epoch: seconds (10 digits, decimals allowed), milliseconds (13), microseconds (16), units of
 * 100 ns as monday.com writes them (17), nanoseconds (19). Only the years 1995 to 2100: other numbers are no times.
 */
function readEpoch(text: string, into: Timestamp): boolean {
  const [, whole, fraction] = /^(\d{10}|\d{13}|\d{16}|\d{17}|\d{19})(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === undefined || (fraction !== undefined && whole.length !== 10)) return false;
  // Cut to milliseconds as text: a number could not hold 19 digits.
  const ms = Number((whole + (fraction ?? '')).slice(0, 13).padEnd(13, '0'));
  if (ms < FIRST_EPOCH || ms >= LAST_EPOCH) return false;
  return into.set(ms, true, whole.length === 10 && fraction === undefined ? 'second' : 'millisecond', false);
}
