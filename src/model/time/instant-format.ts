import { zoneOf } from './zone.ts';

/** The last moment that a Date can hold is this far from 1970: a wall clock ahead of it has no text. */
const MOST_MS = 8.64e15;

/** An ISO instant to the minute, on the wall clock of a zone: `2026-03-02 09:00`. What is no instant stays as it is. */
export function formatInstant(iso: string, timeZone: string): string {
  const local = zoneOf(timeZone).localOf(Date.parse(iso));
  return Math.abs(local) <= MOST_MS
    ? new Date(local).toISOString().slice(0, -':00.000Z'.length).replace('T', ' ')
    : iso;
}
