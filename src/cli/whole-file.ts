import { randomUUID } from 'node:crypto';
import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { PitwallError } from '../index.ts';

const CURES: Readonly<Record<string, string>> = {
  ENOENT: 'Make the folder first',
  ENOTDIR: 'Give a path whose folders are folders',
  EISDIR: 'Give the path of a file, not of a folder',
  EACCES: 'Choose a place that you may write to',
  EPERM: 'Choose a place that you may write to',
  EROFS: 'Choose a place that you may write to',
  ENOSPC: 'Make room on the disk',
};

/** The file behind a path: through links, so that a link stays one; with its permissions, if it is there already. */
async function targetOf(path: string): Promise<{ file: string; mode: number | null; regular: boolean }> {
  try {
    const file = await realpath(path);
    const status = await stat(file);
    if (status.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
    return { file, mode: status.mode & 0o777, regular: status.isFile() };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return { file: path, mode: null, regular: true };
  }
}

async function replace(path: string, text: string): Promise<void> {
  const { file, mode, regular } = await targetOf(path);
  // A device or a pipe cannot be replaced, only written to.
  if (!regular) return writeFile(file, text);
  const draft = join(dirname(file), `.${basename(file)}.${randomUUID()}.tmp`);
  try {
    await writeFile(draft, text, { flag: 'wx', ...(mode === null ? {} : { mode }) });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/**
 * Writes a file whole or not at all: whatever fails, what was there before stays as it was.
 * @param name the path as the user gave it, for the message
 */
export async function writeWholeFile(path: string, name: string, text: string): Promise<void> {
  try {
    await replace(path, text);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
    throw new PitwallError('cannot-write', `cannot be written (${code})`, name, CURES[code] ?? 'Choose another place', {
      cause: error,
    });
  }
}
