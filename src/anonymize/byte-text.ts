import { TextDecoder } from 'node:util';

/**
 * Text with one character for each byte of a file. Text that is not replaced is written as it was, in any encoding. The
 * characters that separate cells and values are ASCII in all of them.
 */
export type ByteText = string;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const windows1252 = new TextDecoder('windows-1252');
const BEYOND_ASCII = /[\u0080-\u00ff]/;

export function fromBytes(bytes: Uint8Array): ByteText {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}

export function toBytes(text: ByteText): Uint8Array {
  return Buffer.from(text, 'latin1');
}

/** The text of the bytes: UTF-8, or windows-1252 if they are not UTF-8. */
export function decoded(text: ByteText): string {
  if (!BEYOND_ASCII.test(text)) return text;
  const bytes = toBytes(text);
  try {
    return utf8.decode(bytes);
  } catch {
    return windows1252.decode(bytes);
  }
}

export function encoded(text: string): ByteText {
  return Buffer.from(text, 'utf8').toString('latin1');
}

/** Converts a file's bytes to byte text and back. UTF-16 is handled as UTF-8, and written as UTF-16. */
export class ByteTexts {
  #decoder: TextDecoder | null = null;
  #bigEndian = false;
  #started = false;

  /** @param bytes at least three in the first call, unless the file is shorter */
  read(bytes: Uint8Array, last: boolean): ByteText {
    if (!this.#started) {
      this.#started = true;
      this.#bigEndian = bytes[0] === 0xfe && bytes[1] === 0xff;
      if (this.#bigEndian || (bytes[0] === 0xff && bytes[1] === 0xfe)) {
        this.#decoder = new TextDecoder(this.#bigEndian ? 'utf-16be' : 'utf-16le', { ignoreBOM: true });
      }
    }
    if (this.#decoder === null) return fromBytes(bytes);
    return encoded(this.#decoder.decode(bytes, { stream: !last }));
  }

  /** @param text whole characters */
  written(text: ByteText): Uint8Array {
    const bytes = toBytes(text);
    if (this.#decoder === null) return bytes;
    const wide = Buffer.from(decoded(text), 'utf16le');
    return this.#bigEndian ? wide.swap16() : wide;
  }
}

/** The mark at the start of a file, as UTF-8. */
export const MARK: ByteText = '\u00ef\u00bb\u00bf';

/** The text with every letter and digit replaced by `x`: for text that cannot be cut into values. */
export function blotted(text: ByteText): ByteText {
  return text.replace(/[^\s,;|"'{}[\]:]/g, 'x');
}
