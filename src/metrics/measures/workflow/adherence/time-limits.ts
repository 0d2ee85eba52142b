import type { Adherence } from '../../../../contract/adherence-schema.ts';
import { FINISHED } from '../../../../model/item-facts.ts';
import { ratio } from '../../../../model/time/instants.ts';
import { within } from '../../../../model/time/window.ts';
import type { MetricInput } from '../../../metric-input.ts';

type Limit = Adherence['limits'][number];

/** The worst that `report` holds. */
const FEW = 10;

/**
 * Who was longer in a stage than `limits` allows: visits that ended within the window, and those that are still open at
 * asOf where the window reaches it. A visit ends with its item; one of which nobody knows when it began is left out.
 */
export function timeLimits(input: MetricInput, detail: boolean): Limit[] {
  return input.limits.map(({ stage, maxDays }) => {
    const { longest, over, visits } = visitsAgainst(input, stage, maxDays);
    const byItem = [...longest]
      .sort(([a, { days: daysA }], [b, { days: daysB }]) => daysB - daysA || a - b)
      .map(([item, { days, stillThere }]) => ({
        id: input.timelines.ids[item] as string,
        days,
        excessDays: days - maxDays,
        stillThere,
      }));
    return {
      stage: input.workflow.stages[stage]?.name as string,
      maxDays,
      visits,
      over,
      overShare: ratio(over, visits),
      items: byItem.length,
      byItem: detail ? byItem : byItem.slice(0, FEW),
    };
  });
}

function visitsAgainst(
  { asOf, duration, facts, selection, timelines, window }: MetricInput,
  of: number,
  maxDays: number,
) {
  const { offsets, stage, start } = timelines;
  /** Item → its longest visit that is over the limit. */
  const longest = new Map<number, { days: number; stillThere: boolean }>();
  let visits = 0;
  let over = 0;
  for (let at = 0; at < selection.length; at++) {
    const item = selection[at] as number;
    if (timelines.milestones[item] === 1) continue;
    const last = (offsets[item + 1] as number) - 1;
    const ended = (facts.outcome[item] as number) >= FINISHED;
    // Where an item ended, its last stage is not left, and nobody waits for that.
    const end = Math.min(facts.endVisit[item] as number, last + 1);
    for (let visit = offsets[item] as number; visit < end; visit++) {
      if (stage[visit] !== of || (start[visit] as number) < (timelines.cutBefore[item] as number)) continue;
      const stillThere = visit === last;
      if (stillThere && ended) continue;
      const to = stillThere ? asOf : (start[visit + 1] as number);
      if (stillThere ? !(asOf >= window.from && window.to > asOf) : !within(window, to)) continue;
      visits++;
      const days = duration.between(start[visit] as number, to) / duration.dayMs;
      if (!(days > maxDays)) continue;
      over++;
      const known = longest.get(item);
      if (known === undefined || days > known.days) longest.set(item, { days, stillThere });
    }
  }
  return { longest, over, visits };
}
