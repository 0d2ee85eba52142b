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

const QUOTE = 34;
const BACKSLASH = 92;
/** Digits of the shortest integers that a double may not hold. */
const LONG = 16;

/**
 * Puts integers that a double cannot hold (beyond 2^53) in quotes, so that ids keep their digits: `JSON.parse` would
 * round them silently. Numbers with decimals or an exponent and the text of strings do not change.
 */
export function quoteLongIntegers(json: string): string {
  if (!hasLongDigits(json)) return json;
  const number = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
  let result = '';
  let copied = 0;
  let at = 0;
  while (at < json.length) {
    const code = json.charCodeAt(at);
    if (code === QUOTE) at = endOfString(json, at);
    else if (code === 45 || (code >= 48 && code <= 57)) {
      number.lastIndex = at;
      const digits = number.exec(json)?.[0] ?? '-';
      if (/^-?\d{16,}$/.test(digits) && !Number.isSafeInteger(Number(digits))) {
        result += `${json.slice(copied, at)}"${digits}"`;
        copied = at + digits.length;
      }
      at += digits.length;
    } else at++;
  }
  return result + json.slice(copied);
}

function endOfString(json: string, start: number): number {
  let at = start + 1;
  while (at < json.length) {
    const end = json.indexOf('"', at);
    if (end === -1) return json.length;
    let slashes = 0;
    while (json.charCodeAt(end - 1 - slashes) === BACKSLASH) slashes++;
    if (slashes % 2 === 0) return end + 1;
    at = end + 1;
  }
  return json.length;
}

/** True if there are 16 digits in a row: every 16th character would be one of them, so only those are looked at. */
function hasLongDigits(json: string): boolean {
  for (let at = LONG - 1; at < json.length; at += LONG) {
    if (!isDigit(json.charCodeAt(at))) continue;
    let first = at;
    while (isDigit(json.charCodeAt(first - 1))) first--;
    let last = at;
    while (isDigit(json.charCodeAt(last + 1))) last++;
    if (last - first + 1 >= LONG) return true;
  }
  return false;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
