import type { ReadOptions } from '../../../format.ts';
import {
  ASSIGNED_TO,
  BLOCKED,
  COLUMN_DONE,
  doneOf,
  IS_DELETED,
  ITEM_FIELDS,
  isColumn,
  isMeant,
  STATE,
  STATE_CATEGORY,
} from './reference-names.ts';

const ALWAYS: ReadonlySet<string> = new Set([
  STATE,
  COLUMN_DONE,
  ASSIGNED_TO,
  BLOCKED,
  IS_DELETED,
  STATE_CATEGORY,
  ...Object.values(ITEM_FIELDS).flat(),
]);

/** Which of the many fields of a work item are worth keeping: those that a timeline needs, and those the user names. */
export class KeptFields {
  readonly #named: readonly string[];
  readonly #known = new Map<string, boolean>();

  constructor({ fields, extraFields }: ReadOptions) {
    this.#named = [...Object.values(fields), ...extraFields];
  }

  keeps(reference: string): boolean {
    let kept = this.#known.get(reference);
    if (kept === undefined) {
      kept = ALWAYS.has(reference) || isColumn(reference) || this.#isNamed(reference);
      this.#known.set(reference, kept);
    }
    return kept;
  }

  #isNamed(reference: string): boolean {
    const column = /^WEF_.+\.Column\.Done$/i.test(reference) ? reference.slice(0, -'.Done'.length) : null;
    if (column !== null && doneOf(column) === reference && isColumn(column)) return true;
    return this.#named.some((name) => isMeant(name, reference));
  }
}
