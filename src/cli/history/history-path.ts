import { dirname, resolve } from 'node:path';
import type { Configuration } from '../../index.ts';
import type { CommandOptions } from '../command-options.ts';
import { configurationPlace } from '../files/configuration-place.ts';
import type { Session } from '../session.ts';

/** A history as it is named, and where it is. */
export interface NamedHistory {
  name: string;
  path: string;
}

/** The history that the options name, else the configuration, from whose folder its name goes; null if neither does. */
export function namedHistory(
  { config, history }: Pick<CommandOptions, 'config' | 'history'>,
  configuration: Configuration | undefined,
  session: Pick<Session, 'cwd' | 'env'>,
): NamedHistory | null {
  if (history !== undefined) return { name: history, path: resolve(session.cwd, history) };
  if (configuration?.history === undefined) return null;
  const place = configurationPlace(config, session);
  const folder = place === null ? session.cwd : dirname(place.path);
  return { name: configuration.history, path: resolve(folder, configuration.history) };
}
