import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changeHistoryFile, historyFile } from '../../../src/cli/history/history-file.ts';
import { SURROUNDINGS, type Surroundings } from '../../../src/cli/history/surroundings.ts';
import { Killed, killedAt, systemError, withSteps } from './doomed.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(realpathSync(tmpdir()), 'pitwall-history-'));
  file = join(folder, 'flow.ndjson');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A pid that no process has: above the greatest that systems give. */
const NOBODY = 2 ** 30;

/** Adds a letter to the file. */
function add(letter: string, around?: Surroundings): Promise<string> {
  const change = async (text: string | null) => ({ text: `${text ?? ''}${letter}`, result: letter });
  return changeHistoryFile(file, 'flow.ndjson', change, around);
}

function writeLock(owner: object | string, ageMs = 0): string {
  const lock = `${file}.lock`;
  writeFileSync(lock, typeof owner === 'string' ? owner : JSON.stringify(owner));
  const at = (Date.now() - ageMs) / 1000;
  utimesSync(lock, at, at);
  return lock;
}

const OURS = { pid: process.pid, host: hostname(), at: '2026-11-30T06:00:00.000Z', token: 'x' };

describe('a history’s file', () => {
  it('is made, and changed, and nothing else is left', async () => {
    expect(await historyFile(file, 'flow.ndjson')).toBe(null);
    expect(await add('a')).toBe('a');
    await add('b');
    expect(await historyFile(file, 'flow.ndjson')).toBe('ab');
    expect(readdirSync(folder)).toEqual(['flow.ndjson']);
  });

  it('stays as it is where nothing changes', async () => {
    await add('a');
    const before = statSync(file, { bigint: true });
    await changeHistoryFile(file, 'flow.ndjson', async () => ({ text: null, result: null }));
    const after = statSync(file, { bigint: true });
    expect([after.ino, after.mtimeNs]).toEqual([before.ino, before.mtimeNs]);
    expect(readdirSync(folder)).toEqual(['flow.ndjson']);
  });

  it('stays a link, and keeps its rights', async () => {
    mkdirSync(join(folder, 'real'));
    const real = join(folder, 'real', 'other.ndjson');
    writeFileSync(real, 'a', { mode: 0o640 });
    symlinkSync(real, file);
    await add('b');
    expect(readlinkSync(file)).toBe(real);
    expect(readFileSync(real, 'utf8')).toBe('ab');
    expect(statSync(real).mode & 0o777).toBe(0o640);
  });

  it('is the old one if its new text cannot be made, and its lock is gone', async () => {
    await add('a');
    const fails = () => Promise.reject(new Error('no'));
    await expect(changeHistoryFile(file, 'flow.ndjson', fails)).rejects.toThrow('no');
    expect(readdirSync(folder)).toEqual(['flow.ndjson']);
  });

  it('is no folder', async () => {
    await expect(historyFile(folder, 'x')).rejects.toThrow(
      'x: it is a folder. Name a file that pitwall snapshot wrote',
    );
    mkdirSync(file);
    await expect(add('a')).rejects.toThrow('flow.ndjson: it is a folder');
  });

  it('that is marked as read-only is not replaced', async () => {
    writeFileSync(file, 'a', { mode: 0o444 });
    await expect(add('b')).rejects.toThrow('flow.ndjson: is read-only. Make it writable, or choose another file');
    expect(readdirSync(folder)).toEqual(['flow.ndjson']);
  });
});

describe('a process that is killed', () => {
  it('at any step leaves the old file or the new one, and the next one goes on at once', async () => {
    let killed = 0;
    for (let step = 0; ; step++) {
      writeFileSync(file, 'old');
      const ended = await add('!', killedAt(step, NOBODY)).then(
        () => 'done',
        (error: Error) => error,
      );
      if (ended === 'done') break;
      expect(ended).toBeInstanceOf(Killed);
      killed++;
      const left = readFileSync(file, 'utf8');
      expect(['old', 'old!']).toContain(left);
      await add('?');
      expect(readFileSync(file, 'utf8')).toBe(`${left}?`);
      expect(readdirSync(folder)).toEqual(['flow.ndjson']);
    }
    expect(killed).toBeGreaterThan(10);
  });

  it('before there was a history leaves none, or a whole one', async () => {
    for (let step = 0; ; step++) {
      const ended = await add('a', killedAt(step, NOBODY)).then(
        () => 'done',
        () => 'killed',
      );
      if (existsSync(file)) expect(readFileSync(file, 'utf8')).toBe('a');
      if (ended === 'done') break;
      rmSync(file, { force: true });
      await add('b');
      expect(readFileSync(file, 'utf8')).toBe('b');
      rmSync(file);
    }
  });
});

it('what killed processes left is removed by the next one that writes', async () => {
  for (const name of ['.flow.ndjson.draft-1', 'flow.ndjson.lock.1', '.other.ndjson.draft-1']) {
    writeFileSync(join(folder, name), 'x');
  }
  await add('a');
  expect(readdirSync(folder).sort()).toEqual(['.other.ndjson.draft-1', 'flow.ndjson']);
});

