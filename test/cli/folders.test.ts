import { mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, LOG, pitwall } from './terminal.ts';

const NEWER = `${LOG}A-3,Story,In progress,Done,2026-01-15T10:00:00Z
A-4,Bug,,Backlog,2026-01-16T10:00:00Z
`;

/** Another page of the same export: none of its items is in the first. */
const PAGE = LOG.replaceAll('A-', 'B-');

function exports(files: Readonly<Record<string, string>>): string {
  const cwd = folderWith({});
  mkdirSync(join(cwd, 'exports'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, 'exports', name), text);
  return cwd;
}

interface Told {
  sources: { file: string }[];
  items: { total: number };
  findings: {
    code: string;
    weight: string;
    count: number;
    examples: { file?: string; item?: string; value?: string }[];
  }[];
}

async function reported(cwd: string, ...more: readonly string[]): Promise<{ files: string[]; told: Told }> {
  const { status, stdout, stderr } = await pitwall(['report', 'exports/', '--json', ...more], { cwd });
  expect([status, stderr.includes('Error')]).toEqual([0, false]);
  const told = JSON.parse(stdout) as Told;
  return { files: told.sources.map(({ file }) => file.replace(`${cwd}/`, '')), told };
}

const found = ({ findings }: Told, code: string) => findings.find((finding) => finding.code === code);

