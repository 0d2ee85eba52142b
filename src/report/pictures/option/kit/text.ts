/** Share of the font's size that a character takes on average; wide ones take all of it. */
const AVERAGE = 0.6;
const NARROW = /[ilIjtfr.,:;'|!()[\] ]/;
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f300}-\u{1faff}]/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what no XML may hold
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff\u202a-\u202e\u2066-\u2069]/g;

/** Names written from right to left, with blanks, digits and hyphens between them. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+(?:[\d\s.'"-]+[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+)*\u200e?/g;

/** About how many pixels a text takes; there are no fonts to measure on a server. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) {
    if (WIDE.test(character)) width += size;
    else if (NARROW.test(character)) width += size * 0.36;
    else width += size * (character >= 'A' && character <= 'Z' ? 0.7 : AVERAGE);
  }
  return width;
}

/** A text of the data as it may stand in a picture: on one line, and no character that XML forbids or that turns it round. */
export function plainText(text: string): string {
  return (
    text
      .replace(/[\r\n\t\u2028\u2029]+/g, ' ')
      .replace(/\p{Surrogate}/gu, '\ufffd')
      .replace(FORBIDDEN, '\ufffd')
      // Otherwise a number or an arrow after such a name would be drawn before it.
      .replace(RIGHT_TO_LEFT, (name) => `${name.replace('\u200e', '')}\u200e`)
  );
}

/** The text, cut at the end where it would be wider. */
export function fitText(text: string, width: number, size: number): string {
  const plain = plainText(text);
  if (textWidth(plain, size) <= width) return plain;
  const characters = [...plain];
  let kept = '';
  for (const character of characters) {
    if (textWidth(`${kept}${character}…`, size) > width) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** The text in lines that fit, broken between words; the last of `most` lines is cut. */
export function wrapText(text: string, width: number, size: number, most = 4): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of plainText(text).split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, size) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  lines.push(line);
  const kept = lines.length > most ? [...lines.slice(0, most - 1), lines.slice(most - 1).join(' ')] : lines;
  return kept.map((one) => fitText(one, width, size));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as HTML and XML show it literally. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] as string);
}
