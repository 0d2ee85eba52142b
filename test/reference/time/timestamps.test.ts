import { describe, expect, it } from 'vitest';
import { readTimestamp } from './timestamps.ts';

describe('readTimestamp', () => {
  it.each([
    // Exact ones.
    ['2026-03-02T09:00:00Z', 'Asia/Kolkata', '2026-03-02T09:00:00.000Z'],
    ['2026-03-02T09:00:00.1234+01:00', 'UTC', '2026-03-02T08:00:00.123Z'],
    ['2026-03-02T09:00:00+0530', 'UTC', '2026-03-02T03:30:00.000Z'],
    ['2026-03-02 09:00-05', 'UTC', '2026-03-02T14:00:00.000Z'],
    // Local ones.
    ['2026-03-02T09:00:00', 'Asia/Kolkata', '2026-03-02T03:30:00.000Z'],
    ['2026-03-02', 'Europe/Madrid', '2026-03-01T23:00:00.000Z'],
    // Skipped: the offset before the change.
    ['2025-03-30T02:30:00', 'Europe/Madrid', '2025-03-30T01:30:00.000Z'],
    ['2025-10-05T02:15:00', 'Australia/Lord_Howe', '2025-10-04T15:45:00.000Z'],
    ['2025-09-07T00:00:00', 'America/Santiago', '2025-09-07T04:00:00.000Z'],
    // Twice: the first time.
    ['2025-10-26T02:30:00', 'Europe/Madrid', '2025-10-26T00:30:00.000Z'],
    ['2025-11-02T01:30:00', 'America/New_York', '2025-11-02T05:30:00.000Z'],
    ['2025-04-06T01:45:00', 'Australia/Lord_Howe', '2025-04-05T14:45:00.000Z'],
    ['2025-04-05T23:30:00', 'America/Santiago', '2025-04-06T02:30:00.000Z'],
  ])('reads %s in %s', (text, zone, instant) => {
    expect(new Date(readTimestamp(text, zone)!).toISOString()).toBe(instant);
  });

  it('reads nothing else', () => {
    expect(readTimestamp('yesterday', 'UTC')).toBeNull();
    expect(readTimestamp('02/03/2026', 'UTC')).toBeNull();
  });
});
