import { resolve } from 'node:path';
import { type Input, PitwallError } from '../../index.ts';
import type { Session } from '../session.ts';

/**
 * The files of a command line, as inputs for the library.
 * @param usage what to type, for the error if no files are given: `pitwall report <files...>`
 */
export function inputsOf(files: readonly string[], usage: string, session: Session): Input[] {
  if (files.length === 0) {
    // If standard input is a pipe or a file, the user may have meant to read it.
    const cure =
      session.stdin.isTTY === true
        ? `Usage: ${usage}`
        : `Usage: ${usage}; to read standard input: ${usage.replace('<files...>', '-')}`;
    throw new PitwallError('no-files', 'no files given', null, cure);
  }
  if (files.filter((file) => file === '-').length > 1) {
    throw new PitwallError('no-files', '- is given twice', null, 'Standard input can be read only once');
  }
  return files.map((file) => {
    if (file === '-') return { name: '-', data: session.stdin };
    // The library resolves names in the process's folder. If that is the session's, they stay as typed.
    return session.cwd === process.cwd() ? file : resolve(session.cwd, file);
  });
}
