import type Holidays from 'date-holidays';
import { nearest } from '../model/nearest.ts';

/** The years whose holidays are computed: older histories are rare, and the last is years ahead. */
const FIRST_YEAR = 2000;
const LAST_YEAR = 2040;
const DAY_MS = 86_400_000;
/** A clock change can shorten a day, which is still a whole holiday. */
const CLOCK_CHANGE_MS = 2 * 3_600_000;

/** Loads the calendars of all countries, only when one is configured. */
async function load(): Promise<typeof Holidays> {
  return (await import('date-holidays')).default;
}

/** The key of a code regardless of letter case. */
function keyOf(known: Record<string, string>, code: string): string | undefined {
  return Object.keys(known).find((key) => key.toLowerCase() === code.toLowerCase());
}

function countryCure(country: string, countries: Record<string, string>): string {
  if (country.toUpperCase() === 'UK') return 'Did you mean `GB`?';
  const names = new Map(Object.entries(countries).map(([code, name]) => [name, code]));
  const name = nearest(country, names.keys());
  if (country.length > 3 && name !== null) return `Did you mean \`${names.get(name)}\` (${name})?`;
  return 'Write an ISO 3166 code, such as ES, or with a region, ES-MD';
}

/** The problem of a country or region code, and its cure; null if it is right. */
export async function countryProblem(code: string): Promise<{ what: string; cure: string } | null> {
  const register = new (await load())();
  const [country = '', state, region] = code.split('-');
  const countries = register.getCountries('en');
  const countryKey = keyOf(countries, country);
  if (countryKey === undefined) {
    return { what: `no public holidays are known for \`${code}\``, cure: countryCure(code, countries) };
  }
  let parent = countryKey;
  let known = register.getStates(countryKey) ?? {};
  for (const part of [state, region]) {
    if (part === undefined) return null;
    const key = keyOf(known, part);
    if (key === undefined) {
      const codes = Object.keys(known).map((child) => `${parent}-${child}`);
      const cure = codes.length === 0 ? `Write \`${parent}\`` : `Write \`${parent}\`, or one of ${codes.join(', ')}`;
      return { what: `no public holidays are known for \`${code}\``, cure };
    }
    known = register.getRegions(parent, key) ?? {};
    parent = `${parent}-${key}`;
  }
  return null;
}

/** Whole local days that one public holiday covers; none if it is half a day. */
function datesOf({ date, start, end }: { date: string; start: Date; end: Date }): string[] {
  // Half a day's holiday starts at noon. One that begins at sunset is listed by the day after, from midnight. If the
  // machine's own clock skips that midnight, the rules give an hour later.
  if (date.slice(11, 13) > '02') return [];
  const first = Date.parse(date.slice(0, 10));
  const days = Math.max(1, Math.floor((end.getTime() - start.getTime() + CLOCK_CHANGE_MS) / DAY_MS));
  return Array.from({ length: days }, (_, day) => new Date(first + day * DAY_MS).toISOString().slice(0, 10));
}

/**
 * The public holidays of a country or region as local dates, by default from 2000 to 2040.
 * @param code as in ISO 3166: `ES`, `ES-MD`; one that `countryProblem` accepts
 */
export async function publicHolidaysOf(code: string, from = FIRST_YEAR, to = LAST_YEAR): Promise<string[]> {
  const [country = '', state = '', region = ''] = code.split('-');
  const register = new (await load())();
  const countryKey = keyOf(register.getCountries(), country) ?? country;
  const stateKey = keyOf(register.getStates(countryKey) ?? {}, state) ?? '';
  const regionKey = stateKey === '' ? '' : (keyOf(register.getRegions(countryKey, stateKey) ?? {}, region) ?? '');
  register.init(
    ...([countryKey, stateKey, regionKey, { types: ['public'] }].filter((part) => part !== '') as [string]),
  );
  const dates: string[] = [];
  for (let year = from; year <= to; year++) {
    for (const holiday of register.getHolidays(year)) dates.push(...datesOf(holiday));
  }
  return [...new Set(dates)].sort();
}
