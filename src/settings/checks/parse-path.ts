import { PitwallError } from '../../model/errors.ts';
import type { PathStep } from '../../model/statistics/check.ts';

export const CHECK_CURE = 'Write a path, a comparison and a limit, such as `cycleTime.p85 <= 10d`';

/** `p97.5` and `97.5` are one key; other keys are words. */
const KEY = /(?:p?\d+(?:\.\d+)?(?![\w-])|[A-Za-z_][\w-]*)/y;
const QUOTED = /\[\s*("(?:[^"\\]|\\.)*")\s*\]/y;
const PLAIN = /\[([^\]]*)\]/y;

/**
 * Reads the path that a text begins with: `stage[Review].p85`, `waste.lines["a ] b"].hours`.
 * @returns its steps, and where it ends
 * @throws PitwallError `bad-check`
 */
export function parsePath(text: string, where: string): { path: PathStep[]; end: number } {
  const path: PathStep[] = [];
  let at = text.length - text.trimStart().length;
  for (;;) {
    const key = matchAt(KEY, text, at);
    if (key === null) throw bad(text, at, where);
    path.push({ key: key[0] });
    at += key[0].length;
    while (text[at] === '[') {
      const entry = matchAt(QUOTED, text, at) ?? matchAt(PLAIN, text, at);
      if (entry === null) throw new PitwallError('bad-check', `\`${text}\` has a [ without its ]`, where, 'Add the ]');
      path.push({ entry: entryName(entry[1] as string) });
      at += entry[0].length;
    }
    if (text[at] !== '.') return { path, end: at };
    at++;
  }
}

function bad(text: string, at: number, where: string): PitwallError {
  const rest = text.slice(at).trim();
  const what = rest === '' ? `\`${text}\` is no check` : `\`${text}\` has no name of a figure at \`${rest}\``;
  return new PitwallError('bad-check', what, where, CHECK_CURE);
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** A name in quotes may contain any character; one that is no JSON string after all is taken as written. */
function entryName(written: string): string {
  if (!written.startsWith('"')) return written.trim();
  try {
    return String(JSON.parse(written));
  } catch {
    return written.trim();
  }
}
