import { type Configuration, type History, PitwallError, readHistory } from '../../index.ts';
import type { CommandOptions } from '../command-options.ts';
import type { Session } from '../session.ts';
import { historyFile } from './history-file.ts';
import { type NamedHistory, namedHistory } from './history-path.ts';

/**
 * The history that the options or the configuration name; null if neither does.
 * @param withoutNames hides names of people in the name of the file
 * @throws PitwallError `no-history` if there is no such file, and whatever is wrong with it
 */
export async function readNamedHistory(
  options: Pick<CommandOptions, 'config' | 'history'>,
  configuration: Configuration | undefined,
  session: Session,
  withoutNames: (text: string) => string,
): Promise<History | null> {
  const named = namedHistory(options, configuration, session);
  if (named === null) return null;
  const name = withoutNames(named.name);
  const text = await historyFile(named.path, name);
  if (text !== null) return readHistory(text, name);
  throw new PitwallError(
    'no-history',
    'there is no such history',
    name,
    'Check the path, or begin it with pitwall snapshot',
  );
}

/** A history as it is named; one without lines if there is no such file, as before the first snapshot. */
export async function readIfThere(
  { name: named, path }: NamedHistory,
  withoutNames: (text: string) => string,
): Promise<History> {
  const name = withoutNames(named);
  const text = await historyFile(path, name);
  return text === null ? { file: name, lines: [] } : readHistory(text, name);
}
