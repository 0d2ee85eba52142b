import { takeColumns, textWidth, truncate } from './text-width.ts';

/** A way to cut a text to a width. `others` are all the texts from which it must differ, including itself. */
export type Cut = (text: string, width: number, others: readonly string[]) => string;

/** A beginning shorter than this does not show what it belongs to. */
const LEAST_HEAD = 4;
/** No word ends or begins with these: `Accepted /` reads better as `Accepted`. */
const LOOSE_END = /(?<=.)[\s\-–—/|:,.]+$/u;
const LOOSE_START = /^[\s\-–—/|:,.]+(?=.)/u;

const cutEnd: Cut = (text, width) => truncate(text, width);

/** `Accepted…Wait - User`: a short beginning shows the group, and the end shows which one it is. */
const cutMiddle: Cut = (text, width) => {
  const tail = tailOf(text, width - 1);
  return `${takeColumns(text, width - 1 - textWidth(tail))[0].replace(LOOSE_END, '')}…${tail}`;
};

/** `Land…German tex…`: a short beginning, and the text from where the texts begin to differ. */
const cutAround: Cut = (text, width, others) => {
  const start = text.slice(sharedStart(others)).trimStart();
  const head = takeColumns(text, Math.floor(width / 4))[0].trimEnd();
  return `${head}…${truncate(start, width - textWidth(head) - 1)}`;
};

/** Ways to cut a text, the plainest first. */
export const cuts: readonly Cut[] = [cutEnd, cutMiddle, cutAround];

/** The last characters that fit into a width. */
function takeEnd(text: string, width: number): string {
  const surplus = textWidth(text) - width;
  let [, tail] = takeColumns(text, surplus);
  // A character two columns wide may be on the cut. Then it is left out.
  for (let more = 1; textWidth(tail) > width && more <= 2; more++) tail = takeColumns(text, surplus + more)[1];
  return tail;
}

/** The end of the text: the larger part of the width, from the start of a word if one is near. */
function tailOf(text: string, width: number): string {
  const tail = takeEnd(text, Math.ceil(width * 0.6));
  const before = text.slice(0, text.length - tail.length);
  if (/[\s\p{P}]$/u.test(before) || /^[\s\p{P}]/u.test(tail)) return tail.replace(LOOSE_START, '');
  const whole = (/[^\s\p{P}]+$/u.exec(before)?.[0] ?? '') + tail;
  if (width - textWidth(whole) >= LEAST_HEAD) return whole;
  const next = tail.search(/\s/u);
  return next > 0 && next <= tail.length / 2 ? tail.slice(next).replace(LOOSE_START, '') : tail;
}

/** The number of characters with which all of the texts begin, up to the start of a word. */
function sharedStart(texts: readonly string[]): number {
  const [first = '', ...rest] = texts;
  let shared = first.length;
  for (const text of rest) {
    let same = 0;
    while (same < shared && first.charCodeAt(same) === text.charCodeAt(same)) same++;
    shared = same;
  }
  const word = first.slice(0, shared).search(/[^\s\p{P}]+$/u);
  return word < 0 ? shared : word;
}
