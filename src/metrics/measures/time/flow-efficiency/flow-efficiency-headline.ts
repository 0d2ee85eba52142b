import type { FlowEfficiency } from '../../../../contract/result.ts';
import { countOf, formatNumber } from '../../../../model/document/number-format.ts';
import type { Told } from '../../../metric.ts';

/** How much of the time was work; where no stage waits, what that rests on. */
export function flowEfficiencyHeadline({ efficiency, items }: FlowEfficiency, { noStageWaits }: Told): string {
  if (efficiency === null) return 'How much of the time was work is not known of any finished item.';
  const of = items === 1 ? 'the only finished item' : countOf(items, 'finished item');
  const share = formatNumber(efficiency, 'share');
  if (!noStageWaits) return `${share} of the time of ${of} was work.`;
  return efficiency === 1
    ? `No stage waits, so all of the time of ${of} counts as work.`
    : `${share.startsWith('<') ? '' : 'At most '}${share} of the time of ${of} was work, as no stage waits.`;
}
