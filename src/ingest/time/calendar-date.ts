const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days from 1970-01-01 to a date of the Gregorian calendar; NaN if there is no such date (30 February). */
export function calendarDays(year: number, month: number, day: number): number {
  // Year 0001 is how .NET writes "no date"; the tools that this reads did not exist before 1900.
  if (month < 1 || month > 12 || day < 1 || year < 1000 || year > 9999) return Number.NaN;
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (day > (DAYS_IN_MONTH[month - 1] as number) + (leap ? 1 : 0)) return Number.NaN;
  // The year is counted from March, so that the leap day comes last (H. Hinnant, "chrono-Compatible Low-Level Date
  // Algorithms", days_from_civil).
  const y = month <= 2 ? year - 1 : year;
  const era = Math.trunc(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.trunc((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.trunc(yearOfEra / 4) - Math.trunc(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Milliseconds since midnight; NaN if there is no such time. 24:00:00 is the midnight that ends the day (ISO 8601). */
export function clockMs(hour: number, minute: number, second: number, ms: number): number {
  if (minute > 59 || second > 59) return Number.NaN;
  if (hour > 23 && !(hour === 24 && minute === 0 && second === 0 && ms === 0)) return Number.NaN;
  return ((hour * 60 + minute) * 60 + second) * 1000 + ms;
}

/** Minutes of an offset from UTC as milliseconds; NaN beyond 18 hours, which no place has. */
export function offsetMs(sign: number, hours: number, minutes: number): number {
  return hours > 18 || minutes > 59 ? Number.NaN : sign * (hours * 60 + minutes) * 60_000;
}

/**
 * The hour from 0 to 23 (24 for an ending midnight); NaN for what no clock shows, such as 15 PM.
 * @param half `a` or `p`, letter case aside, of a clock of 12 hours
 */
export function hourOfDay(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return Number.NaN;
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}
