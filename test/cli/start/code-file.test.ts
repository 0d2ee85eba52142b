import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCode, sealed, unsealed, writeCode } from '../../../src/cli/start/code-file.ts';
import { codeName, tidy } from '../../../src/cli/start/kept-code.ts';
import { folderWith } from '../terminal.ts';

const NAME = 'program-A-v20.0.0-linux-x64.code';
const posix = process.platform !== 'win32';
/** A few blocks of a disk, no byte of them 0. */
const CODE = Uint8Array.from({ length: 5003 }, (_, at) => 1 + (at % 255));

describe('a file of code', () => {
  it('gives back what was put in, of any length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), (code) => {
        expect(unsealed(sealed(code, NAME), NAME)).toEqual(code);
      }),
    );
  });

  it('is refused with any byte missing, or with any more', () => {
    const file = sealed(CODE, NAME);
    fc.assert(
      fc.property(fc.nat({ max: file.length - 1 }), (length) => {
        expect(unsealed(file.slice(0, length), NAME)).toBeNull();
      }),
    );
    expect(unsealed(Uint8Array.from([...file, 0, 0, 0, 0]), NAME)).toBeNull();
  });

  it('is refused with any bit changed, of its head or of the code', () => {
    const file = sealed(CODE, NAME);
    // Five words of four bytes; the rest of the head is not used.
    const bits = fc.oneof(fc.nat({ max: 20 * 8 - 1 }), fc.integer({ min: 32 * 8, max: file.length * 8 - 1 }));
    fc.assert(
      fc.property(bits, (bit) => {
        const changed = file.slice();
        changed[bit >>> 3]! ^= 1 << (bit & 7);
        expect(unsealed(changed, NAME)).toBeNull();
      }),
    );
  });

  it('is refused where a block of a disk was lost, wherever it lay', () => {
    const file = sealed(CODE, NAME);
    for (let at = 0; at + 512 <= file.length; at += 4) {
      for (const left of [0, 255]) {
        expect([at, unsealed(file.slice().fill(left, at, at + 512), NAME)]).toEqual([at, null]);
      }
    }
  });

  it('is refused under another name', () => {
    expect(unsealed(sealed(CODE, NAME), NAME.replace('-A', '-B'))).toBeNull();
  });
});

describe('on the disk', () => {
  it('is written at once, for the user alone, and replaces what is there', () => {
    const folder = folderWith({ [NAME]: 'anything' });
    writeCode(join(folder, NAME), CODE);
    expect(readCode(join(folder, NAME))).toEqual(CODE);
    expect(readdirSync(folder)).toEqual([NAME]);
  });

  it('leaves nothing behind where it cannot be put in place', () => {
    const folder = folderWith({});
    mkdirSync(join(folder, NAME));
    expect(() => writeCode(join(folder, NAME), CODE)).toThrow();
    expect(readdirSync(folder)).toEqual([NAME]);
  });

  it('is not taken from a folder, an empty file, a text or nothing', () => {
    const folder = folderWith({ empty: '', text: 'a,b,c\n'.repeat(100) });
    for (const name of ['empty', 'text', 'none', '.']) expect(readCode(join(folder, name))).toBeNull();
  });

  // Windows has neither these rights nor links for everybody.
  it.skipIf(!posix)('is not taken where others may write, nor by a link', () => {
    const folder = folderWith({ [NAME]: sealed(CODE, NAME) });
    const path = join(folder, NAME);
    mkdirSync(join(folder, 'link'));
    symlinkSync(path, join(folder, 'link', NAME));
    expect(readCode(join(folder, 'link', NAME))).toBeNull();
    for (const [mode, code] of [
      [0o644, CODE],
      [0o620, null],
      [0o602, null],
      [0o600, CODE],
    ] as const) {
      chmodSync(path, mode);
      expect([mode, readCode(path)]).toEqual([mode, code]);
    }
  });
});

describe('the files of a folder', () => {
  it('have the program, the Node and its flags in their names', () => {
    const names = [[], ['--no-opt'], ['--no-opt', '--jitless'], ['--jitless']].map((flags) =>
      codeName('program-A.cjs', flags),
    );
    expect(names[0]).toBe(`program-A-${process.version}-${process.platform}-${process.arch}.code`);
    expect(new Set([...names, codeName('program-B.cjs', [])]).size).toBe(5);
  });

  it('are the newest four; what is not code stays', () => {
    const folder = folderWith({ 'notes.txt': '', 'program.txt': '' });
    const names = ['a.code', 'b.code.123', 'c.code', 'd.code', 'e.code', 'f.code'].map((name) => `program-${name}`);
    for (const [at, name] of names.entries()) {
      writeFileSync(join(folder, name), '');
      utimesSync(join(folder, name), 1000 + at, 1000 + at);
    }
    tidy(folder);
    expect(readdirSync(folder).sort()).toEqual(['notes.txt', ...names.slice(2), 'program.txt']);
    expect(readFileSync(join(folder, 'notes.txt'), 'utf8')).toBe('');
  });
});
