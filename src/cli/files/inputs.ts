import { resolve } from 'node:path';
import { type Input, PitwallError } from '../../index.ts';
import type { Session } from '../session.ts';

/**
 * The files of a command line as the library takes them.
 * @param usage what to type, for the message when there is none: `pitwall report <files...>`
 */
export function inputsOf(files: readonly string[], usage: string, session: Session): Input[] {
  if (files.length === 0) {
    // Asked about a pipe or a file at standard input, nobody means to type the data.
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
    // Names stay as they were typed where they mean the same to the library, which knows the process's folder only.
    return session.cwd === process.cwd() ? file : resolve(session.cwd, file);
  });
}
