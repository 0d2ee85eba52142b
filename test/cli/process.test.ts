// The program as a process of its own, built: what cannot be seen in memory.
import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { BuiltProgram } from './built-program.ts';
import { LOG } from './terminal.ts';

let program: BuiltProgram;
const pitwall = (args: readonly string[], input?: string) => program.run(args, input === undefined ? {} : { input });

beforeAll(() => {
  // Far more output than a pipe holds.
  const rows = Array.from(
    { length: 20_000 },
    (_, n) => `T-${n},,Doing,2026-01-01T00:00:00Z\nT-${n},Doing,Done,2026-01-03T00:00:00Z`,
  );
  program = new BuiltProgram({
    'log.csv': LOG,
    'large.csv': `id,from,to,at\n${rows.join('\n')}\n`,
    'pitwall.yaml': 'timeZone: Europe/Madrid\nworkflow:\n  - { stage: Done, kind: done }\n',
  });
});
afterAll(() => program.remove());

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

  // Windows keeps a folder that somebody works in.
  it.skipIf(process.platform === 'win32')('says that its working folder is gone', () => {
    const gone = `mkdir gone; cd gone; rmdir ../gone; "${process.execPath}" "${program.bin}" report log.csv`;
    expect(
      spawnSync('bash', ['-c', gone], { cwd: program.folder, encoding: 'utf8', env: program.environment() }),
    ).toMatchObject({
      status: 2,
      stdout: '',
      stderr: 'pitwall: the working folder no longer exists. Go to another one first: cd\n',
    });
  });

  // Pipes of a shell: cmd.exe has none that tell the statuses.
  it.skipIf(process.platform === 'win32')('ends quietly where the reader closes the pipe early', () => {
    const script = `"${process.execPath}" "${program.bin}" items large.csv -f ndjson --quiet | head -n 1; echo "\${PIPESTATUS[0]}"`;
    const options = { cwd: program.folder, encoding: 'utf8' } as const;
    // Compiled anew, leaving code where Node can, and out of that code: the program must not notice which.
    const gate = `"${process.execPath}" "${program.bin}" check log.csv --max items.total=2 --quiet | true; echo "\${PIPESTATUS[0]}"`;
    expect(spawnSync('bash', ['-c', gate], { ...options, env: program.environment() })).toMatchObject({
      stdout: '1\n',
      stderr: '',
    });
    const ways = [{ NODE_DISABLE_COMPILE_CACHE: '1' }, {}, {}];
    for (const way of ways) {
      const { stdout, stderr } = spawnSync('bash', ['-c', script], { ...options, env: program.environment(way) });
      expect(stderr).toBe('');
      expect(stdout).toMatch(/^\{[^\n]*\}\n0\n$/);
    }
  });
});
