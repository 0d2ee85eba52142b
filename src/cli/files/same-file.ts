import { type BigIntStats, fstatSync, statSync } from 'node:fs';
import { realpath } from 'node:fs/promises';

/** Identifies the file at a path, however the path is spelt: through links of both kinds, and in any letter case. */
export interface FileIdentity {
  /** Null for an open file without a path. */
  path: string | null;
  stats: BigIntStats;
}

/** The file at a path; null if there is none, or if it is not a plain file, which cannot lose anything. */
export async function identityOf(path: string): Promise<FileIdentity | null> {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stats?.isFile() === true ? { path: await realpath(path).catch(() => path), stats } : null;
}

/** The file behind an open descriptor, as with `< log.csv`; null for pipes and terminals. */
export function identityOfOpen(descriptor: number): FileIdentity | null {
  try {
    const stats = fstatSync(descriptor, { bigint: true });
    return stats.isFile() ? { path: null, stats } : null;
  } catch {
    // The caller of the program may have closed it.
    return null;
  }
}

export function isSame(a: FileIdentity, b: FileIdentity): boolean {
  if (a.path !== null && a.path === b.path) return true;
  // Some file systems have no inode numbers.
  return a.stats.ino !== 0n && a.stats.ino === b.stats.ino && a.stats.dev === b.stats.dev;
}
