/** What no reader sees and a model still reads, or what turns a line around or breaks it. Joiners of emoji stay. */
const UNSEEN =
  /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Cs}\u{200b}\u{2060}-\u{2064}\u{feff}\u{fff9}-\u{fffb}\u{e0000}-\u{e0fff}]+/gu;

/** Nobody needs more of a title, a reason or the name of a stage to know it. */
export const MOST_TEXT = 300;

/**
 * Text of a file as one visible line: control characters, marks of direction and characters without a shape become a space.
 * @param most characters after which it ends in `…`
 */
export function cleanText(text: string, most = MOST_TEXT): string {
  const seen = text.replace(UNSEEN, ' ');
  if (seen.length <= most) return seen;
  // Not between the two halves of a character.
  return `${seen.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
