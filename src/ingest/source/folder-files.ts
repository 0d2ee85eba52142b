import { opendir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { PitwallError } from '../../model/errors.ts';

/** More would hardly be exports that somebody put there. */
const MOST_FILES = 1000;

/** A configuration is no export, and nobody takes it for one. */
const NOT_READ: ReadonlySet<string> = new Set(['pitwall.yaml']);

/** One file of a folder that was named. */
export interface FolderFile {
  path: string;
  size: number;
  /** The folder as it was named. */
  folder: string;
}

/**
 * The plain files of a folder, by name: not those of folders in it, none that is hidden. A link counts as the file that it
 * leads to, once; pipes and devices are passed over, because reading them may never end.
 * @throws PitwallError `large-folder`, `empty-folder`
 */
export async function folderFiles(folder: string): Promise<FolderFile[]> {
  const files: FolderFile[] = [];
  const met = new Set<string>();
  let holdsFolders = false;
  for (const name of await namesIn(folder)) {
    const path = join(folder, name);
    const stats = await stat(path, { bigint: true }).catch(() => null);
    if (stats?.isDirectory() === true) holdsFolders = true;
    if (stats?.isFile() !== true) continue;
    const identity = stats.ino === 0n ? path : `${stats.dev}:${stats.ino}`;
    if (met.has(identity)) continue;
    met.add(identity);
    files.push({ path, size: Number(stats.size), folder });
  }
  if (files.length > 0) return files;
  const what = 'there is no file in this folder';
  if (holdsFolders) {
    throw new PitwallError('empty-folder', `${what}, only folders, which are not read`, folder, 'Name one of them.');
  }
  throw new PitwallError('empty-folder', what, folder, 'Put exports there, or name a file.');
}

async function namesIn(folder: string): Promise<string[]> {
  const names: string[] = [];
  for await (const { name } of await opendir(folder)) {
    if (name.startsWith('.') || NOT_READ.has(name)) continue;
    names.push(name);
    if (names.length <= MOST_FILES) continue;
    const what = `there are more than ${MOST_FILES.toLocaleString('en-US')} files in this folder`;
    throw new PitwallError('large-folder', what, folder, `Name the exports, for example "${join(folder, '*.csv')}".`);
  }
  return names.sort();
}
