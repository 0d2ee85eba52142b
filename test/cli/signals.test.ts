// The program as a process of its own, ended from outside while it writes.
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BuiltProgram } from './built-program.ts';
import { LOG } from './terminal.ts';

let program: BuiltProgram;
beforeAll(() => {
  program = new BuiltProgram({});
});
afterAll(() => program.remove());

const drafts = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.tmp'));

// Windows ends a process without a word to it.
it.skipIf(process.platform === 'win32').each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  'a copy that %s interrupts leaves what was there, and no draft',
  async (signal) => {
    const folder = join(program.folder, signal);
    mkdirSync(folder);
    writeFileSync(join(folder, 'copy.csv'), 'old');
    const child = spawn(process.execPath, [program.bin, 'anonymize', '-', '-o', 'copy.csv'], {
      cwd: folder,
      env: program.environment(),
      stdio: ['pipe', 'ignore', 'pipe'],
    });
    const ended = new Promise((resolve) => child.on('exit', (status, by) => resolve([status, by])));
    // Standard input stays open: the copy cannot be finished.
    child.stdin.write(LOG);
    while (drafts(folder).length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill(signal);
    expect(await ended).toEqual([null, signal]);
    expect(readdirSync(folder)).toEqual(['copy.csv']);
    expect(readFileSync(join(folder, 'copy.csv'), 'utf8')).toBe('old');
  },
  60_000,
);
