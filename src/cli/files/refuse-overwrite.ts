import { resolve } from 'node:path';
import { type Configuration, type Input, inputPaths, matchesPattern, PitwallError } from '../../index.ts';
import type { Session } from '../session.ts';
import { type FileIdentity, identityOf, identityOfOpen, isSame } from './same-file.ts';

/** The files that a run reads. */
export interface Read {
  inputs?: readonly Input[];
  /** The configuration and its file; undefined without one. */
  configuration?: Configuration | undefined;
  configurationFile?: string | undefined;
  /** The path of the history that the run knows of. */
  history?: string | undefined;
}

/** The files behind inputs, including a file at standard input. */
export async function filesRead(inputs: readonly Input[], session: Session): Promise<FileIdentity[]> {
  const { fd } = session.stdin;
  const isStdinRead = inputs.some((input) => typeof input !== 'string' && input.data === session.stdin);
  // The library resolves names in the process's folder.
  const files = (await inputPaths(inputs)).map((path) => identityOf(resolve(path)));
  const stdin = isStdinRead && fd !== undefined ? identityOfOpen(fd) : null;
  return [...(await Promise.all(files)), stdin].filter((file) => file !== null);
}

/**
 * Refuses to overwrite an export, which may be the only copy, a configuration, which took work, or a history, which took
 * years, however the path of the output is spelt.
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
  // Nothing has been read yet, so a file name cannot be checked for names of people.
  const where = anonymizePeople ? '--output' : `--output ${output}`;
  const { inputs = [], configuration, configurationFile, history } = read;
  // If a file cannot be found, reading it fails later, with an error that hides names if it must.
  const files = await filesRead(inputs, session).catch(() => []);
  if (files.some((file) => isSame(file, target))) throw refusal('is also an input', where);
  const own = configurationFile === undefined ? null : await identityOf(resolve(session.cwd, configurationFile));
  if (own !== null && isSame(own, target)) throw refusal('is also the configuration', where);
  const kept = history === undefined ? null : await identityOf(history);
  if (kept !== null && isSame(kept, target)) throw refusal('is also the history', where);
  const patterns = (configuration?.sources ?? []).flatMap(({ files }) => files);
  const spellings = target.path === null ? [path] : [path, target.path];
  const pattern = patterns.find((wanted) => spellings.some((spelling) => matchesPattern(spelling, wanted)));
  if (pattern !== undefined) {
    const shown = anonymizePeople ? 'a pattern' : `\`${pattern}\``;
    throw refusal(`exists and matches ${shown} under "sources" in the configuration, so it is an export`, where);
  }
}

function refusal(what: string, where: string): PitwallError {
  return new PitwallError('output-is-input', what, where, 'Choose another file');
}
