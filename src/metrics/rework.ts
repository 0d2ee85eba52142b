import type { Rework } from '../contract/result.ts';
import { ratio } from '../model/instants.ts';
import { LeftOutCount, PARTS_UNKNOWN } from './derive/left-out.ts';
import { cycleTimeItems } from './derive/populations.ts';
import type { Metric } from './metric.ts';
import { reworkView } from './view/rework.ts';

export const rework: Metric<'rework'> = {
  id: 'rework',
  command: 'rework',
  title: 'Rework',
  definition: {
    meaning:
      'How often the items of cycle time moved backward or were reopened, and how long they were worked on again.',
    formula:
      'A backward move enters a todo or active stage that stands before the previous todo, active or done stage. A rework visit is one to an active stage after another active stage or a done one since the item’s first visit to it. shareOfActive = rework days ÷ active days.',
    unit: 'items, moves, days of the basis',
    caution:
      'Parking an item in a waiting stage and resuming it is not rework. Other populations than the cost of waste: only finished items.',
  },
  compute(input, detail): Rework {
    const { facts, timelines, duration } = input;
    const leftOut = new LeftOutCount();
    const data = { items: 0, backwardMoves: 0, reworkDays: 0, reopened: 0 };
    const byItem: NonNullable<Rework['byItem']> = [];
    let activeDays = 0;
    const items = cycleTimeItems(input);
    for (let index = 0; index < items.length; index++) {
      const item = items[index] as number;
      if (facts.partsUnknown[item] === 1) {
        leftOut.add(PARTS_UNKNOWN);
        continue;
      }
      const backwardMoves = facts.backwardMoves[item] as number;
      const reworkDays = (facts.reworkMs[item] as number) / duration.dayMs;
      const reopened = facts.reopened[item] === 1;
      activeDays += (facts.activeMs[item] as number) / duration.dayMs;
      data.reworkDays += reworkDays;
      data.backwardMoves += backwardMoves;
      if (backwardMoves > 0) data.items++;
      if (reopened) data.reopened++;
      if (detail && (backwardMoves > 0 || reworkDays > 0 || reopened)) {
        byItem.push({ id: timelines.ids[item] as string, backwardMoves, reworkDays, reopened });
      }
    }
    const result: Rework = { ...data, shareOfActive: ratio(data.reworkDays, activeDays), leftOut: leftOut.list() };
    if (detail) result.byItem = byItem;
    return result;
  },
  view: reworkView,
};
