import type { Age } from '../../../../contract/result.ts';
import { durationWords } from '../../../../model/document/duration-words.ts';
import { countOf } from '../../../../model/document/number-format.ts';
import type { Told } from '../../../metric.ts';
import { typical } from '../../../view/percentile.ts';

/** How old what is in progress is. */
export function ageHeadline(data: Age, { basis }: Told): string {
  const left = data.leftOut.reduce((sum, { items }) => sum + items, 0);
  if (data.count === 0) {
    return left === 0
      ? 'Nothing is in progress.'
      : `How old the items in progress are is not known: of ${countOf(left, 'item')} there is no start.`;
  }
  const oldest = durationWords(data.maxDays, basis);
  const which = left === 0 ? '' : ' with a known start';
  if (data.count === 1) return `The only item in progress${which} is ${oldest} old.`;
  const middle = typical(data);
  const half = middle === null || middle.point === 50 ? 'Half' : `${middle.point} %`;
  const upTo = middle === null ? '' : `${half} of `;
  return `${upTo}${countOf(data.count, 'item')} in progress${which} are ${durationWords(middle?.days ?? data.maxDays, basis)} old or less; the oldest is ${oldest} old.`;
}
