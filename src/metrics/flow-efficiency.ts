import type { FlowEfficiency } from '../contract/result.ts';
import { ratio } from '../model/instants.ts';
import { medianOf } from './derive/distribution.ts';
import { LeftOutCount, PARTS_UNKNOWN } from './derive/left-out.ts';
import { cycleTimeItems } from './derive/populations.ts';
import type { Metric } from './metric.ts';
import { flowEfficiencyView } from './view/flow-efficiency.ts';

export const flowEfficiency: Metric<'flowEfficiency'> = {
  id: 'flowEfficiency',
  command: 'flow-efficiency',
  title: 'Flow efficiency',
  definition: {
    meaning: 'Which share of the time between start and finish the items were being worked on.',
    formula:
      'active ÷ (active + waiting + blocked + paused), the sums over the items of cycle time; with excludePaused, paused is left out of the divisor. medianItem is the median of the items’ own efficiencies.',
    unit: 'share, 0 to 1; the parts in days of the basis (elapsed with inclusive)',
    caution:
      'Time in an active stage is not proof of work: it is the time in which somebody could have worked. Boards without queues show too much of it.',
  },
  compute(input, detail): FlowEfficiency {
    const { facts, timelines, duration, percentiles, excludePaused } = input;
    const leftOut = new LeftOutCount();
    const sums = { activeDays: 0, waitingDays: 0, blockedDays: 0, pausedDays: 0 };
    const own: number[] = [];
    const byItem: NonNullable<FlowEfficiency['byItem']> = [];
    let count = 0;
    for (const item of cycleTimeItems(input)) {
      if (facts.partsUnknown[item] === 1) {
        leftOut.add(PARTS_UNKNOWN);
        continue;
      }
      count++;
      const parts = {
        activeDays: (facts.activeMs[item] as number) / duration.dayMs,
        waitingDays: (facts.waitingMs[item] as number) / duration.dayMs,
        blockedDays: (facts.blockedMs[item] as number) / duration.dayMs,
        pausedDays: (facts.pausedMs[item] as number) / duration.dayMs,
      };
      sums.activeDays += parts.activeDays;
      sums.waitingDays += parts.waitingDays;
      sums.blockedDays += parts.blockedDays;
      sums.pausedDays += parts.pausedDays;
      const efficiency = ratio(parts.activeDays, allOf(parts, excludePaused));
      if (efficiency !== null) own.push(efficiency);
      if (detail) byItem.push({ id: timelines.ids[item] as string, ...parts, efficiency });
    }
    const all = allOf(sums, excludePaused);
    const data: FlowEfficiency = {
      items: count,
      ...sums,
      efficiency: ratio(sums.activeDays, all),
      waitToActive: ratio(all - sums.activeDays, sums.activeDays),
      medianItem: medianOf(Float64Array.from(own), percentiles),
      leftOut: leftOut.list(),
    };
    if (detail) data.byItem = byItem;
    return data;
  },
  view: flowEfficiencyView,
};

function allOf(
  parts: { activeDays: number; waitingDays: number; blockedDays: number; pausedDays: number },
  excludePaused: boolean,
): number {
  return parts.activeDays + parts.waitingDays + parts.blockedDays + (excludePaused ? 0 : parts.pausedDays);
}
