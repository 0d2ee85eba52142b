import type { Rework } from '../../../../contract/rework-schema.ts';
import { orNull, ratio } from '../../../../model/time/instants.ts';
import { LeftOutCount, PARTS_UNKNOWN } from '../../../derive/left-out.ts';
import { cycleTimeItems } from '../../../derive/populations.ts';
import type { Metric } from '../../../metric.ts';
import type { MetricInput } from '../../../metric-input.ts';
import { ReworkSum } from './rework-sum.ts';
import { ReworkTally } from './rework-tally.ts';
import { reworkView } from './rework-view.ts';

export const rework: Metric<'rework'> = {
  id: 'rework',
  command: 'rework',
  title: 'Rework',
  words: 'rework',
  keyFigure: 90,
  definition: {
    meaning:
      'How often the items of cycle time moved backward or were reopened, and how long they were worked on again.',
    formula:
      'A backward move enters a todo or active stage that comes before the previous todo, active or done stage. A rework visit is one to an active stage after another active stage or a done one since the item’s first visit to it; its time and its charged hours (see waste; within the window) are put to the last backward move of the item before it. shareOfActive = rework days ÷ active days. reopenRate = reopened ÷ items of cycle time. Of the entries, at t with started < t < end, to an active stage that the item was in before: a self-loop where it was in no other active and no done stage since it left, else a repeat.',
    unit: 'items, moves, loops, days of the basis; hours of the working calendar',
    caution:
      'Parking an item in a waiting stage and resuming it is not rework. Other populations than the cost of waste: only finished items, between start and end. Hours before the window are not counted, days are.',
  },
  compute(input, detail): Rework {
    const { facts, timelines, duration } = input;
    const leftOut = new LeftOutCount();
    const data = { items: 0, backwardMoves: 0, reworkDays: 0, reopened: 0 };
    const byItem: NonNullable<Rework['byItem']> = [];
    const tally = detail ? new ReworkTally(input) : null;
    const loops = { repeats: 0, selfLoops: 0, items: 0 };
    let activeDays = 0;
    let known = 0;
    const items = cycleTimeItems(input);
    for (let index = 0; index < items.length; index++) {
      const item = items[index] as number;
      if (facts.partsUnknown[item] === 1) {
        leftOut.add(PARTS_UNKNOWN);
        continue;
      }
      known++;
      const backwardMoves = facts.backwardMoves[item] as number;
      const reworkDays = (facts.reworkMs[item] as number) / duration.dayMs;
      const reopened = facts.reopened[item] === 1;
      activeDays += (facts.activeMs[item] as number) / duration.dayMs;
      data.reworkDays += reworkDays;
      data.backwardMoves += backwardMoves;
      if (backwardMoves > 0) data.items++;
      if (reopened) data.reopened++;
      if (tally === null) continue;
      const { hours, repeats, selfLoops } = tally.add(item);
      loops.repeats += repeats;
      loops.selfLoops += selfLoops;
      if (repeats + selfLoops > 0) loops.items++;
      if (backwardMoves > 0 || reworkDays > 0 || reopened || repeats + selfLoops > 0) {
        const id = timelines.ids[item] as string;
        byItem.push({ id, backwardMoves, reworkDays, reopened, repeats, selfLoops, hours: orNull(hours) });
      }
    }
    const result: Rework = { ...data, shareOfActive: ratio(data.reworkDays, activeDays), leftOut: leftOut.list() };
    if (tally === null) return result;
    return {
      ...result,
      reopenRate: ratio(data.reopened, known),
      labour: labourOf(tally, input),
      moves: tally.moveFigures(),
      withoutMove: tally.withoutMove.figures(),
      loops,
      byStage: tally.stageFigures(),
      byItem,
    };
  },
  view: reworkView,
};

/** The labour of all rework: what followed moves back, and the rest. */
function labourOf({ moves, withoutMove }: ReworkTally, { cost }: MetricInput): NonNullable<Rework['labour']> {
  const whole = new ReworkSum();
  for (const { reworkDays, hours, cost: money } of [withoutMove, ...[...moves.values()].map(({ again }) => again)])
    whole.add(reworkDays, hours, money);
  return { hours: orNull(whole.hours), cost: orNull(whole.cost), currency: cost.currency };
}