describe('a disk that fails', () => {
  it.each([
    ['ENOSPC', 'flow.ndjson: cannot be written (ENOSPC). Make room on the disk'],
    ['EROFS', 'flow.ndjson: cannot be written (EROFS). Choose a place that you may write to'],
    ['EACCES', 'flow.ndjson: cannot be written (EACCES). Choose a place that you may write to'],
  ])('with %s at any writing step is one sentence, and the old file stays', async (code, message) => {
    for (const failing of ['create', 'rename'] as const) {
      for (const part of failing === 'create' ? ['.lock', '.draft-'] : ['.draft-']) {
        writeFileSync(file, 'old');
        const around = withSteps((_, step, path) => {
          if (step === failing && path.includes(part)) throw systemError(code);
        });
        await expect(add('!', around)).rejects.toThrow(message);
        expect(readFileSync(file, 'utf8')).toBe('old');
        expect(readdirSync(folder)).toEqual(['flow.ndjson']);
      }
    }
  });

  it('in a folder that does not exist is one sentence', async () => {
    const path = join(folder, 'none', 'flow.ndjson');
    const change = async () => ({ text: 'a', result: null });
    await expect(changeHistoryFile(path, 'none/flow.ndjson', change)).rejects.toThrow(
      'none/flow.ndjson: cannot be written (ENOENT). Make the folder first',
    );
  });
});

describe('a lock', () => {
  /** A clock that only waiting moves. */
  function waiting(): { around: Surroundings; waited: () => number } {
    const start = Date.now();
    let now = start;
    const pause = (ms: number) => {
      now += ms;
      return Promise.resolve();
    };
    return { around: { ...SURROUNDINGS, now: () => now, pause }, waited: () => now - start };
  }

  it('of a process that lives is waited for, and then named in one sentence', async () => {
    const lock = writeLock(OURS);
    const { around, waited } = waiting();
    await expect(add('a', around)).rejects.toThrow(
      `flow.ndjson: process ${process.pid} on ${hostname()} since 2026-11-30T06:00:00.000Z is writing to it. Run again when it has ended; if it is dead, remove ${lock}`,
    );
    expect(waited()).toBeGreaterThanOrEqual(15_000);
    expect(waited()).toBeLessThan(16_000);
    expect(JSON.parse(readFileSync(lock, 'utf8'))).toEqual(OURS);
    expect(existsSync(file)).toBe(false);
  });

  it('that is removed meanwhile is no longer waited for', async () => {
    const lock = writeLock(OURS);
    const { around, waited } = waiting();
    const pause = async (ms: number) => {
      await around.pause(ms);
      if (waited() >= 1000) rmSync(lock, { force: true });
    };
    await add('a', { ...around, pause });
    expect(readFileSync(file, 'utf8')).toBe('a');
    expect(waited()).toBeLessThan(2000);
  });

  it.each([
    ['of a dead process of this machine', { ...OURS, pid: NOBODY }, 0],
    ['of another machine, from long ago', { ...OURS, host: 'elsewhere' }, 121_000],
    ['of a living process, from long ago', OURS, 121_000],
    ['without an owner, from a while ago', '', 6_000],
    ['with half an owner, from a while ago', '{"pid":1', 6_000],
  ])('%s is taken away', async (_, owner, age) => {
    writeLock(owner, age);
    const { around, waited } = waiting();
    await add('a', around);
    expect(waited()).toBe(0);
    expect(readdirSync(folder)).toEqual(['flow.ndjson']);
  });

  it.each([
    ['of another machine, whatever its processes are', { ...OURS, host: 'elsewhere', pid: NOBODY }, 119_000],
    ['without an owner, a moment ago', '', 0],
  ])('%s is waited for', async (_, owner, age) => {
    writeLock(owner, age);
    const { around, waited } = waiting();
    const pause = async (ms: number) => {
      if (waited() > 400) rmSync(`${file}.lock`, { force: true });
      await around.pause(ms);
    };
    await add('a', { ...around, pause });
    expect(waited()).toBeGreaterThan(400);
  });

  it('that is taken away while it is written under is noticed: the change is made anew, on what is there by then', async () => {
    await add('a');
    let stolen = false;
    const around = withSteps((_, step, path) => {
      // Between the draft and the rename, somebody takes the lock for dead and adds a line.
      if (stolen || step !== 'takeAfter' || !path.includes('.draft-')) return;
      stolen = true;
      rmSync(`${file}.lock`);
      writeFileSync(file, 'ab');
    });
    await add('c', around);
    expect([stolen, readFileSync(file, 'utf8')]).toEqual([true, 'abc']);
    expect(readdirSync(folder)).toEqual(['flow.ndjson']);
  });

  it('of somebody who was faster is given back', async () => {
    writeLock({ ...OURS, pid: NOBODY });
    const faster = JSON.stringify({ ...OURS, token: 'faster' });
    let met = false;
    const { around } = waiting();
    const watched = withSteps((_, step, path) => {
      if (met || step !== 'rename' || !path.endsWith('.lock')) return;
      met = true;
      writeFileSync(`${file}.lock`, faster);
    }, around);
    await expect(add('a', watched)).rejects.toThrow('is writing to it');
    expect(readFileSync(`${file}.lock`, 'utf8')).toBe(faster);
    expect(readdirSync(folder)).toEqual(['flow.ndjson.lock']);
  });

  it('lets many at once lose nothing', async () => {
    await Promise.all([...'abcdefgh'].map((letter) => add(letter)));
    expect([...readFileSync(file, 'utf8')].sort().join('')).toBe('abcdefgh');
    expect(readdirSync(folder)).toEqual(['flow.ndjson']);
  });
});
