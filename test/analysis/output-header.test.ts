import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { open } from '../../src/index.ts';
import { analysisOf } from '../library/march.ts';

const TABLE = 'id|at|to\nA|3|Writing\nA|3|Writing\nA|4|Done';

describe('the calendar that an output names', () => {
  const calendarOf = async (calendar: object) =>
    (await analysisOf(TABLE, { configuration: { calendar } })).report().calendar;

  it('has its days from Monday on, its hours, and the number of its holidays', async () => {
    expect((await analysisOf(TABLE)).report().calendar).toEqual({
      assumed: true,
      hoursPerDay: 8,
      description: 'mon tue wed thu fri, 09:00-17:00, no holidays',
    });
    const hours = ['08:00-12:00', '13:00-15:00'];
    // 4 + 2 hours.
    expect(await calendarOf({ days: ['sun', 'mon'], hours, holidays: ['2026-12-25'] })).toEqual({
      assumed: false,
      hoursPerDay: 6,
      description: 'mon sun, 08:00-12:00 13:00-15:00, 1 holiday',
    });
    const holidays = ['2026-12-25', '2026-12-26'];
    expect((await calendarOf({ holidays })).description).toMatch(/, 2 holidays$/);
  });

  it('has the hours of its longest day where they differ', async () => {
    const hours = { mon: ['09:00-13:00'], tue: ['09:00-18:00'] };
    expect(await calendarOf({ days: ['mon', 'tue'], hours })).toMatchObject({
      hoursPerDay: 9,
      description: 'mon tue, hours by day, no holidays',
    });
  });
});

describe('the sources that an output names', () => {
  it('come with the exports that would tell more', async () => {
    const file = fileURLToPath(new URL('../../fixtures/github-issues/gh-upper-case/issues.json', import.meta.url));
    expect((await open(file)).report().sources[0]).toMatchObject({
      grade: 'milestones',
      fullerFormats: ['github-events'],
    });
    expect((await analysisOf(TABLE)).report().sources[0]?.fullerFormats).toEqual([]);
  });
});

describe('the findings of an output', () => {
  it('are its own: what is done to them changes no other output', async () => {
    const analysis = await analysisOf(TABLE);
    const [finding] = analysis.report().findings;
    const [example] = finding?.examples ?? [];
    expect(example).toMatchObject({ item: 'A', line: 3 });
    Object.assign(example as object, { item: 'B' });
    finding?.examples.pop();
    expect(analysis.items().findings[0]?.examples).toMatchObject([{ item: 'A', line: 3 }]);
  });
});
