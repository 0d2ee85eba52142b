/** True for the white space of JSON. */
export function isSpace(byte: number): boolean {
  return byte === 32 || byte === 10 || byte === 13 || byte === 9;
}

/** The first byte from an offset on that is no white space; −1 if the bytes end before. */
export function firstByte(bytes: Uint8Array, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number;
    if (!isSpace(byte)) return byte;
  }
  return -1;
}
