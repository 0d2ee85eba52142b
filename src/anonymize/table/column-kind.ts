import { isFieldList, isValueName } from '../json/field-of-change.ts';
import {
  DATES,
  DONE_BY,
  GENERIC,
  IDS,
  MEASURE,
  MODIFIERS,
  PEOPLE,
  PROSE,
  QUANTITIES,
  RECORDS,
  TRANSPARENT,
  VOCABULARY,
  VOCABULARY_OF,
  WORDS,
} from '../values/column-name-words.ts';
import { subjectOf, wordsOf } from '../values/name-words.ts';
import { isTrackerWord, isTrackerWords } from '../values/tracker-words.ts';

/**
 * What may stay of a column's values; all else is replaced:
 * - `kept`, `masked`: everything and nothing, because the user says so;
 * - `vocabulary`: what a recognised format says is a status, a type, a priority;
 * - `group`: the same where the format has groups in place of statuses;
 * - `words`: words that every tracker knows;
 * - `id`: numbers and random ids; the words in others are replaced, their numbers stay;
 * - `date`, `quantity`: dates and numbers of any length;
 * - `people`, `text`: nothing;
 * - `unknown`: dates, and numbers that are too short to be a phone's or an account's.
 */
export type ColumnKind =
  | 'kept'
  | 'masked'
  | 'vocabulary'
  | 'group'
  | 'words'
  | 'id'
  | 'date'
  | 'quantity'
  | 'people'
  | 'text'
  | 'unknown';

/** What one name says by itself; `generic` has to be told by what stands around it. */
type NameKind = Exclude<ColumnKind, 'kept' | 'masked'> | 'generic';

function nameKind(name: string): NameKind {
  const words = wordsOf(name);
  if (words.length === 0) return 'generic';
  const all = words.join(' ');
  // `concept:name` of an event log is its activity; `case:concept:name` is the case's id.
  if (/^(?:concept name|activity name|lifecycle transition)$/.test(all)) return 'vocabulary';
  if (all === 'case concept name') return 'id';
  if (all === 'display name' || all === 'full name') return 'people';
  // It holds the kind of thing, and often the account, in base64.
  if (/(?:^| )(?:node|global) id$/.test(all)) return 'text';
  const about = subjectOf(words);
  if (about.every((word) => GENERIC.has(word))) return 'generic';
  const subject = about.join(' ');
  const bare = about.filter((word) => !GENERIC.has(word)).join(' ');
  const known = words.every(isTrackerWord);
  // What the id of a list is elsewhere must be the same here.
  if (/^id | (?:id|ids|gid|uuid|key|keys)$/.test(all)) return PEOPLE.test(all) ? 'people' : known ? 'id' : 'unknown';
  if (known && [subject, bare].some((each) => VOCABULARY.test(each))) return 'vocabulary';
  if (VOCABULARY_OF.test(all)) return 'vocabulary';
  if (PROSE.test(subject)) return 'text';
  if (known && (DATES.test(all) || DATES.test(subject)) && !DONE_BY.test(all)) return 'date';
  if (known && QUANTITIES.test(bare) && (MEASURE.test(all) || !PEOPLE.test(all))) return 'quantity';
  if (MEASURE.test(all)) return 'unknown';
  if (PEOPLE.test(all) || DONE_BY.test(all)) return 'people';
  if (known && /(?:^| )group(?: (?:id|name|title))*$/.test(subject)) return 'group';
  if (known && [subject, bare].some((each) => WORDS.test(each))) return 'words';
  return isIdName(words) ? 'id' : 'unknown';
}

/** An id of a thing that trackers have; of what else is an id is not known, and may be somebody. */
function isIdName(words: readonly string[]): boolean {
  const names = [words.join(' '), subjectOf(words).join(' ')];
  return names.some((name) => IDS.test(name)) && words.every((word) => isTrackerWord(word) || IDS.test(word));
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
    return (kind === 'vocabulary' || kind === 'words') && isListOfRecords(name) ? 'unknown' : kind;
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

/** True where an object that nobody knows is around: what is its id, or its date of birth, cannot be told. */
function isUnderUnknown(path: readonly string[]): boolean {
  const parent = path.findLast((name, at) => at < path.length - 1 && !isTransparent(name));
  return parent !== undefined && !isTrackerWords(parent);
}

/**
 * What becomes of the values under a name.
 * @param path the keys that lead to the value, its own last; a column of a table is a path of one name
 */
export function kindOf(path: readonly string[]): ColumnKind {
  const name = path.at(-1) ?? '';
  const own = nameKind(name);
  if (own === 'people' || own === 'text' || own === 'date') return own;
  const outer = around(path);
  if (own === 'vocabulary' || own === 'words' || own === 'group' || own === 'quantity') return own;
  // Jira's list of what its custom fields are called.
  if (/^customfield_/.test(name) && path.at(-2) === 'names') return 'words';
  if (outer === 'people' || outer === 'text') return outer;
  if (own === 'id') return isUnderUnknown(path) ? 'people' : 'id';
  if (own !== 'generic') return own;
  // What is in a field that is not named may be anything.
  if (outer === 'vocabulary' || outer === 'words' || outer === 'group') return isFieldValue(path) ? 'unknown' : outer;
  if (outer === 'generic' && isMove(name)) return 'vocabulary';
  if (outer === 'date' || outer === 'quantity') return outer;
  return isValueName(name) ? 'unknown' : 'text';
}

/** True for the name of a kind of thing that says what the values of such a thing are. */
export function isTelling(type: string): boolean {
  const kind = nameKind(type);
  return kind === 'people' || (kind === 'vocabulary' && !isListOfRecords(type));
}

/** True for a name that any of the lists knows, or that is made of words that trackers use. */
export function isKnownName(name: string): boolean {
  const kind = nameKind(name);
  return isTrackerWords(name) || (name.length <= 80 && kind !== 'unknown' && kind !== 'generic');
}
