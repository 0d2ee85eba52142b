import { run } from './run.ts';

/** True if the reader of a pipe went away, as `head` does. */
function isClosedPipe(error: NodeJS.ErrnoException): boolean {
  return error.code === 'EPIPE';
}

/** Runs the command line of this process and sets its exit status. */
export async function main(): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (isClosedPipe(error)) process.exit(0);
    process.stderr.write(
      `pitwall: standard output: cannot be written (${error.code ?? error.message}). Write to another place\n`,
    );
    process.exit(2);
  });
  // Nobody is left to tell that nobody is left to tell.
  process.stderr.on('error', () => {});
  process.exitCode = await run({
    argv: process.argv.slice(2),
    // A getter: opening standard input costs time, and few runs read it.
    get stdin() {
      return process.stdin;
    },
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    cwd: process.cwd(),
  });
}
