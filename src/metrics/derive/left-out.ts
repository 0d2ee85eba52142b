import type { LeftOut } from '../../contract/result.ts';

/** Counts items that a figure leaves out, by the reason. */
export class LeftOutCount {
  readonly #reasons = new Map<string, number>();

  add(reason: string): void {
    this.#reasons.set(reason, (this.#reasons.get(reason) ?? 0) + 1);
  }

  list(): LeftOut[] {
    return [...this.#reasons].map(([reason, items]) => ({ reason, items }));
  }
}

export const START_UNKNOWN = 'the history does not say when they started';
export const ONLY_NOW = 'their status says that they are in progress now, but nothing says since when';
export const CREATION_UNKNOWN = 'the source does not say when they were created';
export const END_UNKNOWN = 'they are over, but the source does not say since when';
export const PARTS_UNKNOWN = 'only their dates are known, not what they waited for in between';
export const PEOPLE_UNKNOWN = 'the source does not say who had them through time';
export const ENTRY_UNKNOWN =
  'their history begins in the middle of a stage (that visit is left out, the later ones count)';
export const VISITS_UNKNOWN = 'only their dates are known, not the stages they were in';
export const HISTORY_CUT = 'the first part of their history is missing';
