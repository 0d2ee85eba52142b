import { resolve } from 'node:path';
import { type Input, PitwallError } from '../../index.ts';
import type { CommandOptions } from '../command-options.ts';
import { type Session, write } from '../session.ts';

/**
 * The files of a command line, as inputs for the library. Standard input that somebody types is announced when it is read.
 * @param usage what to type, for the error if no files are given: `pitwall report <files...>`
 * @throws PitwallError `no-files`
 */
export async function inputsOf(
  files: readonly string[],
  usage: string,
  options: Pick<CommandOptions, 'anonymizePeople' | 'quiet'>,
  session: Session,
): Promise<Input[]> {
  // Few runs need it.
  if (files.length === 0) throw await (await import('./no-files.ts')).noFiles(usage, options, session);
  if (files.filter((file) => file === '-').length > 1) {
    throw new PitwallError('no-files', '- is given twice', null, 'Standard input can be read only once');
  }
  return files.map((file) => {
    if (file === '-') return { name: '-', data: standardInput(options, session) };
    // The library says what is wrong with an empty name, which would be resolved to the folder.
    if (file === '') return file;
    // The library resolves names in the process's folder. If that is the session's, they stay as typed.
    return session.cwd === process.cwd() ? file : resolve(session.cwd, file);
  });
}

function standardInput({ quiet }: Pick<CommandOptions, 'quiet'>, session: Session): Session['stdin'] | Typed {
  return session.stdin.isTTY === true && quiet !== true ? typed(session) : session.stdin;
}

type Typed = AsyncGenerator<Uint8Array | string>;

/** Without a word, a program that waits for somebody to type looks as if it hung. */
async function* typed({ stderr, stdin }: Session): Typed {
  const end = process.platform === 'win32' ? 'Ctrl-Z and Enter' : 'Ctrl-D';
  await write(stderr, `pitwall: reading from standard input: paste the export, and end it with ${end}\n`);
  yield* stdin;
}
