/** Stories are short. */
const LONGEST = 1000;

/**
 * The columns that a story names which tells of a move in words alone, as old ones of Asana do: without them the move
 * is lost. Empty where the text names none.
 */
export function toldMove(text: string): string {
  const said = text.length > LONGEST ? null : /from (["“])(.+)(["”]) to (["“])(.+?)(["”])/.exec(text);
  return said === null ? '' : ` ${said[0]}`;
}
