// Run when the package is built, by tools/man-pages.mjs; no command loads it.
import { explainDocument, knownNames } from '../../index.ts';
import { programOf } from '../program.ts';
import type { TextSink } from '../session.ts';
import { readVersion } from '../version.ts';
import { type Explanation, manualPage, pageName, visibleCommands } from './page.ts';

/** The day that the pages are of: that of the release, not that of the build, so that a build can be repeated. */
const RELEASE_DAY = '2026-12-01';

/**
 * Every manual page: its file's name and its text, made from the commands as the help shows them.
 * @param epoch SOURCE_DATE_EPOCH: the seconds since 1970 of the day that the pages are to be of
 */
export async function manualPages(epoch?: string): Promise<Map<string, string>> {
  const nowhere: TextSink = { write: () => true, columns: 1000 };
  // No word: all commands with all their options.
  const session = { argv: [], stdin: none(), stdout: nowhere, stderr: nowhere, env: {}, cwd: '.' };
  const program = programOf(session, { status: 0 });
  const { definitions } = await knownNames();
  const edition = { version: readVersion(), date: dayOf(epoch) };
  const commands = visibleCommands(program).filter((command) => command.name() !== 'help');
  return new Map(
    [program, ...commands].map((command) => {
      const isExplained = definitions.includes(command.name());
      const explanation = isExplained ? (explainDocument(command.name()).data as Explanation) : null;
      return [`${pageName(command)}.1`, manualPage(command, explanation, edition)];
    }),
  );
}

function dayOf(epoch: string | undefined): string {
  const seconds = epoch === undefined || epoch === '' ? Number.NaN : Number(epoch);
  return Number.isNaN(seconds) ? RELEASE_DAY : new Date(seconds * 1000).toISOString().slice(0, 10);
}

async function* none(): AsyncGenerator<string> {}
