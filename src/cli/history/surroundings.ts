import { readFileSync, rmSync, type Stats } from 'node:fs';
import { open, readdir, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { takeAfter } from '../files/whole-file.ts';

/** What a history's file is written with: files, a clock and processes. A test passes its own. */
export interface Surroundings {
  pid: number;
  host: string;
  now(): number;
  pause(ms: number): Promise<void>;
  /** Whether a process of this machine lives. */
  isAlive(pid: number): boolean;
  stat(path: string): Promise<Stats>;
  realpath(path: string): Promise<string>;
  list(folder: string): Promise<string[]>;
  read(path: string): Promise<string>;
  /** Makes a file with this text; fails if there is one. */
  create(path: string, text: string): Promise<void>;
  /** Makes sure that the file, or the folder's list of files, is on the disk. */
  sync(path: string): Promise<void>;
  /** Gives a file the rights of another. */
  takeAfter(path: string, there: Stats): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** At once, for a program that is being ended. */
  readNow(path: string): string;
  removeNow(path: string): void;
}

/** Folders cannot be opened everywhere, and not every file system takes the order. */
const NO_SYNC = new Set(['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP', 'EBADF']);

async function sync(path: string): Promise<void> {
  try {
    const handle = await open(path, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!NO_SYNC.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

async function create(path: string, text: string): Promise<void> {
  const handle = await open(path, 'wx');
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // One that may not be asked lives.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

export const SURROUNDINGS: Surroundings = {
  pid: process.pid,
  host: hostname(),
  now: Date.now,
  pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  isAlive,
  stat,
  realpath,
  list: readdir,
  read: (path) => readFile(path, 'utf8'),
  create,
  sync,
  takeAfter,
  rename,
  remove: (path) => rm(path, { force: true }),
  readNow: (path) => readFileSync(path, 'utf8'),
  removeNow: (path) => rmSync(path, { force: true }),
};
