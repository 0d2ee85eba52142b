import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BOARD, exportAfter } from '../history/growing-board.ts';
import { steadyTeam } from '../library/steady-team.ts';
import { folderWith, LOG, pitwall } from './terminal.ts';

const TEAM = (steadyTeam(6, 3) as { data: string }).data;
const world = (files: Record<string, string> = {}) => ({
  cwd: folderWith({ 'log.csv': TEAM, 'small.csv': LOG, ...files }),
});
const AS_OF = ['--as-of', '2026-02-09'];
const argvOf = (...more: string[]) => ['snapshot', 'log.csv', '--history', 'flow.ndjson', ...AS_OF, ...more];

type World = ReturnType<typeof world>;
const historyIn = ({ cwd }: World) => readFileSync(join(cwd, 'flow.ndjson'), 'utf8');
const startsIn = (at: World) =>
  historyIn(at)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).period.start);

describe('pitwall snapshot', () => {
  it('adds the last complete week, says so in a sentence, and then has nothing new', async () => {
    const at = world();
    const first = await pitwall(argvOf(), at);
    expect([first.status, first.stderr]).toEqual([0, '']);
    expect(first.stdout.replaceAll('\n  ', ' ').split('\n')[0]).toBe(
      'Added the week of Mon 2 Feb 2026 to flow.ndjson: 5 finished, half of them within 3.0 h, 3 in progress at its end.',
    );
    expect(first.stdout).toContain('flow.ndjson is new: the series `default` begins with it.');
    const text = historyIn(at);
    const again = await pitwall(argvOf(), at);
    expect(again.stdout.split('\n')[0]).toBe('Nothing new: flow.ndjson has the week of Mon 2 Feb 2026 already.');
    expect(historyIn(at)).toBe(text);
  });

  it('adds every week with --backfill, and any one with --period, in their order', async () => {
    const at = world();
    await pitwall(argvOf('--period', '2026-W05'), at);
    const { stdout } = await pitwall(argvOf('--backfill'), at);
    expect(stdout.split('\n')[0]).toBe('Added 3 weeks to flow.ndjson, from Mon 12 Jan 2026 to Sun 8 Feb 2026.');
    expect(startsIn(at)).toEqual(['2026-01-12', '2026-01-19', '2026-01-26', '2026-02-02']);
  });

  it('names what it restates', async () => {
    const weeks = [12, 13].map(exportAfter);
    const at = world({
      'one.csv': weeks[0]?.data ?? '',
      'two.csv': weeks[1]?.data ?? '',
      'pitwall.yaml': JSON.stringify(BOARD),
    });
    const run = (file: string, week: number) =>
      pitwall(['snapshot', file, '--history', 'flow.ndjson', '--as-of', weeks[week]?.asOf ?? '', '--quiet'], at);
    await run('one.csv', 0);
    const { stdout } = await run('two.csv', 1);
    expect(stdout.replaceAll('\n  ', ' ').split('\n')[0]).toMatch(
      /^Added the week of Mon 6 Apr 2026 .*; restated 1 earlier week\.$/,
    );
    expect(stdout).toMatch(/What the data now say otherwise\nMon 30 Mar 2026\nFigure +Was +Is\nFinished +2 +3\n/);
  });

  it('has screens that a person reads', async () => {
    const [one, two] = [12, 13].map(exportAfter);
    const at = world({ 'one.csv': one?.data ?? '', 'two.csv': two?.data ?? '', 'pitwall.yaml': JSON.stringify(BOARD) });
    const run = async (name: string, ...more: string[]) => {
      const { stdout } = await pitwall(['snapshot', ...more, '--history', 'flow.ndjson', '--quiet'], at);
      await expect(stdout.replaceAll(`${at.cwd}/`, '')).toMatchFileSnapshot(`golden/snapshot-${name}`);
    };
    await run('new.txt', 'one.csv');
    await run('backfill.txt', 'one.csv', '--backfill');
    await run('restated.txt', 'two.csv');
    await run('definitions.md', 'two.csv', '--period', '2026-W14', '--basis', 'inclusive', '-f', 'markdown');
    // An export of before knows less.
    await run('older.txt', 'one.csv', '--as-of', '2026-04-05');
  });

  it('writes what a program reads', async () => {
    const at = world();
    const { stdout } = await pitwall(argvOf('-f', 'json', '--quiet'), at);
    expect(JSON.parse(stdout).snapshot).toMatchObject({
      history: 'flow.ndjson',
      created: true,
      changed: true,
      lines: 1,
      changes: [{ what: 'added', finished: 5, cycleTimeMedianDays: 0.125, wip: 3, changed: [] }],
    });
    const rows = await pitwall(argvOf('-f', 'csv', '--quiet', '--backfill'), at);
    expect(rows.stdout.split(/\r?\n/).slice(0, 2)).toEqual([
      'period,unit,what,cause,finished,cycleTimeMedianDays,wip,changed',
      '2026-01-12,week,added,,5,0.125,3,0',
    ]);
  });

  it('takes the history and the series from the configuration, whose folder its path starts from', async () => {
    const at = world();
    mkdirSync(join(at.cwd, 'team'));
    writeFileSync(join(at.cwd, 'team/pitwall.yaml'), 'history: flow.ndjson\nseries: web\n');
    const { stdout } = await pitwall(['snapshot', 'log.csv', '-c', 'team/pitwall.yaml', ...AS_OF], at);
    expect(stdout).toContain('flow.ndjson is new: the series `web` begins with it.');
    expect(existsSync(join(at.cwd, 'team/flow.ndjson'))).toBe(true);
    const told = await pitwall(argvOf('-c', 'team/pitwall.yaml', '--series', 'app'), at);
    expect(told.stdout).toContain('flow.ndjson is new: the series `app` begins with it.');
  });

  it.each([
    ['no history', ['snapshot', 'log.csv'], '--history: no history is named. Add --history flow.ndjson'],
    ['an export', argvOf().with(3, 'log.csv'), '--history log.csv: is also an input'],
    ['the configuration', argvOf().with(3, 'pitwall.yaml'), '--history pitwall.yaml: is also the configuration'],
    ['another file', argvOf().with(3, 'small.csv'), 'small.csv: it is no history of snapshots'],
    ['a folder', argvOf().with(3, '.'), '.: it is a folder'],
    ['a period of no kind', argvOf('--period', 'soon'), '--period: `soon` is no period'],
    ['a week to come', argvOf('--period', '2026-W20'), 'the week of Mon 11 May 2026 is not over'],
    ['a fraction', argvOf('--recheck', '0.5'), '--recheck: `0.5` is not a number of periods'],
    ['one history to merge', ['snapshot', '--merge', 'flow.ndjson'], '--merge: two histories are needed'],
    ['none to merge', ['snapshot', '--merge', 'a', 'b'], 'a: there is no such file'],
  ])('with %s is one line, and nothing is written', async (_, argv, message) => {
    const at = world({ 'pitwall.yaml': 'unit: week\n' });
    const before = readFileSync(join(at.cwd, 'small.csv'), 'utf8');
    const { status, stderr, stdout } = await pitwall(argv, at);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^pitwall: [^\n]+\n$/);
    expect(stderr).toContain(message);
    expect(existsSync(join(at.cwd, 'flow.ndjson'))).toBe(false);
    expect(readFileSync(join(at.cwd, 'small.csv'), 'utf8')).toBe(before);
  });

  it('is not overwritten by an output, of whichever command', async () => {
    const at = world({ 'pitwall.yaml': 'history: flow.ndjson\n' });
    await pitwall(argvOf(), at);
    const text = historyIn(at);
    for (const argv of [argvOf(), ['report', 'log.csv'], ['check', 'log.csv', '--max', 'wip.current=9']]) {
      const { status, stderr } = await pitwall([...argv, '-o', './flow.ndjson'], at);
      expect([status, stderr]).toEqual([
        2,
        'pitwall: --output ./flow.ndjson: is also the history. Choose another file\n',
      ]);
      expect(historyIn(at)).toBe(text);
    }
  });

  it('leaves a history that it cannot read as it is', async () => {
    const at = world();
    await pitwall(argvOf('--backfill'), at);
    const cut = historyIn(at).slice(0, -100);
    writeFileSync(join(at.cwd, 'flow.ndjson'), cut);
    const { status, stderr } = await pitwall(argvOf(), at);
    expect([status, stderr]).toEqual([
      2,
      'pitwall: flow.ndjson:4: the last line is cut off. Restore the file from its last good version\n',
    ]);
    expect(historyIn(at)).toBe(cut);
  });

  it('says that another board needs a name of its own', async () => {
    const at = world({ 'other.csv': TEAM.replaceAll('F-', 'G-').replaceAll('O-', 'P-') });
    await pitwall(argvOf(), at);
    const other = await pitwall(argvOf().with(1, 'other.csv'), at);
    expect(other.stderr).toContain('flow.ndjson: the series `default` is about another board');
    expect(other.status).toBe(2);
  });

  it('keeps the other definitions apart, and says which they are', async () => {
    const at = world();
    await pitwall(argvOf(), at);
    const { stdout } = await pitwall(argvOf('--basis', 'inclusive'), at);
    expect(stdout.replaceAll('\n  ', ' ')).toContain('The definitions are not those of the last snapshot (basis)');
    expect(startsIn(at)).toEqual(['2026-02-02', '2026-02-02']);
  });

  it('names nobody', async () => {
    const named = TEAM.replace(/^(id.*)$/m, '$1,assignee').replace(/^([FO]-.*)$/gm, '$1,Dana Scully');
    const at = world({ 'log.csv': named });
    const { stderr, stdout } = await pitwall(argvOf('--anonymize-people', '--where', 'assignee=Dana Scully'), at);
    expect(stdout + stderr + historyIn(at)).not.toMatch(/Dana|Scully/);
    const argv = argvOf('--anonymize-people', '--where', 'assignee=Dana Scully').with(3, 'dana-scully.ndjson');
    const called = await pitwall(argv, at);
    expect(called.status).toBe(0);
    expect(called.stdout + called.stderr).not.toMatch(/dana|scully/i);
  });
});

