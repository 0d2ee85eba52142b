import type { ReadOptions } from '../../../format.ts';
import { blockedLabels } from '../../shared/text-patterns.ts';
import { BLOCKED, TAGS } from '../fields/reference-names.ts';
import type { ItemState } from '../states/item-state.ts';

/**
 * When an item is blocked: while the field says yes that the user names, or the field Blocked of the CMMI process, or
 * while it has a tag that says so.
 */
export class BlockedRule {
  readonly #field: string | undefined;
  readonly #isTag: (tag: string) => boolean;

  /** @param tags those that any item ever had */
  constructor({ fields }: ReadOptions, tags: Iterable<string>) {
    this.#field = fields.blocked;
    this.#isTag = blockedLabels(fields.blocked, tags);
  }

  /** Why the item is blocked; empty if it is not. */
  reasonIn(state: ItemState): string {
    const said = this.#field === undefined ? '' : state.meant(this.#field);
    if (isYes(said) || isYes(state.value(BLOCKED))) return 'Blocked';
    return tagsIn(state.value(TAGS)).filter(this.#isTag).join(', ');
  }
}

/** The tags of a cell such as `Blocked; Web`. */
export function tagsIn(cell: string): string[] {
  return cell
    .split(';')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
}

/** `Yes` of CMMI, `True` of a field of two values. */
export function isYes(value: string): boolean {
  return /^(?:yes|true|1)$/i.test(value);
}
