import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLog } from '../../../src/ingest/read-log.ts';
import { OPTIONS } from '../read-text.ts';
import { itemStories } from './item-story.ts';

const HEADERS: Readonly<Record<string, string>> = {
  milestones: 'Id,Title,Status,Created,Closed,Updated',
  taiga: 'ref,subject,status,created_date,finished_date,modified_date,is_closed',
  redmine: '#,Subject,Status,Created,Closed,Updated,Tracker',
};
const LAST: Readonly<Record<string, string>> = { milestones: '', taiga: ',false', redmine: ',Bug' };

/** One item on three days: open, closed, and open again. */
const DAYS = [
  ['day 2', 'New', '', '2026-03-02 10:00'],
  ['day 4', 'Closed', '2026-03-04 09:00', '2026-03-04 10:00'],
  ['day 6', 'New', '', '2026-03-06 10:00'],
] as const;

describe.each(Object.keys(HEADERS))('rows of one item in %s', (tool) => {
  const row = (day: number) => {
    const [title, status, closed, updated] = DAYS[day] as (typeof DAYS)[number];
    return `7,${title},${status},2026-03-01 09:00,${closed},${updated}${LAST[tool]}`;
  };
  // It is closed, so that every file is seen to tell of finishes.
  const other = `8,other,Closed,2026-03-01 09:00,2026-03-01 10:00,2026-03-01 10:00${LAST[tool]}`;
  const read = (files: readonly string[][]) =>
    readLog(
      files.map((rows, index) => ({ name: `${index}.csv`, data: [HEADERS[tool], ...rows, other, ''].join('\n') })),
      { ...OPTIONS, ...(tool === 'milestones' ? { input: 'milestones' } : {}) },
    );

  it('count as the one that was updated last says, in any order, in one file or in several', async () => {
    const newest = await read([[row(2)]]);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
        fc.integer({ min: 0, max: 3 }),
        async (days, split) => {
          const rows = days.map(row);
          const files = [rows.slice(0, split), rows.slice(split)].filter((part) => part.length > 0);
          const log = await read(files);
          expect(itemStories(log)).toEqual(itemStories(newest));
        },
      ),
      { numRuns: 12 },
    );
  });
});
