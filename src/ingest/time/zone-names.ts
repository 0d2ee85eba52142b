import { zoneOf } from '../../model/time/zone.ts';

const HOUR_MS = 3_600_000;

/**
 * Abbreviations of zones with the one offset, in hours, that each has in practice. `EST` to `PST` are as mail headers define
 * them (RFC 5322). Not here, because they mean several zones: IST (India, Ireland, Israel), CST and CDT (America, China,
 * Cuba), BST (Britain, Bangladesh), AST (the Atlantic, Arabia), SST, and the like.
 */
const OFFSETS: ReadonlyMap<string, number> = new Map([
  ['Z', 0],
  ['UT', 0],
  ['UTC', 0],
  ['GMT', 0],
  ['WET', 0],
  ['WEST', 1],
  ['CET', 1],
  ['CEST', 2],
  ['MEZ', 1],
  ['MESZ', 2],
  ['EET', 2],
  ['EEST', 3],
  ['MSK', 3],
  ['SAST', 2],
  ['JST', 9],
  ['KST', 9],
  ['HKT', 8],
  ['AWST', 8],
  ['ACST', 9.5],
  ['ACDT', 10.5],
  ['AEST', 10],
  ['AEDT', 11],
  ['NZST', 12],
  ['NZDT', 13],
  ['EST', -5],
  ['EDT', -4],
  ['MST', -7],
  ['MDT', -6],
  ['PST', -8],
  ['PDT', -7],
  ['AKST', -9],
  ['AKDT', -8],
]);

/** The offset from UTC, in milliseconds, of a zone's abbreviation, letter case aside; NaN if it has none or several. */
export function abbreviatedOffset(name: string): number {
  return (OFFSETS.get(name.toUpperCase()) ?? Number.NaN) * HOUR_MS;
}

/** True for the names of UTC itself: whoever reads one has assumed nothing. */
export function isUtc(name: string): boolean {
  return /^(?:z|ut|utc|gmt)$/i.test(name);
}

/** What is known of names of zones: a file repeats one on every row. Bounded, as a file may hold any names. */
const known = new Map<string, boolean>();
const MOST_KNOWN = 1000;

/** The instant of a wall time in a zone of the IANA database (`Europe/Berlin`); NaN if there is no such zone. */
export function instantIn(name: string, local: number): number {
  let exists = known.get(name);
  if (exists === undefined) {
    exists = isZone(name);
    if (known.size < MOST_KNOWN) known.set(name, exists);
  }
  return exists ? zoneOf(name).instantOfLocal(local) : Number.NaN;
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
