import type { LeftOut } from '../../contract/result.ts';
import { type NotePart, note } from '../../model/document/document-parts.ts';
import { countOf } from '../../model/document/number-format.ts';

/** Says how many items a figure leaves out, and why. */
export function leftOutNotes(leftOut: readonly LeftOut[]): NotePart[] {
  return leftOut
    .filter(({ items }) => items > 0)
    .map(({ reason, items }) => note(`Left out: ${countOf(items, 'item')}, as ${reason}.`));
}

/** What several rows of one figure leave out: each reason once, with the largest number that a row gives. */
export function leftOutOfAll(rows: readonly { leftOut: readonly LeftOut[] }[]): LeftOut[] {
  const itemsOf = new Map<string, number>();
  for (const { leftOut } of rows) {
    for (const { reason, items } of leftOut) itemsOf.set(reason, Math.max(items, itemsOf.get(reason) ?? 0));
  }
  return [...itemsOf].map(([reason, items]) => ({ reason, items }));
}
