import type { Dictionary } from '../../model/log/dictionary.ts';
import { isPeopleName } from '../../model/people/people-names.ts';
import { isObject } from '../text/json/json-values.ts';

/** Separates the names of one person in one entry. */
const AND = '\u0000';

/** Keys under a person that hold a name of that person. */
const NAMES =
  /^(?:name|display_?name|full_?name|first_?name|last_?name|nick_?name|username|user_?name|unique_?name|public_?name|real_?name|login|slug|key|gid|id|email|email_?address|mail|account_?id|text|title|mention_?name|initials)$/i;

/** Keys of a change that hold the name of what changed, and those of its value before and after. */
const CHANGED = /^(?:field|field_?id|field_?name|property|attribute|column|column_?title|name)$/i;
const VALUES =
  /^(?:from|to|from_?string|to_?string|old|new|old_?value|new_?value|value|before|after|added|removed|text)$/i;

const NO_NAME = /^(?:\p{N}{1,5}|[a-z]+:\/\/.*|\d{4}-\d\d-\d\d.*|true|false|null)$/isu;

/** A longer text is no name, and not a few names either. */
const LONGEST = 400;

/** No export nests deeper than this; a hostile file may. */
const DEEPEST = 40;

/**
 * Adds the people of a JSON value to those that were met: the values of keys that name people. The names of one
 * object are one person's.
 */
export function meetPeople(value: unknown, met: Dictionary): void {
  walk(value, false, met, 0);
}

function walk(value: unknown, person: boolean, met: Dictionary, depth: number): void {
  if (depth > DEEPEST) return;
  if (typeof value === 'string') {
    if (person && isName(value)) met.id(value.trim());
  } else if (Array.isArray(value)) {
    for (const one of value) walk(one, person, met, depth + 1);
  } else if (isObject(value)) {
    const keys = Object.keys(value);
    if (person) meetObject(value, keys, met);
    const changed = keys.some((key) => CHANGED.test(key) && isPeopleField(value[key]));
    for (const key of keys) {
      const inner = value[key];
      const about = isPeopleName(key) || (changed && VALUES.test(key));
      // Within a person, only keys of people and lists hold people again.
      if (typeof inner !== 'object') {
        if (about) walk(inner, true, met, depth + 1);
      } else walk(inner, about || (person && Array.isArray(inner)), met, depth + 1);
    }
  }
}

function isPeopleField(value: unknown): boolean {
  return typeof value === 'string' && value.length < 60 && isPeopleName(value);
}

function meetObject(object: Readonly<Record<string, unknown>>, keys: readonly string[], met: Dictionary): void {
  const names = keys.filter((key) => NAMES.test(key)).map((key) => object[key]);
  const texts = names.filter((name) => typeof name === 'string' && isName(name)) as string[];
  if (texts.length > 0) met.id(texts.map((text) => text.trim()).join(AND));
}

function isName(text: string): boolean {
  const name = text.trim();
  return name !== '' && name.length <= LONGEST && !NO_NAME.test(name);
}
