import type { ValueStream } from '../../../../contract/value-stream-schema.ts';
import { durationWords } from '../../../../model/document/duration-words.ts';
import { countOf, formatNumber } from '../../../../model/document/number-format.ts';
import type { Told } from '../../../metric.ts';

/** How much of the way from creation to finish is work. */
export function valueStreamHeadline({ ladder }: ValueStream, { basis }: Told): string {
  const { efficiency, items, leadDays, touchDays } = ladder;
  if (leadDays === null || touchDays === null) return 'How much of the way was work is not known of any finished item.';
  const mean = items === 1 ? 'Of the only finished item' : `On average over ${countOf(items, 'finished item')}`;
  const share = efficiency === null ? '' : `, ${formatNumber(efficiency, 'share')}`;
  return `${mean}, ${durationWords(touchDays, basis)} of ${durationWords(leadDays, basis)} from creation to finish were work${share}.`;
}
