// The program built, run as a process: where Node leaves compiled code, and that nobody can tell by what is printed.
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeFolder } from '../../../src/cli/boot/code-folder.ts';
import { BuiltProgram, type Start } from '../built-program.ts';
import { LOG } from '../terminal.ts';

const WITHOUT = { NODE_DISABLE_COMPILE_CACHE: '1' };
const posix = process.platform !== 'win32';
/** Node keeps compiled code from 22.1 on. */
const keeps = 'enableCompileCache' in nodeModule;

let program: BuiltProgram;
let folder: string;

const run = (args: readonly string[], start?: Start) => {
  const { status, stdout, stderr } = program.run(args, start);
  return { status, stdout, stderr };
};
const report = (start?: Start) => run(['report', 'log.csv', '--quiet', '-f', 'json'], start);
const kept = (): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
    : [];

beforeAll(() => {
  program = new BuiltProgram({ 'log.csv': LOG });
  folder = codeFolder(program.environment(), process.platform) ?? '';
});
beforeEach(() => rmSync(folder, { recursive: true, force: true }));
afterAll(() => program.remove());

it('is small where it is compiled each time', () => {
  expect(statSync(join(program.dist, 'boot.cjs')).size).toBeLessThan(4000);
});

// Node 20 cannot; what it then does is another Node's to skip.
describe.skipIf(keeps)('where Node cannot keep compiled code', () => {
  it('makes no folder for it', () => {
    expect(report().status).toBe(0);
    expect(existsSync(folder)).toBe(false);
  });
});

// Node 20 has nowhere to keep it.
describe.skipIf(!keeps)('where Node can keep compiled code', () => {
  it('leaves it in the cache folder of the user, for the user alone, and nobody can tell', () => {
    const without = report({ env: WITHOUT });
    expect(without.status).toBe(0);
    expect(kept()).toEqual([]);
    expect(report()).toEqual(without);
    expect(kept().length).toBeGreaterThan(5);
    if (posix) expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(report()).toEqual(without);
  });

  it('leaves nothing of what it read', () => {
    const data = LOG.replaceAll('A-3', 'ZEBRA-73').replaceAll('Backlog', 'Aquarium');
    const { status, stdout } = run(['report', '-'], { input: data });
    expect([status, stdout.includes('Aquarium'), stdout.includes('ZEBRA')]).toEqual([0, true, true]);
    expect(kept().length).toBeGreaterThan(5);
    for (const path of kept()) {
      const code = readFileSync(path);
      for (const word of ['ZEBRA', 'Aquarium'])
        expect([word, code.includes(word), code.includes(Buffer.from(word, 'utf16le'))]).toEqual([word, false, false]);
    }
  });

  it('leaves nothing for a version alone', () => {
    expect(run(['--version']).status).toBe(0);
    expect(kept()).toEqual([]);
  });

  it('starts all the same where what was left is damaged', () => {
    const first = report();
    for (const path of kept()) {
      const code = readFileSync(path);
      writeFileSync(path, code.subarray(0, code.length >> 1));
    }
    expect(report()).toEqual(first);
    for (const path of kept()) writeFileSync(path, readFileSync(path).reverse());
    expect(report()).toEqual(first);
  });

  // Windows has neither owners nor rights in this form.
  it.skipIf(!posix)('leaves nothing where others may write', () => {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o777);
    expect(report().status).toBe(0);
    expect(kept()).toEqual([]);
  });
});
