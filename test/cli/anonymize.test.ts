import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { folderWith, pitwall } from './terminal.ts';

const TEXT = 'id,title,assignee,status,at\n1,Secret,Ana,Done,2026-03-02\n';
const COPY = 'id,title,assignee,status,at\n1,text-001,person-001,Done,2026-03-02\n';

function read(folder: string, file: string): string {
  return readFileSync(join(folder, file), 'utf8');
}

describe('pitwall anonymize', () => {
  it('writes a copy and says what became of each column', async () => {
    const cwd = folderWith({ 'log.csv': TEXT });
    const { status, stdout, stderr } = await pitwall(['anonymize', 'log.csv', '-o', 'copy.csv'], { cwd });
    expect([status, stdout, read(cwd, 'copy.csv')]).toEqual([0, '', COPY]);
    expect(stderr).toBe(
      [
        'column    kept  people  text  dates  kept because it is',
        'id           1                       an id',
        'title                      1',
        'assignee             1',
        'status       1                       words of trackers',
        'at                                1',
        'pitwall: wrote copy.csv. Read it before you share it.',
        '',
      ].join('\n'),
    );
  });

  it('says nothing where it is told to', async () => {
    const cwd = folderWith({ 'log.csv': TEXT });
    const { stderr } = await pitwall(['anonymize', '--quiet', 'log.csv', '-o', 'copy.csv'], { cwd });
    expect(stderr).toBe('');
  });

  it('keeps and masks the columns it is told to', async () => {
    const cwd = folderWith({ 'log.csv': TEXT });
    const argv = ['anonymize', 'log.csv', '-o', 'copy.csv', '--keep', 'title', '--mask', 'status', '--mask', 'at'];
    expect((await pitwall(argv, { cwd })).status).toBe(0);
    expect(read(cwd, 'copy.csv')).toBe('id,title,assignee,status,at\n1,Secret,person-001,text-001,text-002\n');
  });

  it('writes several files into a folder, the same person under the same word', async () => {
    const cwd = folderWith({ 'a.csv': TEXT, 'b.json': '[{"owner":"Ben"},{"owner":"Ana"}]' });
    mkdirSync(join(cwd, 'out'));
    expect((await pitwall(['anonymize', 'a.csv', 'b.json', '-o', 'out/'], { cwd })).status).toBe(0);
    expect([read(cwd, 'out/a.csv'), read(cwd, 'out/b.json')]).toEqual([
      COPY,
      '[{"owner":"person-002"},{"owner":"person-001"}]',
    ]);
  });

  it('hides in an earlier file whoever only a later file knows', async () => {
    const rows = 'A-1,Waiting for Zorpine,2026-03-02\nA-1,Done,2026-03-03\n';
    const cwd = folderWith({ 'a.csv': `issue,to,at\n${rows}`, 'b.csv': 'id,assignee,status\n1,Zorpine Quill,Done\n' });
    mkdirSync(join(cwd, 'out'));
    expect((await pitwall(['anonymize', 'a.csv', '-o', 'out/'], { cwd })).status).toBe(0);
    expect(read(cwd, 'out/a.csv')).toContain('Waiting for Zorpine');
    expect((await pitwall(['anonymize', 'a.csv', 'b.csv', '-o', 'out/'], { cwd })).status).toBe(0);
    expect(read(cwd, 'out/a.csv')).toContain('KEYA-1,Waiting for text-001,2026-03-02');
  });

  it('packs what is to be called .gz, and reads standard input', async () => {
    const cwd = folderWith({});
    expect((await pitwall(['anonymize', '-', '-o', 'copy.csv.gz'], { cwd, stdin: TEXT })).status).toBe(0);
    expect(gunzipSync(readFileSync(join(cwd, 'copy.csv.gz'))).toString()).toBe(COPY);
    writeFileSync(join(cwd, 'log.csv.gz'), gzipSync(TEXT));
    expect((await pitwall(['anonymize', 'log.csv.gz', '-o', 'plain.csv'], { cwd })).status).toBe(0);
    expect(read(cwd, 'plain.csv')).toBe(COPY);
  });

  it('never writes over a file that it reads, however that is called', async () => {
    const cwd = folderWith({ 'log.csv': TEXT });
    symlinkSync(join(cwd, 'log.csv'), join(cwd, 'link.csv'));
    for (const output of ['log.csv', './log.csv', 'link.csv', '.', './']) {
      const { status, stderr } = await pitwall(['anonymize', 'log.csv', '-o', output], { cwd });
      expect([status, stderr]).toEqual([2, expect.stringContaining('is also an input')]);
    }
    expect(read(cwd, 'log.csv')).toBe(TEXT);
  });

  it.each([
    [['log.csv'], 'a copy needs a file of its own'],
    [['log.csv', '-o', '-'], 'a copy needs a file of its own'],
    [['log.csv', 'more/log.csv', '-o', 'copy.csv'], 'Name a folder, with a slash at its end: -o copy.csv/'],
    [['log.csv', 'more/log.csv', '-o', 'out/'], 'two files have this name'],
    [['log.csv', '-o', 'copy.csv', '--mask', 'titel'], 'Did you mean title'],
    [['log.xml', '-o', 'copy.csv'], 'Export CSV or JSON'],
    [['none.csv', '-o', 'copy.csv'], 'there is no such file'],
    [['log.csv', '-o', 'none/copy.csv'], 'Make the folder first'],
  ])('refuses %j in one line, and writes nothing', async (args, message) => {
    const cwd = folderWith({ 'log.csv': TEXT, 'log.xml': '<log/>' });
    mkdirSync(join(cwd, 'more'));
    writeFileSync(join(cwd, 'more/log.csv'), TEXT);
    const { status, stdout, stderr } = await pitwall(['anonymize', ...args], { cwd });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect([existsSync(join(cwd, 'copy.csv')), readdirSync(cwd).length]).toEqual([false, 3]);
  });

  it('names the columns that figures may hang on', async () => {
    const cwd = folderWith({ 'log.csv': 'id,project,status,at\n1,Globex,Done,2026-03-02\n' });
    const { stderr } = await pitwall(['anonymize', 'log.csv', '-o', 'copy.csv'], { cwd });
    expect(stderr).toContain('names were replaced in project: figures that depend on them may differ');
    expect(stderr).not.toContain('Globex');
  });

  it('copies what pitwall cannot read', async () => {
    const cwd = folderWith({ 'odd.csv': 'Foo;Bar\nSecret;1\nOther;2\n' });
    expect((await pitwall(['report', 'odd.csv'], { cwd })).status).toBe(2);
    expect((await pitwall(['anonymize', 'odd.csv', '-o', 'copy.csv'], { cwd })).status).toBe(0);
    expect(read(cwd, 'copy.csv')).toBe('text-001;text-002\ntext-003;1\ntext-004;2\n');
  });
});
