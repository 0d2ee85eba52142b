// What another kind of a stage would change is what the report says of a configuration with that kind.
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Analysis, type AnalyzeOptions, open, type Report } from '../../src/index.ts';
import { randomLog } from '../reference/log/random-log.ts';

const EXAMPLE = fileURLToPath(new URL('../../fixtures/example/content-board.csv', import.meta.url));

/** A log whose items pass through these stages, a day in each but for those with a number: `Review 3`. */
function logOf(...stages: string[]) {
  const rows = [1, 2, 3, 4, 5].flatMap((item) => {
    let at = Date.UTC(2026, 0, 5 + item);
    return [...stages, 'Done'].map((stage) => {
      const [, name, days] = /^(.*?)(?: (\d+))?$/.exec(stage) as RegExpExecArray;
      const row = `A-${item},${name},${new Date(at).toISOString()}`;
      at += Number(days ?? 1) * 86_400_000;
      return row;
    });
  });
  return { name: 'log.csv', data: `id,to,at\n${rows.join('\n')}\n` };
}

const effects = (analysis: Analysis) => analysis.questions().flatMap(({ effect }) => (effect === null ? [] : [effect]));

/** The workflow of a report as a configuration, with one stage of another kind. */
function workflowWith({ workflow }: Report, stage: string, kind: string): NonNullable<AnalyzeOptions['configuration']> {
  return {
    workflow: workflow.stages.map(({ kind: own, name, statuses }) => ({
      stage: name,
      kind: name === stage ? kind : own,
      statuses,
    })),
  };
}

describe('the question that changes most', () => {
  it('is about the kind that is guessed from a place, by hand', async () => {
    const analysis = await open(logOf('To Do', 'Zwischenstand 2', 'Sammelstelle 5', 'Review 2', 'In progress'));
    // Ten days from Zwischenstand to Done, all of them work.
    expect(effects(analysis)).toEqual([
      { stage: 'Sammelstelle', kind: 'waiting', efficiency: 1, otherEfficiency: 0.5 },
      { stage: 'Zwischenstand', kind: 'waiting', efficiency: 1, otherEfficiency: 0.8 },
    ]);
    expect(analysis.questions()[0]).toMatchObject({
      id: 'kind:Sammelstelle',
      text: 'What does "Sammelstelle" mean? As waiting, it would take work from 100 % to 50 %.',
      guess: 'active',
      items: 5,
    });
  });

  it('is else about the one stage that may be a queue though its name says work', async () => {
    const named = await open(logOf('To Do', 'Development 3', 'Legal review 2', 'Test 2', 'Deploy 3'));
    const queue = named.report().findings.find(({ code }) => code === 'no-queue')?.examples[0]?.value;
    expect(effects(named)).toEqual([{ stage: queue, kind: 'waiting', efficiency: 1, otherEfficiency: 0.7 }]);
    // With a queue, no finding names another: the stage in which work is handed on that takes most.
    const queued = await open(logOf('To Do', 'Development 3', 'Waiting 3', 'Legal review 4'));
    expect(effects(queued)).toEqual([
      { stage: 'Legal review', kind: 'waiting', efficiency: 0.7, otherEfficiency: expect.closeTo(0.3, 12) },
    ]);
  });

  it('is about the queue that a finding names rather than about a stage that takes longer', async () => {
    // Nobody has the items in Review; somebody tests them for twice as long.
    const rows = ['Development,Ann,5', 'Review,,8', 'Test,Ben,10', 'Done,Ben,14'].map((row) => row.split(','));
    const lines = [1, 2, 3].flatMap((item) =>
      rows.map(([to, who, day]) => `A-${item},${to},${who},2026-01-${String(day).padStart(2, '0')}T00:00:00Z`),
    );
    const analysis = await open({ name: 'log.csv', data: `id,to,assignee,at\n${lines.join('\n')}\n` });
    const finding = analysis.report().findings.find(({ code }) => code === 'no-queue');
    expect(finding?.examples[0]?.value).toBe('Review');
    expect(effects(analysis)).toEqual([
      { stage: 'Review', kind: 'waiting', efficiency: 1, otherEfficiency: expect.closeTo(7 / 9, 12) },
    ]);
  });

  it('asks nothing of names that are plain, of little, and of a workflow that is configured', async () => {
    expect(effects(await open(logOf('To Do', 'Development 5', 'Waiting for customer 5')))).toEqual([]);
    expect(effects(await open(logOf('To Do', 'Triage / Accepted / In Progress 3', 'Queued 3')))).toEqual([]);
    // 1 of 21 days is less than 5 %; 1 of 20 is not.
    expect(effects(await open(logOf('To Do', 'Development 20', 'Zwischenstand')))).toEqual([]);
    expect(effects(await open(logOf('To Do', 'Development 19', 'Zwischenstand')))).toHaveLength(1);
    const guessed = logOf('To Do', 'Zwischenstand 2', 'Review 2');
    const report = (await open(guessed)).report();
    const configuration = workflowWith(report, '', '');
    expect(effects(await open(guessed, { configuration }))).toEqual([]);
  });

  it('has no effect where nothing is finished', async () => {
    const { data, name } = logOf('To Do', 'Zwischenstand');
    const analysis = await open({ name, data: data.replaceAll('Done', 'Elsewhere') });
    expect(analysis.report().flowEfficiency.efficiency).toBeNull();
    expect(effects(analysis)).toEqual([]);
    expect(analysis.questions().length).toBeGreaterThan(0);
  });
});

describe('the effect of an answer', () => {
  const cases: [string, string, AnalyzeOptions][] = [
    ['elapsed', 'Brief', {}],
    ['working days', 'Brief', { basis: 'working' }],
    ['a window', 'Brief', { from: '2026-03-01', to: '2026-05-01' }],
    // Few of these are briefed for long.
    ['some items', 'Review', { where: ['type=Email'] }],
  ];
  it.each(cases)('is what the report says with that kind: %s', async (_, stage, options) => {
    const analysis = await open(EXAMPLE, options);
    const report = analysis.report();
    const [effect] = effects(analysis);
    expect(effect).toMatchObject({ stage, kind: 'waiting' });
    expect(effect?.efficiency).toBe(report.flowEfficiency.efficiency);
    const configuration = workflowWith(report, stage, 'waiting');
    const other = (await open(EXAMPLE, { ...options, configuration })).report();
    expect(effect?.otherEfficiency).toBeCloseTo(other.flowEfficiency.efficiency as number, 12);
  });

  it('also of random logs, blocked and paused and sent back', async () => {
    let compared = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const { csv } = randomLog(seed);
      // Names that say nothing: every kind between the ends is a guess.
      const data = csv.replaceAll(/\b(In progress|Review|Ready|Waiting)\b/gi, 'Etappe $1x');
      const given = { dateOrder: 'dmy' as const, configuration: { excludePaused: seed % 2 === 0 } };
      const analysis = await open({ name: 'log.csv', data }, given).catch(() => null);
      if (analysis === null) continue;
      const report = analysis.report();
      for (const { efficiency, kind, otherEfficiency, stage } of effects(analysis)) {
        expect(efficiency).toBe(report.flowEfficiency.efficiency);
        const configuration = { ...given.configuration, ...workflowWith(report, stage, kind) };
        const other = (await open({ name: 'log.csv', data }, { ...given, configuration })).report();
        expect([seed, stage, otherEfficiency]).toEqual([
          seed,
          stage,
          expect.closeTo(other.flowEfficiency.efficiency as number, 9),
        ]);
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(10);
  });
});
