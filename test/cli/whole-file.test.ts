import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeWholeFile } from '../../src/cli/whole-file.ts';
import { folderWith } from './terminal.ts';

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
    chmodSync(join(folder, 'out.json'), 0o600);
    await writeWholeFile(join(folder, 'out.json'), 'out.json', 'new');
    expect(statSync(join(folder, 'out.json')).mode & 0o777).toBe(0o600);
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
