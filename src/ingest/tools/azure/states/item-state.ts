import { isMeant } from '../fields/reference-names.ts';
import type { Revision } from '../fields/revision.ts';

/** A work item as it was after each of its revisions, walked through from the first. */
export class ItemState {
  /** Reference name → value; a field that is not here is unknown or empty. */
  #values: Map<string, string>;

  /** @param revisions in order: what the first ones leave open is what a later change changed from */
  constructor(revisions: readonly Revision[]) {
    this.#values = new Map();
    const settled = new Set<string>();
    for (const { whole, values, before } of revisions) {
      // A whole revision leaves nothing open.
      if (whole) break;
      for (const [field, value] of before) if (!settled.has(field)) this.#values.set(field, value);
      for (const field of values.keys()) settled.add(field);
      for (const field of before.keys()) settled.add(field);
    }
  }

  value(field: string): string {
    return this.#values.get(field) ?? '';
  }

  /** The first filled one of these fields, as the user or as Azure DevOps calls them. */
  meant(...names: readonly string[]): string {
    for (const name of names) {
      for (const [field, value] of this.#values) if (value !== '' && isMeant(name, field)) return value;
    }
    return '';
  }

  /** Takes over what a change says of the time before it, which matters where the one before it is missing. */
  enter({ whole, before }: Revision): void {
    if (whole) return;
    for (const [field, value] of before) this.#values.set(field, value);
  }

  apply({ whole, values, carried }: Revision): void {
    if (whole) for (const field of carried) this.#values.delete(field);
    for (const [field, value] of values) this.#values.set(field, value);
  }
}
