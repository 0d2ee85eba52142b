import { describe, expect, it } from 'vitest';
import { folderWith, LOG, pitwall } from './terminal.ts';

async function refused(
  argv: readonly string[],
  files: Readonly<Record<string, string>>,
  typing = true,
): Promise<string> {
  const { status, stdout, stderr } = await pitwall(argv, { cwd: folderWith(files), typing });
  expect([status, stdout]).toEqual([2, '']);
  return stderr;
}

describe('without files', () => {
  it('the one export in the folder is named, and not read', async () => {
    const files = { 'log.csv': LOG, 'notes.csv': 'just,words\na,b\n', 'package.json': '{}', 'log.txt': LOG };
    expect(await refused(['report'], files)).toBe(
      'pitwall: no files given. One export is in this folder, log.csv. Run pitwall report log.csv\n',
    );
    expect(await refused(['item', 'A-1'], files)).toBe(
      'pitwall: no files given. One export is in this folder, log.csv. Run pitwall item A-1 log.csv\n',
    );
  });

  it('a name is written as a shell takes it', async () => {
    expect(await refused(['wip'], { 'my $log.csv': LOG })).toContain('Run pitwall wip "my \\$log.csv"\n');
  });

  it('several are listed, and four of more', async () => {
    expect(await refused(['wip'], { 'b.csv': LOG, 'a.csv': LOG })).toBe(
      'pitwall: no files given. 2 exports are in this folder: a.csv, b.csv. Name those that you mean, such as pitwall wip a.csv\n',
    );
    const many = Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f'].map((name) => [`${name}.csv`, LOG]));
    expect(await refused(['wip'], many)).toContain(
      '6 exports are in this folder: a.csv, b.csv, c.csv, d.csv and 2 more.',
    );
  });

  it('of more than are tried, no number is given but the least', async () => {
    const name = (n: number) => `${String(n).padStart(2, '0')}.csv`;
    const many = Object.fromEntries(Array.from({ length: 21 }, (_, n) => [name(n), LOG]));
    expect(await refused(['wip'], many)).toContain('At least 20 exports are in this folder: 00.csv, ');
    const one = Object.fromEntries(
      Array.from({ length: 21 }, (_, n) => [name(n), n === 0 ? LOG : 'just,words\na,b\n']),
    );
    expect(await refused(['wip'], one)).toContain('At least 1 export is in this folder: 00.csv. Name those');
    const { '20.csv': _, ...all } = many;
    expect(await refused(['wip'], all)).toContain(' given. 20 exports are in this folder: ');
  });

  it('a command that needs more than them shows its usage whole', async () => {
    const usage = 'Usage: pitwall compare <a> <b>, or <files...> with --split-at, or with --by and --values\n';
    for (const files of [{}, { 'a.csv': LOG }, { 'a.csv': LOG, 'b.csv': LOG }]) {
      expect(await refused(['compare'], files, false)).toMatch(
        new RegExp(`given.*\\. ${usage.replace(/[.]/g, '\\.')}$`),
      );
    }
  });

  it('a name like an option is made a path', async () => {
    expect(await refused(['wip'], { '-log.csv': LOG })).toContain('Run pitwall wip ./-log.csv\n');
  });

  it('none is named with --anonymize-people: a file may be called like somebody', async () => {
    expect(await refused(['report', '--anonymize-people'], { 'Ana.csv': LOG })).toBe(
      'pitwall: no files given. Usage: pitwall report <files...>\n',
    );
  });

  it('a pipe may have been meant', async () => {
    expect(await refused(['report'], { 'log.csv': LOG }, false)).toBe(
      'pitwall: no files given. One export is in this folder, log.csv. Run pitwall report log.csv; to read standard input: pitwall report -\n',
    );
  });
});

describe('standard input', () => {
  const announced = /^pitwall: reading from standard input: paste the export, and end it with Ctrl-/;

  it('that is a terminal is announced, once', async () => {
    const { status, stdout, stderr } = await pitwall(['report', '-', '--json'], { stdin: LOG, typing: true });
    expect([status, JSON.parse(stdout).items.total]).toEqual([0, 3]);
    expect(stderr).toMatch(announced);
    expect(stderr.split('\n')).toHaveLength(2);
  });

  it('that is a pipe is not, nor with --quiet, nor where another file is wrong before', async () => {
    expect((await pitwall(['report', '-', '--json'], { stdin: LOG })).stderr).toBe('');
    expect((await pitwall(['report', '-', '--json', '--quiet'], { stdin: LOG, typing: true })).stderr).toBe('');
    expect((await pitwall(['report', 'none.csv', '-'], { stdin: LOG, typing: true })).stderr).not.toMatch(announced);
  });
});
