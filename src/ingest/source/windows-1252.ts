/** What the bytes 80 to 9F are in windows-1252; the five that it leaves open are control characters, as in browsers. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const UTF8: readonly Uint8Array[] = Array.from({ length: 256 }, (_, byte) =>
  Buffer.from(byte >= 0x80 && byte < 0xa0 ? (HIGH[byte - 0x80] as string) : String.fromCharCode(byte)),
);

/** The UTF-8 bytes of one windows-1252 byte. */
export function utf8OfWindows1252(byte: number): Uint8Array {
  return UTF8[byte] as Uint8Array;
}
