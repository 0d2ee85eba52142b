import { describe, expect, it } from 'vitest';
import type { Adherence } from '../../../src/contract/adherence-schema.ts';
import { open } from '../../../src/index.ts';
import { analysisOf, BOARD, type Options } from '../../library/march.ts';

async function adherenceOf(table: string, options: Options = {}): Promise<Adherence> {
  return (await analysisOf(table, options)).metric('adherence').adherence as Adherence;
}

/** Items by their ways, a stage a day. */
const ways = (...of: string[]) =>
  `id | at | to\n${of
    .flatMap((way, id) => way.split(' > ').map((stage, day) => `${id} | ${2 + day} | ${stage}`))
    .join('\n')}`;

const itemOf = ({ byItem }: Adherence, id: number) => byItem?.find((item) => item.id === String(id));

describe('adherence', () => {
  it('takes the active stages of a configured workflow for the path, whatever was waited for', async () => {
    const data = await adherenceOf(
      ways(
        'Ideas > Writing > Review > Done',
        'Writing > On hold > Writing > Review > Done',
        'Writing > Done',
        'Writing > Review > Writing > Review > Done',
        'Review > Writing > Done',
        'Writing > Review',
      ),
    );
    expect(data).toMatchObject({
      path: ['Writing', 'Review'],
      pathFrom: 'workflow',
      items: 5,
      onPath: 2,
      onPathShare: 2 / 5,
      withSkips: 1,
      withReturns: 2,
      withDetours: 0,
    });
    expect(data.stages).toEqual([
      { stage: 'Writing', skipped: 0, skippedShare: 0, outOfOrder: 2 },
      { stage: 'Review', skipped: 1, skippedShare: 1 / 5, outOfOrder: 0 },
    ]);
    expect(data.variants[0]).toMatchObject({ way: ['Writing', 'Review'], items: 2, share: 2 / 5, onPath: true });
    // 2 days and, with the hold, 4.
    expect(data.variants[0]).toMatchObject({ medianDays: 3 });
  });

  it('takes the configured path, its waiting stages included', async () => {
    const data = await adherenceOf(
      ways('Writing > On hold > Review > Done', 'Writing > Review > Done', 'On hold > Writing > Review > Done'),
      { configuration: { path: ['Writing', 'On hold'] } },
    );
    expect(data).toMatchObject({ pathFrom: 'path', path: ['Writing', 'On hold'], onPath: 0, withDetours: 3 });
    expect(data.detours).toEqual([{ stage: 'Review', items: 3 }]);
    expect(itemOf(data, 1)).toMatchObject({ skipped: ['On hold'], outOfOrder: 0, detours: ['Review'] });
    // Writing came after the hold.
    expect(itemOf(data, 2)).toMatchObject({ skipped: [], outOfOrder: 1 });
  });

  it('takes the most common order of first visits where the workflow is inferred', async () => {
    const day = (count: number) => `2026-03-0${count}T09:00Z`;
    const of = (id: string, ...stages: string[]) => stages.map((to, index) => `${id},${to},${day(1 + index)}`);
    const data = [
      'id,to,at',
      ...of('A', 'Backlog', 'Writing', 'Review', 'Done'),
      ...of('B', 'Backlog', 'Writing', 'Review', 'Writing', 'Review', 'Done'),
      ...of('C', 'Backlog', 'Writing', 'Done'),
    ].join('\n');
    const { adherence } = (await open({ name: 'log.csv', data })).metric('adherence');
    // Writing → Review of two, one of which goes back and forth, against Writing alone of one.
    expect(adherence).toMatchObject({ path: ['Writing', 'Review'], pathFrom: 'most common', onPath: 1, ways: 3 });
  });

  it('does not take reopened work for work on the path', async () => {
    const data = await adherenceOf(
      ways(
        'Writing > Done > Writing > Done',
        'Writing > Done > Released',
        'Writing > Done > Released > Writing > Done',
      ),
      { configuration: { path: ['Writing'] } },
    );
    expect(data.variants.map(({ items, way }) => [items, way])).toEqual([
      [1, ['Writing']],
      [1, ['Writing', 'Done', 'Writing']],
      [1, ['Writing', 'Released', 'Writing']],
    ]);
    expect(data).toMatchObject({ onPath: 1, withDetours: 2, withReturns: 0 });
  });

  it('shows the ten most frequent of many ways, and the first 50 steps of a long one', async () => {
    const back = (times: number) => `Writing > ${'Review > Writing > '.repeat(times)}Done`;
    const all = Array.from({ length: 12 }, (_, index) => back(index + 1));
    const data = await adherenceOf(ways(...all, back(1), back(14)).replace(/\n/g, '\n'), {
      configuration: { workflow: BOARD },
    });
    expect(data.ways).toBe(13);
    expect(data.variants).toHaveLength(10);
    expect(data.variants[0]).toMatchObject({ items: 2, steps: 3 });
    const long = await open({
      name: 'log.csv',
      data: `id,to,at\n${Array.from({ length: 61 }, (_, index) => `A,${index % 2 === 0 ? 'Writing' : 'Review'},${new Date(Date.UTC(2026, 0, 1, index)).toISOString()}`).join('\n')}\nA,Done,2026-02-01T00:00Z\n`,
    });
    const [variant] = long.report().adherence.variants;
    expect(variant?.way).toHaveLength(50);
    expect(variant?.steps).toBe(61);
  });

  it('is nothing where nothing was finished', async () => {
    const data = await adherenceOf(ways('Writing > Review'));
    expect(data).toMatchObject({ items: 0, onPath: 0, onPathShare: null, ways: 0, variants: [], byItem: [] });
  });
});

