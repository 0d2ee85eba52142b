import { describe, expect, it } from 'vitest';
import { dateOfDay, dayOfDate, Zone } from '../../../src/model/time/zone.ts';

/** The instant of a wall time in a zone, as ISO. */
function instant(zone: string, local: string): string {
  return new Date(new Zone(zone).instantOfLocal(Date.parse(`${local}Z`))).toISOString().slice(0, -5);
}

describe('a wall time without an offset', () => {
  it.each([
    // The clock goes from 02:00 to 03:00 on 29 March 2026: what it skips has the offset before, +01:00.
    ['Europe/Madrid', '2026-03-29T01:59:59', '2026-03-29T00:59:59'],
    ['Europe/Madrid', '2026-03-29T02:00:00', '2026-03-29T01:00:00'],
    ['Europe/Madrid', '2026-03-29T02:30:00', '2026-03-29T01:30:00'],
    ['Europe/Madrid', '2026-03-29T02:59:59', '2026-03-29T01:59:59'],
    ['Europe/Madrid', '2026-03-29T03:00:00', '2026-03-29T01:00:00'],
    // 02:00 to 03:00 of 25 October 2026 occurs twice: first with +02:00.
    ['Europe/Madrid', '2026-10-25T01:59:59', '2026-10-24T23:59:59'],
    ['Europe/Madrid', '2026-10-25T02:00:00', '2026-10-25T00:00:00'],
    ['Europe/Madrid', '2026-10-25T02:59:59', '2026-10-25T00:59:59'],
    ['Europe/Madrid', '2026-10-25T03:00:00', '2026-10-25T02:00:00'],
    ['America/New_York', '2026-03-08T02:30:00', '2026-03-08T07:30:00'],
    ['America/New_York', '2026-11-01T01:30:00', '2026-11-01T05:30:00'],
    // Half an hour: from 02:00 to 02:30 on 4 October 2026 (+10:30), back from 02:00 to 01:30 on 5 April (+11:00).
    ['Australia/Lord_Howe', '2026-10-04T02:15:00', '2026-10-03T15:45:00'],
    ['Australia/Lord_Howe', '2026-10-04T02:30:00', '2026-10-03T15:30:00'],
    ['Australia/Lord_Howe', '2026-04-05T01:45:00', '2026-04-04T14:45:00'],
    ['Australia/Lord_Howe', '2026-04-05T02:00:00', '2026-04-04T15:30:00'],
    // Midnight itself is skipped on 6 September 2026 (−04:00 to −03:00), and 23:00 occurs twice on 4 April.
    ['America/Santiago', '2026-09-06T00:00:00', '2026-09-06T04:00:00'],
    ['America/Santiago', '2026-04-04T23:30:00', '2026-04-05T02:30:00'],
    // A whole day is skipped: 30 December 2011, with −10:00 before.
    ['Pacific/Apia', '2011-12-29T23:59:59', '2011-12-30T09:59:59'],
    ['Pacific/Apia', '2011-12-30T12:00:00', '2011-12-30T22:00:00'],
    ['Pacific/Apia', '2011-12-31T00:00:00', '2011-12-30T10:00:00'],
    // Two hours: +00:00 to +02:00.
    ['Antarctica/Troll', '2026-03-29T02:30:00', '2026-03-29T02:30:00'],
    ['Antarctica/Troll', '2026-03-29T03:00:00', '2026-03-29T01:00:00'],
    ['Asia/Kathmandu', '2026-03-02T09:00:00', '2026-03-02T03:15:00'],
    ['UTC', '2026-03-29T02:30:00', '2026-03-29T02:30:00'],
  ])('%s %s is %s in UTC', (zone, local, expected) => {
    expect(instant(zone, local)).toBe(expected);
  });
});

describe('a local day', () => {
  const zone = new Zone('America/Santiago');

  it('starts at the first instant of its date, where midnight is skipped', () => {
    const day = dayOfDate('2026-09-06');
    const start = zone.startOfDay(day);
    expect(new Date(start).toISOString()).toBe('2026-09-06T04:00:00.000Z');
    expect([zone.dayOf(start - 1), zone.dayOf(start)]).toEqual([day - 1, day]);
  });

  it('has 23 or 25 hours where the clock changes', () => {
    const madrid = new Zone('Europe/Madrid');
    const hours = (date: string) =>
      (madrid.startOfDay(dayOfDate(date) + 1) - madrid.startOfDay(dayOfDate(date))) / 3_600_000;
    expect(['2026-03-29', '2026-10-25', '2026-06-01'].map(hours)).toEqual([23, 25, 24]);
  });

  it('is read from a date that exists, and from no other', () => {
    expect(dayOfDate('1970-01-02')).toBe(1);
    expect(dayOfDate('2024-02-29')).toBe(Date.UTC(2024, 1, 29) / 86_400_000);
    // 719,162 days before 1970, and not a year of the last century.
    expect([dayOfDate('0001-01-01'), dateOfDay(dayOfDate('0099-12-31'))]).toEqual([-719_162, '0099-12-31']);
    for (const date of ['2026-02-29', '2026-13-01', '2026-00-10', '2026-3-01', '']) expect(dayOfDate(date)).toBeNaN();
    expect(dateOfDay(dayOfDate('2026-03-02'))).toBe('2026-03-02');
  });
});

it('answers the same in whatever order it is asked', () => {
  const asked = [2026, 1950, 2100, 1999, 2026, 1901, 2199].map((year) => Date.UTC(year, 6, 1));
  const one = new Zone('Europe/Madrid');
  const answers = asked.map((at) => one.offsetAt(at));
  expect(answers).toEqual(asked.map((at) => new Zone('Europe/Madrid').offsetAt(at)));
  // Summer time, +02:00, in 2026; none in 1950, when Madrid kept +01:00.
  expect([answers[0], answers[1]]).toEqual([7_200_000, 3_600_000]);
});
