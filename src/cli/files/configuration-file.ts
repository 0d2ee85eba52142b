import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Configuration, PitwallError, parseConfiguration } from '../../index.ts';
import type { CommandOptions } from '../command-options.ts';

/** The configuration that a run uses if none is named. */
export const DEFAULT_CONFIGURATION = 'pitwall.yaml';

/**
 * Reads the configuration.
 * @param options `config`, the file that `--config` names; undefined means `pitwall.yaml` in the folder
 * @returns undefined if none is named and the folder has none
 */
export async function readConfiguration(
  { anonymizePeople = false, config: named }: Pick<CommandOptions, 'anonymizePeople' | 'config'>,
  cwd: string,
): Promise<Configuration | undefined> {
  const file = named ?? DEFAULT_CONFIGURATION;
  let text: string;
  try {
    text = await readFile(resolve(cwd, file), 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && named === undefined) return undefined;
    const what = code === 'ENOENT' ? 'no such file' : `cannot be read (${code})`;
    const cure =
      code === 'ENOENT' ? 'Check the path after --config, or run pitwall init to write one' : 'Give a readable file';
    throw new PitwallError('no-configuration', what, file, cure, { cause: error });
  }
  return parseConfiguration(text, file, { anonymizePeople });
}
