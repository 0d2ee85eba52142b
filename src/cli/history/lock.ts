import { randomUUID } from 'node:crypto';
import { PitwallError } from '../../index.ts';
import { orRemoved } from '../files/or-removed.ts';
import type { Surroundings } from './surroundings.ts';

/** A file is locked while it is read and written, which takes no longer than that by far. */
const STALE_MS = 2 * 60_000;
/** A lock without an owner: whoever made it was ended before writing its name. */
const NAMELESS_MS = 5_000;
const LONGEST_WAIT_MS = 15_000;
const PAUSE_MS = 50;

/** Who has a lock. */
interface Owner {
  pid: number;
  host: string;
  at: string;
  token: string;
}

/** A lock that is held. */
export interface Lock {
  /** Whether it still is: one that seemed dead is taken away. */
  isOurs(): Promise<boolean>;
}

/**
 * Runs work while nobody else that asks for the same lock does.
 * @param path the lock's file
 * @param name what is locked, for the error
 * @throws PitwallError `locked` if another process has it for long
 */
export function locked<Result>(
  path: string,
  name: string,
  around: Surroundings,
  work: (lock: Lock) => Promise<Result>,
): Promise<Result> {
  const owner: Owner = {
    pid: around.pid,
    host: around.host,
    at: new Date(around.now()).toISOString(),
    token: randomUUID(),
  };
  const removeNow = () => {
    try {
      if (ownerIn(around.readNow(path))?.token === owner.token) around.removeNow(path);
    } catch {
      // It is gone already.
    }
  };
  return orRemoved(removeNow, async () => {
    await take(path, name, owner, around);
    const isOurs = async () => ownerIn(await around.read(path).catch(() => ''))?.token === owner.token;
    const result = await work({ isOurs });
    if (await isOurs()) await around.remove(path);
    return result;
  });
}

async function take(path: string, name: string, owner: Owner, around: Surroundings): Promise<void> {
  const deadline = around.now() + LONGEST_WAIT_MS;
  for (;;) {
    try {
      return await around.create(path, `${JSON.stringify(owner)}\n`);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const text = await orNothing(around.read(path));
    if (text === null) continue;
    if (await isStale(path, text, around)) await takeAway(path, text, around);
    else if (around.now() > deadline) throw lockedBy(ownerIn(text), path, name);
    else await around.pause(PAUSE_MS);
  }
}

/** Whether whoever made a lock is dead, or must be. */
async function isStale(path: string, text: string, around: Surroundings): Promise<boolean> {
  const made = await orNothing(around.stat(path));
  if (made === null) return false;
  const age = around.now() - made.mtimeMs;
  const owner = ownerIn(text);
  if (owner === null) return age > NAMELESS_MS;
  return age > STALE_MS || (owner.host === around.host && !around.isAlive(owner.pid));
}

/** Takes a stale lock away. Another process may do the same: what is taken must be what was seen. */
async function takeAway(path: string, seen: string, around: Surroundings): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  if ((await orNothing(around.rename(path, aside).then(() => true))) === null) return;
  const taken = await orNothing(around.read(aside));
  // Somebody was faster, and this is their lock: they get it back, unless the next one has come already.
  if (taken !== null && taken !== seen) await around.create(path, taken).catch(() => {});
  await around.remove(aside);
}

function ownerIn(text: string): Owner | null {
  try {
    const { at, host, pid, token } = JSON.parse(text);
    return typeof pid === 'number' && [at, host, token].every((value) => typeof value === 'string')
      ? { at, host, pid, token }
      : null;
  } catch {
    return null;
  }
}

function lockedBy(owner: Owner | null, path: string, name: string): PitwallError {
  const who = owner === null ? 'another process' : `process ${owner.pid} on ${owner.host} since ${owner.at}`;
  return new PitwallError(
    'locked',
    `${who} is writing to it`,
    name,
    `Run again when it has ended; if it is dead, remove ${path}`,
  );
}

/** Null if there is no such file. */
async function orNothing<Found>(found: Promise<Found>): Promise<Found | null> {
  try {
    return await found;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
