import { DAY_MS } from '../model/units.ts';
import { civilDays, clockMs, offsetMs } from './civil.ts';
import type { Precision, Timestamp } from './timestamp.ts';

const ZERO = 48;
const COLON = 58;
const DASH = 45;

/** What stands for "no digits": an integer, as the other results are, and beyond every range that is checked. */
const NONE = 100_000;

/** The two digits at `at`; NONE if they are not digits. */
function two(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NONE;
}

/** Runs of rows share a date, so the last one's day number is kept. */
let lastDate = Number.NaN;
let lastDays = Number.NaN;

function days(year: number, month: number, day: number): number {
  const date = (year * 100 + month) * 100 + day;
  if (date !== lastDate) {
    lastDays = civilDays(year, month, day);
    lastDate = date;
  }
  return lastDays;
}

/**
 * Reads ISO 8601 dates and date-times: `2026-03-02`, `2026-03-02T10:15`, `2026-03-02 10:15:30.123456+01:00`, with `T`
 * or a space, any number of decimals after `.`, `,` or (as Workfront writes) `:`, and `Z`, `+01:00`, `+0100`, `+01` or
 * nothing. Works on character codes: it runs once for every timestamp of every row.
 * @returns false if the text is nothing of the kind, or no date of the calendar
 */
export function readIso(text: string, into: Timestamp): boolean {
  const length = text.length;
  if (length < 10 || text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return false;
  const date = days(two(text, 0) * 100 + two(text, 2), two(text, 5), two(text, 8));
  if (Number.isNaN(date)) return false;
  if (length === 10) return into.set(date * DAY_MS, false, 'day', true);

  const separator = text.charCodeAt(10);
  if ((separator !== 84 && separator !== 32 && separator !== 116) || length < 16 || text.charCodeAt(13) !== COLON)
    return false;
  const hour = two(text, 11);
  const minute = two(text, 14);
  let second = 0;
  let ms = 0;
  let precision: Precision = 'minute';
  let at = 16;
  if (text.charCodeAt(at) === COLON) {
    second = two(text, 17);
    precision = 'second';
    at = 19;
    const mark = text.charCodeAt(at);
    if (mark === 46 || mark === 44 || mark === COLON) {
      let digits = 0;
      let digit = text.charCodeAt(++at) - ZERO;
      while (digit >= 0 && digit <= 9) {
        if (digits < 3) ms = ms * 10 + digit;
        digits++;
        digit = text.charCodeAt(++at) - ZERO;
      }
      if (digits === 0) return false;
      for (let missing = digits; missing < 3; missing++) ms *= 10;
      precision = 'millisecond';
    }
  }
  const local = date * DAY_MS + clockMs(hour, minute, second, ms);
  if (at === length) return into.set(local, false, precision, true);
  const offset = readOffset(text, at);
  return into.set(local - offset, true, precision, true);
}

/** The offset that ends the text, in milliseconds; NaN if what is there is no offset. */
function readOffset(text: string, start: number): number {
  let at = start;
  if (text.charCodeAt(at) === 32) at++;
  const code = text.charCodeAt(at);
  const rest = text.length - at;
  if (code === 90 || code === 122) return rest === 1 ? 0 : Number.NaN;
  if (code !== 43 && code !== DASH) return Number.NaN;
  const sign = code === 43 ? 1 : -1;
  const hours = two(text, at + 1);
  if (rest === 3) return offsetMs(sign, hours, 0);
  if (rest === 5) return offsetMs(sign, hours, two(text, at + 3));
  if (rest === 6 && text.charCodeAt(at + 3) === COLON) return offsetMs(sign, hours, two(text, at + 4));
  return Number.NaN;
}
