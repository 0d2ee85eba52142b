import { chmodSync, chownSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { writeWholeFile } from '../../../src/cli/files/whole-file.ts';
import { folderWith } from '../terminal.ts';

describe('a result file', () => {
  it('is written whole, and nothing beside it stays', async () => {
    const folder = folderWith({ 'out.json': 'old' });
    await writeWholeFile(join(folder, 'out.json'), 'out.json', 'new');
    expect(readFileSync(join(folder, 'out.json'), 'utf8')).toBe('new');
    expect(readdirSync(folder)).toEqual(['out.json']);
  });

  it('stays as it was where writing fails', async () => {
    const folder = folderWith({});
    mkdirSync(join(folder, 'taken'));
    await expect(writeWholeFile(join(folder, 'taken'), 'taken', 'new')).rejects.toThrow(
      'taken: cannot be written (EISDIR). Give the path of a file, not of a folder',
    );
    expect(readdirSync(folder)).toEqual(['taken']);
  });

  it('in a folder that is not there is refused', async () => {
    const path = join(folderWith({}), 'reports', 'out.json');
    await expect(writeWholeFile(path, 'reports/out.json', 'new')).rejects.toThrow(
      'reports/out.json: cannot be written (ENOENT). Make the folder first',
    );
  });

  it('keeps its permissions', async () => {
    const folder = folderWith({ 'out.json': 'old' });
    // More than the umask leaves to a new file, and less.
    for (const mode of [0o600, 0o666, 0o2664]) {
      chmodSync(join(folder, 'out.json'), mode);
      await writeWholeFile(join(folder, 'out.json'), 'out.json', 'new');
      expect(statSync(join(folder, 'out.json')).mode & 0o7777).toBe(mode);
    }
  });

  // Only root gives files away.
  it.runIf(process.getuid?.() === 0)('keeps its owner and group where the user may give it away', async () => {
    const path = join(folderWith({ 'out.json': 'old' }), 'out.json');
    chownSync(path, 1234, 2345);
    chmodSync(path, 0o4640);
    await writeWholeFile(path, 'out.json', 'new');
    const { uid, gid, mode } = statSync(path);
    expect([uid, gid, mode & 0o7777]).toEqual([1234, 2345, 0o4640]);
  });

  it('that is read-only is refused, whoever asks', async () => {
    const folder = folderWith({ 'out.json': 'old' });
    chmodSync(join(folder, 'out.json'), 0o444);
    await expect(writeWholeFile(join(folder, 'out.json'), 'out.json', 'new')).rejects.toThrow(
      'out.json: is read-only. Make it writable, or choose another file',
    );
    expect([readFileSync(join(folder, 'out.json'), 'utf8'), readdirSync(folder)]).toEqual(['old', ['out.json']]);
  });

  it('leaves no listener behind, whether it was written or not', async () => {
    const listeners = () => ['exit', 'SIGINT', 'SIGTERM', 'SIGHUP'].map((name) => process.listenerCount(name));
    const before = listeners();
    const folder = folderWith({});
    await writeWholeFile(join(folder, 'out.json'), 'out.json', 'new');
    const broken = Readable.from(
      (function* () {
        yield new Uint8Array(1);
        throw new Error('no more');
      })(),
    );
    await expect(writeWholeFile(join(folder, 'other.json'), 'other.json', broken)).rejects.toThrow('other.json');
    expect([listeners(), readdirSync(folder)]).toEqual([before, ['out.json']]);
  });

  it('behind a link is replaced, the link stays', async () => {
    const folder = folderWith({ 'real.json': 'old' });
    symlinkSync(join(folder, 'real.json'), join(folder, 'link.json'));
    await writeWholeFile(join(folder, 'link.json'), 'link.json', 'new');
    expect(lstatSync(join(folder, 'link.json')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, 'real.json'), 'utf8')).toBe('new');
  });

  it('that is a device is written to, not replaced', async () => {
    await writeWholeFile('/dev/null', '/dev/null', 'new');
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });
});
