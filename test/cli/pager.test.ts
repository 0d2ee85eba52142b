import { describe, expect, it } from 'vitest';
import type { Page } from '../../src/cli/session.ts';
import { needsPager, pagerCommand, wordsOf } from '../../src/cli/terminal/pager-command.ts';
import { folderWith, LOG, pitwall, Screen } from './terminal.ts';

const LESS = { words: ['less', '-FRX'], named: null };

describe("the user's pager", () => {
  it.each([
    ['nothing is named', {}, LESS],
    ['PAGER', { PAGER: 'more' }, { words: ['more'], named: 'PAGER' }],
    [
      'PITWALL_PAGER over PAGER',
      { PITWALL_PAGER: 'most -s', PAGER: 'x' },
      { words: ['most', '-s'], named: 'PITWALL_PAGER' },
    ],
    ['an empty PAGER, which means none', { PAGER: '' }, null],
    ['an empty PITWALL_PAGER, whatever PAGER says', { PITWALL_PAGER: '', PAGER: 'less' }, null],
    ['blanks alone', { PAGER: '  ' }, null],
    ['empty quotes', { PAGER: '""' }, null],
    ['cat, which is none', { PAGER: 'cat' }, null],
    ['cat with arguments, which does something', { PAGER: 'cat -n' }, { words: ['cat', '-n'], named: 'PAGER' }],
  ])('is found where %s', (_, env, expected) => {
    expect(pagerCommand(env)).toEqual(expected);
  });

  it.each([
    ['less  -R\t-S ', ['less', '-R', '-S']],
    ['"/a folder/less" -R', ['/a folder/less', '-R']],
    ['less \'-P a "b"\' c', ['less', '-P a "b"', 'c']],
    ['less -P"a b"c', ['less', '-Pa bc']],
    ['C:\\less\\less.exe -R', ['C:\\less\\less.exe', '-R']],
    ['less "" x', ['less', '', 'x']],
    ['less "never closed -R', ['less', 'never closed -R']],
    ['less; rm -rf $HOME | x', ['less;', 'rm', '-rf', '$HOME', '|', 'x']],
  ])('is split without a shell: %s', (line, words) => {
    expect(wordsOf(line)).toEqual(words);
  });
});

describe('a text that is longer than the screen', () => {
  const screen = { isTTY: true, columns: 10, rows: 4, write: () => true };
  const lines = (count: number) => 'x\n'.repeat(count);

  it('leaves no line for the prompt', () => {
    expect(needsPager(lines(3), screen, {})).toBe(false);
    expect(needsPager(lines(4), screen, {})).toBe(true);
  });

  it('counts lines that wrap, blank lines, and a last line without an end, but no colours', () => {
    expect(needsPager(`${'x'.repeat(30)}\n`, screen, {})).toBe(false);
    expect(needsPager(`${'x'.repeat(31)}\n`, screen, {})).toBe(true);
    expect(needsPager('\n\n\n', screen, {})).toBe(false);
    expect(needsPager('\n\n\n\n', screen, {})).toBe(true);
    expect(needsPager('x\nx\nx\nx', screen, {})).toBe(true);
    expect(needsPager('\u001b[1;33mxxxxxxxxxx\u001b[39m\nx\nx\n', screen, {})).toBe(false);
  });

  it.each([
    ['a pipe', { ...screen, isTTY: false }, {}],
    ['a build server', screen, { CI: 'true' }],
    ['a terminal that cannot move its cursor', screen, { TERM: 'dumb' }],
    ['a terminal of unknown height', { ...screen, rows: 0 }, {}],
    ['a terminal that says no height', { ...screen, rows: undefined }, {}],
  ])('is not paged on %s', (_, stdout, env) => {
    expect(needsPager(lines(100), stdout, env)).toBe(false);
  });
});

describe('a command on a terminal', () => {
  const cwd = folderWith({ 'log.csv': LOG });

  /** Runs a command line on a terminal 80 columns wide whose pager does or does not run. */
  async function run(argv: string[], env: Record<string, string> = {}, runs = true, rows = 24) {
    const paged: { text: string; command: readonly string[] }[] = [];
    const page: Page = (text, command) => {
      if (runs) paged.push({ text, command });
      return Promise.resolve(runs);
    };
    const outcome = await pitwall(argv, { cwd, env, page, stdout: new Screen({ columns: 80, rows }) });
    return { ...outcome, paged };
  }

  it.each([
    ['a document', ['report', 'log.csv']],
    ['its JSON', ['report', 'log.csv', '-f', 'json']],
    ['definitions', ['explain']],
    ['a schema', ['schema', 'report']],
    ['a chart', ['chart', 'cycle-time', 'log.csv']],
    ['a configuration', ['init', 'log.csv', '-o', '-']],
    ['its help', ['report', '--help']],
    ['help by the command', ['help', 'report']],
    ['the list of commands', ['help', '--all']],
  ])('pages %s that is long, with its colours', async (_, argv) => {
    const { paged, status, stdout } = await run(argv);
    expect([status, stdout, paged.length]).toEqual([0, '', 1]);
    expect(paged[0]?.command).toEqual(['less', '-FRX']);
    const plain = await run([...argv, '--no-pager']);
    expect(plain.paged).toEqual([]);
    expect(plain.stdout).toBe(paged[0]?.text);
    if (argv.join(' ') === 'report log.csv') expect(plain.stdout).toContain('\u001b[');
  });

  it('pages nothing that fits, that goes to a file, or with PAGER=cat', async () => {
    expect((await run(['leak', '10m', '--every', 'week'])).paged).toEqual([]);
    expect((await run(['report', 'log.csv', '-o', 'report.txt'])).paged).toEqual([]);
    const { paged, stdout } = await run(['report', 'log.csv'], { PAGER: 'cat' });
    expect([paged.length, stdout.length > 0]).toEqual([0, true]);
  });

  it('keeps the exit status of a check', async () => {
    const { paged, status } = await run(['check', 'log.csv', '--max', 'wip.current=0'], {}, true, 4);
    expect([paged.length, status]).toEqual([1, 1]);
  });

  it('prints the text where the pager does not run, and says so where the user named it', async () => {
    const { stdout, stderr, status } = await run(['explain'], {}, false);
    expect([stdout.length > 1000, stderr, status]).toEqual([true, '', 0]);
    const named = await run(['explain'], { PITWALL_PAGER: 'mostt -s' }, false);
    expect(named.stdout).toBe(stdout);
    expect(named.stderr).toBe(
      'pitwall: PITWALL_PAGER: `mostt` does not run here, so nothing was paged. Set PITWALL_PAGER to a program and its arguments, or to nothing for no pager\n',
    );
    expect((await run(['explain', '--quiet'], { PAGER: 'mostt' }, false)).stderr).toBe('');
  });
});
