export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as an object; null if it is anything else. */
export function objectOf(value: unknown): JsonObject | null {
  return isObject(value) ? value : null;
}

/**
 * A key of an object that the file itself gave. Jira has one named `toString`, which every JavaScript object has, too:
 * reading it plainly from an object that lacks it gives a function.
 */
export function own(object: JsonObject | null, key: string): unknown {
  return object !== null && Object.hasOwn(object, key) ? object[key] : undefined;
}

/** Text or a number as trimmed text; everything else is empty. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** What people call a value: plain text, or an object's name; several are joined with `; `. */
export function nameOf(value: unknown): string {
  if (Array.isArray(value))
    return value
      .map(nameOf)
      .filter((name) => name !== '')
      .join('; ');
  const object = objectOf(value);
  if (object === null) return textOf(value);
  for (const key of ['displayName', 'name', 'value', 'title', 'key']) {
    const name = textOf(own(object, key));
    if (name !== '') return name;
  }
  return '';
}
