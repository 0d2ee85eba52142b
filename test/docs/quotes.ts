/** Alone on a line of a quotation, it means lines left out. */
const ELISION = '…';

/** What a line is about: its label, whatever its numbers; those of an id belong to it. */
function labelOf(line: string): string {
  return (line.trim().split(/ {2,}/)[0] as string).replace(/(?<![\w-])[\d.,]+/g, '#');
}

/** The line itself, or else the first of the same label; from a place on. */
function find(lines: readonly string[], line: string, from: number): number {
  const same = lines.indexOf(line, from);
  if (same !== -1) return same;
  const alike = lines.findIndex((other, index) => index >= from && labelOf(other) === labelOf(line));
  if (alike === -1) throw new Error(`what is printed has no line such as: ${line}`);
  return alike;
}

/**
 * A quotation as it should be: the stretches of the output that begin and end with its lines, and as much left out as it
 * leaves out. It is the same text if it was right.
 */
export function requoted(quoted: string, printed: string): string {
  const lines = printed.trimEnd().split('\n');
  const stretches: string[][] = [[]];
  for (const line of quoted.trimEnd().split('\n')) {
    if (line === ELISION) stretches.push([]);
    else stretches.at(-1)?.push(line);
  }
  let at = 0;
  const result = stretches.map((stretch, index) => {
    if (stretch.length === 0) return [];
    const first = index === 0 ? 0 : find(lines, stretch[0] as string, at);
    const goesOn = index < stretches.length - 1;
    at = goesOn ? find(lines, stretch.at(-1) as string, stretch.length === 1 ? first : first + 1) + 1 : lines.length;
    return lines.slice(first, at);
  });
  return `${result.flatMap((stretch, index) => (index === 0 ? stretch : [ELISION, ...stretch])).join('\n')}\n`;
}
