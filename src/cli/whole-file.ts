import { lstat, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
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

interface Target {
  file: string;
  mode: number | null;
  /** False for what cannot be replaced, only written to: a device, a pipe, a link to one or to nothing. */
  replaceable: boolean;
}

/** The file behind a path: through links, so that a link stays one; with its permissions, if it is there already. */
async function targetOf(path: string): Promise<Target> {
  const status = await orMissing(stat(path));
  if (status === null) {
    const isLink = (await orMissing(lstat(path))) !== null;
    return { file: path, mode: null, replaceable: !isLink };
  }
  if (status.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
  if (!status.isFile()) return { file: path, mode: null, replaceable: false };
  // A file that was deleted while somebody holds it open has no path to put another at.
  const file = await orMissing(realpath(path));
  return { file: file ?? path, mode: status.mode & 0o777, replaceable: file !== null };
}

/** Null where there is nothing at the path. */
async function orMissing<Found>(found: Promise<Found>): Promise<Found | null> {
  try {
    return await found;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** What a file is to hold: all at once, or as it comes. */
type Contents = string | AsyncIterable<Uint8Array>;

async function replace(path: string, text: Contents): Promise<void> {
  const { file, mode, replaceable } = await targetOf(path);
  if (!replaceable) return writeFile(file, text);
  // Few runs write a file, and loading this takes as long as reading a small one.
  const { randomUUID } = await import('node:crypto');
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
 * @param text what comes as bytes is written while it comes, and need never be in memory at once
 */
export async function writeWholeFile(path: string, name: string, text: Contents): Promise<void> {
  try {
    await replace(path, text);
  } catch (error) {
    // What went wrong where the contents come from is not about this file.
    if (error instanceof PitwallError) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
    throw new PitwallError('cannot-write', `cannot be written (${code})`, name, CURES[code] ?? 'Choose another place', {
      cause: error,
    });
  }
}
