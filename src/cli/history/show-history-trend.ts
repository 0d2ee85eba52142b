import { open, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  type HistoryTrendOptions,
  historyTrend,
  PitwallError,
  type TrendOptions,
  type TrendReport,
  trendDocument,
} from '../../index.ts';
import type { CommandOptions } from '../command-options.ts';
import { readConfiguration } from '../files/configuration-file.ts';
import { refuseOverwrite } from '../files/refuse-overwrite.ts';
import { chosenReporter, printDocument } from '../print-document.ts';
import type { Session } from '../session.ts';
import { namedHistory } from './history-path.ts';
import { readNamedHistory } from './read-named-history.ts';

/** What every history begins with. */
const BEGINNING = '{"schemaVersion"';

/** What asks for other items or another reading than those that a snapshot was taken of. */
const OF_EXPORTS = {
  asOf: '--as-of',
  from: '--from',
  to: '--to',
  last: '--last',
  basis: '--basis',
  timeZone: '--time-zone',
  where: '--where',
} as const;

/**
 * Prints the trend of a history, if one is given instead of exports.
 * @returns false if exports are given
 */
export async function showHistoryTrend(
  files: readonly string[],
  options: CommandOptions,
  asked: TrendOptions,
  session: Session,
): Promise<boolean> {
  const report = await trendOfHistory(files, options, asked, session, () => chosenReporter(options));
  if (report === null) return false;
  await printDocument(await trendDocument(report), options, session);
  return true;
}

/**
 * The trend of a history, if one is given instead of exports: as the only file, as `--history` or in the configuration.
 * @param checkForm throws if the output has no such form
 * @returns null if exports are given
 */
export async function trendOfHistory(
  files: readonly string[],
  options: CommandOptions,
  asked: TrendOptions,
  session: Session,
  checkForm: () => void,
): Promise<TrendReport | null> {
  const [file, ...others] = files;
  if (file !== undefined && options.history !== undefined) {
    const what = 'exports are given as well, and a trend is of one of them';
    throw new PitwallError('bad-option', what, '--history', 'Leave out the files, or --history');
  }
  const isHistory = file !== undefined && others.length === 0 && (await beginsLikeOne(resolve(session.cwd, file)));
  if (file !== undefined && !isHistory) return null;
  // First: a wrong format should fail before the work.
  checkForm();
  const configuration = await readConfiguration(options, session);
  const named = file === undefined ? options : { ...options, history: file };
  await refuseOverwrite(options, { history: namedHistory(named, configuration, session)?.path }, session);
  // A history holds no people.
  const history = await readNamedHistory(named, configuration, session, (text) => text);
  if (history === null) return null;
  for (const [key, option] of Object.entries(OF_EXPORTS)) {
    if (options[key as keyof typeof OF_EXPORTS] === undefined) continue;
    const what = 'a history keeps no items that could be looked at otherwise';
    throw new PitwallError('bad-option', what, option, 'Leave it out, or name the export instead of the history');
  }
  const { series = configuration?.series, unit } = options;
  const given = Object.entries({ series, unit }).filter(([, value]) => value !== undefined);
  const whole: HistoryTrendOptions = { ...asked, ...Object.fromEntries(given) };
  return historyTrend(history, whole);
}

/** Whether a file begins like a history; what cannot be read is left to who reads exports. */
async function beginsLikeOne(path: string): Promise<boolean> {
  try {
    // What a pipe has given once is gone.
    if (!(await stat(path)).isFile()) return false;
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0);
      return buffer
        .toString('utf8', 0, bytesRead)
        .replace(/^\uFEFF/, '')
        .startsWith(BEGINNING);
    } finally {
      await file.close();
    }
  } catch {
    return false;
  }
}
