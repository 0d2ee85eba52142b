import type { LogFile } from '../../model/log/event-log.ts';
import { FIELDS } from '../../model/log/generic-fields.ts';

/** Fields that `fields` in the configuration knows. */
const KNOWN_FIELDS: ReadonlySet<string> = new Set(FIELDS);

/**
 * The columns that a table was read from, as `fields` can say them. A tool's own format knows its own: of those only what
 * the user said is kept, such as which of its fields is the status.
 */
export function fieldsOf({ mapping, told, tool }: LogFile): [field: string, column: string][] {
  const fields = Object.entries(tool === 'table' ? mapping : (told?.fields ?? {}));
  return fields.filter(([field]) => KNOWN_FIELDS.has(field));
}

/** What all of some values are; null if they differ, or there are none. */
export function shared<Value>(values: readonly Value[]): Value | null {
  const [first] = values;
  return first !== undefined && values.every((value) => value === first) ? first : null;
}

/** What could not be seen, or would turn the text around it, in an editor; joiners stay: scripts and emoji need them. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}/gu;

/** A YAML string in double quotes: a JSON string is one. What could not be seen is escaped, so that nothing is lost. */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(UNSEEN, (character) => {
    const code = (character.codePointAt(0) as number).toString(16);
    return code.length > 4 ? `\\U${code.padStart(8, '0')}` : `\\u${code.padStart(4, '0')}`;
  });
}

/** A text that cannot end the comment it is in, nor seem to be something else. */
export function oneLine(text: string): string {
  return text.replace(UNSEEN, ' ');
}
