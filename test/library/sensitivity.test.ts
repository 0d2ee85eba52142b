import { describe, expect, it } from 'vitest';
import { type AnalyzeOptions, open, type Sensitivity } from '../../src/index.ts';
import { rowOf } from './sensitivity-by-report.ts';

// Three items, all times on the hour, over one week from Monday, 5 January 2026.
//   A  created Mon 0:00, Ready Mon 12:00, Queue Tue 0:00, Doing Wed 0:00, Done Thu 0:00
//   B  created Mon 0:00, Doing Tue 0:00, back to Ready Wed 0:00, Doing Fri 0:00, Done Sat 0:00
//   C  created Mon 0:00, Doing Mon 0:00, Done Tue 0:00, Doing Wed 0:00, Done Thu 12:00; blocked Wed 0:00 to 12:00
const LOG = `id,to,at,blocked
A,Backlog,2026-01-05T00:00:00Z,
A,Ready,2026-01-05T12:00:00Z,
A,Queue,2026-01-06T00:00:00Z,
A,Doing,2026-01-07T00:00:00Z,
A,Done,2026-01-08T00:00:00Z,
B,Backlog,2026-01-05T00:00:00Z,
B,Doing,2026-01-06T00:00:00Z,
B,Ready,2026-01-07T00:00:00Z,
B,Doing,2026-01-09T00:00:00Z,
B,Done,2026-01-10T00:00:00Z,
C,Backlog,2026-01-05T00:00:00Z,
C,Doing,2026-01-05T00:00:00Z,
C,Done,2026-01-06T00:00:00Z,
C,Doing,2026-01-07T00:00:00Z,yes
C,Doing,2026-01-07T12:00:00Z,no
C,Done,2026-01-08T12:00:00Z,
`;
const WORKFLOW = [
  { stage: 'Backlog', kind: 'todo' },
  { stage: 'Ready', kind: 'todo' },
  { stage: 'Queue', kind: 'waiting' },
  { stage: 'Doing', kind: 'active' },
  { stage: 'Done', kind: 'done' },
];
const INPUT = { name: 'log.csv', data: LOG };
const OPTIONS: AnalyzeOptions = { from: '2026-01-05', asOf: '2026-01-11' };
type Example = [id: string, base: number, changed: number, itemsDiffer: number];

const percentile85 = (values: readonly [number, number, number]) => values[1] + 0.7 * (values[2] - values[1]);

async function sensitivityOf(configuration: object = {}, options: AnalyzeOptions = {}) {
  const given = { workflow: WORKFLOW, ...configuration };
  return (await (await open(INPUT, { ...OPTIONS, ...options, configuration: given })).sensitivity()).sensitivity;
}

