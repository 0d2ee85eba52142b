import { type BigIntStats, fstatSync, statSync } from 'node:fs';
import { realpath } from 'node:fs/promises';

/** What a path leads to, however it is spelt: through links of both kinds, and whatever the disk thinks of letter case. */
export interface FileIdentity {
  /** Null for what is open without a path. */
  path: string | null;
  stats: BigIntStats;
}

/** The file at a path; null if there is none, or if it is no plain file, so that nothing can be lost in it. */
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
    // Closed by whoever started the program.
    return null;
  }
}

export function isSame(a: FileIdentity, b: FileIdentity): boolean {
  if (a.path !== null && a.path === b.path) return true;
  // Some file systems number nothing.
  return a.stats.ino !== 0n && a.stats.ino === b.stats.ino && a.stats.dev === b.stats.dev;
}
