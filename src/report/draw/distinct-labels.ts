import { type Cut, cuts } from './cut-text.ts';
import { takeColumns, textWidth } from './text-width.ts';

/** Characters that are enough to tell two texts apart at a glance. */
const TELLING = 6;

/**
 * Texts cut to a width, each mark `…` standing for what is gone. Two different texts never look the same: where cutting
 * their ends would make them so, they are cut in the middle, then around the place where they differ, and numbered if
 * even that does not tell them apart.
 */
export function distinctLabels(texts: readonly string[], width: number): string[] {
  const long = new Set<string>();
  const shown = new Map<string, string>();
  const taken = new Set<string>();
  for (const text of texts) {
    if (textWidth(text) > width) long.add(text);
    // A text that fits is shown as it is, and its look is taken before any other's.
    else taken.add(look(text));
  }
  if (long.size === 0) return [...texts];
  const show = (text: string, short: string) => {
    shown.set(text, short);
    taken.add(look(short));
  };
  const settle = (group: readonly string[], [cut, ...others]: readonly Cut[]): void => {
    if (cut === undefined) {
      let number = 1;
      for (const text of group) {
        let short: string;
        do {
          number++;
          short = numbered(text, number, width);
          // Narrower than the numbers are long, nothing could tell the texts apart.
        } while (taken.has(look(short)) && String(number).length < width);
        show(text, short);
      }
      return;
    }
    for (const same of groupBy(group, (text) => look(cut(text, width, group)))) {
      const [text] = same;
      const short = cut(text, width, group);
      if (same.length === 1 && textWidth(short) <= width && !taken.has(look(short))) show(text, short);
      else settle(same, others);
    }
  };
  // Texts that part in their last letters are the same at a glance if only their ends are cut.
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

/** What the eye compares: `Accepted / Wait…` and `Accepted / Wait` are the same to it. */
function look(short: string): string {
  return short.replace(/[\s\p{P}]*…$/u, '');
}

function numbered(text: string, number: number, width: number): string {
  const mark = `…${number}`;
  return `${takeColumns(text, Math.max(0, width - mark.length))[0].trimEnd()}${takeColumns(mark, width)[0]}`;
}
