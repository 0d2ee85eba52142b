import type { LeftOut } from '../../contract/result.ts';
import { FINISHED, IN_PROGRESS } from '../../model/item-facts.ts';
import type { MetricInput } from '../metric-input.ts';
import { clockSpans } from './in-progress.ts';
import { END_UNKNOWN, LeftOutCount, ONLY_NOW, START_UNKNOWN } from './left-out.ts';

/** An item that is in progress by its status of today alone: now, but nobody knows since when. */
export function inProgressByStatus({ facts, timelines }: MetricInput, item: number): boolean {
  return (
    facts.outcome[item] === IN_PROGRESS &&
    facts.startVisit[item] === -1 &&
    (timelines.stageToday[item] as number) !== -1
  );
}

/** What the count of items in progress through time leaves out: those without a known start, or over without an end. */
export function leftOutOfSpans(input: MetricInput): LeftOut[] {
  const { facts, selection, window } = input;
  const leftOut = new LeftOutCount();
  for (const item of selection) {
    const ended = facts.ended[item] as number;
    if (ended <= window.from) continue;
    if ((facts.outcome[item] as number) >= FINISHED && Number.isNaN(ended)) leftOut.add(END_UNKNOWN);
    else if (facts.startVisit[item] === -1) {
      if (inProgressByStatus(input, item)) leftOut.add(ONLY_NOW);
      else if (facts.startUnknown[item] === 1) leftOut.add(START_UNKNOWN);
    }
  }
  return leftOut.list();
}

/** True if items were in progress and of none is known since when: then their number through time is not 0, but unknown. */
export function spansUnknown(input: MetricInput): boolean {
  return clockSpans(input).items.length === 0 && leftOutOfSpans(input).length > 0;
}
