import type { Blocked } from '../../../../contract/blocked-schema.ts';
import { DROPPED } from '../../../../model/item-facts.ts';
import { leftOutReason, livesInWindow } from '../../../derive/cost/charged-items.ts';
import { LeftOutCount } from '../../../derive/left-out.ts';
import type { Metric } from '../../../metric.ts';
import { blockedView } from './blocked-view.ts';
import { ReasonTally } from './reasons.ts';

const REASONS_IN_REPORT = 10;

export const blocked: Metric<'blocked'> = {
  id: 'blocked',
  command: 'blocked',
  title: 'Blocked and waiting, by reason',
  words: 'blocked and waiting time',
  definition: {
    meaning: 'What items were blocked by and waited for within the window: how often, how long, and what that costs.',
    formula:
      'The time of the lines blocked and waiting of waste: of items that are not dropped, between start and end, within the window. Blocked time goes to what the flag says; where flags overlap, to the one set first. Unblocked time in a waiting stage goes to the status that the item is in. count: blocked periods, or visits to a status, with any time in it. share: of blocked and waiting days. cost = days × delayPerDay.',
    unit: 'item-days (delayBasis), never of the basis; money in the configured currency',
    caution:
      'A flag or status says what somebody called the wait, not what caused it. Reasons that differ only in letter case and spaces are one. Cost is null without delayPerDay.',
  },
  compute(input, detail): Blocked {
    const { facts } = input;
    const tally = new ReasonTally(input);
    const leftOut = new LeftOutCount();
    const byItem: NonNullable<Blocked['byItem']> = [];
    for (let place = 0; place < input.selection.length; place++) {
      const item = input.selection[place] as number;
      if (!livesInWindow(input, item)) continue;
      const reason = leftOutReason(input, item);
      if (reason !== null) {
        leftOut.add(reason);
        continue;
      }
      if (facts.startVisit[item] === -1 || facts.outcome[item] === DROPPED) continue;
      tally.add(item, detail ? byItem : null);
    }
    const figures = tally.figures();
    const reasons = detail ? figures.reasons : figures.reasons.slice(0, REASONS_IN_REPORT);
    return { ...figures, reasons, leftOut: leftOut.list(), ...(detail ? { byItem } : {}) };
  },
  view: blockedView,
};
