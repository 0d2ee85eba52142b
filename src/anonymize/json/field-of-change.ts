import { wordsOf } from '../values/name-words.ts';

/** Words in the names of the value of a field, or of the value before or after a change. */
const VALUE_WORDS: ReadonlySet<string> = new Set(
  'from to old new previous oldvalue newvalue added removed before after current original value values string text textual display enum multi option label date number people'.split(
    ' ',
  ),
);
const FIELD_NAMES = /^(?:fieldname|field(?: id| name)?|column(?: id| title)|attribute(?: name)?|property|change type)$/;
/** Keys of lists whose elements are named fields: `custom_fields`, `column_values`, `details`. */
const FIELD_LISTS = /(?:^| )(?:fields|columns|column values|properties|attributes|details)$/;

/** True for the name of a column or key with the name of the changed field. */
export function isFieldName(name: string): boolean {
  // A quick test: most keys need not be cut into words.
  return /field|column|attribute|property|change/i.test(name) && FIELD_NAMES.test(wordsOf(name).join(' '));
}

/** True for the name of a value that belongs to such a field. */
export function isValueName(name: string): boolean {
  const words = wordsOf(name);
  return words.length > 0 && words.every((word) => VALUE_WORDS.has(word));
}

/** True for the key of a list whose objects have a name and a value. */
export function isFieldList(name: string): boolean {
  return FIELD_LISTS.test(wordsOf(name).join(' '));
}
