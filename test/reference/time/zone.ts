/** Local time (definitions §1), with nothing but Intl. Local dates are 'YYYY-MM-DD'. */

const DAY = 86_400_000;
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(zone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(zone, formatter);
  }
  return formatter;
}

/** How far the wall clock of the zone is ahead of UTC at an instant, in milliseconds. */
export function offsetAt(instant: number, zone: string): number {
  const second = Math.floor(instant / 1000) * 1000;
  const part: Record<string, number> = {};
  for (const { type, value } of formatterOf(zone).formatToParts(second)) part[type] = Number(value);
  const wall = Date.UTC(part.year!, part.month! - 1, part.day!, part.hour!, part.minute!, part.second!);
  return wall - second;
}

/** The wall clock at an instant, as if it were UTC. */
function wallAt(instant: number, zone: string): number {
  return instant + offsetAt(instant, zone);
}

/**
 * The instant at which the zone's wall clock shows `wall` (given as if it were UTC).
 * Shown twice: the first time. Skipped by a clock change: read with the offset before the change.
 */
export function instantOfWall(wall: number, zone: string): number {
  const before = offsetAt(wall - DAY, zone);
  const after = offsetAt(wall + DAY, zone);
  const showing = [wall - before, wall - after].filter((instant) => wallAt(instant, zone) === wall);
  return showing.length > 0 ? Math.min(...showing) : wall - before;
}

export function localDateOf(instant: number, zone: string): string {
  return new Date(wallAt(instant, zone)).toISOString().slice(0, 10);
}

/** Local midnight at the start of a date. */
export function startOfDate(date: string, zone: string): number {
  return instantOfWall(Date.parse(`${date}T00:00:00Z`), zone);
}

/** Whether the zone's calendar has a date: on one that it skips, noon shows as another. */
export function isDate(date: string, zone: string): boolean {
  return localDateOf(instantOfWall(Date.parse(`${date}T12:00:00Z`), zone), zone) === date;
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

export function daysBetween(first: string, second: string): number {
  return (Date.parse(`${second}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / DAY;
}

/** 0 is Monday, 6 is Sunday. */
export function weekdayOf(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
}