describe('a folder', () => {
  it('gives the newest export by what it says, whatever its name and its time on the disk', async () => {
    const cwd = exports({ 'z-old.csv': LOG, 'a-new.csv': NEWER });
    // Copied yesterday, exported long ago.
    utimesSync(join(cwd, 'exports/a-new.csv'), 1, 1);
    const { files, told } = await reported(cwd);
    expect(files).toEqual(['exports/a-new.csv']);
    expect(told.items.total).toBe(4);
    const older = found(told, 'older-export');
    expect(older).toMatchObject({ weight: 'info', count: 1 });
    expect(older?.examples[0]?.file).toContain('z-old.csv');
    expect(older?.examples[0]?.value).toContain('a-new.csv');
    expect(found(told, 'only-in-older-export')).toBeUndefined();
  });

  it('keeps every page of one export', async () => {
    const { files, told } = await reported(exports({ 'page-1.csv': LOG, 'page-2.csv': PAGE }));
    expect(files).toEqual(['exports/page-1.csv', 'exports/page-2.csv']);
    expect(told.items.total).toBe(6);
    expect(found(told, 'older-export')).toBeUndefined();
  });

  it('keeps two pages that share an item, because the second came later', async () => {
    const overlap = `${PAGE}${LOG.split('\n')
      .filter((line) => line.startsWith('A-3'))
      .join('\n')}\n`;
    const { files, told } = await reported(exports({ 'page-1.csv': LOG, 'page-2.csv': overlap }));
    expect(files).toHaveLength(2);
    expect(told.items.total).toBe(6);
  });

  it('leaves out at half of the items, and not below', async () => {
    const of = (ids: readonly number[], last: string) =>
      `id,created,finished\n${ids.map((id) => `${id},2026-01-0${1 + (id % 9)},2026-02-${last}\n`).join('')}`;
    const half = await reported(exports({ 'a.csv': of([1, 2, 3, 4], '01'), 'b.csv': of([1, 2, 5, 6], '09') }));
    expect(half.files).toEqual(['exports/b.csv']);
    const lost = found(half.told, 'only-in-older-export');
    expect(lost).toMatchObject({ weight: 'warning', count: 2 });
    expect(lost?.examples.map(({ item }) => item)).toEqual(['3', '4']);
    const less = await reported(exports({ 'a.csv': of([1, 2, 3, 4], '01'), 'b.csv': of([1, 5, 6, 7], '09') }));
    expect(less.files).toHaveLength(2);
    expect(less.told.items.total).toBe(7);
  });

  it('keeps two boards that count from one', async () => {
    const other = LOG.replaceAll('2026-01', '2026-03');
    const { files } = await reported(exports({ 'web.csv': LOG, 'app.csv': other }));
    expect(files).toHaveLength(2);
  });

  it('keeps the logs of two months, of which the later does not begin as the items did', async () => {
    const lines = LOG.trim().split('\n');
    const [head] = lines as [string];
    const month = (kept: (line: string) => boolean) => `${[head, ...lines.slice(1).filter(kept)].join('\n')}\n`;
    const early = month((line) => line.includes(',Backlog,2026') || line.includes(',,'));
    const late = month((line) => !(line.includes(',Backlog,2026') || line.includes(',,')));
    const { files, told } = await reported(exports({ 'early.csv': early, 'late.csv': late }));
    expect(files).toHaveLength(2);
    expect(told.items.total).toBe(3);
  });

  it('keeps exports of other columns, and of other formats', async () => {
    const dates = 'id,created,finished\nA-1,2026-01-05,2026-01-08\nA-2,2026-01-05,2026-01-12\n';
    expect((await reported(exports({ 'log.csv': LOG, 'list.csv': dates }))).files).toHaveLength(2);
  });

  it('of exports as new as each other takes the one whose name has the later day, else the last', async () => {
    const dated = exports({ 'z 2026-01-20.csv': LOG, 'a 2026-01-27.csv': LOG });
    expect((await reported(dated)).files).toEqual(['exports/a 2026-01-27.csv']);
    expect((await reported(exports({ 'b.csv': LOG, 'a.csv': LOG }))).files).toEqual(['exports/b.csv']);
  });

  it('takes every snapshot of a board with --snapshots, and the last one without', async () => {
    const day = (status: string) => `id,Title,Created,Closed,Status\nA,Letter,2026-02-20,,${status}\n`;
    const cwd = exports({ 'board-2026-03-02.csv': day('To do'), 'board-2026-03-09.csv': day('In progress') });
    expect((await reported(cwd, '--snapshots')).files).toHaveLength(2);
    expect((await reported(cwd)).files).toEqual(['exports/board-2026-03-09.csv']);
  });

  it('names the files that are no export, and those that are broken', async () => {
    const cwd = exports({ 'log.csv': LOG, 'README.md': '# Exports\n', 'half.json': '[{"id":"1","to":"Doing"},{"id"' });
    const { files, told } = await reported(cwd);
    expect(files).toEqual(['exports/log.csv']);
    expect(found(told, 'no-export')).toMatchObject({ weight: 'info', count: 1 });
    expect(found(told, 'no-export')?.examples[0]?.file).toContain('README.md');
    expect(found(told, 'unread-export')).toMatchObject({ weight: 'error', count: 1 });
    expect(found(told, 'unread-export')?.examples[0]?.file).toContain('half.json');
    writeFileSync(join(cwd, 'exports', 'stock.csv'), 'article,colour\nchair,red\n');
    const table = found((await reported(cwd)).told, 'unknown-export');
    expect([table?.weight, table?.count, table?.examples[0]?.value]).toEqual([
      'warning',
      1,
      'no format fits its columns (article, colour)',
    ]);
    const strict = await pitwall(['report', 'exports/', '--strict'], { cwd });
    expect([strict.status, strict.stderr.split('\n').length]).toEqual([2, 2]);
  });

  it('is looked at without its folders, hidden files and pitwall.yaml, and each file once', async () => {
    const cwd = exports({ 'log.csv': LOG, '.hidden.csv': PAGE, 'pitwall.yaml': 'unit: week\n' });
    mkdirSync(join(cwd, 'exports', 'old'));
    writeFileSync(join(cwd, 'exports', 'old', 'page.csv'), PAGE);
    symlinkSync(join(cwd, 'exports', 'log.csv'), join(cwd, 'exports', 'same.csv'));
    symlinkSync(join(cwd, 'exports'), join(cwd, 'exports', 'round'));
    symlinkSync(join(cwd, 'nowhere'), join(cwd, 'exports', 'broken.csv'));
    const { files, told } = await reported(cwd);
    expect(files).toEqual(['exports/log.csv']);
    expect(told.findings.filter(({ code }) => code.includes('export'))).toEqual([]);
  });

  it('with more than a thousand files is refused before they are read', async () => {
    const cwd = exports(Object.fromEntries(Array.from({ length: 1001 }, (_, index) => [`${index}.csv`, ''])));
    const { status, stderr } = await pitwall(['report', 'exports'], { cwd });
    expect(status).toBe(2);
    expect(stderr.replaceAll(`${cwd}/`, '')).toBe(
      'pitwall: exports: there are more than 1,000 files in this folder. Name the exports, for example "exports/*.csv"\n',
    );
  });

  it('does not hide what else is named', async () => {
    const cwd = exports({ 'old.csv': LOG, 'new.csv': NEWER });
    writeFileSync(join(cwd, 'page.csv'), PAGE);
    const { stdout } = await pitwall(['report', 'exports', 'page.csv', '--json'], { cwd });
    const { sources } = JSON.parse(stdout) as Told;
    expect(sources.map(({ file }) => file.replace(`${cwd}/`, ''))).toEqual(['exports/new.csv', 'page.csv']);
  });

  it('gives what the file alone gives, and inspect says what was taken', async () => {
    const cwd = exports({ 'old.csv': LOG, 'new.csv': NEWER });
    const items = async (file: string) => (await pitwall(['items', file, '-f', 'csv'], { cwd })).stdout;
    expect(await items('exports')).toBe(await items('exports/new.csv'));
    const { stdout } = await pitwall(['inspect', 'exports', '--width', '200'], { cwd });
    expect(stdout.replaceAll(`${cwd}/`, '')).toContain('Taken from the folder exports: 1 of its 2 exports.');
  });

  it('is not copied by anonymize, which takes files that somebody chose', async () => {
    const cwd = exports({ 'log.csv': LOG });
    const { status, stderr } = await pitwall(['anonymize', 'exports', '-o', 'copies/'], { cwd });
    expect([status, stderr]).toEqual([
      2,
      'pitwall: exports: it is a folder. Name the files in it, for example "exports/*.csv"\n',
    ]);
  });
});
