import { randomUUID } from 'node:crypto';
import type { Stats } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { PitwallError } from '../../index.ts';
import { orRemoved } from '../files/or-removed.ts';
import { CURES, refuseReadOnly } from '../files/whole-file.ts';
import { type Lock, locked } from './lock.ts';
import { SURROUNDINGS, type Surroundings } from './surroundings.ts';

/** A history of a century of days is smaller; a text cannot be much larger. */
const LARGEST = 400 * 1024 * 1024;
/** How often a write is tried whose lock was taken away meanwhile. */
const TRIES = 5;

interface Place {
  /** With links resolved, so that a link stays a link. */
  file: string;
  there: Stats | null;
}

/**
 * The text of a history; null if there is no such file.
 * @param name the path as the user gave it, for errors
 * @throws PitwallError `not-a-history`, `unreadable-file`
 */
export async function historyFile(path: string, name: string, around = SURROUNDINGS): Promise<string | null> {
  const { file, there } = await placeOf(path, name, around);
  return there === null ? null : readText(file, name, around);
}

/**
 * Changes a history: while nobody else does, whole or not at all. What is on the disk is at any moment the old file or
 * the new one.
 *
 * @param change gets the text there is, null without one; null leaves the file as it is
 * @throws PitwallError `locked`, `cannot-write`, `not-a-history`, `unreadable-file`, and what `change` throws
 */
export async function changeHistoryFile<Result>(
  path: string,
  name: string,
  change: (text: string | null) => Promise<{ text: string | null; result: Result }>,
  around: Surroundings = SURROUNDINGS,
): Promise<Result> {
  const { file } = await placeOf(path, name, around);
  try {
    for (let tries = 0; tries < TRIES; tries++) {
      const done = await locked(`${file}.lock`, name, around, (lock) => write(file, name, change, around, lock));
      if (done !== null) return done.result;
    }
  } catch (error) {
    if (error instanceof PitwallError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new PitwallError('cannot-write', `cannot be written (${code})`, name, CURES[code] ?? 'Choose another place', {
      cause: error,
    });
  }
  throw new PitwallError('locked', 'other processes keep taking its lock', name, 'Run again when they have ended');
}

/** Null if the lock was lost on the way: then nothing is written. */
async function write<Result>(
  file: string,
  name: string,
  change: (text: string | null) => Promise<{ text: string | null; result: Result }>,
  around: Surroundings,
  lock: Lock,
): Promise<{ result: Result } | null> {
  const { there } = await placeOf(file, name, around);
  if (there !== null) await refuseReadOnly(file, name, there.mode);
  const { text, result } = await change(there === null ? null : await readText(file, name, around));
  if (text === null) return { result };
  await removeDrafts(file, around);
  const draft = join(dirname(file), `${draftsOf(file)}${randomUUID()}`);
  return orRemoved(
    () => around.removeNow(draft),
    async () => {
      await around.create(draft, text);
      if (there !== null) await around.takeAfter(draft, there);
      if (!(await lock.isOurs())) {
        await around.remove(draft);
        return null;
      }
      await around.rename(draft, file);
      await around.sync(dirname(file));
      return { result };
    },
  );
}

function draftsOf(file: string): string {
  return `.${basename(file)}.draft-`;
}

/** What runs that were ended left: drafts, and locks that they had taken away. Whoever has the lock has all that lives. */
async function removeDrafts(file: string, around: Surroundings): Promise<void> {
  const starts = [draftsOf(file), `${basename(file)}.lock.`];
  for (const name of await around.list(dirname(file))) {
    if (starts.some((start) => name.startsWith(start))) await around.remove(join(dirname(file), name));
  }
}

async function placeOf(path: string, name: string, around: Surroundings): Promise<Place> {
  try {
    const there = await around.stat(path);
    if (there.isDirectory()) throw notOne('it is a folder', name);
    if (!there.isFile()) throw notOne('it is no plain file', name);
    if (there.size > LARGEST) throw notOne('it is too large to be one', name);
    return { file: await around.realpath(path), there };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { file: path, there: null };
    throw unreadable(error, name);
  }
}

async function readText(file: string, name: string, around: Surroundings): Promise<string> {
  try {
    return await around.read(file);
  } catch (error) {
    throw unreadable(error, name);
  }
}

function notOne(what: string, name: string): PitwallError {
  return new PitwallError('not-a-history', what, name, 'Name a file that pitwall snapshot wrote, or a new one');
}

function unreadable(error: unknown, name: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (error instanceof PitwallError || code === undefined) return error;
  return new PitwallError('unreadable-file', `it cannot be read (${code})`, name, 'Check the file and its rights', {
    cause: error,
  });
}
