import { accessSync, constants, mkdirSync, type Stats, statSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

function absolute(path: string | undefined): string | null {
  return path !== undefined && isAbsolute(path) ? path : null;
}

/**
 * The folder for compiled code within the user's own cache folder. It need not exist.
 * @returns null if the user has no cache folder: code is never kept where others may write
 */
export function codeFolder(env: Environment, platform: NodeJS.Platform): string | null {
  if (platform === 'win32') {
    const local = absolute(env.LOCALAPPDATA);
    return local && join(local, 'pitwall', 'Cache');
  }
  const home = absolute(env.HOME);
  if (platform === 'darwin') return home && join(home, 'Library', 'Caches', 'pitwall');
  const caches = absolute(env.XDG_CACHE_HOME) ?? (home && join(home, '.cache'));
  return caches && join(caches, 'pitwall');
}

/**
 * True if the user owns the file or folder and nobody else may write to it. Windows has no such owners and rights; there,
 * the folder of local data belongs to the user alone.
 */
export function isOwn({ uid, mode }: Pick<Stats, 'uid' | 'mode'>): boolean {
  const user = process.geteuid?.();
  return user === undefined || (uid === user && (mode & 0o022) === 0);
}

/** True if the folder exists and is the user's own. */
export function isOwnFolder(folder: string): boolean {
  const stats = statSync(folder, { throwIfNoEntry: false });
  return stats?.isDirectory() === true && isOwn(stats);
}

/**
 * Makes the folder if needed; true if the user can write there. It makes nothing in another user's folder: an
 * administrator who runs with that user's HOME would leave files there that the user cannot change.
 */
export function canKeepIn(folder: string): boolean {
  if (statSync(folder, { throwIfNoEntry: false }) === undefined) {
    let above = dirname(folder);
    while (statSync(above, { throwIfNoEntry: false }) === undefined) above = dirname(above);
    if (!isOwnFolder(above)) return false;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }
  if (!isOwnFolder(folder)) return false;
  accessSync(folder, constants.W_OK);
  return true;
}
