import { isatty } from 'node:tty';
import { run } from './run.ts';
import type { Ask, Page } from './session.ts';

/** True if the reader of a pipe closed it, as `head` does. */
function isClosedPipe(error: NodeJS.ErrnoException): boolean {
  return error.code === 'EPIPE';
}

/** True if somebody can read a question and type an answer. Standard output may go to a file meanwhile. */
function isAttended(): boolean {
  const { CI } = process.env;
  // A terminal that does not know its width cannot show a question.
  return (
    process.stderr.isTTY === true &&
    process.stderr.columns > 0 &&
    isatty(0) &&
    (CI === undefined || CI === '' || CI === 'false')
  );
}

/** Few runs ask, so the prompt is loaded only when needed. */
const ask: Ask = async (question) => (await import('./terminal/prompt.ts')).prompt(question);

/** The same holds for a pager. */
const page: Page = async (...text) => (await import('./terminal/pager.ts')).page(...text);

/** Runs the command line of this process and sets its exit status. */
export async function main(): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (isClosedPipe(error)) process.exit(0);
    process.stderr.write(
      `pitwall: standard output: cannot be written (${error.code ?? error.message}). Write to another place\n`,
    );
    process.exit(2);
  });
  // If standard error fails, there is nowhere to report it.
  process.stderr.on('error', () => {});
  process.exitCode = await run({
    argv: process.argv.slice(2),
    // A getter: opening standard input costs time, and few runs read it.
    get stdin() {
      return process.stdin;
    },
    stdout: process.stdout,
    stderr: process.stderr,
    ...(isAttended() ? { ask } : {}),
    ...(process.stdout.isTTY === true ? { page } : {}),
    env: process.env,
    cwd: process.cwd(),
  });
}
