import type { CumulativeFlow } from '../../../../contract/result.ts';
import { DROPPED } from '../../../../model/item-facts.ts';
import { Float64Column } from '../../../../model/log/columns.ts';
import { DONE, DROPPED_STAGE, TODO } from '../../../../model/workflow/stage-columns.ts';
import { countBefore } from '../../../derive/in-progress.ts';
import { isUndated } from '../../../derive/undated.ts';
import { inProgressByStatus } from '../../../derive/unknown-spans.ts';
import type { MetricInput } from '../../../metric-input.ts';

/** The stages that work reaches, in its order: the done ones last, whatever their place; the dropped ones are none. */
function levelsOf({ kinds, workflow }: MetricInput): number[] {
  const stages = workflow.stages.map((_, stage) => stage).filter((stage) => kinds[stage] !== DROPPED_STAGE);
  return [...stages.filter((stage) => kinds[stage] !== DONE), ...stages.filter((stage) => kinds[stage] === DONE)];
}

/** How many items had come to a stage or a later one for good, at each of some moments. */
export interface Reached {
  stage: number;
  counts: Int32Array;
}

/**
 * Items that had come to each stage or a later one for good: they are in one of them from then on, until asOf. Whoever
 * goes back comes to the later stages only when they are there for the last time, so no count ever falls. Items that are
 * dropped at asOf do not count; a dropped stage that an item came back from counts as the stage before it.
 *
 * @param moments ascending
 */
export function reachedStages(input: MetricInput, moments: Float64Array): Reached[] {
  const { facts, selection, timelines, workflow } = input;
  const levels = levelsOf(input);
  const levelOf = new Int32Array(workflow.stages.length).fill(-1);
  for (const [level, stage] of levels.entries()) levelOf[stage] = level;
  const arrivals = levels.map(() => new Float64Column(64));
  for (let place = 0; place < selection.length; place++) {
    const item = selection[place] as number;
    if (facts.outcome[item] === DROPPED || isUndated(input, item) || inProgressByStatus(input, item)) continue;
    // From the last visit back: the lowest level so far is where the item has stayed from that visit on.
    let stays = levels.length;
    let arrived = Number.NaN;
    for (
      let visit = (timelines.offsets[item + 1] as number) - 1;
      visit >= (timelines.offsets[item] as number);
      visit--
    ) {
      const level = levelOf[timelines.stage[visit] as number] as number;
      if (level === -1) continue;
      if (stays === levels.length) stays = level;
      for (; stays > level; stays--) arrivals[stays]?.push(arrived);
      arrived = timelines.start[visit] as number;
    }
    if (!Number.isNaN(arrived)) for (; stays >= 0; stays--) arrivals[stays]?.push(arrived);
  }
  return levels.map((stage, level) => ({
    stage,
    counts: countBefore((arrivals[level] as Float64Column).values(), moments),
  }));
}

/** What lies between the arrival of work and its being done on the last day. @param dates of the moments */
export function betweenOf(
  { kinds, workflow }: MetricInput,
  reached: readonly Reached[],
  dates: readonly string[],
): CumulativeFlow['between'] {
  const from = reached.find(({ stage }) => kinds[stage] !== TODO);
  const to = reached.find(({ stage }) => kinds[stage] === DONE);
  const last = dates.length - 1;
  if (from === undefined || to === undefined || from === to || last < 0) return null;
  const arrived = from.counts[last] as number;
  const departed = to.counts[last] as number;
  const since = from.counts.findIndex((count) => count >= departed);
  // On the first day that many may have arrived long before it.
  const known = departed > 0 && since > 0;
  return {
    date: dates[last] as string,
    from: workflow.stages[from.stage]?.name as string,
    to: workflow.stages[to.stage]?.name as string,
    arrived,
    departed,
    items: arrived - departed,
    days: known ? last - since : null,
    since: known ? (dates[since] as string) : null,
  };
}
