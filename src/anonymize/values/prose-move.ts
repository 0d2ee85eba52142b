import { type Known, maskValue } from './mask-value.ts';

/** Stories are short. */
const LONGEST = 1000;

/**
 * The columns in the text of a story that describes a move only in words, as old ones of Asana do. Without them the move
 * would be lost. Empty if the text names none.
 */
export function proseMove(text: string, known: Known): string {
  const match = text.length > LONGEST ? null : /from (["“])(.+)(["”]) to (["“])(.+?)(["”])/.exec(text);
  if (match === null) return '';
  const [, open1 = '', from = '', close1 = '', open2 = '', to = '', close2 = ''] = match;
  const column = (name: string) => maskValue(name, 'vocabulary', known).text;
  return ` from ${open1}${column(from)}${close1} to ${open2}${column(to)}${close2}`;
}
