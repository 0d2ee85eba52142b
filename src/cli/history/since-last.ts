import { type Configuration, lastPeriodEnd, PitwallError } from '../../index.ts';
import type { CommandOptions } from '../command-options.ts';
import type { Session } from '../session.ts';
import { readNamedHistory } from './read-named-history.ts';

/**
 * The start of the window that `--since last` means: the end of the latest period in the history.
 * @throws PitwallError `bad-option`, `no-history`, `unknown-series`, and whatever is wrong with the history
 */
export async function fromOfSince(
  options: CommandOptions,
  configuration: Configuration | undefined,
  session: Session,
): Promise<string> {
  const wrong = (what: string, cure: string) => new PitwallError('bad-option', what, '--since', cure);
  if (options.since !== 'last') throw wrong(`\`${options.since}\` is not last`, cureOf(options.since));
  if (options.from !== undefined || options.last !== undefined) {
    throw wrong(
      'the window has two starts',
      `Leave out --since or ${options.from === undefined ? '--last' : '--from'}`,
    );
  }
  // Before an export is read, nobody's name is known: an error names the option instead of the file.
  const hidden = options.anonymizePeople === true ? () => '--history' : (text: string) => text;
  const history = await readNamedHistory(options, configuration, session, hidden);
  if (history === null) throw wrong('no history is named', 'Add --history flow.ndjson, or history: to pitwall.yaml');
  return lastPeriodEnd(history, options.series ?? configuration?.series);
}

/** Other tools take a date or a span there. */
function cureOf(since: string | undefined): string {
  const value = since ?? '';
  if (/^\d{4}-\d/.test(value)) return `Write --from ${value} for a date; --since last begins where the history ends`;
  if (/^\d+\s*[dwm]$/.test(value))
    return `Write --last ${value} for a span; --since last begins where the history ends`;
  return 'Write --since last, which begins where the history ends; --from takes a date and --last a span';
}