describe('pitwall snapshot --merge', () => {
  async function branches(): Promise<World> {
    const at = world();
    await pitwall(argvOf('--period', '2026-W05'), at);
    renameSync(join(at.cwd, 'flow.ndjson'), join(at.cwd, 'ours'));
    await pitwall(argvOf('--period', '2026-W04'), at);
    renameSync(join(at.cwd, 'flow.ndjson'), join(at.cwd, 'theirs'));
    return at;
  }

  it('prints both as one, in whichever order they come', async () => {
    const at = await branches();
    const [one, other] = [
      await pitwall(['snapshot', '--merge', 'ours', 'theirs'], at),
      await pitwall(['snapshot', '--merge', 'theirs', 'ours'], at),
    ];
    expect([one.status, one.stderr]).toEqual([0, '']);
    expect(one.stdout).toBe(other.stdout);
    expect(one.stdout).toBe(readFileSync(join(at.cwd, 'theirs'), 'utf8') + readFileSync(join(at.cwd, 'ours'), 'utf8'));
  });

  it('writes them, also over one of them, as a merge driver of git does', async () => {
    const at = await branches();
    const { status, stderr, stdout } = await pitwall(['snapshot', '--merge', 'ours', 'theirs', '-o', 'ours'], at);
    expect([status, stdout, stderr]).toEqual([0, '', 'pitwall: ours has 2 lines, of 1 and 1 in ours and theirs\n']);
    const text = readFileSync(join(at.cwd, 'ours'), 'utf8');
    expect(text.trimEnd().split('\n')).toHaveLength(2);
    const before = statSync(join(at.cwd, 'ours')).size;
    await pitwall(['snapshot', '--merge', 'ours', 'theirs', '-o', 'ours', '--quiet'], at);
    expect(statSync(join(at.cwd, 'ours')).size).toBe(before);
  });
});
