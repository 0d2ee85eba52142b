import { SNAPSHOT } from '../../../../model/log/item-fields.ts';
import type { JsonRecords } from '../../../format.ts';
import { type JsonObject, nameOf, objectOf, own, textOf } from '../../../text/json/json-values.ts';
import { UNREADABLE } from '../required-cells.ts';

/** Sets what a field of an item is today; an empty value changes nothing. */
export function setField(log: JsonRecords['log'], item: number, field: string, value: string): void {
  if (value === '') return;
  const store = log.field(field);
  store.set(item, SNAPSHOT, store.dictionary.id(value));
}

/** Sets the status and the people of an item of today; what is empty changes nothing. */
export function setToday(log: JsonRecords['log'], item: number, status: string, people: readonly string[]): void {
  if (status !== '') log.currentStatus.set(item, log.statuses.id(status));
  const named = people.filter((person) => person !== '');
  if (named.length > 0) log.currentPeople.set(item, log.people.id(named));
}

/** A date of an object; NaN where there is none. One that cannot be read is noted, and its object used without it. */
export function dateOf(records: JsonRecords, object: JsonObject, key: string): number {
  const written = own(object, key);
  const at = records.instant(written);
  if (Number.isNaN(at) && textOf(written) !== '') records.badCell('unreadable-date', UNREADABLE, textOf(written));
  return at;
}

/** The latest instant under these keys of an object; NaN where there is none. */
export function latestOf(records: JsonRecords, object: JsonObject, keys: readonly string[]): number {
  let latest = Number.NaN;
  for (const key of keys) {
    const at = records.instant(own(object, key));
    if (!(latest >= at) && !Number.isNaN(at)) latest = at;
  }
  return latest;
}

/** The value at a path such as `list.name`, as people call it. */
function atPath(object: JsonObject, path: string): string {
  let value: unknown = object;
  for (const step of path.split('.')) value = own(objectOf(value), step);
  return nameOf(value);
}

/** Writes the fields of JSON objects that are items: those of the tool, as mapped, and those somebody asked for. */
export class ItemSnapshots {
  readonly #records: JsonRecords;
  readonly #paths: readonly (readonly [field: string, path: string])[];
  readonly #custom: (object: JsonObject, name: string) => string;

  /**
   * @param paths field → path in an item's object
   * @param custom the value of a custom field by its name, where the tool has such; empty where there is none
   */
  constructor(
    records: JsonRecords,
    paths: Readonly<Record<string, string>>,
    custom: (object: JsonObject, name: string) => string = () => '',
  ) {
    this.#records = records;
    this.#custom = custom;
    const { fields, extraFields } = records.options;
    const mapped = Object.entries(fields).filter(([field]) => Object.hasOwn(paths, field) || field === 'points');
    const asked = extraFields.filter((field) => !Object.hasOwn(paths, field)).map((field) => [field, field] as const);
    this.#paths = [...Object.entries(paths), ...mapped, ...asked];
    for (const [field, path] of [...Object.entries(paths), ...mapped]) records.file.mapping[field] = path;
  }

  /** Later paths of a field win where they find something: a mapping overrules the tool's own. */
  write(item: number, object: JsonObject): void {
    const { log, file } = this.#records;
    for (const [field, path] of this.#paths) {
      const value = atPath(object, path) || this.#custom(object, path);
      if (value === '') continue;
      setField(log, item, field, value);
      file.mapping[field] ??= path;
    }
  }
}
