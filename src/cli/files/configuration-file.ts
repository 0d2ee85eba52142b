import { readFile } from 'node:fs/promises';
import { type Configuration, PitwallError, parseConfiguration } from '../../index.ts';
import type { CommandOptions } from '../command-options.ts';
import type { Session } from '../session.ts';
import { type ConfigurationPlace, configurationPlace } from './configuration-place.ts';

/** What to do where a configuration that somebody named is not there. */
const MISSING: Readonly<Record<ConfigurationPlace['named'], string>> = {
  option: 'Check the path after --config, or run pitwall init to write one',
  environment: 'Correct or unset PITWALL_CONFIG, or name another file with --config',
  found: 'Check the path',
};

/** What to do where it cannot be read, by the code of the system's error. */
const UNREADABLE: Readonly<Record<string, readonly [what: string, cure: string]>> = {
  EISDIR: ['it is a folder', 'Name the file in it, such as pitwall.yaml'],
  EACCES: ['you may not read it', 'Make it readable, or name another file with --config'],
  EPERM: ['you may not read it', 'Make it readable, or name another file with --config'],
};

/**
 * Reads the configuration: the file that `--config` names, else `PITWALL_CONFIG`, else the nearest `pitwall.yaml`.
 * @returns undefined if none is named and none is found
 * @throws PitwallError `no-configuration` if it cannot be read, `bad-configuration` with line and column
 */
export async function readConfiguration(
  options: Pick<CommandOptions, 'anonymizePeople' | 'config'>,
  session: Pick<Session, 'cwd' | 'env'>,
): Promise<Configuration | undefined> {
  const place = configurationPlace(options.config, session);
  if (place === null) return undefined;
  const { name, named, path } = place;
  if (name === '') throw new PitwallError('no-configuration', 'the name is empty', '--config', 'Name a file');
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const { code = 'unknown reason' } = error as NodeJS.ErrnoException;
    const [what, cure] =
      code === 'ENOENT' || code === 'ENOTDIR'
        ? ['no such file', MISSING[named]]
        : (UNREADABLE[code] ?? [`cannot be read (${code})`, 'Give a readable file']);
    throw new PitwallError('no-configuration', what, name, cure, { cause: error });
  }
  return parseConfiguration(text, name, { anonymizePeople: options.anonymizePeople ?? false });
}
