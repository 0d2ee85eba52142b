import { linkSync, mkdirSync, openSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { folderWith, LOG, pitwall, Screen } from './terminal.ts';

const CONFIGURATION = 'timeZone: Europe/Madrid\nsources:\n  - { files: "team-*.csv", name: web }\n';

/** A folder with an export and other ways to call it. */
function folderWithNames(): string {
  const cwd = folderWith({ 'log.csv': LOG, 'pitwall.yaml': CONFIGURATION, 'team-b.csv': LOG });
  mkdirSync(join(cwd, 'x'));
  symlinkSync(join(cwd, 'log.csv'), join(cwd, 'soft.csv'));
  symlinkSync(join(cwd, 'x/../log.csv'), join(cwd, 'x/far.csv'));
  linkSync(join(cwd, 'log.csv'), join(cwd, 'hard.csv'));
  symlinkSync(cwd, join(cwd, 'x/here'));
  return cwd;
}

const NAMES = ['log.csv', './x/../log.csv', 'soft.csv', 'x/far.csv', 'hard.csv', 'x/here/log.csv'];
const COMMANDS = [
  ['report', '-f', 'csv'],
  ['cycle-time', '-f', 'csv'],
  ['items'],
  ['item', 'A-1', '-f', 'csv'],
  ['inspect', '-f', 'csv'],
  ['init', '--force'],
  ['anonymize'],
];

describe('an output that is an input', () => {
  it.each(COMMANDS)('is refused by %s, however either is spelt', async (...command) => {
    const cwd = folderWithNames();
    const spellings = NAMES.flatMap((input) => NAMES.map((output) => [input, output] as const));
    for (const [input, output] of [...spellings, ['l?g.csv', 'log.csv'], ['{log,none}.csv', 'hard.csv']] as const) {
      const { status, stderr } = await pitwall([...command, input, '-o', output, '--quiet'], { cwd });
      expect([input, output, status, stderr]).toEqual([
        input,
        output,
        2,
        expect.stringMatching(/^[^\n]*(input|read)[^\n]*\n$/),
      ]);
    }
    expect(readFileSync(join(cwd, 'log.csv'), 'utf8')).toBe(LOG);
  });

  it('is found among several, and where it was read from standard input', async () => {
    const cwd = folderWithNames();
    writeFileSync(join(cwd, 'more.csv'), LOG.replaceAll('A-', 'B-'));
    expect((await pitwall(['items', 'more.csv', 'log.csv', '-o', 'hard.csv'], { cwd })).status).toBe(2);
    const stdin = Object.assign(Readable.from([LOG]), { fd: openSync(join(cwd, 'log.csv'), 'r') });
    for (const command of ['items', 'anonymize']) {
      const stderr = new Screen();
      const argv = [command, '-', '-o', 'soft.csv'];
      expect(await run({ argv, stdin, stdout: new Screen(), stderr, env: {}, cwd })).toBe(2);
      expect(stderr.text).toMatch(/soft\.csv: is /);
    }
    expect(readFileSync(join(cwd, 'log.csv'), 'utf8')).toBe(LOG);
  });

  it('is looked for without naming a file that is not there, where nobody is to be named', async () => {
    const cwd = folderWithNames();
    const args = ['items', 'ana.csv', '-o', 'log.csv', '--anonymize-people'];
    const { status, stderr } = await pitwall(args, { cwd });
    expect([status, stderr.includes('ana.csv')]).toEqual([2, false]);
  });

  it('is nothing that lies elsewhere, is new, or is no file', async () => {
    const cwd = folderWithNames();
    writeFileSync(join(cwd, 'out.csv'), 'old');
    for (const output of ['out.csv', 'new.csv', 'x/log.csv', '/dev/null']) {
      const { status, stderr } = await pitwall(['items', 'log.csv', '-f', 'csv', '-o', output, '--quiet'], { cwd });
      expect([output, status, stderr]).toEqual([output, 0, '']);
    }
    expect(readFileSync(join(cwd, 'out.csv'), 'utf8')).toMatch(/^id,/);
  });
});

describe('an output that the configuration is or names', () => {
  it('is refused where it is the configuration', async () => {
    const cwd = folderWithNames();
    writeFileSync(join(cwd, 'own.yaml'), CONFIGURATION);
    symlinkSync(join(cwd, 'own.yaml'), join(cwd, 'own.csv'));
    for (const args of [
      ['items', 'log.csv', '-f', 'csv', '-o', './pitwall.yaml'],
      ['items', 'log.csv', '-c', 'own.yaml', '-o', 'own.csv'],
      ['leak', '10m', '--every', 'week', '-f', 'csv', '-o', 'pitwall.yaml'],
    ]) {
      const { status, stderr } = await pitwall(args, { cwd });
      expect([args, status, stderr]).toEqual([args, 2, expect.stringContaining('is also the configuration')]);
    }
    expect(readFileSync(join(cwd, 'pitwall.yaml'), 'utf8')).toBe(CONFIGURATION);
  });

  it('is refused where it is there and is an export of a source', async () => {
    const cwd = folderWithNames();
    const items = (output: string) => pitwall(['items', 'log.csv', '-o', output, '--quiet'], { cwd });
    expect(await items('team-b.csv')).toMatchObject({
      status: 2,
      stderr:
        'pitwall: --output team-b.csv: exists and matches `team-*.csv` under "sources" in the configuration, so it is an export. Choose another file\n',
    });
    expect(readFileSync(join(cwd, 'team-b.csv'), 'utf8')).toBe(LOG);
    expect(await items('team-c.csv')).toMatchObject({ status: 0 });
  });

  it('init replaces the configuration with --force', async () => {
    const cwd = folderWithNames();
    const init = (...more: string[]) => pitwall(['init', 'log.csv', '-c', 'pitwall.yaml', ...more], { cwd });
    expect((await init()).status).toBe(2);
    expect((await init('--force')).status).toBe(0);
    expect(readFileSync(join(cwd, 'pitwall.yaml'), 'utf8')).toContain('workflow:');
  });
});

it('a pattern is anonymised file by file, and not into itself', async () => {
  const cwd = folderWith({ 'a.csv': LOG, 'b.csv': LOG });
  mkdirSync(join(cwd, 'out'));
  expect((await pitwall(['anonymize', '*.csv', '-o', './'], { cwd })).status).toBe(2);
  expect((await pitwall(['anonymize', '*.csv', '-o', 'c.csv'], { cwd })).stderr).toContain(
    '2 files do not fit into one',
  );
  expect((await pitwall(['anonymize', '*.csv', '-o', 'out'], { cwd })).status).toBe(0);
  expect(readdirSync(join(cwd, 'out'))).toEqual(['a.csv', 'b.csv']);
  expect([readFileSync(join(cwd, 'a.csv'), 'utf8'), readFileSync(join(cwd, 'b.csv'), 'utf8')]).toEqual([LOG, LOG]);
});

it('keeps a copy off the configuration, the exports that it names, and a name that is empty', async () => {
  const cwd = folderWithNames();
  writeFileSync(join(cwd, 'other.csv'), LOG);
  for (const [output, what] of [
    ['pitwall.yaml', 'the configuration'],
    ['team-b.csv', 'it is an export'],
    ['', 'a copy needs a file of its own'],
  ] as const) {
    const { status, stderr } = await pitwall(['anonymize', 'other.csv', '-o', output], { cwd });
    expect([output, status, stderr]).toEqual([output, 2, expect.stringContaining(what)]);
  }
  expect(readFileSync(join(cwd, 'pitwall.yaml'), 'utf8')).toBe(CONFIGURATION);
  expect(readFileSync(join(cwd, 'team-b.csv'), 'utf8')).toBe(LOG);
});
