import { constants, rmSync, type Stats } from 'node:fs';
import { access, chmod, chown, lstat, realpath, rename, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { PitwallError } from '../../index.ts';

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
  /** The plain file that is there already; null if there is none. */
  there: Stats | null;
  /** False for what cannot be replaced, only written to: a device, a pipe, a link to one or to nothing. */
  replaceable: boolean;
}

/** The file behind a path: through links, so that a link stays one. */
async function targetOf(path: string): Promise<Target> {
  const status = await orMissing(stat(path));
  if (status === null) {
    const isLink = (await orMissing(lstat(path))) !== null;
    return { file: path, there: null, replaceable: !isLink };
  }
  if (status.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
  if (!status.isFile()) return { file: path, there: null, replaceable: false };
  // A file that was deleted while somebody holds it open has no path to put another at.
  const file = await orMissing(realpath(path));
  return { file: file ?? path, there: status, replaceable: file !== null };
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

async function replace(path: string, name: string, text: Contents): Promise<void> {
  const { file, there, replaceable } = await targetOf(path);
  if (!replaceable) return writeFile(file, text);
  if (there !== null) await refuseReadOnly(file, name, there.mode);
  // Few runs write a file, and loading this takes as long as reading a small one.
  const { randomUUID } = await import('node:crypto');
  const draft = join(dirname(file), `.${basename(file)}.${randomUUID()}.tmp`);
  await orRemoved(draft, async () => {
    await writeFile(draft, text, { flag: 'wx', ...(there === null ? {} : { mode: there.mode & 0o777 }) });
    if (there !== null) await takeAfter(draft, there);
    await rename(draft, file);
  });
}

/** Renaming would replace a file that nobody may write to: the folder alone decides about that. */
async function refuseReadOnly(file: string, name: string, mode: number): Promise<void> {
  const mayWrite = await access(file, constants.W_OK).then(
    () => true,
    () => false,
  );
  // Who may write to anything still means it where a file is marked so.
  if (mayWrite && (mode & 0o222) !== 0) return;
  throw new PitwallError('cannot-write', 'is read-only', name, 'Make it writable, or choose another file');
}

/** Gives a draft the owner, where this user may, and the permissions of the file that it replaces. */
async function takeAfter(draft: string, { uid, gid, mode }: Stats): Promise<void> {
  const own = await stat(draft);
  // Nobody but root gives files away; another's group may be ours.
  if (own.uid !== uid || own.gid !== gid) await chown(draft, uid, gid).catch(() => {});
  // What creates a file takes the umask off.
  await chmod(draft, mode & 0o7777);
}

const ENDS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Runs what makes a draft of a file and puts it in its place; the draft goes where that fails or the program is ended. */
async function orRemoved(draft: string, make: () => Promise<void>): Promise<void> {
  const remove = () => rmSync(draft, { force: true });
  const end = (signal: NodeJS.Signals) => {
    remove();
    forget();
    // Again, to end as anybody who ended it expects.
    process.kill(process.pid, signal);
  };
  const forget = () => {
    process.off('exit', remove);
    for (const signal of ENDS) process.off(signal, end);
  };
  process.on('exit', remove);
  for (const signal of ENDS) process.on(signal, end);
  try {
    await make();
  } catch (error) {
    remove();
    throw error;
  } finally {
    forget();
  }
}

/**
 * Writes a file whole or not at all: whatever fails, what was there before stays as it was.
 * @param name the path as the user gave it, for the message
 * @param text what comes as bytes is written while it comes, and need never be in memory at once
 */
export async function writeWholeFile(path: string, name: string, text: Contents): Promise<void> {
  try {
    await replace(path, name, text);
  } catch (error) {
    // What went wrong where the contents come from is not about this file.
    if (error instanceof PitwallError) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
    throw new PitwallError('cannot-write', `cannot be written (${code})`, name, CURES[code] ?? 'Choose another place', {
      cause: error,
    });
  }
}