describe('the headline under other definitions, by hand', () => {
  it('is that of the run first', async () => {
    // A: 2 days from Queue; B: 4; C: 3.5. Active: A 1, B 2, C 1 + 1; waiting: A 1; paused: B 2, C 1; blocked: C 0.5.
    const { base } = await sensitivityOf();
    expect(base).toEqual({
      cycleTime: { 50: 3.5, 85: percentile85([2, 3.5, 4]) },
      throughput: 3,
      flowEfficiency: 5 / 9.5,
      items: 3,
      unit: 'week',
      definition: 'first start, to last finish, in elapsed days; linear percentiles',
    });
  });

  it.each<
    [change: string, setting: string | null, days: [number, number, number], efficiency: number, example: Example]
  >([
    // B starts anew on Friday: 1 day.
    ['last start', 'startPolicy: last', [1, 2, 3.5], 4 / 6.5, ['B', 4, 1, 1]],
    // A 3 days, B 5, C 3.5: A's two days before Queue wait, B's first day and its two in Ready.
    ['starts at creation', null, [3, 3.5, 5], 5 / 11.5, ['A', 2, 3, 2]],
    // A starts on Monday at 12:00: 2.5 days. B's two days in Ready wait, as they paused: the same.
    ['starts in Ready', 'workflow: Ready is waiting', [2.5, 3.5, 4], 5 / 10, ['A', 2, 2.5, 1]],
    // A starts on Wednesday: 1 day.
    ['starts in Doing', 'commitAt: Doing', [1, 3.5, 4], 5 / 8.5, ['A', 2, 1, 1]],
    // C: 1 day.
    ['first finish', 'finishPolicy: first', [1, 2, 4], 4 / 7, ['C', 3.5, 1, 1]],
    // 9 to 17 o'clock are a day: A Tue, Wed; B Tue to Fri; C Mon, Tue, Wed, and 9:00 to 12:00 on Thu.
    ['working days', 'basis: working', [2, 3 + 3 / 8, 4], 5 / (9 + 3 / 8), ['C', 3.5, 3 + 3 / 8, 1]],
    // A Tue to Thu; B Tue to Sat; C Mon to Thu.
    ['inclusive days', 'basis: inclusive', [3, 4, 5], 5 / 9.5, ['A', 2, 3, 3]],
    // B without its two days in Ready, C without its day in Done.
    ['paused time out', 'excludePaused: true', [2, 2, 2.5], 5 / 6.5, ['B', 4, 2, 2]],
  ])('%s', async (change, setting, days, efficiency, example) => {
    const [id, base, changed, itemsDiffer] = example;
    const row = rowOf(await sensitivityOf(), change);
    expect(row.setting).toBe(setting);
    expect(row.cycleTime[50]).toBeCloseTo(days[1], 12);
    expect(row.cycleTime[85]).toBeCloseTo(percentile85(days), 12);
    expect(row.throughput).toBe(3);
    expect([change, row.flowEfficiency]).toEqual([change, expect.closeTo(efficiency, 12)]);
    expect(row).toMatchObject({ itemsDiffer, example: { id, base, changed, unit: 'days' } });
  });

  it('nearest-rank percentiles: the second and the third of three', async () => {
    const row = rowOf(await sensitivityOf(), 'nearest-rank percentiles');
    expect(row).toMatchObject({ cycleTime: { 50: 3.5, 85: 4 }, itemsDiffer: 0, example: null });
  });

  it('blocked time out: half a day of C', async () => {
    const row = rowOf(await sensitivityOf(), 'blocked time out');
    expect(row.flowEfficiency).toBe(5 / 9);
    // Of C's own 3.5 days 2 were active.
    expect(row).toMatchObject({ itemsDiffer: 1, example: { id: 'C', base: 2 / 3.5, changed: 2 / 3, unit: 'share' } });
    const paused = rowOf(await sensitivityOf({ excludePaused: true }), 'blocked time out');
    expect(paused.flowEfficiency).toBe(5 / 6);
  });

  it('from the creation is the same, wherever the run starts its clock', async () => {
    const row = rowOf(await sensitivityOf({ commitAt: 'Doing', startPolicy: 'last' }), 'starts at creation');
    expect(row).toMatchObject({ cycleTime: { 50: 3.5, 85: percentile85([3, 3.5, 5]) } });
    expect(row.flowEfficiency).toBeCloseTo(5 / 11.5, 12);
  });

  it('changes what the run itself has changed back', async () => {
    const changes = (sensitivity: Sensitivity) =>
      sensitivity.rows.map(({ change, setting }) => `${change}: ${setting}`);
    expect(
      changes(await sensitivityOf({ commitAt: 'Doing', finishAt: 'Done', startPolicy: 'last' }, { basis: 'working' })),
    ).toEqual([
      'first start: startPolicy: first',
      'starts at creation: null',
      'starts in the first stage in progress: no commitAt',
      'first finish: finishPolicy: first',
      'finishes in any done stage: no finishAt',
      'elapsed days: basis: elapsed',
      'inclusive days: basis: inclusive',
      'nearest-rank percentiles: percentiles: { method: nearest-rank }',
      'paused time out: excludePaused: true',
      'blocked time out: null',
    ]);
    const inclusive = await sensitivityOf({ excludePaused: true, finishPolicy: 'first' }, { basis: 'inclusive' });
    expect(changes(inclusive)).toEqual(
      expect.arrayContaining([
        'last finish: finishPolicy: last',
        'working days: basis: working',
        'paused time in: excludePaused: false',
      ]),
    );
    expect(inclusive.base.definition).toBe(
      'first start, to first finish, in inclusive days, paused time out; linear percentiles',
    );
  });

  it('tells what is not known from what does not differ', async () => {
    const data = 'id,started,finished\nA,2026-01-05,2026-01-07\nB,2026-01-06,2026-01-09\n';
    const { sensitivity } = await (await open({ name: 'dates.csv', data })).sensitivity();
    expect(sensitivity.base).toMatchObject({ items: 2, cycleTime: { 50: 2.5 }, flowEfficiency: null });
    expect(rowOf(sensitivity, 'starts at creation')).toMatchObject({
      cycleTime: { 50: null, 85: null },
      itemsDiffer: 0,
      example: null,
    });
    expect(sensitivity.tools.filter(({ value }) => value === null).map(({ tool }) => tool)).toEqual([
      'Azure DevOps, lead time',
      'GitLab, lead time',
    ]);
  });

  it('leaves out an item that one of the two leaves out', async () => {
    // Queue is never entered again: with a commitment in Review, D has no cycle time.
    const data = `${LOG}D,Backlog,2026-01-05T00:00:00Z,\nD,Queue,2026-01-06T00:00:00Z,\nD,Done,2026-01-10T00:00:00Z,\n`;
    const given = { ...OPTIONS, configuration: { workflow: WORKFLOW } };
    const { sensitivity } = await (await open({ name: 'log.csv', data }, given)).sensitivity();
    // A differs by a day and has both values, which goes before the four days of D.
    expect(rowOf(sensitivity, 'starts in Doing')).toMatchObject({
      itemsDiffer: 2,
      example: { id: 'A', base: 2, changed: 1 },
    });
    const only = await (await open({ name: 'log.csv', data }, { ...given, where: ['id=D'] })).sensitivity();
    expect(rowOf(only.sensitivity, 'starts in Doing')).toMatchObject({ itemsDiffer: 0, example: null });
    const two = await (await open({ name: 'log.csv', data }, { ...given, where: ['id=D,B'] })).sensitivity();
    expect(rowOf(two.sensitivity, 'starts in Doing')).toMatchObject({
      itemsDiffer: 1,
      example: { id: 'D', base: 4, changed: null },
    });
  });

  it('has an empty answer for nothing', async () => {
    for (const options of [
      { asOf: '2020-01-01', from: '2019-01-01' },
      { where: ['id=None'], allowEmpty: true },
    ]) {
      const { base, rows, tools } = await sensitivityOf({}, options);
      expect(base).toMatchObject({ items: 0, cycleTime: { 50: null, 85: null }, flowEfficiency: null });
      for (const row of rows) expect(row).toMatchObject({ cycleTime: { 50: null, 85: null }, itemsDiffer: 0 });
      for (const { value } of tools) expect(value).toBe(null);
    }
  });
});

