import { describe, expect, it } from 'vitest';
import { analysisOf, type Options, short } from '../library/march.ts';

/** Started on the 4th, ended on the 11th; one idea of the 1st. The latest event is that of Wednesday the 11th, 15:00. */
const TABLE = `
  id | at       | to      | created
  A  | 4 10:00  | Writing | 3
  A  | 11 15:00 | Done    | 3
  B  | 2        | Ideas   | 1
`;

async function windowOf(options: Options = {}, table = TABLE) {
  const { from, to } = (await analysisOf(table, options)).report().window;
  return [short(from), short(to)];
}

describe('the window by default', () => {
  it('goes from the earliest start or end to asOf, which counts', async () => {
    expect(await windowOf()).toEqual(['4 10:00', '11 15:00:00.001']);
    expect((await analysisOf(TABLE)).report().items.inWindow.finished).toBe(1);
  });

  it('begins with an end that is earlier than any start', async () => {
    expect(await windowOf({}, `${TABLE}C | 3 | Done |`)).toEqual(['3', '11 15:00:00.001']);
    expect(await windowOf({}, `${TABLE}C | 3 | Cancelled |`)).toEqual(['3', '11 15:00:00.001']);
  });

  it('begins with the earliest creation where nothing started or ended', async () => {
    expect(await windowOf({}, 'id|at|to|created\nB|2|Ideas|1\nC|5|Ready|4')).toEqual(['1', '5 00:00:00.001']);
  });
});

describe('--from and --to', () => {
  it('take dates, which mean local midnight, and instants', async () => {
    expect(await windowOf({ from: '2026-03-05', to: '2026-03-10' })).toEqual(['5', '10']);
    expect(await windowOf({ from: '2026-03-05T06:30:00+01:00' })).toEqual(['5 05:30', '11 15:00:00.001']);
    // 00:00 in Madrid is 23:00 in UTC.
    const madrid = { timeZone: 'Europe/Madrid', from: '2026-03-05', to: '2026-03-10' };
    expect(await windowOf(madrid)).toEqual(['4 23:00', '9 23:00']);
  });

  it('end it at most a millisecond after asOf', async () => {
    expect(await windowOf({ to: '2026-03-20' })).toEqual(['4 10:00', '11 15:00:00.001']);
    expect(await windowOf({ to: '2026-03-20', asOf: '2026-03-15T00:00:00Z' })).toEqual(['4 10:00', '15 00:00:00.001']);
    expect(await windowOf({ to: '2026-03-11T15:00:00Z' })).toEqual(['4 10:00', '11 15:00']);
  });

  it('that ends before the first event is refused, as one that starts after the last', async () => {
    // The first start is at 10:00 on the 4th: a window up to then holds nothing, and a millisecond more holds it.
    for (const to of ['2026-03-03', '2026-03-04T10:00:00Z']) {
      await expect(analysisOf(TABLE, { to })).rejects.toMatchObject({
        code: 'empty-window',
        where: '--to',
        message: expect.stringContaining('that is at 2026-03-04T10:00:00.000Z. Choose a later --to'),
      });
    }
    expect(await windowOf({ to: '2026-03-04T10:00:00.001Z' })).toEqual(['4 10:00', '4 10:00:00.001']);
    // Who says where it begins, too, asks about that time, whatever happened in it.
    expect(await windowOf({ from: '2026-03-01', to: '2026-03-03' })).toEqual(['1', '3']);
  });

  it('do not move what "now" means: open items are as old as at asOf', async () => {
    const { wip, age } = (await analysisOf(`${TABLE}C | 9 | Writing |`, { to: '2026-03-08' })).report();
    expect([wip.current, age.count]).toEqual([1, 1]);
  });

  it('that leave nothing are refused: the window is over before it starts', async () => {
    await expect(analysisOf(TABLE, { from: '2026-03-12' })).rejects.toMatchObject({
      code: 'empty-window',
      where: '--from',
    });
    // It ends a millisecond after asOf, 15:00: beginning then, it holds nothing.
    await expect(analysisOf(TABLE, { from: '2026-03-11T15:00:00.001Z' })).rejects.toMatchObject({
      code: 'empty-window',
    });
    expect(await windowOf({ from: '2026-03-11T15:00:00Z' })).toEqual(['11 15:00', '11 15:00:00.001']);
    await expect(analysisOf(TABLE, { from: '2026-03-05', to: '2026-03-04' })).rejects.toMatchObject({
      code: 'bad-option',
    });
    await expect(analysisOf(TABLE, { from: '2026-03-05', to: '2026-03-05' })).rejects.toMatchObject({
      code: 'bad-option',
    });
  });
});

describe('--last', () => {
  it.each([
    // asOf is Wednesday the 11th; its week began on Monday the 9th.
    ['1w', '2'],
    ['2w', '2026-02-23T00:00:00.000Z'],
    ['0w', '9'],
    ['3d', '8'],
    ['0d', '11'],
    ['1m', '2026-02-01T00:00:00.000Z'],
    ['14m', '2025-01-01T00:00:00.000Z'],
    ['0m', '1'],
  ])('%s begins at %s', async (last, from) => {
    expect(await windowOf({ last })).toEqual([from, '11 15:00:00.001']);
  });

  it('counts back from asOf, on the local calendar', async () => {
    // Monday the 16th, 00:30 in Madrid: still Sunday the 15th in UTC.
    const asOf = '2026-03-15T23:30:00Z';
    expect(await windowOf({ last: '1w', asOf })).toEqual(['2', '15 23:30:00.001']);
    expect(await windowOf({ last: '1w', asOf, timeZone: 'Europe/Madrid' })).toEqual(['8 23:00', '15 23:30:00.001']);
  });

  it('is of Monday on a Monday, and of the Monday before on a Sunday', async () => {
    expect(await windowOf({ last: '0w', asOf: '2026-03-16T00:00:00Z' })).toEqual(['16', '16 00:00:00.001']);
    expect(await windowOf({ last: '0w', asOf: '2026-03-15T23:59:59.999Z' })).toEqual(['9', '16']);
  });

  it('of months from the last of a month are months, not days', async () => {
    expect(await windowOf({ last: '1m', asOf: '2026-03-31T12:00:00Z' })).toEqual([
      '2026-02-01T00:00:00.000Z',
      '31 12:00:00.001',
    ]);
  });

  it('of the configuration yields to --from and --to', async () => {
    const configuration = { last: '1w' };
    expect(await windowOf({ configuration })).toEqual(['2', '11 15:00:00.001']);
    expect(await windowOf({ configuration, from: '2026-03-05' })).toEqual(['5', '11 15:00:00.001']);
    expect(await windowOf({ configuration, to: '2026-03-10' })).toEqual(['4 10:00', '10']);
    expect(await windowOf({ configuration, last: '3d' })).toEqual(['8', '11 15:00:00.001']);
  });
});
