import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Zone } from '../../../src/model/time/zone.ts';

const ZONES = [
  'Africa/Casablanca',
  'America/Caracas',
  'America/New_York',
  'America/Santiago',
  'America/St_Johns',
  'Antarctica/Troll',
  'Asia/Gaza',
  'Asia/Kathmandu',
  'Asia/Pyongyang',
  'Asia/Tehran',
  'Australia/Lord_Howe',
  'Etc/GMT+5',
  'Europe/Dublin',
  'Europe/Madrid',
  'Pacific/Apia',
  'Pacific/Chatham',
  'UTC',
];

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const formats = new Map(
  ZONES.map((zone) => [
    zone,
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    }),
  ]),
);

/** Wall time as the platform writes it, as the epoch milliseconds it would be in UTC. */
function wallTime(zone: string, instant: number): number {
  const parts = new Map(
    (formats.get(zone) as Intl.DateTimeFormat).formatToParts(instant).map((part) => [part.type, Number(part.value)]),
  );
  const get = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) as number;
  const whole = Date.UTC(get('year'), get('month') - 1, get('day'), get('hour'), get('minute'), get('second'));
  return whole + (((instant % 1000) + 1000) % 1000);
}

/** The instants at which a zone's clock changes, from 2009 to 2027. */
function findChanges(zone: string): number[] {
  const changes: number[] = [];
  for (let at = Date.UTC(2009, 0); at < Date.UTC(2028, 0); at += 7 * DAY) {
    const offset = wallTime(zone, at) - at;
    let low = at;
    let high = at + 7 * DAY;
    if (wallTime(zone, high) - high === offset) continue;
    while (high - low > 1000) {
      const middle = low + Math.floor((high - low) / 2000) * 1000;
      if (wallTime(zone, middle) - middle === offset) low = middle;
      else high = middle;
    }
    changes.push(high);
  }
  return changes;
}

const known = new Map(ZONES.map((zone) => [zone, findChanges(zone)]));
const changesOf = (zone: string) => known.get(zone) as number[];

/** Instants anywhere, half of them within hours of a change of the zone's clock. */
const zoneAndInstant = fc.constantFrom(...ZONES).chain((zone) => {
  const changes = changesOf(zone);
  const anywhere = fc.integer({ min: Date.UTC(1975, 0), max: Date.UTC(2037, 0) });
  if (changes.length === 0) return fc.tuple(fc.constant(zone), anywhere);
  const near = fc
    .tuple(
      fc.constantFrom(...changes),
      fc.constantFrom(-3 * HOUR, -HOUR, -1, 0, 1, HOUR / 2, HOUR, 2 * HOUR),
      fc.nat(999),
    )
    .map(([change, beside, more]) => change + beside + more);
  return fc.tuple(fc.constant(zone), fc.oneof(anywhere, near));
});

const zones = new Map(ZONES.map((zone) => [zone, new Zone(zone)]));

describe('a zone against the platform', () => {
  it('shows the same wall time', () => {
    fc.assert(
      fc.property(zoneAndInstant, ([name, instant]) => {
        expect(zones.get(name)?.localOf(instant)).toBe(wallTime(name, instant));
      }),
      { numRuns: 1000 },
    );
  });

  it('reads its own wall time back, and the first of two where a wall time occurs twice', () => {
    fc.assert(
      fc.property(zoneAndInstant, ([name, instant]) => {
        const zone = zones.get(name) as Zone;
        const local = wallTime(name, instant);
        const back = zone.instantOfLocal(local);
        expect(wallTime(name, back)).toBe(local);
        expect(back).toBeLessThanOrEqual(instant);
        // What shows the same wall time earlier lies within three hours before: no clock goes back by more.
        for (let earlier = instant - 15 * 60_000; earlier > instant - 3 * HOUR; earlier -= 15 * 60_000) {
          if (wallTime(name, earlier) === local) expect(back).toBe(earlier);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('reads a skipped wall time with the offset before the change', () => {
    let skipped = 0;
    for (const name of ZONES) {
      const zone = zones.get(name) as Zone;
      for (const change of changesOf(name)) {
        const before = wallTime(name, change - 1000) - (change - 1000);
        const after = wallTime(name, change) - change;
        for (let gap = 0; gap < after - before; gap += 5 * 60_000) {
          expect(zone.instantOfLocal(change + before + gap)).toBe(change + gap);
          skipped++;
        }
      }
    }
    // Casablanca alone skips an hour, twelve such steps, every year.
    expect(skipped).toBeGreaterThan(1000);
  });
});
