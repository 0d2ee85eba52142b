/** Finds characters to replace. Most texts have none and need no further work. */
const SUSPECT = /[^\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027]/;

/** Control characters, including ESC and its one-byte forms, which begin terminal commands. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/g;

/** These change the direction of the text around them, so that a title could look like another one. */
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Invisible characters. The joiners U+200C and U+200D stay, because scripts and emoji need them. */
const INVISIBLE =
  /[\u00ad\u115f\u1160\u180e\u200b\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e0fff}]/gu;

/** More marks on one letter than any script writes: they would run over the lines above and below. */
const PILED_MARKS = /(\p{M}{6})\p{M}+/gu;

/** Spaces that look like one and are none for a spreadsheet or a search: no-break, figure and thin ones. */
const ODD_SPACES = /[\u00a0\u2007-\u200a\u202f]/g;

const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;

/**
 * Text from the data, safe for one line of a terminal: it cannot move the cursor, change colours, make a link, or reorder
 * other text. Control characters become visible (`␛`), line breaks and no-break spaces become spaces.
 */
export function safeText(text: string): string {
  return SUSPECT.test(text) ? safeCharacters(text.replace(BREAKS, ' ').replace(ODD_SPACES, ' ')) : text;
}

/** The same, but tabs and line breaks stay, for outputs that quote them. */
export function safeLines(text: string): string {
  if (!SUSPECT.test(text)) return text;
  return text.replace(/[^\t\n\r]+/g, safeCharacters);
}

function safeCharacters(text: string): string {
  return text
    .replace(CONTROL, visible)
    .replace(BIDI, '')
    .replace(INVISIBLE, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(PILED_MARKS, '$1');
}

/** Unicode has a picture for each of the first 32 control characters and for DEL, but none for the 8-bit ones. */
function visible(control: string): string {
  const code = control.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\ufffd';
}
