import type { Expectation, Outlook } from '../../../contract/statistics/risk-schema.ts';
import { FINISHED } from '../../../model/item-facts.ts';
import { stageNow } from '../../../model/timelines.ts';
import { Landmarks } from '../../../stats/survival/index.ts';
import type { MetricInput } from '../../metric-input.ts';
import { ItemAges } from './item-ages.ts';
import { VisitAges } from './visit-ages.ts';

/** What may come of an item, and of what it is known. */
export interface ItemOutlook {
  outlook: Outlook;
  /** For each percent the days that it still takes. */
  remaining: (number | null)[];
  n: number;
  nInStage: number;
}

const REASONS = { olderThanAny: 'olderThanAny', noAge: 'startUnknown', noLimit: 'noExpectation' } as const;

/**
 * What may come of some items in progress, from all selected items that started, whatever the window: each is followed
 * from its start, or from where its log begins, to its end or to now.
 */
export class Outlooks {
  readonly #input: MetricInput;
  readonly #landmarks: Landmarks;
  readonly #expectation: Expectation;

  /** @param asked the items that will be asked about: what cannot tell of any of them is passed over */
  constructor(input: MetricInput, asked: ArrayLike<number>, expectation: Expectation) {
    this.#input = input;
    this.#expectation = expectation;
    const { facts, selection, timelines } = input;
    const ages = new ItemAges(input);
    const wanted = { stages: new Set<number>(), least: Number.POSITIVE_INFINITY, most: Number.NEGATIVE_INFINITY };
    for (let at = 0; at < asked.length; at++) {
      const item = asked[at] as number;
      const age = facts.ageDays[item] as number;
      wanted.stages.add(stageNow(timelines, item));
      if (age < wanted.least) wanted.least = age;
      if (age > wanted.most) wanted.most = age;
    }
    const visits = new VisitAges(input, ages, wanted);
    const ends: number[] = [];
    const finished: number[] = [];
    const entries: number[] = [];
    for (let at = 0; at < selection.length; at++) {
      const item = selection[at] as number;
      if (facts.startVisit[item] === -1) continue;
      const end = ages.whole(item);
      // Over by every age that is asked about, or since an unknown instant.
      if (!(end > wanted.least)) continue;
      const cut = timelines.cutBefore[item] as number;
      visits.add(item, ends.length);
      ends.push(end);
      finished.push(facts.outcome[item] === FINISHED ? 1 : 0);
      entries.push(cut > (facts.started[item] as number) ? ages.at(item, cut) : 0);
    }
    this.#landmarks = new Landmarks({ ends, finished, entries }, visits.visits);
  }

  /** @param percents of the time that is left */
  of(item: number, percents: readonly number[]): ItemOutlook {
    const { facts, timelines } = this.#input;
    const open = { age: facts.ageDays[item] as number, stage: stageNow(timelines, item) };
    const found = this.#landmarks.outlook(open, this.#expectation.days, percents);
    const { atLeast, chance, items, late, reason, remaining, stageItems } = found;
    return {
      outlook: { chance, atLeast, late, reason: reason === null ? null : REASONS[reason] },
      remaining,
      n: items,
      nInStage: stageItems,
    };
  }
}
