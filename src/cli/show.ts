import { type Session, write } from './session.ts';
import { needsPager, pagerCommand } from './terminal/pager-command.ts';
import { safeLine } from './terminal/safe-line.ts';

/** The options of every command that writes to standard output. */
export interface ShowOptions {
  /** False for `--no-pager`. */
  pager?: boolean;
  quiet?: boolean;
}

/** Writes an answer to standard output: through the user's pager if it is longer than the terminal's screen. */
export async function show(text: string | Uint8Array, options: ShowOptions, session: Session): Promise<void> {
  const { env, page, stdout } = session;
  const pager =
    page !== undefined && options.pager !== false && typeof text === 'string' && needsPager(text, stdout, env)
      ? pagerCommand(env)
      : null;
  if (page === undefined || pager === null) return write(stdout, text);
  if (await page(text as string, pager.words, env)) return;
  await write(stdout, text);
  // Only who has named a pager expects one.
  if (pager.named === null || options.quiet === true) return;
  const cure = `Set ${pager.named} to a program and its arguments, or to nothing for no pager`;
  const what = `pitwall: ${pager.named}: \`${pager.words[0]}\` does not run here, so nothing was paged. ${cure}`;
  await write(session.stderr, `${safeLine(what)}\n`);
}
