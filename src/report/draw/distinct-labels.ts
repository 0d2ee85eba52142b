import { type Cut, cuts } from './cut-text.ts';
import { takeColumns, textWidth } from './text-width.ts';

/** Two texts that differ in this many characters at their ends look different at a glance. */
const TELLING = 6;

/**
 * Cuts texts to a width; `…` marks a cut. Two different texts never look the same: if they would with their ends cut,
 * they are cut in the middle, or else around the place where they differ. If that is not enough, they are numbered.
 */
export function distinctLabels(texts: readonly string[], width: number): string[] {
  const long = new Set<string>();
  const shown = new Map<string, string>();
  const taken = new Set<string>();
  for (const text of texts) {
    if (textWidth(text) > width) long.add(text);
    // A text that fits is shown whole, so no cut text may look like it.
    else taken.add(look(text));
  }
  if (long.size === 0) return [...texts];
  const show = (text: string, short: string) => {
    shown.set(text, short);
    taken.add(look(short));
  };
  const number = (group: readonly string[]): void => {
    let last = 1;
    for (const text of group) {
      let short: string;
      do {
        last++;
        short = numbered(text, last, width);
        // If the width is less than the number's, the texts cannot be made to differ.
      } while (taken.has(look(short)) && String(last).length < width);
      show(text, short);
    }
  };
  const settle = (group: readonly string[], [cut, ...others]: readonly Cut[]): void => {
    if (cut === undefined) {
      number(group);
      return;
    }
    for (const same of groupBy(group, (text) => look(cut(text, width, group)))) {
      const [text] = same;
      const short = cut(text, width, group);
      if (same.length === 1 && textWidth(short) <= width && !taken.has(look(short))) show(text, short);
      else settle(same, others);
    }
  };
  // Texts that differ only in their last letters look the same at a glance if their ends are cut.
  const glance = Math.max(Math.ceil(width / 2), width - TELLING);
  for (const group of groupBy(long, (text) => takeColumns(text, glance)[0])) {
    settle(group, group.length === 1 ? cuts : cuts.slice(1));
  }
  return texts.map((text) => shown.get(text) ?? text);
}

function groupBy(texts: Iterable<string>, keyOf: (text: string) => string): [string, ...string[]][] {
  const groups = new Map<string, [string, ...string[]]>();
  for (const text of texts) {
    const key = keyOf(text);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [text]);
    else group.push(text);
  }
  return [...groups.values()];
}

/** A text as the eye sees it: `Accepted / Wait…` and `Accepted / Wait` look the same. */
function look(short: string): string {
  return short.replace(/[\s\p{P}]*…$/u, '');
}

function numbered(text: string, number: number, width: number): string {
  const mark = `…${number}`;
  return `${takeColumns(text, Math.max(0, width - mark.length))[0].trimEnd()}${takeColumns(mark, width)[0]}`;
}
