import type { Report } from '../contract/output.ts';
import { dependable } from '../metrics/view/percentile.ts';
import { countOf, formatNumber } from '../model/number-format.ts';
import { durationWords } from './words.ts';

/** The one line that matters first: what to promise, and how much of that time is work. */
export function headline({ items, cycleTime, flowEfficiency, basis }: Report): string {
  if (items.total === 0) return 'No items were found.';
  const promise = dependable(cycleTime);
  if (promise === null || promise.days === null) {
    const finished =
      items.inWindow.finished === 0 ? 'Nothing was finished' : `${countOf(items.inWindow.finished, 'item')} finished`;
    return `${finished} in the window; ${countOf(items.inProgress, 'item')} in progress.`;
  }
  const took = `${promise.point} % of ${countOf(cycleTime.count, 'finished item')} took ${durationWords(promise.days, basis)} or less`;
  const { efficiency } = flowEfficiency;
  return efficiency === null ? `${took}.` : `${took}; ${formatNumber(efficiency, 'share')} of the time was work.`;
}
