// Processes of their own: one that is killed at every step, and several at once.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { changeHistoryFile } from '../../../src/cli/history/history-file.ts';

const folder = mkdtempSync(join(realpathSync(tmpdir()), 'pitwall-writers-'));
const writer = join(folder, 'writer.mjs');
const file = join(folder, 'flow.ndjson');

beforeAll(async () => {
  await build({
    entryPoints: [join(import.meta.dirname, 'writer.ts')],
    outfile: writer,
    bundle: true,
    platform: 'node',
    format: 'esm',

    packages: 'external',
    logLevel: 'silent',
  });
  // Packages are found from where they are installed.

  symlinkSync(join(import.meta.dirname, '../../../node_modules'), join(folder, 'node_modules'), 'junction');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The signal that ended a writer; null if it came to its end. */
function written(...args: string[]): Promise<NodeJS.Signals | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [writer, file, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
    child.on('error', reject);
    child.on('exit', (code, signal) =>
      code === 0 || signal !== null ? resolve(signal) : reject(new Error(`${code}`)),
    );
  });
}

it('a process that is killed (SIGKILL) at any step leaves the old file or the new one, and is in nobody’s way', async () => {
  const left: string[] = [];
  for (let step = 0; ; step++) {
    writeFileSync(file, 'old');
    if ((await written('!', '1', String(step))) === null) break;
    const text = readFileSync(file, 'utf8');
    expect(['old', 'old!']).toContain(text);
    left.push(text);
    const started = Date.now();
    await changeHistoryFile(file, 'flow.ndjson', (now) => Promise.resolve({ text: `${now}?`, result: null }));
    // It does not wait for a lock of the dead to become old.
    expect(Date.now() - started).toBeLessThan(4000);
    expect(readFileSync(file, 'utf8')).toBe(`${text}?`);
    expect(readdirSync(folder).filter((name) => name.includes('flow'))).toEqual(['flow.ndjson']);
  }
  expect(new Set(left)).toEqual(new Set(['old', 'old!']));
});

it('several processes at once lose nothing', async () => {
  rmSync(file, { force: true });
  await Promise.all(['a', 'b', 'c'].map((letter) => written(letter, '12')));
  expect([...readFileSync(file, 'utf8')].sort().join('')).toBe('a'.repeat(12) + 'b'.repeat(12) + 'c'.repeat(12));
  expect(readdirSync(folder).filter((name) => name.includes('flow'))).toEqual(['flow.ndjson']);
});
