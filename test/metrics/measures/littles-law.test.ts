import { describe, expect, it } from 'vitest';
import { analysisOf, type Options } from '../../library/march.ts';

/** In progress: A 2 to 6, B 4 to 8 (dropped), C from 5 on. asOf is the 10th. */
const TABLE = `
  id | at | to
  A  | 2  | Writing
  A  | 6  | Done
  B  | 4  | Writing
  B  | 8  | Cancelled
  C  | 5  | Writing
  D  | 3  | Ideas
  D  | 10 | Done
`;

const lawOf = async (options: Options) => (await analysisOf(TABLE, options)).report().littlesLaw;

describe('Little’s law', () => {
  it('compares average WIP with departures times their mean time', async () => {
    // 2nd to 10th: A 4, B 4, C 5 item-days; two departures of four days each.
    expect(await lawOf({ from: '2026-03-02', to: '2026-03-10' })).toEqual({
      averageWip: 13 / 8,
      departuresPerDay: 2 / 8,
      meanDays: 4,
      ratio: 13 / 8 / ((2 / 8) * 4),
      // A starts with the window; C is there at its end.
      wipAtStart: 1,
      wipAtEnd: 1,
      leftOut: [],
    });
  });

  it('is 1 where everything starts and ends in the window', async () => {
    const law = await lawOf({ where: ['id=A,B'], from: '2026-03-02', to: '2026-03-09' });
    expect(law).toMatchObject({ ratio: expect.closeTo(1, 12), wipAtStart: 1, wipAtEnd: 0 });
  });

  it('counts an item in progress at t when started ≤ t < end', async () => {
    expect(await lawOf({ from: '2026-03-04', to: '2026-03-06' })).toMatchObject({
      // At the 4th: A, and B, which starts just then. At the 6th: A just before its end, B, C; A does not depart within.
      wipAtStart: 2,
      wipAtEnd: 3,
      departuresPerDay: 0,
    });
    expect(await lawOf({ from: '2026-03-06', to: '2026-03-08' })).toMatchObject({
      wipAtStart: 2,
      departuresPerDay: 1 / 2,
      meanDays: 4,
    });
  });

  it('does not count at its end what starts just then', async () => {
    // C starts on the 5th: A and B are there before.
    expect(await lawOf({ from: '2026-03-02', to: '2026-03-05' })).toMatchObject({ wipAtStart: 1, wipAtEnd: 2 });
  });

  it('has no ratio without departures', async () => {
    expect(await lawOf({ from: '2026-03-02', to: '2026-03-04' })).toMatchObject({
      departuresPerDay: 0,
      meanDays: null,
      ratio: null,
    });
  });

  it('is in elapsed days, whatever the basis', async () => {
    expect((await lawOf({ from: '2026-03-02', to: '2026-03-10', basis: 'working' })).meanDays).toBe(4);
  });
});
