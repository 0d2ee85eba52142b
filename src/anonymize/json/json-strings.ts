import { type ByteText, decoded, encoded } from '../byte-text.ts';

/** Printable ASCII without escapes: what most strings are. */
const PLAIN = /^"[ !#-[\]-~]*"$/;

/** The text of a JSON string; of one that is cut or damaged, as much as can be read. */
export function stringText(raw: ByteText): string {
  if (PLAIN.test(raw)) return raw.slice(1, -1);
  const closed = isClosed(raw) ? raw : `${raw.replace(/\\(?:u[\da-f]{0,3})?$/i, '')}"`;
  try {
    // A tab, which JSON forbids in a string, is a letter to people.
    return JSON.parse(decoded(closed).replace(/\p{Cc}/gu, ' ')) as string;
  } catch {
    return decoded(raw.slice(1, isClosed(raw) ? -1 : undefined));
  }
}

/** A text as a JSON string, cut where the one before was. */
export function rawString(text: string, before: ByteText): ByteText {
  const raw = encoded(JSON.stringify(text));
  return isClosed(before) ? raw : raw.slice(0, -1);
}

function isClosed(raw: ByteText): boolean {
  return raw.length > 1 && raw.endsWith('"');
}