describe('what other tools would print, by hand', () => {
  const printed = async (configuration: object = {}) =>
    Object.fromEntries(
      (await sensitivityOf(configuration)).tools.map(({ figure, tool, value }) => [tool, [figure, value]]),
    );

  it('of three items', async () => {
    expect(await printed()).toEqual({
      // Dates touched: 3, 4 and 5.
      ActionableAgile: ['85th percentile', percentile85([3, 4, 5])],
      // ⌊0.85 × 3⌋ = 2 are passed over.
      jirametrics: ['85th percentile', 5],
      // B begins anew on Friday.
      'jira-agile-metrics': ['85th percentile', percentile85([1, 2, 3.5])],
      'Azure DevOps, cycle time': ['mean', (2 + 4 + 3.5) / 3],
      'Azure DevOps, lead time': ['mean', (3 + 5 + 3.5) / 3],
      // Without B's two days in Ready, and C's in Done.
      'Jira, control chart': ['mean', (2 + 2 + 2.5) / 3],
      'GitLab, lead time': ['median', 3.5],
    });
  });

  it('whatever the run’s own days, paused time and percentiles are', async () => {
    const own = await printed({ basis: 'working', excludePaused: true, startPolicy: 'last', commitAt: 'Doing' });
    expect(own['Azure DevOps, cycle time']).toEqual(['mean', (2 + 4 + 3.5) / 3]);
    expect(own['Jira, control chart']).toEqual(['mean', (2 + 2 + 2.5) / 3]);
    expect(own['Azure DevOps, lead time']).toEqual(['mean', (3 + 5 + 3.5) / 3]);
    // The rule that ActionableAgile takes is not published.
    const nearest = await printed({ percentiles: { method: 'nearest-rank' } });
    expect(nearest.ActionableAgile).toEqual(['85th percentile', 5]);
    expect(nearest['jira-agile-metrics']).toEqual(['85th percentile', percentile85([1, 2, 3.5])]);
  });

  it('jirametrics passes over ⌊0.85 n⌋ of n, and what begins and ends at one instant', async () => {
    // 20 items of 1 to 20 days: 17 are passed over, so the 18th, where the nearest rank is the 17th.
    const rows = Array.from(
      { length: 20 },
      (_, n) => `T-${n},Doing,2026-01-01T00:00:00Z\nT-${n},Done,${new Date(Date.UTC(2026, 0, 1 + n)).toISOString()}\n`,
    );
    const moment = 'Z,Doing,2026-01-02T00:00:00Z\nZ,Done,2026-01-02T00:00:00Z\n';
    const analysis = await open({
      name: 'log.csv',
      data: `id,to,at\n${rows.slice(1).join('')}T-x,Doing,2026-01-01T00:00:00Z\nT-x,Done,2026-01-01T01:00:00Z\n${moment.repeat(1)}`,
    });
    const { tools } = (await analysis.sensitivity()).sensitivity;
    expect(tools.find(({ tool }) => tool === 'jirametrics')?.value).toBe(18);
  });

  it('each with an address', async () => {
    for (const { definition, source } of (await sensitivityOf()).tools) {
      expect(source).toMatch(/^https:\/\/[\w.-]+\/\S+$/);
      expect(definition.length).toBeLessThan(80);
    }
  });
});

it('adds nothing to the findings of the run, and leaves its figures alone', async () => {
  const data = `${LOG.replace('blocked', 'blocked,resolution').replaceAll(/,(yes|no|)$/gm, ',$1,Duplicate')}`;
  const analysis = await open({ name: 'log.csv', data }, { ...OPTIONS, configuration: { workflow: WORKFLOW } });
  const before = JSON.stringify(analysis.report());
  const { findings } = await analysis.sensitivity();
  expect(findings).toEqual(JSON.parse(before).findings);
  expect(JSON.stringify(analysis.report())).toBe(before);
});

it('says the same of shuffled rows', async () => {
  const [head, ...rows] = LOG.trimEnd().split('\n');
  const data = [head, ...rows.reverse()].join('\n');
  const shuffled = await (
    await open({ name: 'log.csv', data }, { ...OPTIONS, configuration: { workflow: WORKFLOW } })
  ).sensitivity();
  expect(shuffled.sensitivity).toEqual(await sensitivityOf());
});
