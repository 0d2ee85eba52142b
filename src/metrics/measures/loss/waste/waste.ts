import type { Waste } from '../../../../contract/result.ts';
import { leftOutReason, livesInWindow } from '../../../derive/cost/charged-items.ts';
import { LeftOutCount } from '../../../derive/left-out.ts';
import type { Metric } from '../../../metric.ts';
import type { MetricInput } from '../../../metric-input.ts';
import { wasteItemOf } from './item-figures.ts';
import { wasteFigures } from './waste-figures.ts';
import { WasteTally } from './waste-tally.ts';
import { wasteView } from './waste-view.ts';

const HANDOFFS_UNKNOWN = 'the source does not say who had them through time (of the line of hand-offs alone)';

export const waste: Metric<'waste'> = {
  id: 'waste',
  command: 'waste',
  title: 'Cost of waste',
  words: 'the cost of waste',
  keyFigure: 110,
  definition: {
    meaning:
      'What waste costs within the window: labour on items that were given up, on work done again and on hand-offs; and, apart from it, the days that items waited or were blocked.',
    formula:
      'Charged hours: working-calendar hours of unblocked active visits, from creation to the item’s end. With effort shared, a person’s working instant is divided equally among all items charged to that person at that instant. abandoned: those of dropped items; rework: those of other items’ rework visits; handoffs: hand-offs × handoffMinutes ÷ 60, at the receiver’s rate. Labour cost = hours × rate: the assignee’s, else the stage’s, else hourlyRate. waiting and blocked: days of items not dropped × delayPerDay. perYear = × 365.25 ÷ days of the window, from 28 days on.',
    unit: 'hours of the working calendar; item-days (delayBasis), never of the basis; money in the configured currency',
    caution:
      'Time in an active stage is an allocation and no proof of work. Labour and delay are different money: they are never added. All items count, not only finished ones, so rework and hand-offs differ from the metrics of those names. Paused days have no price.',
  },
  compute(input, detail): Waste {
    const { facts, timelines } = input;
    const tally = new WasteTally(input);
    const leftOut = new LeftOutCount();
    const byItem: NonNullable<Waste['byItem']> = [];
    for (let at = 0; at < input.selection.length; at++) {
      const item = input.selection[at] as number;
      const lives = livesInWindow(input, item);
      const reason = lives ? leftOutReason(input, item) : null;
      if (reason !== null) leftOut.add(reason);
      if (!lives || reason !== null) {
        // Every type is listed, with or without anything to add to it.
        tally.typeOf(item);
        continue;
      }
      if (timelines.peopleKnown[item] === 0 && facts.startVisit[item] !== -1) leftOut.add(HANDOFFS_UNKNOWN);
      if (!detail) {
        tally.add(item);
        continue;
      }
      const own = tally.addApart(item);
      if (!own.isEmpty) byItem.push(wasteItemOf(input, item, own));
    }
    const data: Waste = { ...wasteFigures(tally, input, knowsPeople(input)), leftOut: leftOut.list() };
    if (detail) data.byItem = byItem;
    return data;
  },
  view: wasteView,
};

/** Whether the history of any selected item says who had it; if there are no items, whether any source does. */
function knowsPeople({ selection, timelines: { peopleKnown } }: MetricInput): boolean {
  return selection.length === 0 ? peopleKnown.includes(1) : selection.some((item) => peopleKnown[item] === 1);
}
