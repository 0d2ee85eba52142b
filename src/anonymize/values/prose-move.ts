import { type Known, maskValue } from './mask-value.ts';

/** Stories are short. */
const LONGEST = 1000;

/**
 * The columns that a story names which tells of a move in words alone, as old ones of Asana do: without them the move
 * is lost. Empty where the text names none.
 */
export function proseMove(text: string, known: Known): string {
  const said = text.length > LONGEST ? null : /from (["“])(.+)(["”]) to (["“])(.+?)(["”])/.exec(text);
  if (said === null) return '';
  const [, open1 = '', from = '', close1 = '', open2 = '', to = '', close2 = ''] = said;
  const column = (name: string) => maskValue(name, 'vocabulary', known).text;
  return ` from ${open1}${column(from)}${close1} to ${open2}${column(to)}${close2}`;
}
