/** One thing that is wrong with a configuration. */
export interface Problem {
  path: readonly (string | number)[];
  /** True if the key itself is wrong, not its value. */
  key: boolean;
  /** What is wrong, without a full stop. */
  what: string;
  /** What to do about it, in the imperative. */
  cure: string;
}

/** A path as people write it: `workflow[2].kind`. */
export function pathText(path: readonly (string | number)[]): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (/^[\w-]+$/.test(step)) text += text === '' ? step : `.${step}`;
    else text += `["${step}"]`;
  }
  return text === '' ? 'the configuration' : text;
}

/** A value for a message: a text as written, shortened; a list or a mapping by its kind. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return 'a mapping';
  const text = String(value).replace(/\s+/g, ' ');
  return `\`${text.length > 60 ? `${text.slice(0, 59)}…` : text}\``;
}
