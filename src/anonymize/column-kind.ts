import { isFieldList, isValueName } from './field-of-change.ts';
import {
  DONE_BY,
  GENERIC,
  IDS,
  MEASURE,
  MODIFIERS,
  PEOPLE,
  PROSE,
  RECORDS,
  TRANSPARENT,
  VOCABULARY,
  VOCABULARY_OF,
} from './known-words.ts';
import { subjectOf, wordsOf } from './name-words.ts';

/**
 * What becomes of a column's values:
 * - `kept`, `masked`: all of them, because the user says so;
 * - `vocabulary`: kept, but for addresses in them;
 * - `id`: kept where they look like ids;
 * - `people`: replaced as people;
 * - `text`: replaced, but for dates and numbers;
 * - `unknown`: the same, and what looks like an id is kept.
 */
export type ColumnKind = 'kept' | 'masked' | 'vocabulary' | 'id' | 'people' | 'text' | 'unknown';

/** What one name says by itself; `generic` has to be told by what stands around it. */
type NameKind = 'vocabulary' | 'id' | 'people' | 'text' | 'unknown' | 'generic';

function nameKind(name: string): NameKind {
  const words = wordsOf(name);
  if (words.length === 0) return 'generic';
  const all = words.join(' ');
  // `concept:name` of an event log is its activity; `case:concept:name` is the case's id.
  if (all === 'concept name' || all === 'activity name') return 'vocabulary';
  if (all === 'case concept name') return 'id';
  if (all === 'display name' || all === 'full name') return 'people';
  const about = subjectOf(words);
  if (about.every((word) => GENERIC.has(word))) return 'generic';
  const subject = about.join(' ');
  const bare = about.filter((word) => !GENERIC.has(word)).join(' ');
  if (VOCABULARY_OF.test(all) || VOCABULARY.test(subject) || VOCABULARY.test(bare)) return 'vocabulary';
  if (PROSE.test(subject)) return 'text';
  if (MEASURE.test(all)) return 'unknown';
  if (PEOPLE.test(all) || DONE_BY.test(all)) return 'people';
  return IDS.test(all) || IDS.test(subject) ? 'id' : 'unknown';
}

/** True for a name that says nothing about what is under it. */
function isTransparent(name: string): boolean {
  return wordsOf(name).every((word) => TRANSPARENT.has(word) || MODIFIERS.has(word));
}

/** What the nearest name around a value that says something says. */
function around(path: readonly string[]): NameKind {
  for (let at = path.length - 2; at >= 0; at--) {
    const name = path[at] as string;
    if (isTransparent(name)) continue;
    const kind = nameKind(name);
    // The title before and after a change is a title, the name of a status that of a status.
    if (kind === 'generic') {
      const outer = kindOf(path.slice(0, at + 1));
      return outer === 'kept' || outer === 'masked' ? 'unknown' : outer;
    }
    // `resource` is who did it in a log, and what it is about around an object.
    if (/^(?:resource|account|client|viewer)$/i.test(name)) return 'unknown';
    return kind === 'vocabulary' && isListOfRecords(name) ? 'unknown' : kind;
  }
  return 'generic';
}

/** A key that says of objects what they are, and nothing of the names in them. */
function isListOfRecords(name: string): boolean {
  return RECORDS.test(wordsOf(name).at(-1) as string);
}

/** A value in a list of fields, where nothing says which field it is. */
function isFieldValue(path: readonly string[]): boolean {
  const list = path.findLast((name, at) => at < path.length - 1 && !isTransparent(name)) ?? '';
  return isFieldList(list) && isValueName(path.at(-1) as string);
}

/** The value before or after a change, in a table that says of what only elsewhere, or nowhere. */
function isMove(name: string): boolean {
  return wordsOf(name).some((word) => /^(?:from|to|old|new|previous)$/.test(word));
}

/**
 * What becomes of the values under a name.
 * @param path the keys that lead to the value, its own last; a column of a table is a path of one name
 */
export function kindOf(path: readonly string[]): ColumnKind {
  const name = path.at(-1) ?? '';
  const own = nameKind(name);
  if (own === 'vocabulary' || own === 'people' || own === 'text') return own;
  // Jira's list of what its custom fields are called.
  if (/^customfield_/.test(name) && path.at(-2) === 'names') return 'vocabulary';
  const outer = around(path);
  if (outer === 'people') return 'people';
  if (own !== 'generic') return own;
  // Names of fields are vocabulary; what is in a field that is not named may be anything.
  if (outer === 'vocabulary') return isFieldValue(path) ? 'text' : outer;
  return outer === 'generic' && isMove(name) ? 'vocabulary' : 'text';
}

/** True for the name of a kind of thing that says what the values of such a thing are. */
export function isTelling(type: string): boolean {
  const kind = nameKind(type);
  return kind === 'people' || (kind === 'vocabulary' && !isListOfRecords(type));
}

/** True for a name that any of the lists knows: a row of such names is a header. */
export function isKnownName(name: string): boolean {
  const words = wordsOf(name);
  const known = words.length > 0 && words.length <= 8;
  return known && (nameKind(name) !== 'unknown' || MEASURE.test(words.join(' ')));
}
