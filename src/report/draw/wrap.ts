import { takeColumns, textWidth } from './text-width.ts';

/** Between words, but not between a number and its unit: `3.2 d` and `85 %` stay together. */
const BETWEEN_WORDS = /(?<!\d) | (?!(?:d|h|min|s|%|×)(?![\p{L}\p{N}]))/u;

/** Longer lines of words are hard to read, however wide the terminal is. */
export const READING_WIDTH = 120;

const INDENT = 2;

/** Breaks a text at spaces into lines of at most `width` columns. A word longer than a line is broken too. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(BETWEEN_WORDS)) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (textWidth(joined) <= width) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (textWidth(line) > width) {
      const [head, tail] = takeColumns(line, width);
      if (head === '') break;
      lines.push(head);
      line = tail;
    }
  }
  if (line !== '' || lines.length === 0) lines.push(line);
  return lines;
}

/** The same, with every line but the first indented, so that text from the data cannot look like a line of its own. */
export function wrapIndented(text: string, width: number): string[] {
  const lines = wrap(text, width);
  if (lines.length < 2) return lines;
  return wrap(text, width - INDENT).map((line, index) => (index === 0 ? line : ' '.repeat(INDENT) + line));
}
