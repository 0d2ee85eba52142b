/** Characters that a terminal or an editor would act on. Escaped, they are the same text to every JSON reader. */
const UNPRINTABLE = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/**
 * A value as unrounded JSON.
 * @throws TypeError for NaN and infinity, which JSON would silently turn into null, and for values that JSON cannot have
 */
export function exactJson(value: unknown, indentation?: number): string {
  const text = JSON.stringify(value, refuseNonFinite, indentation);
  if (text === undefined) throw new TypeError('there is no JSON for this value');
  return text.replace(UNPRINTABLE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function refuseNonFinite(key: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new TypeError(`${key === '' ? 'a value' : `“${key}”`} is ${value}; what cannot be computed must be null`);
  }
  return value;
}
