import { describe, expect, it } from 'vitest';
import { analysisOf, type Options } from '../../library/march.ts';

async function stageOf(table: string, stage: string, options: Options = {}) {
  const found = (await analysisOf(table, options)).report().stages.find((one) => one.stage === stage);
  if (found === undefined) throw new Error(`there is no stage ${stage}`);
  return found;
}

/** An item that enters one stage a day from 2 March on; then one more, so that asOf lies beyond. */
const path = (...paths: string[]) =>
  [
    'id|at|to',
    ...paths.flatMap((one, item) => one.split(' > ').map((stage, index) => `I${item} | ${index + 2} | ${stage}`)),
    'Z | 20 | Ideas',
  ].join('\n');

const exitsOf = async (stage: string, ...paths: string[]) => {
  const { forwardExits, backwardExits, droppedExits, passRate, firstPassYield } = await stageOf(path(...paths), stage);
  return [forwardExits, backwardExits, droppedExits, passRate, firstPassYield];
};

describe('time in stages', () => {
  const TABLE = `
    id | at | to
    A  | 2  | Ideas
    A  | 4  | Writing
    A  | 7  | On hold
    A  | 8  | Writing
    A  | 9  | Done
    B  | 3  | Ideas
    B  | 6  | Writing
    B  | 16 | Done
    C  | 20 | Ideas
  `;

  it('is over the visits that ended within the window', async () => {
    expect(await stageOf(TABLE, 'Writing')).toMatchObject({
      kind: 'active',
      // A 3 and 1 days, B 10.
      visits: 3,
      items: 2,
      totalDays: 14,
      timeDays: { count: 3, meanDays: expect.closeTo(14 / 3, 12), minDays: 1, maxDays: 10 },
      entries: 3,
      exits: 3,
      growth: 0,
    });
    // By default the window begins with the first start, the 4th: A's visit to Ideas ended then, within it.
    expect(await stageOf(TABLE, 'Ideas')).toMatchObject({
      visits: 2,
      items: 2,
      totalDays: 2 + 3,
      entries: 1,
      exits: 2,
      growth: -1,
    });
    expect(await stageOf(TABLE, 'Done')).toMatchObject({ visits: 0, items: 0, entries: 2, exits: 0, growth: 2 });
    expect(await stageOf(TABLE, 'Done')).toMatchObject({ totalDays: 0, timeDays: { count: 0, meanDays: null } });
  });

  it('counts entries and exits in the window: one at its start, none at its end', async () => {
    const window = { from: '2026-03-06', to: '2026-03-09' };
    // Entries: B on the 6th, A on the 8th. Exits: A on the 7th; that of the 9th is out.
    expect(await stageOf(TABLE, 'Writing', window)).toMatchObject({
      visits: 1,
      items: 1,
      entries: 2,
      exits: 1,
      growth: 1,
    });
    expect(await stageOf(TABLE, 'Ideas', window)).toMatchObject({
      visits: 1,
      items: 1,
      entries: 0,
      exits: 1,
      growth: -1,
    });
  });

  it('shares out the time between start and end', async () => {
    // Between start and end: Writing 3 + 1 + 10, On hold 1; Ideas lie before.
    expect((await stageOf(TABLE, 'Writing')).share).toBeCloseTo(14 / 15, 12);
    expect((await stageOf(TABLE, 'On hold')).share).toBeCloseTo(1 / 15, 12);
    expect((await stageOf(TABLE, 'Ideas')).share).toBe(0);
    expect((await stageOf(TABLE, 'Writing', { where: ['id=C'] })).share).toBeNull();
  });

  it('lists the visits in its own command', async () => {
    const analysis = await analysisOf(TABLE);
    const writing = analysis.metric('stages').stages?.find(({ stage }) => stage === 'Writing');
    expect(writing?.byVisit?.map(({ id, timeDays }) => [id, timeDays])).toEqual([
      ['A', 3],
      ['A', 1],
      ['B', 10],
    ]);
    expect(analysis.report().stages.every((stage) => stage.byVisit === undefined)).toBe(true);
  });
});

