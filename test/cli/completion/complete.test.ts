import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { knownNames, METRICS } from '../../../src/index.ts';
import { folderWith, LOG, pitwall, Screen } from '../terminal.ts';

const CONFIGURATION = `workflow:
  - { stage: Ideas, kind: todo, statuses: [Backlog] }
  - { stage: "Writing [long]", kind: active, statuses: [In progress] }
  - { stage: Published, kind: done, statuses: [Done] }
fields: { id: Ticket, team: Squad }
`;
const HOSTILE = `id,type,__proto__,from,to,at
A-1,Bug,x,,"$(touch owned)",2026-01-05T09:00:00Z
A-2,"a,b",x,,"\`touch owned\`",2026-01-05T09:00:00Z
A-3,"it's ""so""",x,,\u001b[2J,2026-01-05T09:00:00Z
A-4,-f,x,,\u202etxet,2026-01-05T09:00:00Z
A-5,Ünï cödé,x,,; rm -rf ~ &,2026-01-05T09:00:00Z
`;

const plain = folderWith({ 'log.csv': LOG, 'hostile.csv': HOSTILE });
const configured = folderWith({ 'log.csv': LOG, 'pitwall.yaml': CONFIGURATION });

async function answer(words: readonly string[], cwd = plain): Promise<string[]> {
  const { status, stderr, stdout } = await pitwall(['__complete', 'zsh', ...words], { cwd });
  expect([status, stderr]).toEqual([0, '']);
  return stdout.split('\n').slice(0, -1);
}

/** What the last word may become, without what it is. */
async function valuesFor(words: readonly string[], cwd = plain): Promise<string[]> {
  const [kind, ...lines] = await answer(words, cwd);
  expect(kind).toBe('values');
  return lines.map((line) => line.split('\t')[0] as string);
}

describe('completion', () => {
  it('knows every command, and those that help explains', async () => {
    const commands = await valuesFor(['']);
    expect(commands).toEqual(
      expect.arrayContaining(['report', 'help', 'completion', ...METRICS.map(({ command }) => command)]),
    );
    expect(commands).not.toContain('__complete');
    expect(await valuesFor(['help', ''])).toEqual(commands);
    expect(await valuesFor(['-'])).toEqual(['--version', '--help']);
    expect(await valuesFor(['nothing', ''])).toEqual([]);
  });

  it('says of each command and option what it is, on one line', async () => {
    const lines = [...(await answer([''])), ...(await answer(['check', '--']))].filter((line) => line !== 'values');
    expect(lines.filter((line) => !/^[a-z-]+\t\S.{0,79}$/.test(line))).toEqual([]);
  });

  it('offers each option until it is given, and those that repeat again', async () => {
    expect(await valuesFor(['report', '--strict', '--where', 'type=Bug', '--'])).toEqual(
      expect.arrayContaining(['--where', '--format', '--help']),
    );
    expect(await valuesFor(['report', '--strict', '-'])).not.toContain('--strict');
    expect(await valuesFor(['report', '-f', 'json', '--'])).not.toContain('--format');
    expect(await valuesFor(['report', '-f'])).toContain('-f');
    expect(await answer(['report', '--', '-'])).toEqual(['files']);
  });

  it('offers the forms that the command has', async () => {
    expect(await valuesFor(['report', '-f', ''])).toContain('html');
    expect(await valuesFor(['chart', 'aging', '--format', ''])).toEqual(expect.arrayContaining(['svg', 'png']));
    expect(await valuesFor(['check', '-f', ''])).toEqual(expect.arrayContaining(['junit', 'github', 'openmetrics']));
    expect(await valuesFor(['wip', '-f', ''])).toEqual(['table', 'json', 'csv', 'ndjson', 'markdown']);
    expect(await valuesFor(['wip', '--format='])).toContain('--format=json');
  });

  it.each([
    [
      ['report', '--unit', ''],
      ['day', 'week', 'month', 'sprint'],
    ],
    [
      ['report', '--basis', ''],
      ['elapsed', 'working', 'inclusive'],
    ],
    [
      ['report', '--date-order', ''],
      ['dmy', 'mdy'],
    ],
    [
      ['completion', ''],
      ['bash', 'zsh', 'fish'],
    ],
    [
      ['forecast', '--items', ''],
      ['open', 'in-progress'],
    ],
    [['forecast', '--by', ''], []],
    [['report', '--sle', ''], []],
    [['item', ''], []],
    [['leak', ''], []],
  ])('of %j offers %j', async (words, values) => {
    expect(await valuesFor(words)).toEqual(values);
  });

  it('offers names of metrics, charts, formats, schemas and time zones', async () => {
    const names = await knownNames();
    expect(await valuesFor(['explain', ''])).toEqual(names.definitions);
    expect(await valuesFor(['schema', ''])).toEqual(names.schemas);
    expect(await valuesFor(['chart', ''])).toContain('cumulative-flow');
    expect(await valuesFor(['formats', ''])).toContain('jira-csv');
    expect(await valuesFor(['report', '--input', ''])).toContain('trello-board');
    expect(await valuesFor(['report', '--time-zone', ''])).toEqual(expect.arrayContaining(['UTC', 'Europe/Madrid']));
    expect(await valuesFor(['trend', '--metric', 'wip,'])).toContain('wip,cycle-time');
    expect(await valuesFor(['check', '--max', ''])).toEqual(expect.arrayContaining(['cycleTime.p85=', 'wip.current=']));
    expect(await valuesFor(['report', '--map', ''])).toEqual(expect.arrayContaining(['id=', 'to=']));
  });

  it.each([
    [['report', '']],
    [['report', 'log.csv', '']],
    [['report', '-o', '']],
    [['report', '--history', '']],
    [['report', '--output=o']],
    [['chart', 'aging', '']],
    [['item', 'A-1', '']],
    [['compare', '--a', '']],
    [['compare', '--a', 'log.csv', '']],
    [['anonymize', '']],
  ])('leaves %j to the files of the shell', async (words) => {
    expect(await answer(words)).toEqual(['files']);
  });
});

