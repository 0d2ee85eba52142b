import type { Handoffs } from '../../../../contract/handoffs-schema.ts';
import { HandoffReader } from '../../../../facts/index.ts';
import { ratio } from '../../../../model/time/instants.ts';
import { compareNames } from '../../../derive/compare-names.ts';
import { LeftOutCount, PEOPLE_UNKNOWN } from '../../../derive/left-out.ts';
import { PairCounts } from '../../../derive/pair-counts.ts';
import { cycleTimeItems } from '../../../derive/populations.ts';
import type { Metric } from '../../../metric.ts';
import type { MetricInput } from '../../../metric-input.ts';
import { exchangesOf } from './exchanges.ts';
import { handoffsView } from './handoffs-view.ts';

const PAIRS_IN_REPORT = 10;
const TEAMS_UNKNOWN = 'the source does not say which team had them through time';

export const handoffs: Metric<'handoffs'> = {
  id: 'handoffs',
  command: 'handoffs',
  title: 'Hand-offs',
  words: 'hand-offs',
  keyFigure: 100,
  definition: {
    meaning:
      'How often the items of cycle time changed from one person to another between start and end, how long they then lay, and who had them how long.',
    formula:
      'A hand-off is a change of assignees, at t with started < t < end, to people who share nobody with the last that had the item. A gap with nobody between two different people is one; between the same person, none. Pick-up: from t to the item’s first move to another stage after t. Ping-pong: a hand-off to somebody among those who gave the item away by the hand-off before it. Holding time: from start to end, by who is assigned; each of several has all of it. Teams: the same, by the owner of the stage (workflow: owner) or, without owners, by the field team of the rows.',
    unit: 'hand-offs; days of the basis (elapsed with inclusive)',
    caution:
      'Null where no source says who had the items through time. Another population than the cost of waste: only finished items. A log that names the assignee on its moves alone dates every hand-off at a move, so a pick-up is then all of the next visit. Holding an item is no proof of working on it.',
  },
  needsRows: true,
  compute(input, detail): Handoffs {
    return detail ? inFull(input) : inBrief(input);
  },
  view: handoffsView,
};

function inFull(input: MetricInput): Handoffs {
  const teams = input.teams();
  return {
    ...exchangesOf(input, input.people, input.timelines, PEOPLE_UNKNOWN),
    teams: teams === null ? null : { by: teams.by, ...exchangesOf(input, teams.sets, teams.history, TEAMS_UNKNOWN) },
  };
}

/** What the report holds: counted without what only the command shows. */
function inBrief(input: MetricInput): Handoffs {
  const { facts, people, timelines } = input;
  const leftOut = new LeftOutCount();
  const counts = new PairCounts(people.size);
  const handoffs = new HandoffReader(timelines, people);
  let total = 0;
  let known = 0;
  for (const item of cycleTimeItems(input)) {
    if (facts.handoffs[item] === -1) {
      leftOut.add(PEOPLE_UNKNOWN);
      continue;
    }
    known++;
    total += facts.handoffs[item] as number;
    if (facts.handoffs[item] === 0) continue;
    const started = facts.started[item] as number;
    handoffs.read(item, started, facts.ended[item] as number);
    for (let index = 0; index < handoffs.length; index++) {
      const to = timelines.peopleSet[handoffs.entry[index] as number] as number;
      counts.add(handoffs.from[index] as number, to);
    }
  }
  // Items that are left out mean that nothing is known; no items at all mean nothing, unless no source names people.
  const anyKnown = known > 0 || (leftOut.list().length === 0 && timelines.peopleKnown.includes(1));
  if (!anyKnown) return { total: null, perItem: null, pairs: null, leftOut: leftOut.list() };
  // Names are made and compared for those alone that are shown: there may be as many pairs as hand-offs.
  const nameOf = (set: number) => people.members(set).join(', ');
  const pairs = counts
    .list(PAIRS_IN_REPORT)
    .map(({ from, to, count }) => ({ from: nameOf(from), to: nameOf(to), count }))
    .sort((a, b) => b.count - a.count || compareNames(a.from, b.from) || compareNames(a.to, b.to));
  return {
    total,
    perItem: ratio(total, known),
    pairs: pairs.slice(0, PAIRS_IN_REPORT),
    leftOut: leftOut.list(),
  };
}