describe('where stages are left to', () => {
  it.each([
    // Forward, backward, dropped, pass rate, first-pass yield of Writing.
    ['to a later stage', ['Writing > Review > Done'], [1, 0, 0, 1, 1]],
    ['to an earlier one', ['Writing > Ready > Done'], [0, 1, 0, 0, 0]],
    ['given up', ['Writing > Cancelled'], [0, 0, 1, null, 0]],
    ['nowhere yet', ['Writing'], [0, 0, 0, null, null]],
    // Parked and not resumed: neither, while it has no next stage of direction.
    ['to a wait', ['Writing > On hold'], [0, 0, 0, null, null]],
    ['to a wait, and on', ['Writing > On hold > Review > Done'], [1, 0, 0, 1, 1]],
    ['to a wait, and given up', ['Writing > On hold > Cancelled'], [0, 0, 1, null, 0]],
    // Resumed after mere waiting: one stay, which ends forward, and the item never came back.
    ['to a wait and back', ['Writing > On hold > Writing > Done'], [1, 0, 0, 1, 1]],
    // Came back: the first visit left forward, the second, too, but no first pass.
    ['forward twice', ['Writing > Review > Writing > Review > Done'], [2, 0, 0, 1, 0]],
    ['forward, and back to another', ['Writing > Review > Ready > Review > Done'], [1, 0, 0, 1, 1]],
    ['backward, then forward', ['Writing > Ready > Writing > Done'], [1, 1, 0, 0.5, 0]],
    ['dropped, revived and finished', ['Writing > Cancelled > Writing > Done'], [1, 0, 1, 1, 0]],
    [
      'of several items',
      ['Writing > Done', 'Writing > Ready', 'Writing > Cancelled', 'Writing'],
      [1, 1, 1, 0.5, 1 / 3],
    ],
  ])('%s', async (_, paths, expected) => {
    expect(await exitsOf('Writing', ...paths)).toEqual(expected);
  });

  it('carries no direction for waiting, done and dropped stages', async () => {
    const none = [null, null, null, null, null];
    for (const stage of ['On hold', 'Done', 'Cancelled']) {
      expect(await exitsOf(stage, 'Writing > On hold > Review > Done > Cancelled')).toEqual(none);
    }
  });

  it('counts stays that ended in the window; coming back counts at any later time', async () => {
    // Writing 2, Review 3, Writing 4, Review 5, Done 6. In the window [3, 4): the first exit alone.
    const table = path('Writing > Review > Writing > Review > Done', 'Writing > Review > Done');
    const figures = await stageOf(table, 'Writing', { from: '2026-03-03', to: '2026-03-04' });
    expect(figures).toMatchObject({ forwardExits: 2, backwardExits: 0, firstPassYield: 1 / 2 });
    // In [4, 6) only the second exit of the first item lies: it is no first visit.
    const later = await stageOf(table, 'Writing', { from: '2026-03-04', to: '2026-03-06' });
    expect(later).toMatchObject({ forwardExits: 1, firstPassYield: null });
  });

  it('takes a stay of several visits to end with the last of them', async () => {
    // Writing 2, On hold 3, Writing 4, Review 5: the stay ends on the 5th.
    const table = path('Writing > On hold > Writing > Review > Done');
    expect(await stageOf(table, 'Writing', { from: '2026-03-02', to: '2026-03-05' })).toMatchObject({
      visits: 1,
      forwardExits: 0,
    });
    expect(await stageOf(table, 'Writing', { from: '2026-03-05', to: '2026-03-06' })).toMatchObject({
      visits: 1,
      forwardExits: 1,
    });
  });

  it('of a parked stay is counted when the visit ended, wherever it turned out to go', async () => {
    // Left for On hold on the 3rd, on to Review on the 4th.
    const table = path('Writing > On hold > Review > Done');
    expect(await stageOf(table, 'Writing', { from: '2026-03-03', to: '2026-03-04' })).toMatchObject({
      forwardExits: 1,
    });
    expect(await stageOf(table, 'Writing', { from: '2026-03-04', to: '2026-03-05' })).toMatchObject({
      forwardExits: 0,
    });
  });
});
