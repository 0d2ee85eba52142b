import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { fullPath } from '../../src/check/full-path.ts';
import { usualMinimum } from '../../src/check/judge.ts';
import { everyFigure, figureAt } from '../../src/check/known-figures.ts';
import { type CheckReport, type CheckResult, jsonSchema, open, PitwallError, readChecks } from '../../src/index.ts';
import { parsePath } from '../../src/settings/checks/parse-path.ts';

/** Items that take 1, 2, … days in Doing, the first half of them bugs; one more is in progress since 4 days. */
function log(items: number): string {
  const rows = ['id,type,from,to,at'];
  const at = (day: number) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString();
  for (let item = 1; item <= items; item++) {
    const type = item <= items / 2 ? 'Bug' : 'Story';
    rows.push(`A-${item},${type},,Backlog,${at(0)}`, `A-${item},${type},Backlog,Doing,${at(50 - item)}`);
    rows.push(`A-${item},${type},Doing,Done,${at(50)}`);
  }
  rows.push(`B-1,Bug,,Backlog,${at(0)}`, `B-1,Bug,Backlog,Doing,${at(46)}`);
  return `${rows.join('\n')}\n`;
}

const configuration = {
  workflow: [
    { stage: 'Backlog', kind: 'todo' },
    { stage: 'Doing', kind: 'active', limit: 3 },
    { stage: 'Legal', kind: 'waiting' },
    { stage: 'Done', kind: 'done' },
  ],
};

type Given = Parameters<typeof readChecks>[0];

async function judged(given: Given, items = 20, options: object = {}): Promise<CheckReport> {
  const checks = await readChecks(given);
  return checks.judge(await open({ name: 'log.csv', data: log(items) }, { configuration, ...options }));
}

async function resultOf(check: string, items = 20, options: object = {}): Promise<CheckResult> {
  const [result] = (await judged({ check: [check] }, items, options)).check.results;
  return result as CheckResult;
}

async function faultOf(given: Given | string, options: object = {}): Promise<string> {
  try {
    await judged(typeof given === 'string' ? { check: [given] } : given, 20, options);
  } catch (error) {
    if (error instanceof PitwallError) return error.message;
    throw error;
  }
  return 'none';
}

describe('the result of a check', () => {
  // Twenty items of 1 to 20 days. The 85th percentile is at 0.85 × 19 = 16.15 places above the first: 17.15 days.
  it('is the figure against its limit, with its sample', async () => {
    expect(await resultOf('cycleTime.p85 <= 17.2d')).toMatchObject({
      path: 'cycleTime.percentilesDays.85',
      operator: '<=',
      value: expect.closeTo(17.15, 9),
      limit: 17.2,
      unit: 'days',
      baseline: null,
      n: 20,
      status: 'passed',
      level: 'error',
    });
    expect((await resultOf('cycleTime.p85 <= 17.1d')).status).toBe('failed');
  });

  it('says in words what the table says: a limit of hours in hours', async () => {
    expect((await resultOf('cycleTime.p50 <= 1h')).message).toBe(
      'cycleTime.p50 is 10.5 d (sample of 20); the limit is at most 1.0 h',
    );
    expect((await resultOf('cycleTime.p50 <= 0.5d', 20, { basis: 'working' })).message).toContain('at most 0.50 d');
  });

  it('compares without rounding, with each comparison', async () => {
    // 10 days on average of the middle two, 10 and 11: 10.5.
    for (const [check, status] of [
      ['cycleTime.p50 <= 10.5', 'passed'],
      ['cycleTime.p50 < 10.5', 'failed'],
      ['cycleTime.p50 >= 10.5', 'passed'],
      ['cycleTime.p50 > 10.5', 'failed'],
      ['cycleTime.p50 == 10.5', 'passed'],
      ['cycleTime.p50 != 10.5', 'failed'],
      ['cycleTime.p50 <= 10.4999', 'failed'],
      // 252 ÷ 24 = 10.5 days.
      ['cycleTime.p50 <= 252h', 'passed'],
      ['cycleTime.p50 <= 251h', 'failed'],
    ] as const) {
      expect([check, (await resultOf(check)).status]).toEqual([check, status]);
    }
  });

  it('is of shares in percent, of lists by the name of the entry, and of the detail of a command', async () => {
    expect(await resultOf('flowEfficiency.efficiency >= 90%')).toMatchObject({ limit: 0.9, unit: 'share', n: 20 });
    expect(await resultOf('stage[Doing].wip == 1')).toMatchObject({ path: 'wip.byStage[Doing].current', value: 1 });
    expect(await resultOf('stage[Doing].p85 <= 20d')).toMatchObject({ value: expect.closeTo(17.15, 9), n: 20 });
    expect(await resultOf('wip.byStage[Doing].limit <= 3')).toMatchObject({ value: 3, status: 'passed' });
    expect(await resultOf('rework.reopenRate <= 0%')).toMatchObject({ value: 0, status: 'passed' });
    expect(await resultOf('groups[Bug].cycleTime.p50 <= 6d', 20, { by: 'type' })).toMatchObject({ value: 5.5, n: 10 });
  });

  it('is tooFew of a small sample, or where the figure is null', async () => {
    expect((await resultOf('cycleTime.p85 <= 99d', 19)).status).toBe('tooFew');
    expect((await resultOf('cycleTime.p50 <= 99d', 4)).status).toBe('tooFew');
    expect((await resultOf('cycleTime.p50 <= 99d', 5)).status).toBe('passed');
    // Nothing was in Legal, and the window is too short for a year's figures.
    expect(await resultOf('stage[Legal].p85 <= 2d')).toMatchObject({ value: null, status: 'tooFew' });
    expect(await resultOf('waste.perYear.wastedCost <= 2')).toMatchObject({ value: null, status: 'tooFew' });
    const least = { check: 'cycleTime.p85 <= 99d', minimum: 21 };
    expect((await judged({ checks: [least] })).check).toMatchObject({ tooFew: 1 });
    expect((await judged({ checks: [{ ...least, minimum: 3 }] }, 4)).check).toMatchObject({ passed: 1 });
  });

  it('is noBaseline for a relative limit', async () => {
    expect(await resultOf('cycleTime.p50 <= 1.1 * baseline')).toMatchObject({
      status: 'noBaseline',
      limit: null,
      baseline: { factor: 1.1 },
      value: 10.5,
    });
  });

  it('counts findings by weight', async () => {
    expect(await resultOf('findings.error == 0')).toMatchObject({ value: 0, status: 'passed' });
  });
});

