import type { CumulativeFlow } from '../../../../contract/result.ts';
import { DROPPED, FINISHED } from '../../../../model/item-facts.ts';
import { windowDays } from '../../../derive/days.ts';
import { countBefore } from '../../../derive/in-progress.ts';
import { CREATION_UNKNOWN, END_UNKNOWN, LeftOutCount, START_UNKNOWN } from '../../../derive/left-out.ts';
import { noneCreated, noStartKnown, pick } from '../../../derive/populations.ts';
import { isUndated } from '../../../derive/undated.ts';
import { inProgressByStatus } from '../../../derive/unknown-spans.ts';
import type { Metric } from '../../../metric.ts';
import type { MetricInput } from '../../../metric-input.ts';
import { cumulativeFlowView } from './cumulative-flow-view.ts';
import { betweenOf, reachedStages } from './reached-stages.ts';

export const cumulativeFlow: Metric<'cumulativeFlow'> = {
  id: 'cumulativeFlow',
  command: 'cumulative-flow',
  title: 'Cumulative flow',
  words: 'cumulative flow',
  definition: {
    meaning:
      'Day by day, how many items had been created, started, finished and dropped, and how many were in each stage.',
    formula:
      'Counts just before the next local midnight; the last day’s at the window’s end. Outcomes are those of asOf.',
    unit: 'items',
    caution: 'An item that was reopened later does not count as finished in between: its stages of that time show it.',
  },
  compute(input): CumulativeFlow {
    const { facts, selection, workflow } = input;
    const { dates, ends } = windowDays(input);
    const created = noneCreated(input) ? null : countBefore(pick(facts.created, selection), ends);
    const started = noStartKnown(input) ? null : countBefore(pick(facts.started, selection), ends);
    const over = (outcome: number) =>
      countBefore(
        Float64Array.from(selection, (item) =>
          facts.outcome[item] === outcome ? (facts.ended[item] as number) : Number.NaN,
        ),
        ends,
      );
    const finished = over(FINISHED);
    const dropped = over(DROPPED);
    const inStages = countInStages(input, ends);
    const reached = reachedStages(input, ends);
    return {
      days: dates.map((date, day) => ({
        date,
        created: created === null ? null : (created[day] as number),
        started: started === null ? null : (started[day] as number),
        finished: finished[day] as number,
        dropped: dropped[day] as number,
        // Not an object literal: a stage may be called "__proto__".
        stages: Object.fromEntries(
          workflow.stages.map((stage, index) => [stage.name, (inStages[index] as Int32Array)[day] as number]),
        ),
        reached: Object.fromEntries(
          reached.map(({ stage, counts }) => [workflow.stages[stage]?.name as string, counts[day] as number]),
        ),
      })),
      between: betweenOf(input, reached, dates),
      leftOut: leftOut(input),
    };
  },
  view: cumulativeFlowView,
};

/** An item counts from its creation on, and as started and over from the instants that are known. */
function leftOut({ facts, selection }: MetricInput): CumulativeFlow['leftOut'] {
  const count = new LeftOutCount();
  for (const item of selection) {
    if (Number.isNaN(facts.created[item] as number)) count.add(CREATION_UNKNOWN);
    if (facts.startUnknown[item] === 1) count.add(START_UNKNOWN);
    if ((facts.outcome[item] as number) >= FINISHED && Number.isNaN(facts.ended[item] as number))
      count.add(END_UNKNOWN);
  }
  return count.list();
}

/** Items in each stage at each moment: entries so far minus exits so far. */
function countInStages(input: MetricInput, moments: Float64Array): Int32Array[] {
  const { selection, timelines, workflow } = input;
  const entries: number[][] = workflow.stages.map(() => []);
  const exits: number[][] = workflow.stages.map(() => []);
  for (let place = 0; place < selection.length; place++) {
    const item = selection[place] as number;
    // When it went on to the stage that it is in today is not known.
    if (isUndated(input, item) || inProgressByStatus(input, item)) continue;
    const last = (timelines.offsets[item + 1] as number) - 1;
    for (let visit = timelines.offsets[item] as number; visit <= last; visit++) {
      const stage = timelines.stage[visit] as number;
      entries[stage]?.push(timelines.start[visit] as number);
      if (visit < last) exits[stage]?.push(timelines.start[visit + 1] as number);
    }
  }
  return workflow.stages.map((_, stage) => {
    const entered = countBefore(Float64Array.from(entries[stage] ?? []), moments);
    const left = countBefore(Float64Array.from(exits[stage] ?? []), moments);
    return entered.map((count, moment) => count - (left[moment] as number));
  });
}
