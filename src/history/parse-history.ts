import type { SnapshotLine, snapshotLineSchema } from '../contract/statistics/history-schema.ts';
import { PitwallError } from '../model/errors.ts';
import { dayOfDate } from '../model/time/zone.ts';
import { type HeldLine, type History, keyOf, ordered } from './history.ts';

const VERSION = 1;
const RESTORE = 'Restore the file from its last good version';
const CONFLICT = /^(?:<{7}|={7}|>{7}|\|{7})(?:\s|$)/;

/**
 * Reads a history. A line that cannot be read ends it: nothing is ever taken for less than it is.
 * @param file as errors call it
 * @throws PitwallError `bad-history`, with the line; `newer-history`, `not-a-history`
 */
export async function parseHistory(text: string, file: string): Promise<History> {
  // Few runs read one, and zod takes time to load.
  const { snapshotLineSchema: schema } = await import('../contract/statistics/history-schema.ts');
  const texts = text.replace(/^\uFEFF/, '').split('\n');
  const lines: HeldLine[] = [];
  const known = new Map<string, number>();
  for (const [index, raw] of texts.entries()) {
    const written = raw.replace(/\r$/, '');
    if (written.trim() === '') continue;
    const where = `${file}:${index + 1}`;
    const value = jsonOf(written, where, file, lines.length === 0, index === texts.length - 1);
    refuseNewer(value, where);
    const issue = issueOf(schema, value);
    if (issue !== null) throw wrongLine(issue, where);
    const line = value as unknown as SnapshotLine;
    checkDays(line, where);
    const key = keyOf(line);
    const first = known.get(key);
    if (first !== undefined) throw twice(line, first, where);
    known.set(key, index + 1);
    lines.push({ line, text: written });
  }
  if (lines.length > 0) return { file, lines: ordered(lines) };
  throw new PitwallError(
    'not-a-history',
    'it is empty, and a history has a line at least',
    file,
    `${RESTORE}; if it never had a line, remove it`,
  );
}

/** The object on a line. */
function jsonOf(
  written: string,
  where: string,
  file: string,
  isFirst: boolean,
  isLast: boolean,
): Record<string, unknown> {
  if (CONFLICT.test(written)) {
    throw new PitwallError(
      'bad-history',
      'it has the marks of a git conflict',
      where,
      'Write both versions to files (git show :2:history.ndjson > ours, :3: > theirs) and run pitwall snapshot --merge ours theirs',
    );
  }
  let value: unknown;
  try {
    value = JSON.parse(written);
  } catch (cause) {
    if (isFirst && !written.startsWith('{"schemaVersion"')) throw noHistory(file, cause);
    const what = isLast ? 'the last line is cut off' : 'the line is no JSON';
    throw new PitwallError('bad-history', what, where, RESTORE, { cause });
  }
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  const looksLikeOne = isObject && 'period' in (value as object) && 'fingerprint' in (value as object);
  if (isFirst && !looksLikeOne && !(isObject && isNewer(value as Record<string, unknown>))) throw noHistory(file);
  if (isObject) return value as Record<string, unknown>;
  throw new PitwallError('bad-history', 'the line is no snapshot', where, RESTORE);
}

function noHistory(file: string, cause?: unknown): PitwallError {
  return new PitwallError(
    'not-a-history',
    'it is no history of snapshots',
    file,
    'Name a file that pitwall snapshot wrote, or a new one',
    { cause },
  );
}

function isNewer({ schemaVersion }: Record<string, unknown>): boolean {
  return typeof schemaVersion === 'number' && schemaVersion > VERSION;
}

function refuseNewer(value: Record<string, unknown>, where: string): void {
  if (!isNewer(value)) return;
  throw new PitwallError(
    'newer-history',
    `the line is of version ${value.schemaVersion} of histories, and this pitwall knows ${VERSION}`,
    where,
    'Update pitwall',
  );
}

interface Issue {
  path: PropertyKey[];
  message: string;
}

/** What is wrong with a line; null if nothing is. */
function issueOf(schema: typeof snapshotLineSchema, value: unknown): Issue | null {
  try {
    return schema.safeParse(value).error?.issues[0] ?? null;
  } catch (error) {
    // Lists within lists within lists, deeper than any that was ever written here.
    if (error instanceof RangeError) return { path: ['figures'], message: 'it is nested too deeply' };
    throw error;
  }
}

function wrongLine({ message, path }: Issue, where: string): PitwallError {
  return new PitwallError(
    'bad-history',
    `\`${path.map(String).join('.')}\` is wrong: ${lowerFirst(message)}`,
    where,
    RESTORE,
  );
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1).replace(/\.$/, '');
}

/** What no schema says: days and numbers that belong together. */
function checkDays({ daily, durations, period }: SnapshotLine, where: string): void {
  const days = dayOfDate(period.end) - dayOfDate(period.start);
  const wrong = (key: string, what: string) =>
    new PitwallError('bad-history', `\`${key}\` is wrong: ${what}`, where, RESTORE);
  if (!(days > 0)) throw wrong('period', 'it ends before it starts');
  for (const key of ['created', 'started', 'finished', 'dropped'] as const) {
    const counts = daily[key];
    if (counts !== null && counts.length !== days)
      throw wrong(`daily.${key}`, `it has ${counts.length} days of ${days}`);
  }
  if (durations.some((value, at) => at > 0 && value < (durations[at - 1] as number))) {
    throw wrong('durations', 'they do not ascend');
  }
}

function twice({ period, series }: SnapshotLine, first: number, where: string): PitwallError {
  return new PitwallError(
    'bad-history',
    `the ${period.unit} of ${period.start} of series \`${series}\` is also on line ${first}`,
    where,
    'Put the lines into two files, and put them together with pitwall snapshot --merge',
  );
}
