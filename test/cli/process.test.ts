// The program as a process of its own, built: what cannot be seen in memory.
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { LOG } from './terminal.ts';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'pitwall-process-'));
const bin = join(folder, 'bin/pitwall.js');

beforeAll(() => {
  mkdirSync(join(folder, 'bin'));
  copyFileSync(join(root, 'bin/pitwall.js'), bin);
  copyFileSync(join(root, 'package.json'), join(folder, 'package.json'));
  const build = spawnSync(process.execPath, [join(root, 'tools/build.mjs'), join(folder, 'dist')], {
    encoding: 'utf8',
  });
  expect(build.stderr).toBe('');
  writeFileSync(join(folder, 'log.csv'), LOG);
  // Far more output than a pipe holds.
  const rows = Array.from(
    { length: 20_000 },
    (_, n) => `T-${n},,Doing,2026-01-01T00:00:00Z\nT-${n},Doing,Done,2026-01-03T00:00:00Z`,
  );
  writeFileSync(join(folder, 'large.csv'), `id,from,to,at\n${rows.join('\n')}\n`);
  writeFileSync(join(folder, 'pitwall.yaml'), 'timeZone: Europe/Madrid\nworkflow:\n  - { stage: Done, kind: done }\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function pitwall(args: readonly string[], input?: string): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [bin, ...args], { cwd: folder, encoding: 'utf8', input });
}

describe('the program', () => {
  it('prints its version', () => {
    expect(pitwall(['--version'])).toMatchObject({ status: 0, stdout: `${manifest.version}\n`, stderr: '' });
  });

  it('reads files, standard input and the configuration', () => {
    const file = pitwall(['report', 'log.csv', '-f', 'json', '--quiet']);
    expect(file).toMatchObject({ status: 0, stderr: '' });
    expect(JSON.parse(file.stdout)).toMatchObject({ timeZone: 'Europe/Madrid', tool: { version: manifest.version } });
    const piped = pitwall(['report', '-', '-f', 'json', '--quiet'], LOG);
    expect(JSON.parse(piped.stdout).items).toEqual(JSON.parse(file.stdout).items);
  });

  it('ends with 2 and one line where something is wrong', () => {
    const { status, stdout, stderr } = pitwall(['report', 'log.csv', '-c', 'none.yaml']);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toBe(
      'pitwall: none.yaml: no such file. Check the path after --config, or run pitwall init to write one\n',
    );
  });

  // Pipes of a shell: cmd.exe has none that tell the statuses.
  it.skipIf(process.platform === 'win32')('ends quietly where the reader closes the pipe early', () => {
    const script = `"${process.execPath}" "${bin}" items large.csv -f ndjson --quiet | head -n 1; echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^\{[^\n]*\}\n0\n$/);
  });
});
