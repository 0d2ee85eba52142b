import { chmodSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { canKeepIn, codeFolder, isOwn, isOwnFolder } from '../../../src/cli/boot/code-folder.ts';
import { folderWith } from '../terminal.ts';

const posix = process.platform !== 'win32';

// Paths are joined as the machine does that the test runs on.
describe.skipIf(!posix)('the folder for compiled code', () => {
  it('lies in the cache folder of the user, where the system has it', () => {
    const home = { HOME: '/people/ana' };
    expect(codeFolder(home, 'linux')).toBe('/people/ana/.cache/pitwall');
    expect(codeFolder({ ...home, XDG_CACHE_HOME: '/var/ana' }, 'linux')).toBe('/var/ana/pitwall');
    expect(codeFolder({ XDG_CACHE_HOME: '/var/ana' }, 'freebsd')).toBe('/var/ana/pitwall');
    expect(codeFolder({ ...home, XDG_CACHE_HOME: '/var/ana' }, 'darwin')).toBe('/people/ana/Library/Caches/pitwall');
    expect(codeFolder({ ...home, LOCALAPPDATA: '/local' }, 'win32')).toBe('/local/pitwall/Cache');
  });

  it('is none where the user has none, and never one relative to where the command runs', () => {
    for (const platform of ['linux', 'darwin', 'win32'] as const) expect(codeFolder({}, platform)).toBeNull();
    expect(codeFolder({ HOME: '' }, 'linux')).toBeNull();
    expect(codeFolder({ HOME: '.', XDG_CACHE_HOME: 'cache' }, 'linux')).toBeNull();
    expect(codeFolder({ HOME: '/people/ana', XDG_CACHE_HOME: 'cache' }, 'linux')).toBe('/people/ana/.cache/pitwall');
    expect(codeFolder({ LOCALAPPDATA: 'local' }, 'win32')).toBeNull();
  });
});

// Windows has neither owners nor rights in this form.
describe.skipIf(!posix)('whose it is', () => {
  const uid = process.geteuid?.() ?? 0;

  it('is told by owner and rights', () => {
    expect(isOwn({ uid, mode: 0o100644 })).toBe(true);
    expect(isOwn({ uid: uid + 1, mode: 0o100600 })).toBe(false);
    expect(isOwn({ uid, mode: 0o100620 })).toBe(false);
    expect(isOwn({ uid, mode: 0o100602 })).toBe(false);
  });

  it('makes the folder for the user alone, with those above it', () => {
    const home = folderWith({});
    const folder = join(home, '.cache/pitwall');
    expect(canKeepIn(folder)).toBe(true);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(join(home, '.cache')).mode & 0o777).toBe(0o700);
    expect(canKeepIn(folder)).toBe(true);
  });

  it('makes nothing in a folder where others may write', () => {
    const shared = folderWith({});
    chmodSync(shared, 0o1777);
    expect(canKeepIn(join(shared, 'pitwall'))).toBe(false);
    expect(canKeepIn(join(shared, 'cache/pitwall'))).toBe(false);
    expect(existsSync(join(shared, 'pitwall')) || existsSync(join(shared, 'cache'))).toBe(false);
  });

  it('uses no folder where others may write, and no file in place of a folder', () => {
    const home = folderWith({ file: '' });
    const folder = join(home, 'pitwall');
    mkdirSync(folder);
    chmodSync(folder, 0o777);
    expect([isOwnFolder(folder), canKeepIn(folder)]).toEqual([false, false]);
    expect([isOwnFolder(join(home, 'file')), canKeepIn(join(home, 'file'))]).toEqual([false, false]);
  });
});
