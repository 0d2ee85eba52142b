import type { Report } from '../../contract/output.ts';
import type { CycleTime, Head, LeadTime } from '../../contract/result.ts';
import { dependable } from '../../metrics/view/percentile.ts';
import { countOf, formatNumber } from '../../model/number-format.ts';
import type { SomeFigures } from '../views.ts';
import { durationWords } from '../words.ts';
import { FEW, startsAreKnown } from './sample-size.ts';

/** The one line that matters first: what to promise, and how much of that time is work. */
export function headline(report: Report): string {
  // A metric that failed is not there; the others still make a headline.
  const { items, cycleTime, leadTime, flowEfficiency }: SomeFigures = report;
  if (items === undefined) return 'How many items were finished could not be computed.';
  if (items.total === 0) return 'No items were found.';
  const { finished } = items.inWindow;
  if (finished > 0 && cycleTime !== undefined && cycleTime.count > 0) {
    const known = cycleTime.count * 10 < finished * 9 ? ' with a known start' : '';
    const efficiency = flowEfficiency?.efficiency ?? null;
    const work = efficiency === null ? '' : `; ${formatNumber(efficiency, 'share')} of the time was work`;
    return `${promise(cycleTime, known, '', report)}${work}.`;
  }
  if (finished > 0 && leadTime !== undefined && leadTime.count > 0) {
    const why = startsAreKnown(report) ? 'none of them was seen in progress' : 'when work began is not known';
    return `${promise(leadTime, '', ' from creation to finish', report)}; ${why}.`;
  }
  const done = finished === 0 ? 'Nothing was finished' : `${countOf(finished, 'item')} finished`;
  return `${done} in the window; ${countOf(items.inProgress, 'item')} in progress.`;
}

/** What nearly all took, said as firmly as their number allows. */
function promise(times: CycleTime | LeadTime, which: string, span: string, { basis }: Head): string {
  const limit = dependable(times);
  const took = `took ${durationWords(limit?.days ?? times.maxDays, basis)}`;
  if (times.count === 1) return `The only finished item${which} ${took}${span}`;
  const share = limit === null ? 'all' : `${limit.point} %`;
  if (times.count < FEW)
    return `Only ${countOf(times.count, 'finished item')}${which}, few to go by: ${share} ${took} or less${span}`;
  return `${share} of ${countOf(times.count, 'finished item')}${which} ${took} or less${span}`;
}
