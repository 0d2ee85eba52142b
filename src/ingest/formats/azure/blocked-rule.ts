import type { ReadOptions } from '../../format.ts';
import { blockedLabels } from '../text-patterns.ts';
import type { ItemState } from './item-state.ts';
import { BLOCKED, TAGS } from './reference-names.ts';

/**
 * When an item is blocked: while the field says yes that the user names, or the field Blocked of the CMMI process, or
 * while it has a tag that says so.
 */
export class BlockedRule {
  readonly #field: string | undefined;
  readonly #isTag: (tag: string) => boolean;

  constructor({ fields }: ReadOptions) {
    this.#field = fields.blocked;
    this.#isTag = blockedLabels(fields.blocked);
  }

  /** Why the item is blocked; empty if it is not. */
  reasonIn(state: ItemState): string {
    const said = this.#field === undefined ? '' : state.meant(this.#field);
    if (isYes(said) || isYes(state.value(BLOCKED))) return 'Blocked';
    const tags = state.value(TAGS).split(';');
    return tags
      .map((tag) => tag.trim())
      .filter((tag) => tag !== '' && this.#isTag(tag))
      .join(', ');
  }
}

/** `Yes` of CMMI, `True` of a field of two values. */
export function isYes(value: string): boolean {
  return /^(?:yes|true|1)$/i.test(value);
}
