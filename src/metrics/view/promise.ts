import type { Distribution } from '../../contract/distribution-schema.ts';
import type { LeftOut } from '../../contract/result.ts';
import { durationWords } from '../../model/document/duration-words.ts';
import { countOf } from '../../model/document/number-format.ts';
import type { Basis } from '../../model/settings.ts';
import { dependable } from './percentile.ts';

/** Fewer finished items than this say little of the next ones. */
export const FEW = 10;

/**
 * What nearly all took, said as firmly as their number allows; without a capital and a full stop.
 * @param times of at least one item
 * @param which which of the finished items: ` with a known start`
 * @param span from where to where: ` from creation to finish`
 */
export function promise(times: Distribution, which: string, span: string, basis: Basis): string {
  const limit = dependable(times);
  const took = `took ${durationWords(limit?.days ?? times.maxDays, basis)}`;
  const most = `took ${durationWords(times.maxDays, basis)}`;
  if (times.count === 1) return `the only finished item${which} ${most}${span}`;
  // A share of a few items would be one that none of them make up.
  if (times.count < FEW)
    return `only ${countOf(times.count, 'finished item')}${which}, few to go by: all ${most} or less${span}`;
  const share = limit === null ? 'all' : `${limit.point} %`;
  return `${share} of ${countOf(times.count, 'finished item')}${which} ${took} or less${span}`;
}

/** Whether a tenth or more of the finished items are in no figure, so that a sentence must say of which it is true. */
export function leavesManyOut({ count, leftOut }: { count: number; leftOut: readonly LeftOut[] }): boolean {
  const left = leftOut.reduce((sum, { items }) => sum + items, 0);
  return count * 10 < (count + left) * 9;
}

/** With a capital and a full stop. */
export function asSentence(text: string): string {
  return `${text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())}.`;
}
