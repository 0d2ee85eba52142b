import { DAY_MS } from '../../model/time/units.ts';
import { calendarDays, clockMs, offsetMs } from './calendar-date.ts';
import type { Precision, Timestamp } from './timestamp.ts';

const ZERO = 48;
const COLON = 58;
const DASH = 45;

/** Means "no digits": an integer, as the other results are, and beyond every range that is checked. */
const NONE = 100_000;

/** The two digits at `at`; NONE if they are not digits. */
function two(text: Uint8Array, at: number): number {
  const tens = (text[at] as number) - ZERO;
  const ones = (text[at + 1] as number) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NONE;
}

/** What `readIso` copies a text into. */
let letters = new Uint8Array(64);

/**
 * Reads ISO 8601 dates and date-times: `2026-03-02`, `2026-03-02T10:15`, `2026-03-02 10:15:30.123456+01:00`, with `T`
 * or a space, any number of decimals after `.`, `,` or (as Workfront writes) `:`, and `Z`, `+01:00`, `+0100`, `+01` or
 * nothing.
 * @returns false if the text is nothing of the kind, or no date of the calendar
 */
export function readIso(text: string, into: Timestamp): boolean {
  const { length } = text;
  if (length < 10 || text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return false;
  if (length > letters.length) letters = new Uint8Array(length);
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    letters[at] = code < 0x80 ? code : 0;
  }
  return readIsoBytes(letters, 0, length, into);
}

/**
 * The same for a text in memory as UTF-8. It runs once for every timestamp of every row.
 * @param into does not change if the result is false
 */
export function readIsoBytes(text: Uint8Array, from: number, to: number, into: Timestamp): boolean {
  if (to - from < 10 || text[from + 4] !== DASH || text[from + 7] !== DASH) return false;
  const date = calendarDays(two(text, from) * 100 + two(text, from + 2), two(text, from + 5), two(text, from + 8));
  if (Number.isNaN(date)) return false;
  if (to - from === 10) return into.set(date * DAY_MS, false, 'day', true);

  const separator = text[from + 10];
  if ((separator !== 84 && separator !== 32 && separator !== 116) || to - from < 16 || text[from + 13] !== COLON)
    return false;
  const hour = two(text, from + 11);
  const minute = two(text, from + 14);
  let second = 0;
  let ms = 0;
  let precision: Precision = 'minute';
  let at = from + 16;
  if (at < to && text[at] === COLON) {
    if (to - at < 3) return false;
    second = two(text, at + 1);
    precision = 'second';
    at += 3;
    const mark = at < to ? text[at] : 0;
    if (mark === 46 || mark === 44 || mark === COLON) {
      const first = ++at;
      for (; at < to; at++) {
        const digit = (text[at] as number) - ZERO;
        if (digit < 0 || digit > 9) break;
        if (at - first < 3) ms = ms * 10 + digit;
      }
      if (at === first) return false;
      for (let missing = at - first; missing < 3; missing++) ms *= 10;
      precision = 'millisecond';
    }
  }
  const local = date * DAY_MS + clockMs(hour, minute, second, ms);
  const instant = at === to ? local : local - readOffset(text, at, to);
  return !Number.isNaN(instant) && into.set(instant, at !== to, precision, true);
}

/** The offset that ends the text, in milliseconds; NaN if what is there is no offset. */
function readOffset(text: Uint8Array, start: number, to: number): number {
  const at = text[start] === 32 ? start + 1 : start;
  const rest = to - at;
  const code = rest === 0 ? 0 : text[at];
  if (code === 90 || code === 122) return rest === 1 ? 0 : Number.NaN;
  if (code !== 43 && code !== DASH) return Number.NaN;
  const sign = code === 43 ? 1 : -1;
  if (rest < 3) return Number.NaN;
  const hours = two(text, at + 1);
  if (rest === 3) return offsetMs(sign, hours, 0);
  if (rest === 5) return offsetMs(sign, hours, two(text, at + 3));
  if (rest === 6 && text[at + 3] === COLON) return offsetMs(sign, hours, two(text, at + 4));
  return Number.NaN;
}
