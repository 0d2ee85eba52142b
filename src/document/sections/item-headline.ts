import type { ItemReport } from '../../contract/output.ts';
import { durationWords } from '../../model/document/duration-words.ts';
import { formatNumber } from '../../model/document/number-format.ts';
import { findingOf } from './head/said-beside.ts';

/** What became of an item, after how long, and how much of that was work. */
export function itemHeadline(report: ItemReport): string {
  return `${report.item.id} ${outcome(report)}${work(report)}.`;
}

function outcome({ basis, item, clock }: ItemReport): string {
  const place = item.stage === null ? '' : ` in ${item.stage}`;
  switch (item.outcome) {
    case 'finished':
      if (item.cycleTimeDays !== null)
        return `was finished ${durationWords(item.cycleTimeDays, basis)} after its start`;
      return clock.startKnown ? 'was finished without a start' : 'was finished; when work on it began is not known';
    case 'dropped':
      return 'was dropped';
    case 'inProgress':
      return item.ageDays === null
        ? `is in progress${place}; since when is not known`
        : `is in progress${place}, ${durationWords(item.ageDays, basis)} after its start`;
    case 'notStarted':
      return `is not started${item.stage === null ? '' : `: it is in ${item.stage}`}`;
  }
}

/** Where no stage waits, all of the time counts as work, which says nothing. */
function work(report: ItemReport): string {
  const { efficiency } = report.item;
  if (efficiency === null || report.workflow.stages.every(({ kind }) => kind !== 'waiting')) return '';
  const guessed = findingOf(report, 'guessed-kind') === undefined ? '' : ', if the guessed kinds are right';
  return `; ${formatNumber(efficiency, 'share')} of that time was work${guessed}`;
}
