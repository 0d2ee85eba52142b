const LF = 10;
const CR = 13;

/**
 * Where the line ends that a place is in: behind its LF, CR LF or CR.
 * @param last true if nothing comes after these bytes: their end ends a line, too
 * @returns −1 if it does not end within these bytes, or if that is still open
 */
export function lineEnd(bytes: Uint8Array, from: number, last: boolean): number {
  for (let at = from; at < bytes.length; at++) {
    if (bytes[at] === LF) return at + 1;
    if (bytes[at] !== CR) continue;
    if (at + 1 === bytes.length) break;
    return bytes[at + 1] === LF ? at + 2 : at + 1;
  }
  return last && from < bytes.length ? bytes.length : -1;
}

/** How many lines end within the bytes. */
export function lineEnds(bytes: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] === LF || (bytes[at] === CR && bytes[at + 1] !== LF)) count++;
  }
  return count;
}