describe('a time limit', () => {
  const TABLE = `
    id | at | to
    A  | 2  | Review
    A  | 5  | Done
    B  | 2  | Review
    B  | 4  | Done
    C  | 3  | Review
    C  | 4  | Writing
    C  | 5  | Review
    C  | 9  | Done
    D  | 6  | Review
    E  | 9  | Review
    E  | 12 | Writing
  `;
  const limits = [{ stage: 'review', maxDays: 2 }];
  const limitOf = async (options: Options = {}) =>
    (await adherenceOf(TABLE, { configuration: { limits }, ...options })).limits[0];

  it('is broken by what took longer, not by what took as long', async () => {
    // A 3 days, B 2, C 1 and 4, D 6 so far, E 3.
    expect(await limitOf()).toEqual({
      stage: 'Review',
      maxDays: 2,
      visits: 6,
      over: 4,
      overShare: 4 / 6,
      items: 4,
      byItem: [
        { id: 'D', days: 6, excessDays: 4, stillThere: true },
        { id: 'C', days: 4, excessDays: 2, stillThere: false },
        { id: 'A', days: 3, excessDays: 1, stillThere: false },
        { id: 'E', days: 3, excessDays: 1, stillThere: false },
      ],
    });
  });

  it('is for visits that ended in the window, and for open ones where it reaches asOf', async () => {
    const early = await limitOf({ from: '2026-03-02', to: '2026-03-06' });
    // A, B and C's first.
    expect(early).toMatchObject({ visits: 3, over: 1, items: 1 });
    expect(await limitOf({ from: '2026-03-10' })).toMatchObject({ visits: 2, over: 2 });
  });

  it('ends with the item', async () => {
    const configuration = { limits: [{ stage: 'Review', maxDays: 1 }], finishPolicy: 'first' };
    const data = await adherenceOf(
      `
      id | at | to
      A  | 2  | Writing
      A  | 3  | Done
      A  | 4  | Review
      A  | 9  | Done
    `,
      { configuration },
    );
    expect(data.limits[0]).toMatchObject({ visits: 0, over: 0, overShare: null, byItem: [] });
  });

  it('shows the ten worst in the report, and all in its own command', async () => {
    const rows = Array.from({ length: 13 }, (_, id) => `${id} | 2 | Review\n${id} | ${5 + id} | Done`).join('\n');
    const analysis = await analysisOf(`id | at | to\n${rows}`, { configuration: { limits } });
    expect(analysis.report().adherence.limits[0]?.byItem).toHaveLength(10);
    expect(analysis.metric('adherence').adherence?.limits[0]?.byItem).toHaveLength(13);
  });

  it('refuses a stage that there is not', async () => {
    const data = 'id,to,at\nA,Writing,2026-03-02\nA,Done,2026-03-03\n';
    await expect(
      open({ name: 'log.csv', data }, { configuration: { limits: [{ stage: 'Reviw', maxDays: 1 }] } }),
    ).rejects.toThrow('limits: there is no stage "Reviw"');
  });
});
