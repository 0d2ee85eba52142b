import type { TeamHandoffs } from '../../../../contract/handoffs-schema.ts';
import { HandoffReader } from '../../../../facts/index.ts';
import { NOBODY, type PeopleSets } from '../../../../model/people/people-sets.ts';
import { ratio } from '../../../../model/time/instants.ts';
import type { HolderHistory } from '../../../../model/timelines.ts';
import { compareNames } from '../../../derive/compare-names.ts';
import { distributionOf, medianOf } from '../../../derive/distribution-of.ts';
import { GroupedDays } from '../../../derive/grouped-days.ts';
import { LeftOutCount } from '../../../derive/left-out.ts';
import { PairCounts } from '../../../derive/pair-counts.ts';
import { cycleTimeItems } from '../../../derive/populations.ts';
import type { MetricInput } from '../../../metric-input.ts';
import { HoldingTime } from './holding-time.ts';

/**
 * The hand-offs of the items of cycle time, with all that the command says of them.
 *
 * @param sets who holds items: people, or teams
 * @param history when each set held each item
 * @param unknown the reason to give for the items whose history does not say
 */
export function exchangesOf(
  input: MetricInput,
  sets: PeopleSets,
  history: HolderHistory,
  unknown: string,
): Omit<TeamHandoffs, 'by'> {
  const { facts, percentiles, timelines } = input;
  const leftOut = new LeftOutCount();
  const tally = new ExchangeTally(input, sets, history);
  let known = 0;
  for (const item of cycleTimeItems(input)) {
    if (history.peopleKnown[item] === 0) leftOut.add(unknown);
    else {
      known++;
      tally.add(item, facts.started[item] as number, facts.ended[item] as number);
    }
  }
  // Items that are left out mean that nothing is known; no items at all mean nothing, unless no source names people.
  const anyKnown = known > 0 || (leftOut.list().length === 0 && history.peopleKnown.includes(1));
  if (!anyKnown) {
    const nothing = { pickUp: null, receivers: null, pingPong: null, holding: null, byItem: [] };
    return { total: null, perItem: null, pairs: null, leftOut: leftOut.list(), ...nothing };
  }
  const nameOf = (set: number) => sets.members(set).join(', ');
  const byPair = tally.pairPickUps.byKey();
  const pairs = sorted(tally.pairs, nameOf).map(({ set, count, from, to }) => ({
    from,
    to,
    count,
    medianPickUpDays: medianOf(byPair.get(set.from * sets.size + set.to) ?? new Float64Array(), percentiles),
  }));
  const receivers = [...tally.receiverPickUps.byKey()].map(([set, days]) => ({
    receiver: nameOf(set),
    pickUp: distributionOf(days, percentiles),
  }));
  receivers.sort((a, b) => b.pickUp.count - a.pickUp.count || compareNames(a.receiver, b.receiver));
  return {
    total: tally.total,
    perItem: ratio(tally.total, known),
    pairs,
    pickUp: distributionOf(tally.receiverPickUps.all(), percentiles),
    receivers,
    pingPong: {
      count: tally.returns,
      items: tally.returnItems,
      pairs: sorted(tally.returnPairs, nameOf).map(({ from, to, count }) => ({ from, to, count })),
    },
    holding: tally.holding.figures(percentiles),
    leftOut: leftOut.list(),
    byItem: tally.byItem.map(({ item, ...counts }) => ({ id: timelines.ids[item] as string, ...counts })),
  };
}

function sorted(pairs: PairCounts, nameOf: (set: number) => string) {
  return pairs
    .list()
    .map((set) => ({ set, from: nameOf(set.from), to: nameOf(set.to), count: set.count }))
    .sort((a, b) => b.count - a.count || compareNames(a.from, b.from) || compareNames(a.to, b.to));
}

/** Counts hand-offs item by item. */
class ExchangeTally {
  readonly pairs: PairCounts;
  readonly pairPickUps = new GroupedDays();
  readonly receiverPickUps = new GroupedDays();
  readonly returnPairs: PairCounts;
  readonly holding: HoldingTime;
  readonly byItem: { item: number; handoffs: number; pingPong: number }[] = [];
  total = 0;
  returns = 0;
  returnItems = 0;
  readonly #input: MetricInput;
  readonly #sets: PeopleSets;
  readonly #history: HolderHistory;
  readonly #handoffs: HandoffReader;

  constructor(input: MetricInput, sets: PeopleSets, history: HolderHistory) {
    this.#input = input;
    this.#sets = sets;
    this.#history = history;
    this.#handoffs = new HandoffReader(history, sets);
    this.pairs = new PairCounts(sets.size);
    this.returnPairs = new PairCounts(sets.size);
    this.holding = new HoldingTime(sets, history, input.duration);
  }

  add(item: number, started: number, ended: number): void {
    const { duration, timelines } = this.#input;
    const sets = this.#sets;
    let visit = timelines.offsets[item] as number;
    const last = (timelines.offsets[item + 1] as number) - 1;
    const { peopleAt, peopleSet } = this.#history;
    const handoffs = this.#handoffs.read(item, started, ended);
    let pingPong = 0;
    let giver = NOBODY;
    for (let index = 0; index < handoffs; index++) {
      const entry = this.#handoffs.entry[index] as number;
      const at = peopleAt[entry] as number;
      const from = this.#handoffs.from[index] as number;
      const to = peopleSet[entry] as number;
      this.pairs.add(from, to);
      // The item ends after it, so there is a next move: the end at the latest.
      while (visit < last && (timelines.start[visit] as number) <= at) visit++;
      const days = duration.between(at, timelines.start[visit] as number) / duration.dayMs;
      this.pairPickUps.add(from * sets.size + to, days);
      this.receiverPickUps.add(to, days);
      if (giver !== NOBODY && sets.share(giver, to)) {
        pingPong++;
        this.returnPairs.add(to, from);
      }
      giver = from;
    }
    this.holding.add(item, started, ended);
    this.total += handoffs;
    this.returns += pingPong;
    if (pingPong > 0) this.returnItems++;
    if (handoffs > 0) this.byItem.push({ item, handoffs, pingPong });
  }
}
