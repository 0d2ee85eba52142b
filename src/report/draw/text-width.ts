let segmenter: Intl.Segmenter | undefined;

/** The characters of a text as people see them. Creating a segmenter takes long, so it happens when first needed. */
function graphemes(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return segmenter.segment(text);
}

/** Texts with one column a character and no marks: Latin, Greek, Cyrillic, punctuation, arrows, bars. No segmenter needed. */
const SIMPLE =
  /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u058f\u2010-\u2027\u2190-\u21ff\u2500-\u25fc]*$/;
const ZERO_WIDTH = /^[\p{Mn}\p{Me}\u1160-\u11ff\ud7b0-\ud7ff\u200b-\u200d]$/u;
const PICTURE = /\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f|[\u{1f1e6}-\u{1f1ff}]|\u20e3/u;

/** Two columns wide: East Asian Wide and Fullwidth of Unicode 16 (UAX #11). Blocks with only gaps between them are one. */
const WIDE: readonly (readonly [from: number, to: number])[] = [
  [0x1100, 0x115f],
  [0x2329, 0x232a],
  [0x2630, 0x2637],
  [0x268a, 0x268f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4c6],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6b],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18cff],
  [0x1aff0, 0x1b2fb],
  [0x1d300, 0x1d376],
  [0x1f200, 0x1f265],
  [0x20000, 0x3fffd],
];

/** The columns of the widest text; 0 without any. There may be more texts than a call takes arguments. */
export function widest(texts: readonly string[]): number {
  return texts.reduce((width, text) => Math.max(width, textWidth(text)), 0);
}

/** The columns of a terminal that a text takes. It must not contain control characters. */
export function textWidth(text: string): number {
  if (SIMPLE.test(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemes(text)) width += graphemeWidth(segment);
  return width;
}

/** The text, cut to a width and marked `…` if it does not fit. */
export function truncate(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  return width < 1 ? '' : `${takeColumns(text, width - 1)[0].trimEnd()}…`;
}

/** Splits a text after the last character that fits. The second half starts the next line. */
export function takeColumns(text: string, width: number): [head: string, tail: string] {
  if (SIMPLE.test(text)) return [text.slice(0, Math.max(0, width)), text.slice(Math.max(0, width))];
  let taken = 0;
  for (const { segment, index } of graphemes(text)) {
    taken += graphemeWidth(segment);
    if (taken <= width) continue;
    const cut = index === 0 ? charactersThatFit(segment, width) : index;
    return [text.slice(0, cut), text.slice(cut)];
  }
  return [text, ''];
}

/** A cluster of letters may be wider than a line, because some scripts join many. Then it is cut between letters. */
function charactersThatFit(grapheme: string, width: number): number {
  if (PICTURE.test(grapheme)) return 0;
  let taken = 0;
  let length = 0;
  for (const character of grapheme) {
    taken += characterWidth(character);
    if (taken > width) break;
    length += character.length;
  }
  return length;
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - textWidth(text)));
}

export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - textWidth(text))) + text;
}

/** An emoji sequence is drawn as one picture. In other clusters every character has its own columns. */
function graphemeWidth(grapheme: string): number {
  if (PICTURE.test(grapheme)) return 2;
  let width = 0;
  for (const character of grapheme) width += characterWidth(character);
  return width;
}

function characterWidth(character: string): number {
  if (ZERO_WIDTH.test(character)) return 0;
  const code = character.codePointAt(0) as number;
  return WIDE.some(([from, to]) => code >= from && code <= to) ? 2 : 1;
}
