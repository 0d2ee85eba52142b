import type { WipLimits } from '../../../../contract/wip-limits-schema.ts';
import { IN_PROGRESS } from '../../../../model/item-facts.ts';
import { Float64Column } from '../../../../model/log/columns.ts';
import { DAY_MS } from '../../../../model/time/units.ts';
import { ACTIVE, kindOfCode, WAITING } from '../../../../model/workflow/stage-columns.ts';
import { medianOf } from '../../../derive/distribution-of.ts';
import { LeftOutCount, START_UNKNOWN } from '../../../derive/left-out.ts';
import {
  countUpTo,
  currentByStage,
  eachStretch,
  type Occupancy,
  occupancies,
  timeByCount,
} from '../../../derive/occupancy.ts';
import type { Metric } from '../../../metric.ts';
import type { MetricInput } from '../../../metric-input.ts';
import { suggestionFor } from './suggestion.ts';
import { wipLimitsView } from './wip-limits-view.ts';

export const wipLimits: Metric<'wipLimits'> = {
  id: 'wipLimits',
  command: 'wip-limits',
  title: 'WIP limits',
  words: 'WIP limits',
  definition: {
    meaning:
      'How long each stage held more than its limit, and what the items beyond it waited; for stages without a limit, the least that would have held most of the time.',
    formula:
      'Over the items in progress, as wip counts them. overShare: time with more than the limit ÷ the window. itemDaysBeyond: items beyond the limit × the time they were. A visit is beyond if it entered while the stage held at least the limit of others. Suggestion: the least limit with 85 % of the time at or below it, from the instant on by which a tenth of the window’s entries had happened.',
    unit: 'items; elapsed days, visit times in days of the basis',
    caution:
      'A suggestion says what was, not what is best: it is a limit that the team can keep today, to be lowered from there. It takes 20 entries and 28 days.',
  },
  compute(input, detail): WipLimits {
    const { facts, kinds, selection, window, workflow } = input;
    const limitOf = (stage: number) => workflow.stages[stage]?.limit ?? null;
    // Putting levels over time in order is slow, so a report only looks at the limits that there are.
    const shown = (stage: number) =>
      limitOf(stage) !== null || (detail && (kinds[stage] === ACTIVE || kinds[stage] === WAITING));
    const occupied = occupancies(input, shown);
    const current = currentByStage(input);
    const times = visitTimes(input, occupied, limitOf);
    const leftOut = new LeftOutCount();
    if (occupied.some((one) => one !== undefined)) {
      for (let at = 0; at < selection.length; at++) {
        const item = selection[at] as number;
        if (facts.outcome[item] === IN_PROGRESS && facts.startVisit[item] === -1) leftOut.add(START_UNKNOWN);
      }
    }
    const stages = workflow.stages.flatMap(({ name }, stage) => {
      const occupancy = occupied[stage];
      if (occupancy === undefined) return [];
      const limit = limitOf(stage);
      return [
        {
          stage: name,
          kind: kindOfCode(kinds[stage] as number),
          limit,
          current: current[stage] as number,
          ...levelsOf(input, occupancy, limit),
          visitsBeyond: limit === null ? null : (times[stage]?.entered ?? 0),
          medianDaysBeyond: medianOf(times[stage]?.beyond.values() ?? NONE, input.percentiles),
          medianDaysWithin: medianOf(times[stage]?.within.values() ?? NONE, input.percentiles),
          suggestion: limit === null ? suggestionFor(occupancy, window) : null,
        },
      ];
    });
    return { stages, leftOut: leftOut.list() };
  },
  view: wipLimitsView,
};

const NONE = new Float64Array(0);

type Levels = Pick<WipLimits['stages'][number], 'average' | 'maximum' | 'overDays' | 'overShare' | 'itemDaysBeyond'>;

function levelsOf({ window }: MetricInput, occupancy: Occupancy, limit: number | null): Levels {
  const length = window.to - window.from;
  if (!(length > 0)) return { average: null, maximum: 0, overDays: null, overShare: null, itemDaysBeyond: null };
  const time = timeByCount(occupancy, window.from, window.to);
  let held = 0;
  let over = 0;
  let beyond = 0;
  for (let count = 1; count < time.length; count++) {
    const ms = time[count] as number;
    held += count * ms;
    if (limit === null || count <= limit) continue;
    over += ms;
    beyond += (count - limit) * ms;
  }
  return {
    average: held / length,
    maximum: time.length - 1,
    overDays: limit === null ? null : over / DAY_MS,
    overShare: limit === null ? null : over / length,
    itemDaysBeyond: limit === null ? null : beyond / DAY_MS,
  };
}

/** Visits to a stage with a limit. */
class VisitTimes {
  /** That entered while it was full. */
  entered = 0;
  /** Times, in days of the basis, of those of them and of the others that ended within the window. */
  readonly beyond = new Float64Column(8);
  readonly within = new Float64Column(8);
}

/** Of each visit that entered a stage with a limit within the window, whether the stage was full, and how long it took. */
function visitTimes(
  input: MetricInput,
  occupied: readonly (Occupancy | undefined)[],
  limitOf: (stage: number) => number | null,
): readonly (VisitTimes | undefined)[] {
  const { duration, timelines, window } = input;
  const times = occupied.map((_, stage) => (limitOf(stage) === null ? undefined : new VisitTimes()));
  if (times.every((one) => one === undefined)) return times;
  eachStretch(input, (visit, from, to) => {
    const stage = timelines.stage[visit] as number;
    const own = times[stage];
    const occupancy = occupied[stage];
    if (own === undefined || occupancy === undefined || (timelines.start[visit] as number) < window.from) return;
    const others = countUpTo(occupancy.entries, from) - countUpTo(occupancy.exits, from) - 1;
    const full = others >= (limitOf(stage) as number);
    if (full) own.entered++;
    if (to < window.to) (full ? own.beyond : own.within).push(duration.between(from, to) / duration.dayMs);
  });
  return times;
}
