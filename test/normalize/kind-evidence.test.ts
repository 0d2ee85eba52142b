import { describe, expect, it } from 'vitest';
import { open } from '../../src/index.ts';
import { EventLog } from '../../src/model/log/event-log.ts';
import { knownKind } from '../../src/normalize/workflow/status-kind.ts';
import { csvText } from '../analysis/csv-cells.ts';

/** Stages as `name kind evidence`, and the findings about them with their examples. */
async function kindsOf(cells: readonly (readonly string[])[], options: Record<string, unknown> = {}) {
  const analysis = await open({ name: 'log.csv', data: csvText(cells) }, options);
  const report = analysis.report();
  const example = (code: string) =>
    report.findings.find((finding) => finding.code === code)?.examples.map(({ value }) => value ?? '') ?? null;
  return {
    stages: report.workflow.stages.map(({ name, kind, kindFrom }) => `${name} ${kind} ${kindFrom}`),
    items: report.items,
    noDone: example('no-done-stage'),
    guessed: example('guessed-kind'),
    statuses: analysis.inspect().statuses.map(({ status, kindFrom }) => `${status}: ${kindFrom}`),
  };
}

const day = (of: number) => new Date(Date.UTC(2026, 2, of, 9)).toISOString();

/** A log of changes: an item a path, a step a day. */
function logOf(...paths: string[]): string[][] {
  const rows = paths.flatMap((path, item) => path.split(' > ').map((to, step) => [`I${item}`, day(step + 1), to]));
  return [['id', 'at', 'to'], ...rows];
}

describe('what a kind rests on', () => {
  it('is the name where words know it, and position, a guess, where nothing else says anything', async () => {
    const { stages, guessed, noDone, statuses } = await kindsOf(
      logOf('Backlog > Zon > Done', 'Backlog > Zon > Done', 'Backlog > Zon'),
    );
    expect(stages).toEqual(['Backlog todo name', 'Zon active position', 'Done done name']);
    expect(guessed).toEqual(['Zon: active']);
    expect(noDone).toBeNull();
    expect(statuses).toEqual(['Backlog: name', 'Zon: position', 'Done: name']);
  });

  it('is the configuration for a stage of the workflow that it lists', async () => {
    const workflow = [
      { stage: 'Zon', kind: 'active' },
      { stage: 'Fin', kind: 'done' },
    ];
    const { stages, guessed, noDone } = await kindsOf(logOf('Zon > Fin', 'Zon > Legal'), {
      configuration: { workflow },
    });
    expect(stages).toEqual(['Zon active configuration', 'Legal active position', 'Fin done configuration']);
    // A status that the workflow lacks is a finding of its own.
    expect(guessed).toBeNull();
    expect(noDone).toBeNull();
  });

  it('leaves out of the findings a guess about less than 5 % of the items', async () => {
    const twenty = Array.from({ length: 20 }, () => 'Backlog > Doing > Done');
    // 1 of 20 is 5 %; 1 of 21 is less.
    expect((await kindsOf(logOf('Backlog > Zon', ...twenty.slice(1)))).guessed).toEqual(['Zon: active']);
    expect((await kindsOf(logOf('Backlog > Zon', ...twenty))).guessed).toBeNull();
  });
});

describe('a status that its tool calls in progress', () => {
  it('is active or waiting by its name, and waiting where its name says that it is not begun', () => {
    const log = new EventLog();
    const kindOf = (status: string) => {
      log.categorize(status, 'in-progress');
      return knownKind(log, status);
    };
    expect(kindOf('Coding')).toEqual({ kind: 'active', evidence: 'tool' });
    expect(kindOf('On hold')).toEqual({ kind: 'waiting', evidence: 'tool' });
    expect(kindOf('Selected for Development')).toEqual({ kind: 'waiting', evidence: 'tool' });
    expect(kindOf('Zon')).toEqual({ kind: 'active', evidence: 'tool' });
    expect(kindOf('Done in branch')).toEqual({ kind: 'active', evidence: 'tool' });
  });
});

describe('a workflow in which nothing says done', () => {
  it('has no finished item, and a finding names what could mean it, most items first', async () => {
    const { items, noDone } = await kindsOf(logOf('Backlog > Zon > Tor', 'Backlog > Zon > Tor', 'Backlog > Zon'));
    expect(items).toMatchObject({ finished: 0, inProgress: 3 });
    expect(noDone).toEqual(['Tor', 'Zon']);
  });

  it('says so, too, where every status is known to mean something else', async () => {
    const { items, noDone } = await kindsOf(logOf('Backlog > Doing > Review', 'Backlog > Doing'));
    expect(items.finished).toBe(0);
    expect(noDone).toEqual([]);
  });
});

