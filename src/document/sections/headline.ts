import type { Report } from '../../contract/output.ts';
import type { CycleTime, Head, Items, LeadTime } from '../../contract/result.ts';
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
  const undated = undatedWords(items, report);
  if (finished > 0 && cycleTime !== undefined && cycleTime.count > 0) {
    const known = cycleTime.count * 10 < finished * 9 ? ' with a known start' : onlyDated(items);
    const efficiency = flowEfficiency?.efficiency ?? null;
    const work = efficiency === null ? '' : `; ${formatNumber(efficiency, 'share')} of the time was work`;
    return `${promise(cycleTime, known, '', report)}${work}${undated}.`;
  }
  if (finished > 0 && leadTime !== undefined && leadTime.count > 0) {
    const why = startsAreKnown(report) ? 'none of them was seen in progress' : 'when work began is not known';
    return `${promise(leadTime, onlyDated(items), ' from creation to finish', report)}; ${why}${undated}.`;
  }
  const progress = `${countOf(items.inProgress, 'item')} in progress`;
  if (finished > 0) return `${countOf(finished, 'item')} finished in the window${undated}; ${progress}.`;
  return undated === ''
    ? `Nothing was finished in the window; ${progress}.`
    : `${undatedItems(items, ` of ${countOf(items.total, 'item')}`)}, but ${doNotSay(report)} when; ${progress}.`;
}

/** Where more items are done, those with a date are not all that finished. */
function onlyDated({ finishedUndated }: Items): string {
  return finishedUndated > 0 ? ' with a known finish' : '';
}

/** What is over besides, nobody knows since when. */
function undatedWords(items: Items, report: Report): string {
  if (items.finishedUndated + items.droppedUndated === 0) return '';
  return `; ${undatedItems(items, ' more')}, but ${doNotSay(report)} when`;
}

/** Done, dropped, or both: those of which no date is known. */
function undatedItems({ finishedUndated, droppedUndated }: Items, which: string): string {
  const be = (count: number) => (count === 1 ? 'is' : 'are');
  if (finishedUndated === 0) return `${droppedUndated}${which} ${be(droppedUndated)} dropped`;
  const dropped = droppedUndated === 0 ? '' : ` and ${droppedUndated} dropped`;
  return `${finishedUndated}${which} ${be(finishedUndated)} done${dropped}`;
}

function doNotSay({ sources }: Report): string {
  return sources.length > 1 ? 'the files do not say' : 'the file does not say';
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
