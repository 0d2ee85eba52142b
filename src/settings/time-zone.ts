import { nearest } from '../model/nearest.ts';

/** True if it names a time zone that this runtime knows. An offset is not a name, since it has no clock changes. */
function isTimeZone(name: string): boolean {
  if (name === 'UTC') return true;
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function zoneOfCity(city: string): string | undefined {
  const zones = Intl.supportedValuesOf('timeZone');
  return zones.find((zone) => zone.split('/').at(-1)?.toLowerCase() === city.toLowerCase());
}

/** `Madrid` and `Europe/Madrdi` both mean Europe/Madrid. */
function nearestTimeZone(name: string): string | null {
  const zones = ['UTC', ...Intl.supportedValuesOf('timeZone')];
  const city = name.trim().replace(/\s+/g, '_');
  const exact = zoneOfCity(city);
  if (exact !== undefined) return exact;
  const whole = nearest(city, zones);
  if (whole !== null || name.includes('/')) return whole;
  const cities = new Map(zones.map((zone) => [zone.split('/').at(-1) ?? zone, zone]));
  return cities.get(nearest(city, cities.keys()) ?? '') ?? null;
}

/** The problem of a time zone's name, and its cure; null if it is right. */
export function timeZoneProblem(name: string): { what: string; cure: string } | null {
  if (isTimeZone(name)) return null;
  const what = `unknown time zone \`${name}\``;
  if (/^(?:UTC|GMT)?[+-]\d/i.test(name.trim())) {
    return { what, cure: 'Write a place in place of an offset, which changes with summer time: Europe/Madrid' };
  }
  if (/^[A-Z]{3,4}$/.test(name) && zoneOfCity(name) === undefined) {
    return { what, cure: 'Write a place in place of an abbreviation, which several zones share: Europe/Madrid' };
  }
  const suggestion = nearestTimeZone(name);
  return {
    what,
    cure: suggestion === null ? 'Write an IANA name, such as Europe/Madrid' : `Did you mean \`${suggestion}\`?`,
  };
}