describe('the results together', () => {
  it('are the worst first, counted, and fit the schema', async () => {
    const report = await judged({
      checks: [
        { name: 'mild', check: 'wip.current <= 0', level: 'warn' },
        'wip.current <= 9',
        'cycleTime.p50 <= 10d',
        'cycleTime.p50 <= 1d',
        'age.p85 <= 5d',
        'cycleTime.p50 <= baseline',
        'wip.current <= 2',
      ],
    });
    // 10.5 of 10 is 5 % beyond, of 1 it is 950 %; 1 of 2 leaves half, 1 of 9 more.
    expect(report.check.results.map(({ name }) => name)).toEqual([
      'cycleTime.p50 <= 1d',
      'cycleTime.p50 <= 10d',
      'mild',
      'cycleTime.p50 <= baseline',
      'age.p85 <= 5d',
      'wip.current <= 2',
      'wip.current <= 9',
    ]);
    expect(report.check).toMatchObject({ passed: 2, failed: 3, tooFew: 1, noBaseline: 1 });
    const validate = new Ajv2020({ strict: false, formats: { 'date-time': true, date: true } }).compile(
      await jsonSchema('check'),
    );
    validate(JSON.parse(JSON.stringify(report)));
    expect(validate.errors).toBeNull();
  });
});

describe('a check of nothing is an error', () => {
  it.each([
    ['cycletime.p85 <= 3', '--check: there is no figure `cycletime.p85`. Did you mean `cycleTime.p85`?'],
    ['stage[Doing].p85d <= 3', 'Did you mean `stage[Doing].p85`?'],
    ['cycleTime.p80 <= 3', 'the percentile 80 of `cycleTime` is not computed. Use one of 50, 70, 85, 95'],
    ['stage[Dong].p85 <= 3', '`stages` has no entry `Dong`. Did you mean `Doing`?'],
    ['groups[Bug].cycleTime.p85 <= 3', 'Add --by'],
    ['__proto__.constructor <= 3', 'there is no figure'],
    ['cycleTime.constructor <= 3', 'there is no figure'],
    ['cycleTime.leftOut <= 3', 'there is no figure'],
    ['tool.version <= 3', 'there is no figure'],
    ['cycleTime.p85 <= 3%', '`cycleTime.p85` is days, so `%` does not fit'],
    ['flowEfficiency.efficiency <= 3d', 'a share, so `d` does not fit'],
    ['wip.current <= 3%', 'a plain number'],
  ])('%s', async (check, message) => {
    expect(await faultOf(check)).toContain(message);
  });

  it('without any check, too, and for a minimum without a sample', async () => {
    expect(await faultOf({})).toContain('there is no limit to check');
    expect(await faultOf({ checks: [{ check: 'wip.current <= 3', minimum: 5 }] })).toContain('no sample');
  });

  it('and for hours where a day does not have 24', async () => {
    expect(await faultOf('cycleTime.p85 <= 30h', { basis: 'working' })).toContain('a day is not 24 hours');
  });
});

describe('the known figures', () => {
  it('are all found under the paths that errors suggest', () => {
    const paths = everyFigure().map((path) => path.replaceAll('[]', '[x]').replaceAll('*', '85'));
    expect(paths.length).toBeGreaterThan(300);
    expect(paths).toEqual(expect.arrayContaining(['cycleTime.p85', 'stage[x].p85', 'stage[x].wip', 'findings.error']));
    // A list of bare numbers has no names for its entries.
    const missing = paths.filter((path) => figureAt(fullPath(parsePath(path, '').path)) === null);
    expect(missing).toEqual(['bottleneck.stages[x].wip[x]']);
  });

  it('need a sample of which three lie beyond a percentile', () => {
    const least = (path: string) => usualMinimum({ full: fullPath(parsePath(path, '').path) });
    expect([50, 70, 85, 95, 5, 0, 100].map((point) => least(`age.p${point}`))).toEqual([5, 10, 20, 60, 60, 1, 1]);
    expect([least('throughput.medianPerPeriod'), least('throughput.meanPerPeriod')]).toEqual([5, 0]);
  });
});
