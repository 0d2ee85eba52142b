import type { ChildProcess } from 'node:child_process';
import type { Page, Session } from '../session.ts';

/** What git sets where the user has not: less ends at the end of a short text, and passes colours on. */
const DEFAULTS = { LESS: 'FRX', LV: '-c' } as const;

/** The exit statuses with which `env` and its like say that they could not start a program. */
const NOT_STARTED: readonly (number | null)[] = [126, 127];

/** Keys of the terminal, which it sends to every program on it. They are the pager's: less stops a search at Ctrl-C. */
const KEYS = ['SIGINT', 'SIGQUIT'] as const;
/** What ends this program from outside. A pager that lived longer would fight with the shell for the keys. */
const ENDS = ['SIGTERM', 'SIGHUP'] as const;

/**
 * Shows a text in a pager, without a shell, and waits until the user leaves it.
 * @returns false if the pager does not run here: nothing has been shown
 */
export const page: Page = async (text, [program, ...args], env) => {
  // Few runs need it, and loading it takes a tenth of a small report's time.
  const { spawn } = await import('node:child_process');
  let child: ChildProcess;
  try {
    const stdio: ['pipe', 'inherit', 'inherit'] = ['pipe', 'inherit', 'inherit'];
    child = spawn(program, args, { stdio, shell: false, env: { ...DEFAULTS, ...charset(env), ...env } });
  } catch {
    // A path that leads nowhere is an event, but one through a file is thrown.
    return false;
  }
  return whileRunning(child, () => shownIn(child, text));
};

/** Hands the text over. Who leaves the pager early closes the pipe: there is nothing to say about that. */
function shownIn(child: ChildProcess, text: string): Promise<boolean> {
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('close', (status) => resolve(!NOT_STARTED.includes(status)));
    child.stdin?.on('error', () => {});
    child.stdin?.end(text);
  });
}

/** Leaves the keys to the pager, and ends with it if this program is to end. */
async function whileRunning<Result>(child: ChildProcess, run: () => Promise<Result>): Promise<Result> {
  let ending: NodeJS.Signals | null = null;
  const ignore = () => {};
  const end = (signal: NodeJS.Signals) => {
    ending = signal;
    // Not the same one: less gives the terminal back at this.
    child.kill('SIGTERM');
  };
  for (const signal of KEYS) process.on(signal, ignore);
  for (const signal of ENDS) process.on(signal, end);
  try {
    return await run();
  } finally {
    for (const signal of KEYS) process.off(signal, ignore);
    for (const signal of ENDS) process.off(signal, end);
    if (ending !== null) process.kill(process.pid, ending);
  }
}

/** The text is UTF-8 whatever the locale, which decides for less unless the user has. */
function charset({ LESSCHARDEF, LESSCHARSET }: Session['env']): Record<string, string> {
  return LESSCHARDEF === undefined && LESSCHARSET === undefined ? { LESSCHARSET: 'utf-8' } : {};
}