describe('completion with a file at hand', () => {
  it('offers its fields, their values, its stages and columns', async () => {
    expect(await valuesFor(['report', 'log.csv', '--by', ''])).toEqual(
      expect.arrayContaining(['type', 'stage', 'assignee']),
    );
    expect(await valuesFor(['report', 'log.csv', '--where', 'ty'])).toContain('type=');
    expect(await valuesFor(['report', 'log.csv', '--where', 'type='])).toEqual(['type=Story', 'type=Bug']);
    expect(await valuesFor(['report', 'log.csv', '--where', 'type!=Story,'])).toEqual(['type!=Story,Bug']);
    expect(await valuesFor(['report', 'log.csv', '--where=stage='])).toEqual([
      '--where=stage=Done',
      '--where=stage=In progress',
    ]);
    expect(await valuesFor(['compare', 'log.csv', '--by', 'type', '--values', 'Bug,'])).toEqual(['Bug,Story']);
    expect(await valuesFor(['compare', 'log.csv', '--metric', 'st'])).toContain('stage[In progress]');
    expect(await valuesFor(['check', 'log.csv', '--max', 'st'])).toContain('stage[In progress].p85=');
    expect(await valuesFor(['check', 'log.csv', '--check', 'st'])).toEqual(
      expect.arrayContaining(['stage[In progress].wip<=', 'stage[In progress].wip>=']),
    );
    expect(await valuesFor(['report', 'log.csv', '--map', 'id='])).toContain('id=type');
    expect(await valuesFor(['anonymize', 'log.csv', '--keep', ''])).toEqual(['id', 'type', 'from', 'to', 'at']);
  });

  it('offers what the configuration has where no file is named yet', async () => {
    const stages = ['Ideas', 'Writing [long]', 'Published'];
    expect(await valuesFor(['report', '--where', 'stage='], configured)).toEqual(
      stages.map((stage) => `stage=${stage}`),
    );
    expect(await valuesFor(['report', '--by', ''], configured)).toEqual([
      'id',
      'team',
      'assignee',
      'source',
      'stage',
      'status',
    ]);
    expect(await valuesFor(['check', '--max', ''], configured)).toContain('stage["Writing [long]"].p85=');
    expect(await valuesFor(['report', '--by', ''])).toEqual([]);
  });

  it('offers nothing that the line could not hold, and nothing of a prototype', async () => {
    const values = await valuesFor(['report', 'hostile.csv', '--where', 'stage=']);
    expect(values).toEqual(
      expect.arrayContaining(['stage=$(touch owned)', 'stage=`touch owned`', 'stage=; rm -rf ~ &']),
    );
    expect(values.filter((value) => /[\p{Cc}\p{Bidi_Control}]/u.test(value))).toEqual([]);
    expect(await valuesFor(['report', 'hostile.csv', '--where', 'type='])).not.toContain('type=a,b');
    expect(await valuesFor(['report', 'hostile.csv', '--where', '__proto__='])).toEqual(['__proto__=x']);
    expect(await answer(['report', 'hostile.csv', '--__proto__', ''])).toEqual(['files']);
  });

  it('names nobody where people are anonymised', async () => {
    const cwd = folderWith({
      'log.csv': LOG.replace('id,', 'id,assignee,')
        .replaceAll('\nA-', '\nA-1,Marta Kowalska\nA-')
        .replaceAll(/^(A-\d),(?!Marta)/gm, '$1,Marta Kowalska,')
        .replaceAll(/^A-1,Marta Kowalska\n/gm, ''),
    });
    expect(await valuesFor(['report', 'log.csv', '--where', 'assignee='], cwd)).toEqual(['assignee=Marta Kowalska']);
    const nameless = await valuesFor(['report', 'log.csv', '--anonymize-people', '--where', 'assignee='], cwd);
    expect(nameless).toEqual(['assignee=person 1']);
  });

  it('says nothing where a file is missing, large, broken, a folder or standard input', async () => {
    const rows = Array.from({ length: 60_000 }, (_, index) => `A-${index},Bug,,Backlog,2026-01-05T09:00:00Z\n`);
    const cwd = folderWith({
      'large.csv': `id,type,from,to,at\n${rows.join('')}`,
      'broken.csv': '\u0000\u0001',
      'pitwall.yaml': 'nonsense: [',
    });
    for (const file of ['none.csv', 'large.csv', 'broken.csv', '.', '-', '*.none', '/dev/zero']) {
      expect([file, await valuesFor(['report', file, '--where', 'type='], cwd)]).toEqual([file, []]);
    }
  });

  it('leaves no file behind', async () => {
    const cwd = folderWith({ 'log.csv': LOG });
    await valuesFor(['report', 'log.csv', '--by', ''], cwd);
    await valuesFor(['anonymize', 'log.csv', '-o', 'copy.csv', '--keep', ''], cwd);
    await valuesFor(['snapshot', 'log.csv', '--history', 'flow.ndjson', '--where', 'type='], cwd);
    expect(readdirSync(cwd)).toEqual(['log.csv']);
  });

  it('offers the series of a history', async () => {
    const cwd = folderWith({ 'log.csv': LOG });
    const args = [
      'snapshot',
      'log.csv',
      '--history',
      'flow.ndjson',
      '--series',
      'team a',
      '--as-of',
      '2026-02-01',
      '--allow-empty',
    ];
    expect(await pitwall(args, { cwd })).toMatchObject({ status: 0 });
    expect(await valuesFor(['trend', '--history', 'flow.ndjson', '--series', ''], cwd)).toEqual(['team a']);
    writeFileSync(join(cwd, 'flow.ndjson'), 'nothing\n');
    expect(await valuesFor(['trend', '--history', 'flow.ndjson', '--series', ''], cwd)).toEqual([]);
  });
});

describe('the command completion', () => {
  it.each(['bash', 'zsh', 'fish'])('prints a script for %s that asks this program', async (shell) => {
    const { status, stdout } = await pitwall(['completion', shell]);
    expect(status).toBe(0);
    expect(stdout).toContain(`pitwall __complete ${shell} `);
    expect(stdout.length).toBeLessThan(2000);
  });

  it('names the shells where none, or another, is named', async () => {
    expect(await pitwall(['completion', 'toString'])).toEqual({
      status: 2,
      stdout: '',
      stderr: 'pitwall: pitwall completion: there is no completion for `toString`. Name bash, zsh or fish\n',
    });
    expect((await pitwall(['completion'])).stderr).toContain('no shell is named. Name bash, zsh or fish');
  });

  it('is silent where it cannot answer', async () => {
    expect(await pitwall(['__complete'])).toEqual({ status: 0, stdout: expect.any(String), stderr: '' });
    const gone = new Screen();
    gone.write = () => {
      throw new Error('closed');
    };
    expect(await pitwall(['__complete', 'zsh', ''], { stdout: gone })).toMatchObject({ status: 0, stderr: '' });
  });
});
