/** Characters that mean something to roff, or that it would set as another: a hyphen as one that nobody can copy. */
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': String.raw`\e`,
  '-': String.raw`\-`,
  "'": String.raw`\(aq`,
  '`': String.raw`\(ga`,
  '^': String.raw`\(ha`,
  '~': String.raw`\(ti`,
  '"': String.raw`\(dq`,
};

/** Text for one line of a manual page, as it is: no character of it is a request. */
export function escaped(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const plain = Array.from(line, (character) => ESCAPES[character] ?? character).join('');
  // Pages are ASCII, so that they read the same whatever the language of the machine is.
  const ascii = plain.replace(/[^ -~]/gu, (character) => {
    return `\\[u${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}]`;
  });
  // A line that begins with a full stop would be a request.
  return ascii.startsWith('.') ? `\\&${ascii}` : ascii;
}

/** Bold, within a line. */
export const bold = (text: string): string => `\\fB${escaped(text)}\\fR`;

/** A value that the reader puts in, within a line. */
const italic = (text: string): string => `\\fI${escaped(text)}\\fR`;

/** How a command or an option is written, its placeholders in italics: `-o, --output <file>`. */
export function written(text: string): string {
  const parts = text.split(/(<[^>]+>|\[[^\]]+\]|, | \| )/).filter((part) => part !== '');
  return parts.map(part).join('');
}

function part(text: string): string {
  if (/^(, | \| )$/.test(text)) return text;
  const inner = /^<(.+)>$/.exec(text)?.[1];
  if (inner !== undefined) return italic(inner);
  const optional = /^\[(.+)\]$/.exec(text)?.[1];
  if (optional !== undefined) return `[${italic(optional)}]`;
  // `escaped` trims.
  const [, before = '', word = '', after = ''] = /^(\s*)(.*?)(\s*)$/.exec(text) ?? [];
  return `${before}${word === '' ? '' : bold(word)}${after}`;
}

/** A paragraph with what comes before it at its left: an option and what it does. */
export function tagged(tag: string, text: string): string {
  return `.TP\n${tag}\n${escaped(text)}\n`;
}

/** Lines as they are, such as commands to type. */
export function example(lines: readonly string[]): string {
  const kept = lines.map((line) => {
    const indent = /^ */.exec(line)?.[0] ?? '';
    // More than one space stays, where it stands before a remark.
    return (
      indent +
      line
        .trim()
        .split(/( {2,})/)
        .map((piece) => (/^ +$/.test(piece) ? piece : escaped(piece)))
        .join('')
    );
  });
  return `.EX\n${kept.join('\n')}\n.EE\n`;
}
