import type { Age } from '../../../../contract/result.ts';
import { blockedBetween } from '../../../../facts/index.ts';
import { Float64Column } from '../../../../model/log/columns.ts';
import { ACTIVE, kindOfCode, WAITING } from '../../../../model/workflow/stage-columns.ts';
import { percentiles } from '../../../../stats/index.ts';
import { cycleTimeItems } from '../../../derive/populations.ts';
import type { MetricInput } from '../../../metric-input.ts';

/**
 * How old the items finished within the window were when they left each stage for good, in days of the basis: an item
 * that came back to a stage counts with its last leave. Those of which only dates are known were in no stage that is
 * known. Stages in the order of the workflow; those that none of them was in are left out.
 */
export function stageBands(input: MetricInput): NonNullable<Age['bands']> {
  const { kinds, percentiles: rule, timelines, workflow } = input;
  const ages = workflow.stages.map(() => new Float64Column(8));
  /** Of the item at hand: the age at the last leave of each stage; NaN: it has not been there. */
  const last = new Float64Array(workflow.stages.length);
  for (const item of cycleTimeItems(input)) {
    if (timelines.milestones[item] === 1) continue;
    last.fill(Number.NaN);
    eachLeave(input, item, (stage, days) => {
      last[stage] = days;
    });
    for (let stage = 0; stage < last.length; stage++) {
      const days = last[stage] as number;
      if (!Number.isNaN(days)) ages[stage]?.push(days);
    }
  }
  return workflow.stages.flatMap(({ name }, stage) => {
    const days = (ages[stage] as Float64Column).values();
    if (days.length === 0) return [];
    const values = percentiles(days, rule.points, rule.method);
    const named = rule.points.map((point, index) => [String(point), values[index] as number | null]);
    return [
      {
        stage: name,
        kind: kindOfCode(kinds[stage] as number),
        items: days.length,
        percentilesDays: Object.fromEntries(named) as Record<string, number | null>,
      },
    ];
  });
}

/** Calls `left` for each visit between an item's start and end, with its stage and the item's age when the visit ended. */
function eachLeave(input: MetricInput, item: number, left: (stage: number, days: number) => void): void {
  const { duration, excludePaused, facts, kinds, timelines } = input;
  const { stage, start } = timelines;
  const started = facts.started[item] as number;
  const ended = facts.ended[item] as number;
  const end = facts.endVisit[item] as number;
  let pausedMs = 0;
  for (let visit = facts.startVisit[item] as number; visit < end; visit++) {
    const from = start[visit] as number;
    const to = visit + 1 < end ? (start[visit + 1] as number) : ended;
    const at = stage[visit] as number;
    const kind = kinds[at];
    if (excludePaused && kind !== ACTIVE && kind !== WAITING && to > from) {
      pausedMs += duration.between(from, to) - blockedBetween(timelines, duration, item, from, to);
    }
    // A stage that was left at the very instant of the start was passed, not worked in.
    if (to > started) left(at, duration.spanDays(started, to, pausedMs));
  }
}
