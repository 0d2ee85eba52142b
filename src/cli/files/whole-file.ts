import { constants, rmSync, type Stats } from 'node:fs';
import { access, chmod, chown, lstat, realpath, rename, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { PitwallError } from '../../index.ts';
import { orRemoved } from './or-removed.ts';

/** What to do where a file cannot be written, by the code of the system's error. */
export const CURES: Readonly<Record<string, string>> = {
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
  /** The plain file that exists already; null if there is none. */
  there: Stats | null;
  /** False for a device, a pipe, or a link to one or to nothing: these can be written to, but not replaced. */
  replaceable: boolean;
}

/** The file behind a path, with links resolved, so that a link stays a link. */
async function targetOf(path: string): Promise<Target> {
  const status = await orMissing(stat(path));
  if (status === null) {
    const isLink = (await orMissing(lstat(path))) !== null;
    return { file: path, there: null, replaceable: !isLink };
  }
  if (status.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
  if (!status.isFile()) return { file: path, there: null, replaceable: false };
  // A file that was deleted while it is open has no path for a replacement.
  const file = await orMissing(realpath(path));
  return { file: file ?? path, there: status, replaceable: file !== null };
}

/** Null if there is nothing at the path. */
async function orMissing<Found>(found: Promise<Found>): Promise<Found | null> {
  try {
    return await found;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** The contents for a file: whole, or as a stream. */
type Contents = string | Uint8Array | AsyncIterable<Uint8Array>;

async function replace(path: string, name: string, text: Contents): Promise<void> {
  const { file, there, replaceable } = await targetOf(path);
  if (!replaceable) return writeFile(file, text);
  if (there !== null) await refuseReadOnly(file, name, there.mode);
  // Few runs write a file, and loading this module takes as long as reading a small export.
  const { randomUUID } = await import('node:crypto');
  const draft = join(dirname(file), `.${basename(file)}.${randomUUID()}.tmp`);
  await orRemoved(
    () => rmSync(draft, { force: true }),
    async () => {
      await writeFile(draft, text, { flag: 'wx', ...(there === null ? {} : { mode: there.mode & 0o777 }) });
      if (there !== null) await takeAfter(draft, there);
      await rename(draft, file);
    },
  );
}

/** Renaming depends only on the folder's rights, so it would replace a read-only file. */
export async function refuseReadOnly(file: string, name: string, mode: number): Promise<void> {
  const mayWrite = await access(file, constants.W_OK).then(
    () => true,
    () => false,
  );
  // root may write to anything, but a read-only mark was set on purpose.
  if (mayWrite && (mode & 0o222) !== 0) return;
  throw new PitwallError('cannot-write', 'is read-only', name, 'Make it writable, or choose another file');
}

/** Gives a draft the permissions of the file that it replaces, and its owner if this user may do so. */
export async function takeAfter(draft: string, { uid, gid, mode }: Stats): Promise<void> {
  const own = await stat(draft);
  // Only root may change the owner, but the group may be one of ours.
  if (own.uid !== uid || own.gid !== gid) await chown(draft, uid, gid).catch(() => {});
  // When the file was created, the umask was subtracted.
  await chmod(draft, mode & 0o7777);
}

/**
 * Writes a file whole or not at all: if anything fails, the old file stays as it was.
 * @param name the path as the user gave it, for the error
 * @param text a stream is written as it arrives, so it need not fit in memory
 */
export async function writeWholeFile(path: string, name: string, text: Contents): Promise<void> {
  try {
    await replace(path, name, text);
  } catch (error) {
    // This error comes from the contents, not from this file.
    if (error instanceof PitwallError) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
    throw new PitwallError('cannot-write', `cannot be written (${code})`, name, CURES[code] ?? 'Choose another place', {
      cause: error,
    });
  }
}
