/** Where a value stands in its record: keys of objects, or one position in an array. */
export type Path = readonly (string | number)[];

/** What stands before a value, from the value before it on, and where the value belongs; no path after the last value. */
export interface RecordPart {
  literal: string;
  path: Path | null;
}

/** A string, a number, `true`, `false` or `null`. */
const SCALAR = /"[^"\\]*(?:\\.[^"\\]*)*"|[-\d][-+.\deE]*|true|false|null/y;
const SPACE = /\s*/y;

/** Objects within objects that are worth it: columns come from the first few. */
const DEEPEST = 16;

/**
 * Takes a record apart into its plain values and what stands between them: everything but those values is what records
 * of the same make have in common, to the byte.
 *
 * @param text valid JSON that starts with the record's bracket
 * @returns null where that does not say which cell a value is: with lists in an object, or a key that comes twice
 */
export function recordParts(text: string): RecordPart[] | null {
  const parts: RecordPart[] = [];
  let at = 0;
  let literalStart = 0;

  const match = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? '';
    at += found.length;
    return found;
  };
  /** Passes over the next byte and the space around it. */
  const step = (): string => {
    match(SPACE);
    const byte = text.charAt(at++);
    match(SPACE);
    return byte;
  };

  const scalar = (path: Path): boolean => {
    parts.push({ literal: text.slice(literalStart, at), path });
    const found = match(SCALAR) !== '';
    literalStart = at;
    return found;
  };
  const object = (path: Path): boolean => {
    if (path.length === DEEPEST) return false;
    const keys = new Set<string>();
    step();
    if (text.charAt(at) === '}') return ended(step());
    do {
      const key = JSON.parse(match(SCALAR)) as string;
      if (keys.has(key)) return false;
      keys.add(key);
      step();
      const inner = [...path, key];
      if (!(text.charAt(at) === '{' ? object(inner) : scalar(inner))) return false;
    } while (nextFollows());
    return true;
  };
  const array = (): boolean => {
    step();
    if (text.charAt(at) === ']') return ended(step());
    let position = 0;
    do if (!scalar([position++])) return false;
    while (nextFollows());
    return true;
  };
  const nextFollows = (): boolean => !ended(step());
  const ended = (byte: string): boolean => byte === '}' || byte === ']';

  const known = text.startsWith('[') ? array() : object([]);
  if (!known) return null;
  parts.push({ literal: text.slice(literalStart, at).trimEnd(), path: null });
  return parts;
}
