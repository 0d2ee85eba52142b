import type { FlowEfficiency } from '../../../../contract/result.ts';
import { ratio } from '../../../../model/time/instants.ts';
import { medianOf } from '../../../derive/distribution-of.ts';
import { LeftOutCount, PARTS_UNKNOWN } from '../../../derive/left-out.ts';
import { cycleTimeItems } from '../../../derive/populations.ts';
import type { Metric } from '../../../metric.ts';
import type { MetricInput } from '../../../metric-input.ts';
import { partsByPeriod } from './by-period.ts';
import { flowEfficiencyView } from './flow-efficiency-view.ts';

type ItemParts = NonNullable<FlowEfficiency['byItem']>[number];

export const flowEfficiency: Metric<'flowEfficiency'> = {
  id: 'flowEfficiency',
  command: 'flow-efficiency',
  title: 'Flow efficiency',
  words: 'flow efficiency',
  keyFigure: 80,
  definition: {
    meaning: 'Which share of the time between start and finish the items were being worked on.',
    formula:
      'active ÷ (active + waiting + blocked + paused), the sums over the items of cycle time; with excludePaused, paused is left out of the divisor. medianItem is the median of the items’ own efficiencies.',
    unit: 'share, 0 to 1; the parts in days of the basis (elapsed with inclusive)',
    caution:
      'Time in an active stage is not proof of work: it is the time in which somebody could have worked. Boards without queues show too much of it.',
  },
  compute(input, detail): FlowEfficiency {
    const { facts, duration, percentiles, excludePaused } = input;
    const leftOut = new LeftOutCount();
    const population = cycleTimeItems(input);
    const known = new Int32Array(population.length);
    const own = new Float64Array(population.length);
    let count = 0;
    let ownCount = 0;
    const sums = { activeMs: 0, waitingMs: 0, blockedMs: 0, pausedMs: 0 };
    for (let index = 0; index < population.length; index++) {
      const item = population[index] as number;
      if (facts.partsUnknown[item] === 1) {
        leftOut.add(PARTS_UNKNOWN);
        continue;
      }
      known[count++] = item;
      const active = facts.activeMs[item] as number;
      const waiting = facts.waitingMs[item] as number;
      const blocked = facts.blockedMs[item] as number;
      const paused = facts.pausedMs[item] as number;
      sums.activeMs += active;
      sums.waitingMs += waiting;
      sums.blockedMs += blocked;
      sums.pausedMs += paused;
      const all = active + waiting + blocked + (excludePaused ? 0 : paused);
      if (all > 0) own[ownCount++] = active / all;
    }
    const all = sums.activeMs + sums.waitingMs + sums.blockedMs + (excludePaused ? 0 : sums.pausedMs);
    const data: FlowEfficiency = {
      items: count,
      activeDays: sums.activeMs / duration.dayMs,
      waitingDays: sums.waitingMs / duration.dayMs,
      blockedDays: sums.blockedMs / duration.dayMs,
      pausedDays: sums.pausedMs / duration.dayMs,
      efficiency: ratio(sums.activeMs, all),
      waitToActive: ratio(all - sums.activeMs, sums.activeMs),
      medianItem: medianOf(own.subarray(0, ownCount), percentiles),
      leftOut: leftOut.list(),
    };
    if (detail) {
      data.byItem = Array.from(known.subarray(0, count), (item) => partsOf(input, item));
      data.byPeriod = partsByPeriod(input, known.subarray(0, count));
    }
    return data;
  },
  view: flowEfficiencyView,
};

/** One item's parts, in days of the basis. */
function partsOf({ facts, timelines, duration, excludePaused }: MetricInput, item: number): ItemParts {
  const active = facts.activeMs[item] as number;
  const waiting = facts.waitingMs[item] as number;
  const blocked = facts.blockedMs[item] as number;
  const paused = facts.pausedMs[item] as number;
  return {
    id: timelines.ids[item] as string,
    activeDays: active / duration.dayMs,
    waitingDays: waiting / duration.dayMs,
    blockedDays: blocked / duration.dayMs,
    pausedDays: paused / duration.dayMs,
    efficiency: ratio(active, active + waiting + blocked + (excludePaused ? 0 : paused)),
  };
}