describe('finish dates', () => {
  /** Items with a creation, a status and perhaps a finish. */
  const listed = (...rows: [status: string, count: number, finished: boolean][]) => [
    ['id', 'created', 'finished', 'status'],
    ...rows.flatMap(([status, count, finished], row) =>
      Array.from({ length: count }, (_, index) => [
        `I${row}-${index}`,
        '2026-03-02',
        finished ? `2026-03-${10 + index}` : '',
        status,
      ]),
    ),
  ];
  const kindOf = async (cells: string[][], status: string) =>
    (await kindsOf(cells)).statuses.find((one) => one.startsWith(`${status}: `));

  it('make the status done that nearly all items with one are in, and hardly any without', async () => {
    expect(await kindOf(listed(['Xyz', 9, true], ['Abc', 6, false]), 'Xyz')).toBe('Xyz: dates');
    // 9 of 10 finish dates are nearly all, 8 of 9 are not; a name that says done explains its own.
    expect(await kindOf(listed(['Xyz', 9, true], ['Abc', 1, true], ['Abc', 6, false]), 'Xyz')).toBe('Xyz: dates');
    expect(await kindOf(listed(['Xyz', 8, true], ['Abc', 1, true], ['Abc', 6, false]), 'Xyz')).not.toBe('Xyz: dates');
    expect(await kindOf(listed(['Xyz', 8, true], ['Done', 5, true], ['Abc', 6, false]), 'Xyz')).toBe('Xyz: dates');
  });

  it('do not where one item in twenty or more lacks one, or there are fewer than five', async () => {
    // 19 of 20 are 95 %; 18 of 19 are less.
    expect(await kindOf(listed(['Xyz', 19, true], ['Xyz', 1, false], ['Abc', 2, false]), 'Xyz')).toBe('Xyz: dates');
    expect(await kindOf(listed(['Xyz', 18, true], ['Xyz', 1, false], ['Abc', 2, false]), 'Xyz')).not.toBe('Xyz: dates');
    expect(await kindOf(listed(['Xyz', 5, true], ['Abc', 2, false]), 'Xyz')).toBe('Xyz: dates');
    expect(await kindOf(listed(['Xyz', 4, true], ['Abc', 2, false]), 'Xyz')).not.toBe('Xyz: dates');
  });
});

describe('a log of activities', () => {
  const events = (...paths: string[]) => [
    ['case:concept:name', 'time:timestamp', 'concept:name'],
    ...logOf(...paths).slice(1),
  ];

  it('takes as the end what ends cases and is hardly ever followed', async () => {
    const { stages, items } = await kindsOf(
      events('Zap > Buzz > Clank', 'Zap > Buzz > Clank', 'Zap > Buzz > Clank', 'Zap > Buzz'),
    );
    expect(stages).toEqual(['Zap todo position', 'Buzz active position', 'Clank done case-ends']);
    expect(items.finished).toBe(3);
  });

  it('takes no activity that is followed in more than one case in ten', async () => {
    const ends = (followed: number, of: number) =>
      kindsOf(
        events(
          ...Array.from({ length: of - followed }, () => 'Zap > Buzz > Clank'),
          ...Array.from({ length: followed }, () => 'Zap > Clank > Buzz'),
        ),
      );
    expect((await ends(1, 10)).stages).toContain('Clank done case-ends');
    expect((await ends(2, 19)).stages.filter((stage) => stage.endsWith('case-ends'))).toEqual([]);
  });

  it('takes no activity that ends less than one case in twenty, and names that say done first', async () => {
    const long = (count: number) => Array.from({ length: count }, () => 'Zap > Buzz > Zap');
    expect((await kindsOf(events('Zap > Clank', ...long(19)))).stages).toContain('Clank done case-ends');
    expect((await kindsOf(events('Zap > Clank', ...long(20)))).stages).toContain('Clank active position');
    expect((await kindsOf(events('Zap > Clank', 'Zap > Done'))).stages).toContain('Clank active position');
  });
});

describe('an export of open items alone', () => {
  const issues = (state: string) => {
    const of = (number: number) => ({
      ...{ number, title: 't', state, created_at: day(number), updated_at: day(number), closed_at: null },
      ...{ id: number, labels: [], assignees: [], user: { login: 'u' } },
      html_url: `https://github.com/acme/site/issues/${number}`,
    });
    return JSON.stringify([1, 2].map(of));
  };

  it('asks what means done only where the tool does not say that all of them are open', async () => {
    const codes = async (name: string, data: string) =>
      (await open({ name, data })).report().findings.map(({ code }) => code);
    expect(await codes('issues.json', issues('open'))).not.toContain('no-done-stage');
    const jira = 'Summary,Issue key,Issue id,Issue Type,Status,Created\na,A-1,1,Task,Zon,2026-03-02 09:00\n';
    expect(await codes('jira.csv', jira)).toContain('no-done-stage');
  });
});
