import { isAscii, isUtf8 } from 'node:buffer';

/** The characters of bytes 80 to 9F in windows-1252; the five that it leaves open are control characters, as in browsers. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const WINDOWS_1252: readonly Uint8Array[] = Array.from({ length: 256 }, (_, byte) =>
  Buffer.from(byte >= 0x80 && byte < 0xa0 ? (HIGH[byte - 0x80] as string) : String.fromCharCode(byte)),
);

const NOTHING: Uint8Array = new Uint8Array(0);
const NEWLINE = 10;

/**
 * Turns the bytes of a text file into UTF-8 without a byte order mark, chunk by chunk, holding back at most the three
 * bytes of a character that a chunk cuts.
 *
 * The mark decides if there is one (UTF-8, UTF-16). Without it the bytes are UTF-8 for as long as they are valid. At the
 * first that are not, nothing needs to be read again. If only ASCII came before, the file is windows-1252, whose ASCII is
 * the same. If other UTF-8 came before (or the mark did), the file is UTF-8 with foreign bytes in it, and only those are
 * read as windows-1252. So one bad byte at the end of a large file spoils nothing, and standard input works as a file does.
 */
export class Utf8Transcoder {
  /** `utf-8`, `utf-16le`, `utf-16be`, `windows-1252`, or `utf-8 with windows-1252 bytes`. */
  encoding = 'utf-8';
  /** Line of the first byte that is not UTF-8; null if there is none. */
  invalidLine: number | null = null;

  #started = false;
  #held: Uint8Array = NOTHING;
  #utf16: InstanceType<typeof TextDecoder> | null = null;
  /** Whether UTF-8 beyond ASCII was seen, or its mark. */
  #proved = false;
  #lines = 1;

  /** UTF-8 of the next bytes; it may share their memory. */
  push(chunk: Uint8Array): Uint8Array {
    const bytes = this.#held.length === 0 ? chunk : Buffer.concat([this.#held, chunk]);
    this.#held = NOTHING;
    if (!this.#started) {
      if (bytes.length < 3) {
        this.#held = Uint8Array.from(bytes);
        return NOTHING;
      }
      return this.#transcode(this.#start(bytes), false);
    }
    return this.#transcode(bytes, false);
  }

  /** UTF-8 of the bytes that were held back. */
  end(): Uint8Array {
    const held = this.#held;
    this.#held = NOTHING;
    const bytes = this.#started ? held : this.#start(held);
    return this.#transcode(bytes, true);
  }

  #start(bytes: Uint8Array): Uint8Array {
    this.#started = true;
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
      this.#proved = true;
      return bytes.subarray(3);
    }
    const little = bytes[0] === 0xff && bytes[1] === 0xfe;
    if (little || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
      this.encoding = little ? 'utf-16le' : 'utf-16be';
      this.#utf16 = new TextDecoder(this.encoding);
    }
    return bytes;
  }

  #transcode(bytes: Uint8Array, last: boolean): Uint8Array {
    if (this.#utf16 !== null) return Buffer.from(this.#utf16.decode(bytes, { stream: !last }));
    if (this.encoding === 'windows-1252') return utf8OfText(bytes);
    const whole = last ? bytes.length : bytes.length - cutCharacter(bytes);
    this.#held = whole === bytes.length ? NOTHING : bytes.slice(whole);
    const text = bytes.subarray(0, whole);
    if (isUtf8(text)) {
      if (!this.#proved) this.#proved = !isAscii(text);
      if (this.invalidLine === null) this.#lines += newlines(text, text.length);
      return text;
    }
    return this.#foreign(text);
  }

  /** Text with bytes in it that are not UTF-8. */
  #foreign(text: Uint8Array): Uint8Array {
    if (this.invalidLine === null) {
      let at = 0;
      for (let length = characterLength(text, at); length > 0; length = characterLength(text, at)) {
        if (length > 1) this.#proved = true;
        at += length;
      }
      this.invalidLine = this.#lines + newlines(text, at);
      this.encoding = this.#proved ? 'utf-8 with windows-1252 bytes' : 'windows-1252';
    }
    if (!this.#proved) {
      const held = this.#held;
      this.#held = NOTHING;
      return utf8OfText(Buffer.concat([text, held]));
    }
    const parts: Uint8Array[] = [];
    let start = 0;
    let at = 0;
    while (at < text.length) {
      const length = characterLength(text, at);
      if (length > 0) at += length;
      else {
        parts.push(text.subarray(start, at), utf8OfByte(text[at] as number));
        start = ++at;
      }
    }
    parts.push(text.subarray(start));
    return Buffer.concat(parts);
  }
}

/** The UTF-8 bytes of one windows-1252 byte. */
function utf8OfByte(byte: number): Uint8Array {
  return WINDOWS_1252[byte] as Uint8Array;
}

/** The UTF-8 of a text in windows-1252. */
function utf8OfText(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let start = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    if (byte < 0x80) continue;
    parts.push(bytes.subarray(start, at), utf8OfByte(byte));
    start = at + 1;
  }
  parts.push(bytes.subarray(start));
  return parts.length === 1 ? bytes : Buffer.concat(parts);
}

/** Line feeds among the first bytes: Node finds the next one faster than a loop does. */
function newlines(bytes: Uint8Array, end: number): number {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, end);
  let count = 0;
  for (let at = buffer.indexOf(NEWLINE); at !== -1; at = buffer.indexOf(NEWLINE, at + 1)) count++;
  return count;
}

/** Length of the character that a lead byte begins; 0 if it is no lead byte. */
function announced(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

/** How many bytes at the end belong to a character that the end cuts. */
function cutCharacter(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return announced(byte) > back ? back : 0;
  }
  return 0;
}

/** Length of the UTF-8 character at a place; 0 if there is none, or the text ends. */
function characterLength(text: Uint8Array, at: number): number {
  if (at >= text.length) return 0;
  const length = announced(text[at] as number);
  if (length <= 1) return length;
  return at + length <= text.length && isUtf8(text.subarray(at, at + length)) ? length : 0;
}
