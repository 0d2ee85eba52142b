import { existsSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { Session } from '../session.ts';

/** The name of the configuration that a run looks for if none is named. */
export const DEFAULT_CONFIGURATION = 'pitwall.yaml';

/** Where a configuration is. */
export interface ConfigurationPlace {
  /** As it is named, or from the working folder: `../pitwall.yaml`. */
  name: string;
  path: string;
  /** By `--config`, by `PITWALL_CONFIG`, or found in the working folder or above it. */
  named: 'option' | 'environment' | 'found';
}

/**
 * Where the configuration is: what `--config` names, else `PITWALL_CONFIG`, else the nearest `pitwall.yaml`.
 * @param option what `--config` names; undefined without it
 * @returns null if none is named and none is found
 */
export function configurationPlace(
  option: string | undefined,
  { cwd, env }: Pick<Session, 'cwd' | 'env'>,
): ConfigurationPlace | null {
  if (option !== undefined) return { name: option, path: resolve(cwd, option), named: 'option' };
  const { PITWALL_CONFIG: variable } = env;
  if (variable !== undefined && variable !== '') {
    return { name: variable, path: resolve(cwd, variable), named: 'environment' };
  }
  for (const folder of foldersToLookIn(cwd, env.HOME)) {
    const path = join(folder, DEFAULT_CONFIGURATION);
    // A folder of that name is nobody's configuration, except where somebody works.
    if (folder === cwd ? existsSync(path) : isFile(path)) return { name: relative(cwd, path), path, named: 'found' };
  }
  return null;
}

/** The configuration, if outputs should say which it was: any but the one of the working folder. */
export function configurationElsewhere(
  option: string | undefined,
  session: Pick<Session, 'cwd' | 'env'>,
): string | undefined {
  const place = configurationPlace(option, session);
  if (place === null || place.path === join(session.cwd, DEFAULT_CONFIGURATION)) return undefined;
  return place.named === 'environment' ? `${place.name} (PITWALL_CONFIG)` : place.name;
}

/**
 * The working folder and those above it, up to the root of its repository. Outside of a repository they end with the home
 * folder or the root of the disk, and before a folder that everybody may write to: what lies in /tmp may be a stranger's.
 */
function foldersToLookIn(cwd: string, home: string | undefined): string[] {
  const all = [resolve(cwd)];
  for (let folder = resolve(cwd); dirname(folder) !== folder; folder = dirname(folder)) all.push(dirname(folder));
  const repository = all.findIndex((folder) => existsSync(join(folder, '.git')));
  if (repository !== -1) return all.slice(0, repository + 1);
  const last = home === undefined || home === '' ? -1 : all.indexOf(resolve(home));
  const within = last === -1 ? all : all.slice(0, last + 1);
  const shared = within.findIndex((folder, index) => index > 0 && isEverybodys(folder));
  return shared === -1 ? within : within.slice(0, shared);
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function isEverybodys(folder: string): boolean {
  const stats = statSync(folder, { throwIfNoEntry: false });
  // Windows has no such rights: there all folders look writable.
  return process.platform !== 'win32' && stats !== undefined && (stats.mode & 0o002) !== 0;
}
