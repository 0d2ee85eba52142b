const SPACE = 32;
const APOSTROPHE = 39;

/** A cell without surrounding space, and without the `'` with which exporters keep spreadsheets from computing it. */
export function plainCell(cell: string): string {
  const text = cell.trim();
  return text.charCodeAt(0) === 39 && /^'[=+\-@]/.test(text) ? text.slice(1) : text;
}

/**
 * True if a cell of one byte or more is plain without a change; false if that takes a closer look: bytes beyond ASCII may
 * be space.
 */
export function isPlain(bytes: Uint8Array, start: number, end: number): boolean {
  const first = bytes[start] as number;
  return isLetter(first) && isLetter(bytes[end - 1] as number) && first !== APOSTROPHE;
}

/** True for a byte of ASCII that is no white space. */
function isLetter(byte: number): boolean {
  return byte > SPACE && byte < 0x80;
}
