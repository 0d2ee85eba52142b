import { describe, expect, it } from 'vitest';
import { open } from '../../../src/index.ts';

/** ServiceNow tasks with one part of the second replaced. */
async function told(part: object) {
  const task = (number: string) => ({
    number: { value: number, display_value: number },
    state: { value: '7', display_value: 'Closed' },
    short_description: { value: 'No mail', display_value: 'No mail' },
    assignment_group: { value: 'g1', display_value: 'Service desk' },
    opened_at: { value: '2026-03-02 09:00:00', display_value: '2026-03-02 09:00:00' },
    closed_at: { value: '2026-03-05 09:00:00', display_value: '2026-03-05 09:00:00' },
  });
  const result = [task('T1'), { ...task('T2'), ...part }, task('T3')];
  const analysis = await open({ name: 'tasks.json', data: JSON.stringify({ result }) });
  const { findings } = analysis.report();
  const finding = findings.find(({ code }) => code === 'unexpected-part');
  return {
    outcomes: analysis.items().itemList.map(({ outcome }) => outcome),
    count: finding?.count ?? 0,
    example: finding?.examples[0],
  };
}

describe('a JSON record that is read as a row', () => {
  it('has no part in a column that is left out unsaid', async () => {
    expect(await told({})).toMatchObject({ outcomes: ['finished', 'finished', 'finished'], count: 0 });
    for (const [closed, found] of [
      [['2026-03-05', '2026-03-06'], 'a list'],
      [{ value: { day: 5 }, display_value: { day: 5 } }, 'an object'],
      [true, 'true or false'],
    ] as const) {
      const { count, example } = await told({ closed_at: closed });
      expect(count).toBeGreaterThan(0);
      expect(example).toMatchObject({ file: 'tasks.json', line: 2 });
      expect(example?.value).toMatch(new RegExp(`^closed_at\\..*: ${found}$`));
    }
  });

  it('is read where JSON text holds what belongs there, and lacks nothing where it is null or empty', async () => {
    const text = JSON.stringify({ value: '2026-03-05 09:00:00', display_value: '2026-03-05 09:00:00' });
    expect(await told({ closed_at: text })).toMatchObject({
      outcomes: ['finished', 'finished', 'finished'],
      count: 0,
    });
    for (const closed of [null, '', {}, { value: null, display_value: null }]) {
      expect(await told({ closed_at: closed })).toMatchObject({ count: 0 });
    }
  });
});
