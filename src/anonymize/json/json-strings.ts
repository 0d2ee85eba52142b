import { type ByteText, decoded, encoded } from '../byte-text.ts';

/** Printable ASCII without escapes, as in most strings. */
const PLAIN = /^"[ !#-[\]-~]*"$/;

/** The text of a JSON string; if it is cut or damaged, as much as can be read. */
export function stringText(raw: ByteText): string {
  if (PLAIN.test(raw)) return raw.slice(1, -1);
  const closed = isClosed(raw) ? raw : `${raw.replace(/\\(?:u[\da-f]{0,3})?$/i, '')}"`;
  try {
    // JSON forbids a tab in a string, but people write one.
    return JSON.parse(decoded(closed).replace(/\p{Cc}/gu, ' ')) as string;
  } catch {
    return decoded(raw.slice(1, isClosed(raw) ? -1 : undefined));
  }
}

/** A text as a JSON string, without the closing quote if the old string had none. */
export function rawString(text: string, before: ByteText): ByteText {
  const raw = encoded(JSON.stringify(text));
  return isClosed(before) ? raw : raw.slice(0, -1);
}

function isClosed(raw: ByteText): boolean {
  return raw.length > 1 && raw.endsWith('"');
}
