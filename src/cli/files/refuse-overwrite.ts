import { resolve } from 'node:path';
import { type Configuration, type Input, inputPaths, matchesPattern, PitwallError } from '../../index.ts';
import type { Session } from '../session.ts';
import { type FileIdentity, identityOf, identityOfOpen, isSame } from './same-file.ts';

/** What a run reads besides its command line. */
export interface Read {
  inputs?: readonly Input[];
  /** The configuration and where it was read from; undefined where there is none. */
  configuration?: Configuration | undefined;
  configurationFile?: string | undefined;
}

/** The files that inputs lead to, standard input among them. */
export async function filesRead(inputs: readonly Input[], session: Session): Promise<FileIdentity[]> {
  const { fd } = session.stdin;
  const isStdinRead = inputs.some((input) => typeof input !== 'string' && input.data === session.stdin);
  const files = (await inputPaths(inputs)).map((path) => identityOf(resolve(session.cwd, path)));
  const stdin = isStdinRead && fd !== undefined ? identityOfOpen(fd) : null;
  return [...(await Promise.all(files)), stdin].filter((file) => file !== null);
}

/**
 * An export may be the only one there is, and a configuration took work: neither is ever written over, however the path
 * of the output is spelt.
 * @throws PitwallError `output-is-input`
 */
export async function refuseOverwrite(
  { anonymizePeople = false, output }: { anonymizePeople?: boolean; output?: string },
  read: Read,
  session: Session,
): Promise<void> {
  if (output === undefined || output === '-') return;
  const path = resolve(session.cwd, output);
  const target = await identityOf(path);
  if (target === null) return;
  // Nobody knows yet whose name a file has.
  const where = anonymizePeople ? '--output' : `--output ${output}`;
  const { inputs = [], configuration, configurationFile } = read;
  // What cannot be found ends the reading, which says it without names where none are to be shown.
  const files = await filesRead(inputs, session).catch(() => []);
  if (files.some((file) => isSame(file, target))) throw refusal('is also an input', where);
  const own = configurationFile === undefined ? null : await identityOf(resolve(session.cwd, configurationFile));
  if (own !== null && isSame(own, target)) throw refusal('is also the configuration', where);
  const patterns = (configuration?.sources ?? []).flatMap(({ files }) => files);
  const spellings = target.path === null ? [path] : [path, target.path];
  const pattern = patterns.find((wanted) => spellings.some((spelling) => matchesPattern(spelling, wanted)));
  if (pattern !== undefined) {
    const shown = anonymizePeople ? 'a pattern' : `\`${pattern}\``;
    throw refusal(`is there already and an export by ${shown} under "sources" in the configuration`, where);
  }
}

function refusal(what: string, where: string): PitwallError {
  return new PitwallError('output-is-input', what, where, 'Choose another file');
}
