import type { Handoffs } from '../contract/result.ts';
import { eachHandoff } from '../facts/index.ts';
import { ratio } from '../model/instants.ts';
import { LeftOutCount, PEOPLE_UNKNOWN } from './derive/left-out.ts';
import { PairCounts } from './derive/pair-counts.ts';
import { cycleTimeItems } from './derive/populations.ts';
import type { Metric } from './metric.ts';
import { handoffsView } from './view/handoffs.ts';

const PAIRS_IN_REPORT = 10;

export const handoffs: Metric<'handoffs'> = {
  id: 'handoffs',
  command: 'handoffs',
  title: 'Hand-offs',
  definition: {
    meaning: 'How often the items of cycle time changed from one person to another between start and end.',
    formula:
      'A hand-off is a change of assignees, at t with started < t < end, to people who share nobody with the last that had the item. A gap with nobody between two different people is one; between the same person, none.',
    unit: 'hand-offs',
    caution:
      'Null where no source tells who had the items through time. Another population than the cost of waste: only finished items.',
  },
  compute(input, detail): Handoffs {
    const { facts, timelines, people } = input;
    const leftOut = new LeftOutCount();
    const counts = new PairCounts(people.size);
    const byItem: NonNullable<Handoffs['byItem']> = [];
    let total = 0;
    let known = 0;
    const items = cycleTimeItems(input);
    for (let place = 0; place < items.length; place++) {
      const item = items[place] as number;
      if (facts.handoffs[item] === -1) {
        leftOut.add(PEOPLE_UNKNOWN);
        continue;
      }
      known++;
      total += facts.handoffs[item] as number;
      if (facts.handoffs[item] === 0) continue;
      if (detail) byItem.push({ id: timelines.ids[item] as string, handoffs: facts.handoffs[item] as number });
      const started = facts.started[item] as number;
      eachHandoff(timelines, people, item, started, facts.ended[item] as number, (_, from, to) => {
        counts.add(from, to);
      });
    }
    // Names are made and compared for those alone that are shown: there may be as many pairs as hand-offs.
    const pairs = counts
      .list(detail ? undefined : PAIRS_IN_REPORT)
      .map(({ from, to, count }) => ({ from: nameOf(from), to: nameOf(to), count }));
    pairs.sort((a, b) => b.count - a.count || compare(a.from, b.from) || compare(a.to, b.to));
    // Items that are left out say that nothing is known; no items at all say nothing, unless no source tells of people.
    const anyKnown = known > 0 || (leftOut.list().length === 0 && timelines.peopleKnown.includes(1));
    const data: Handoffs = {
      total: anyKnown ? total : null,
      perItem: anyKnown ? ratio(total, known) : null,
      pairs: anyKnown ? (detail ? pairs : pairs.slice(0, PAIRS_IN_REPORT)) : null,
      leftOut: leftOut.list(),
    };
    if (detail) data.byItem = byItem;
    return data;

    function nameOf(set: number): string {
      return people.members(set).join(', ');
    }
  },
  view: handoffsView,
};

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
