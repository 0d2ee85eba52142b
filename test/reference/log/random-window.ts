import { readBound } from '../settings.ts';
import { localDateOf } from '../time/zone.ts';
import type { ReferenceRow, ReferenceSettings } from '../types.ts';
import type { Random } from './random.ts';

/** A random asOf and a random window, for the settings and for the command line alike. */

export interface WindowChoice {
  settings: Pick<ReferenceSettings, 'asOf' | 'from' | 'to' | 'last'>;
  args: string[];
}

const DAY = 86_400_000;

export function randomWindow(random: Random, rows: ReferenceRow[], zone: string): WindowChoice {
  const instants = rows.map(({ at }) => at).sort((a, b) => a - b);
  const first = instants[0]!;
  const last = instants.at(-1)!;
  const args: string[] = [];

  // At an event, between events, or after them all.
  const asOf = random.weighted([
    [null, 12],
    [random.pick(instants), 4],
    [first + Math.floor(random.next() * (last - first)), 3],
    [last + random.whole(1, 10 * 86_400_000), 1],
  ]);
  if (asOf !== null) args.push('--as-of', new Date(asOf).toISOString());

  const kind = random.weighted([
    ['default', 10],
    ['last', 4],
    ['bounds', 5],
  ]);
  const whole = { asOf, from: null, to: null, last: null };
  if (kind === 'last')
    return { settings: { ...whole, last: random.pick(['1w', '3w', '12w', '10d', '1m', '2m']) }, args };
  if (kind === 'default') return { settings: whole, args };

  // From somewhere before asOf to somewhere after that, which may be later than asOf.
  const limit = asOf ?? last;
  const anyBefore = first - 5 * DAY + Math.floor(random.next() * Math.max(DAY, limit - first));
  const write = (instant: number) =>
    random.chance(0.5) ? localDateOf(instant, zone) : new Date(instant).toISOString();
  const fromText = write(random.chance(0.3) ? random.pick(instants) : anyBefore);
  const from = readBound(fromText, zone);
  if (from > limit) return { settings: whole, args };
  args.push('--from', fromText);
  const toText = write(random.chance(0.3) ? random.pick(instants) : from + random.whole(1, 60) * DAY);
  const to = readBound(toText, zone);
  if (to <= from || random.chance(0.4)) return { settings: { ...whole, from }, args };
  args.push('--to', toText);
  return { settings: { ...whole, from, to }, args };
}

/** The window that holds all rows. */
export function wholeWindow(rows: ReferenceRow[]): WindowChoice {
  const from = Math.min(...rows.map(({ at }) => at)) - 60 * DAY;
  return { settings: { asOf: null, from, to: null, last: null }, args: ['--from', new Date(from).toISOString()] };
}
