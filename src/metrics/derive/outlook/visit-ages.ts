import { DROPPED, FINISHED } from '../../../model/item-facts.ts';
import type { Visits } from '../../../stats/survival/index.ts';
import type { MetricInput } from '../../metric-input.ts';
import type { ItemAges } from './item-ages.ts';

/** Which visits are of use: those to some stages that may hold an age between two. */
export interface WantedVisits {
  stages: ReadonlySet<number>;
  least: number;
  most: number;
}

/** The visits of items to stages, by the ages that the items had then. */
export class VisitAges {
  readonly visits: Readonly<Record<keyof Visits, number[]>> = {
    items: [],
    stages: [],
    from: [],
    to: [],
    startsStill: [],
    endsStill: [],
  };
  readonly #input: MetricInput;
  readonly #ages: ItemAges;
  readonly #wanted: WantedVisits;
  /** Whether an age may last: at night, during a pause, until midnight. */
  readonly #mayStand: boolean;

  constructor(input: MetricInput, ages: ItemAges, wanted: WantedVisits) {
    this.#input = input;
    this.#ages = ages;
    this.#wanted = wanted;
    this.#mayStand = ages.pauses || input.duration.basis !== 'elapsed';
  }

  /**
   * Adds the visits between the start and the end of an item.
   * @param index what the item is called in the columns
   */
  add(item: number, index: number): void {
    const { asOf, facts, timelines } = this.#input;
    // Dates alone do not say which stage it was in.
    if (timelines.milestones[item] === 1 || facts.partsUnknown[item] === 1) return;
    const { least, most, stages } = this.#wanted;
    const end = facts.endVisit[item] as number;
    const outcome = facts.outcome[item];
    const isOver = outcome === FINISHED || outcome === DROPPED;
    // When it went on to where it is today is not known, so nor is how long its last visit took.
    const last = !isOver && timelines.stageToday[item] !== -1 ? end - 1 : end;
    let from = this.#ages.at(item, facts.started[item] as number);
    let still = 0;
    for (let visit = facts.startVisit[item] as number; visit < last && from <= most; visit++) {
      const stop =
        visit + 1 < end ? (timelines.start[visit + 1] as number) : isOver ? (facts.ended[item] as number) : asOf;
      const to = this.#ages.at(item, stop);
      const stillThen = this.#mayStand && this.#standsBefore(item, visit, stop) ? 1 : 0;
      if (to >= least && stages.has(timelines.stage[visit] as number))
        this.#push(index, visit, from, to, still, stillThen);
      from = to;
      still = stillThen;
    }
  }

  #push(index: number, visit: number, from: number, to: number, startsStill: number, endsStill: number): void {
    const { visits } = this;
    visits.items.push(index);
    visits.stages.push(this.#input.timelines.stage[visit] as number);
    visits.from.push(from);
    visits.to.push(to);
    visits.startsStill.push(startsStill);
    visits.endsStill.push(endsStill);
  }

  /** Whether the item had the age of an instant already just before it. */
  #standsBefore(item: number, visit: number, instant: number): boolean {
    const { duration, facts, timelines } = this.#input;
    if (instant <= (facts.started[item] as number)) return false;
    const before = instant - 1;
    if (duration.basis === 'inclusive') return duration.spanDays(before, instant, 0) === 1;
    if (duration.between(before, instant) === 0) return true;
    // The visit that lasted until then: others at the same instant have no length.
    let until = visit;
    while ((timelines.start[until] as number) >= instant) until--;
    return this.#ages.isPaused(until) && this.#ages.freeMs(item, before, instant) > 0;
  }
}
