import { type Configuration, type History, PitwallError, readHistory } from '../../index.ts';
import type { CommandOptions } from '../command-options.ts';
import type { Session } from '../session.ts';
import { historyFile } from './history-file.ts';
import { namedHistory } from './history-path.ts';

/**
 * The history that the options or the configuration name; null if neither does.
 * @throws PitwallError `no-history` if there is no such file, and whatever is wrong with it
 */
export async function readNamedHistory(
  options: Pick<CommandOptions, 'config' | 'history'>,
  configuration: Configuration | undefined,
  session: Session,
): Promise<History | null> {
  const named = namedHistory(options, configuration, session);
  if (named === null) return null;
  const text = await historyFile(named.path, named.name);
  if (text !== null) return readHistory(text, named.name);
  throw new PitwallError(
    'no-history',
    'there is no such history',
    named.name,
    'Check the path, or begin it with pitwall snapshot',
  );
}
