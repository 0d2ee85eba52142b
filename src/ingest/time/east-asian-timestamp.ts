import { DAY_MS } from '../../model/time/units.ts';
import { calendarDays, clockMs, hourOfDay } from './calendar-date.ts';
import type { Timestamp } from './timestamp.ts';

/** `2026年3月1日`, `2026년 3월 1일`, each with or without its weekday; `2026. 3. 1.` */
const DATE =
  /^(\d{4})(?:年 ?(\d{1,2})月 ?(\d{1,2})[日号號]|년 ?(\d{1,2})월 ?(\d{1,2})일|\. ?(\d{1,2})\. ?(\d{1,2})\.)(?: ?\([日月火水木金土一二三四五六일월화수목금토]\)| ?[日月火水木金土]曜日| ?(?:星期|週|周)[一二三四五六日天]| ?[일월화수목금토]요일)?/;
const TIME =
  /^[ T]?(午前|午後|上午|下午|오전|오후|am|pm)? ?(\d{1,2})(?:(?:時|时|點|点|시) ?(?:(\d{1,2})(?:分|분) ?(?:(\d{1,2})(?:秒|초))?)?|:(\d\d)(?::(\d\d))?(?: ?(午前|午後|上午|下午|오전|오후|am|pm))?)$/i;
const AFTERNOON = /^(?:午後|下午|오후|pm)$/i;

/**
 * Reads dates and times as Japanese, Chinese and Korean programs write them: `2026年3月1日`, `2026年3月1日 9時30分`,
 * `2026年3月1日 9:30`, `2026년 3월 1일 오후 3:05`. Years of an emperor and years of two digits are not read.
 * @param text with single spaces, and none at its ends
 */
export function readEastAsian(text: string, into: Timestamp): boolean {
  if (!/^[\d０-９]{4}(?:[年년]|\. ?\d)/.test(text)) return false;
  // Digits, colons and spaces may be as wide as the other signs.
  const plain = text.normalize('NFKC');
  const match = DATE.exec(plain);
  if (match === null) return false;
  const [whole, year, , , , , ,] = match;
  const month = match[2] ?? match[4] ?? match[6];
  const day = match[3] ?? match[5] ?? match[7];
  const midnight = calendarDays(Number(year), Number(month), Number(day)) * DAY_MS;
  const rest = plain.slice(whole.length);
  if (rest === '') return into.set(midnight, false, 'day', true);
  const time = TIME.exec(rest);
  if (time === null) return false;
  const half = time[1] ?? time[7];
  if (time[1] !== undefined && time[7] !== undefined) return false;
  const second = time[4] ?? time[6];
  const hour = halfDayHour(Number(time[2]), half);
  const clock = clockMs(hour, Number(time[3] ?? time[5] ?? 0), Number(second ?? 0), 0);
  return into.set(midnight + clock, false, second === undefined ? 'minute' : 'second', true);
}

/** The hour of a half of a day. Japanese also counts it from 0: `午後0時` is noon. */
function halfDayHour(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  return hourOfDay(hour === 0 ? 12 : hour, AFTERNOON.test(half) ? 'p' : 'a');
}
