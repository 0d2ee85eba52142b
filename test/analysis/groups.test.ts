import { describe, expect, it } from 'vitest';
import { analysisOf } from '../library/march.ts';
import { randomCase } from './random-analysis.ts';

describe('--by', () => {
  it('gives each value the figures that --where gives it', async () => {
    for (let seed = 1; seed <= 6; seed++) {
      const one = await randomCase(seed);
      const { groups = [], ...whole } = (await one.open(undefined, { by: 'type' })).report();
      expect(groups.reduce((sum, { items }) => sum + (items?.total ?? 0), 0)).toBe(whole.items.total);
      const plain = (await one.open()).report();
      expect([seed, whole.cycleTime]).toEqual([seed, plain.cycleTime]);
      for (const { by, value, ...figures } of groups) {
        // A comma stands between values: "Email, drip" can be asked for by no single one of its parts.
        if (value?.includes(',')) continue;
        const only = (await one.open(undefined, { where: [`type=${value ?? ''}`] })).report();
        for (const [key, figure] of Object.entries(figures)) {
          expect([seed, by, value, key, figure]).toEqual([seed, 'type', value, key, only[key as keyof typeof only]]);
        }
      }
    }
  });

  it('puts the value of most items first, and an item with several values in each', async () => {
    const analysis = await analysisOf(
      `
      id | at | to      | labels
      A  | 2  | Writing | red; blue
      B  | 3  | Writing | blue
      C  | 4  | Writing |
      D  | 4  | Writing | amber
    `,
      { by: 'labels' },
    );
    const { groups, items } = analysis.report();
    expect(groups?.map(({ value, items: counts }) => [value, counts?.total])).toEqual([
      ['blue', 2],
      ['amber', 1],
      ['red', 1],
      [null, 1],
    ]);
    expect(items.total).toBe(4);
  });

  it('refuses a field that no source has', async () => {
    await expect(
      analysisOf('id|at|to|team\nA|2|Writing|red', { by: 'taem' }).then((one) => one.report()),
    ).rejects.toMatchObject({
      code: 'unknown-field',
      where: '--by',
      cure: 'Did you mean "team"?',
    });
  });
});

describe('--where', () => {
  const TABLE = `
    id | at | to      | type | labels   | assignee
    A  | 2  | Writing | Bug  | red;blue | ana
    B  | 3  | Review  | Epic | blue     | ana;ben
    C  | 4  | Done    |      |          |
  `;
  const kept = async (...where: string[]) =>
    (await analysisOf(TABLE, { where, allowEmpty: true }))
      .items()
      .itemList.map(({ id }) => id)
      .join('');

  it.each([
    [['type=Bug'], 'A'],
    [['type=Bug,Epic'], 'AB'],
    [['type!=Epic'], 'AC'],
    [['type!=Bug,Epic'], 'C'],
    [['type='], 'C'],
    [['type!='], 'AB'],
    [['type=bug'], ''],
    [['labels=blue'], 'AB'],
    [['labels=blue', 'labels=red'], 'A'],
    [['labels!=red'], 'BC'],
    [['assignee=ben'], 'B'],
    [['assignee='], 'C'],
    [['stage=Review,Done'], 'BC'],
    [['id=A,C'], 'AC'],
    [['type=Bug', 'stage=Done'], ''],
  ])('%j keeps %j', async (where, expected) => {
    expect(await kept(...where)).toBe(expected);
  });

  it('keeps nobody, and figures are null, not wrong, where that is allowed', async () => {
    const report = (await analysisOf(TABLE, { where: ['type=None'], allowEmpty: true })).report();
    expect(report.items.total).toBe(0);
    expect(report.leadTime.meanDays).toBeNull();
    expect(report.where).toEqual(['type=None']);
    // The window is that of all the items: it does not move with what is looked at.
    expect(report.window).toEqual((await analysisOf(TABLE)).report().window);
  });
});
