import type { Session, TextSink } from '../session.ts';
import { isWatched } from './color.ts';

/** A pager: the program and its arguments, and the variable that names it; null for the one that nobody has named. */
export interface PagerCommand {
  words: readonly [program: string, ...args: string[]];
  named: 'PITWALL_PAGER' | 'PAGER' | null;
}

/** It ends by itself at the end of a short text, passes colours on, and leaves the text on the screen. */
const DEFAULT: PagerCommand = { words: ['less', '-FRX'], named: null };

/** The user's pager: `PITWALL_PAGER`, else `PAGER`, else less. Null if that is empty or `cat`: no pager. */
export function pagerCommand(env: Session['env']): PagerCommand | null {
  const named = (['PITWALL_PAGER', 'PAGER'] as const).find((name) => env[name] !== undefined);
  if (named === undefined) return DEFAULT;
  const [program, ...args] = wordsOf(env[named] ?? '');
  if (program === undefined || program === '' || (program === 'cat' && args.length === 0)) return null;
  return { words: [program, ...args], named };
}

/**
 * The words of a command line, which white space separates. Quotes, single or double, hold a word together; nothing else
 * is special, as no shell reads it. A quote that is never closed holds all that follows.
 */
export function wordsOf(line: string): string[] {
  const words: string[] = [];
  for (const [word] of line.matchAll(/(?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^\s"'])+/g)) {
    words.push(word.replace(/"([^"]*)(?:"|$)|'([^']*)(?:'|$)/g, '$1$2'));
  }
  return words;
}

/** True if somebody at a terminal would see only the end of the text. A prompt will need a line of its own. */
export function needsPager(text: string, stdout: TextSink, env: Session['env']): boolean {
  const { columns = 0, rows = 0 } = stdout;
  return rows > 0 && isWatched(stdout, env) && screenLines(text, columns, rows) >= rows;
}

/** The escape sequences of colours, which take no room. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const COLOR = /\u001b\[[\d;]*m/g;

/** The lines that a text takes on a screen, with those that wrap; it stops counting at `most`. */
function screenLines(text: string, columns: number, most: number): number {
  let lines = 0;
  for (let start = 0; start < text.length && lines < most; ) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    const width = text.slice(start, end).replace(COLOR, '').length;
    lines += columns > 0 ? Math.max(1, Math.ceil(width / columns)) : 1;
    start = end + 1;
  }
  return lines;
}
