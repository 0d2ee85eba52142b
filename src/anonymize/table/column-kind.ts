import { isFieldList, isValueName } from '../json/field-of-change.ts';
import {
  DATES,
  DONE_BY,
  GENERIC,
  IDS,
  MEASURE,
  MODIFIERS,
  NUMBERED,
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
 * Which values of a column may stay; all others are replaced:
 * - `kept`, `masked`: all and none, because the user says so;
 * - `vocabulary`: values that a recognised format reads as a status, a type, a priority;
 * - `group`: the same if the format has groups instead of statuses;
 * - `words`: words that every tracker knows;
 * - `id`: numbers and random ids; the words in others are replaced, their numbers stay;
 * - `number`: the same, but a long number is replaced;
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
  | 'number'
  | 'date'
  | 'quantity'
  | 'people'
  | 'text'
  | 'unknown';

/** What one name says by itself; a `generic` name depends on the names around it. */
type NameKind = Exclude<ColumnKind, 'kept' | 'masked'> | 'generic';

function nameKind(name: string): NameKind {
  const words = wordsOf(name);
  if (words.length === 0) return 'generic';
  const all = words.join(' ');
  // `concept:name` of an event log is its activity; `case:concept:name` is the case's id.
  if (/^(?:concept name|activity name|lifecycle transition)$/.test(all)) return 'vocabulary';
  if (all === 'case concept name') return 'id';
  if (all === 'display name' || all === 'full name') return 'people';
  // In base64, it contains the kind of thing and often the account.
  if (/(?:^| )(?:node|global) id$/.test(all)) return 'text';
  const about = subjectOf(words);
  if (about.every((word) => GENERIC.has(word))) return 'generic';
  const subject = about.join(' ');
  const bare = about.filter((word) => !GENERIC.has(word)).join(' ');
  const known = words.every(isTrackerWord);
  // The id of a list must get the same replacement everywhere.
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
  if (!isIdName(words)) return 'unknown';
  return NUMBERED.test(all) || NUMBERED.test(subject) ? 'number' : 'id';
}

/** The name of an id of a thing that trackers have. Any other id may be a person's. */
function isIdName(words: readonly string[]): boolean {
  const names = [words.join(' '), subjectOf(words).join(' ')];
  return names.some((name) => IDS.test(name)) && words.every((word) => isTrackerWord(word) || IDS.test(word));
}

/** True for a name that says nothing about what is under it. */
function isTransparent(name: string): boolean {
  return wordsOf(name).every((word) => TRANSPARENT.has(word) || MODIFIERS.has(word));
}

/** The kind of the nearest outer name that has one. */
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
    // In a log, `resource` is a person; around an object, it is any thing.
    if (/^(?:resource|account|client|viewer)$/i.test(name)) return 'unknown';
    return (kind === 'vocabulary' || kind === 'words') && isListOfRecords(name) ? 'unknown' : kind;
  }
  return 'generic';
}

/** True for a key that says what its objects are, but not what the names in them are. */
function isListOfRecords(name: string): boolean {
  return RECORDS.test(wordsOf(name).at(-1) as string);
}

/** True for a value in a list of fields if nothing says which field it is. */
function isFieldValue(path: readonly string[]): boolean {
  const list = path.findLast((name, at) => at < path.length - 1 && !isTransparent(name)) ?? '';
  return isFieldList(list) && isValueName(path.at(-1) as string);
}

/** True for the value before or after a change, in a table without the name of the changed field. */
function isMove(name: string): boolean {
  return wordsOf(name).some((word) => /^(?:from|to|old|new|previous)$/.test(word));
}

/** True inside an unknown object: nobody knows whether its id is a person's. */
function isUnderUnknown(path: readonly string[]): boolean {
  const parent = path.findLast((name, at) => at < path.length - 1 && !isTransparent(name));
  return parent !== undefined && !isTrackerWords(parent);
}

/**
 * The kind of the values under a name.
 * @param path the keys that lead to the value, its own last; a column of a table is a path of one name
 */
export function kindOf(path: readonly string[]): ColumnKind {
  const name = path.at(-1) ?? '';
  const own = nameKind(name);
  if (own === 'people' || own === 'text' || own === 'date') return own;
  const outer = around(path);
  if (own === 'vocabulary' || own === 'words' || own === 'group' || own === 'quantity') return own;
  // Jira's list of the names of its custom fields.
  if (/^customfield_/.test(name) && path.at(-2) === 'names') return 'words';
  if (outer === 'people' || outer === 'text') return outer;
  if (own === 'id') return isUnderUnknown(path) ? 'people' : 'id';
  if (own !== 'generic') return own;
  // A field without a name may contain anything.
  if (outer === 'vocabulary' || outer === 'words' || outer === 'group') return isFieldValue(path) ? 'unknown' : outer;
  if (outer === 'generic' && isMove(name)) return 'vocabulary';
  if (outer === 'date' || outer === 'quantity') return outer;
  return isValueName(name) ? 'unknown' : 'text';
}

/** True for the name of a kind of thing that says what the values of such a thing are. */
export function isSelfDescribing(type: string): boolean {
  const kind = nameKind(type);
  return kind === 'people' || (kind === 'vocabulary' && !isListOfRecords(type));
}

/** True for a name that any of the lists knows, or that is made of words that trackers use. */
export function isKnownName(name: string): boolean {
  const kind = nameKind(name);
  return isTrackerWords(name) || (name.length <= 80 && kind !== 'unknown' && kind !== 'generic');
}
