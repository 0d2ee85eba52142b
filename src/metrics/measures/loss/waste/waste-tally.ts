import { DROPPED } from '../../../../model/item-facts.ts';
import { type ChargedLabour, chargedLabour, hoursOf, rateOf } from '../../../derive/cost/charged-labour.ts';
import { DelayReader } from '../../../derive/cost/delays.ts';
import { PricedHandoffs } from '../../../derive/cost/priced-handoffs.ts';
import { priceOf } from '../../../derive/cost/rates.ts';
import type { MetricInput } from '../../../metric-input.ts';
import { ABANDONED, Breakdown, NO_WASTE, REWORK } from './breakdown.ts';

/** Adds up what items cost, item by item; nothing lands in two lines. */
export class WasteTally {
  readonly byStage: Breakdown[];
  readonly byMonth: Breakdown[];
  readonly byType = new Map<string | null, Breakdown>();
  readonly #input: MetricInput;
  readonly #labour: ChargedLabour;
  readonly #delays: DelayReader;
  readonly #handoffs: PricedHandoffs;
  /** The last item's that was added apart; used again for each. */
  readonly #own = new Breakdown();

  /** @param labour whose periods are in the place of months; by default, months */
  constructor(input: MetricInput, labour: ChargedLabour = chargedLabour(input)) {
    this.#input = input;
    this.#labour = labour;
    this.#delays = new DelayReader(input, this.#labour.months.bounds);
    this.#handoffs = new PricedHandoffs(input, this.#labour);
    this.byStage = input.workflow.stages.map(() => new Breakdown());
    this.byMonth = this.#labour.months.names.map(() => new Breakdown());
  }

  get months(): ChargedLabour['months'] {
    return this.#labour.months;
  }

  /** Everything: the months in their order, so that who adds them up comes to the very same numbers. */
  total(): Breakdown {
    const total = new Breakdown();
    for (const month of this.byMonth) total.add(month);
    return total;
  }

  /** Has the item's type among the types, with or without anything to add to it. */
  typeOf(item: number): Breakdown {
    const type = this.#input.typeOf(item);
    let breakdown = this.byType.get(type);
    if (breakdown === undefined) {
      breakdown = new Breakdown();
      this.byType.set(type, breakdown);
    }
    return breakdown;
  }

  /** Adds an item. */
  add(item: number): void {
    this.#addTo(this.typeOf(item), item);
  }

  /** Adds an item. @returns what it costs by itself, valid until the next one is added */
  addApart(item: number): Breakdown {
    const own = this.#own;
    own.clear();
    this.#addTo(own, item);
    this.typeOf(item).add(own);
    return own;
  }

  #addTo(own: Breakdown, item: number): void {
    const { facts } = this.#input;
    this.#addLabour(item, own);
    if (facts.startVisit[item] === -1) return;
    if (facts.outcome[item] !== DROPPED) this.#addDelay(item, own);
    this.#addHandoffs(item, own);
  }

  #addLabour(item: number, own: Breakdown): void {
    const { facts, rework, timelines } = this.#input;
    const labour = this.#labour;
    const { month: months, offsets, own: times, parts, person, visit: visits } = labour.charges;
    const named = labour.staff.names.length;
    const dropped = facts.outcome[item] === DROPPED;
    const end = offsets[item + 1] as number;
    for (let charge = offsets[item] as number; charge < end; charge++) {
      const visit = visits[charge] as number;
      const line = dropped ? ABANDONED : rework[visit] === 1 ? REWORK : NO_WASTE;
      const hours = hoursOf(labour, charge);
      const cost = priceOf(hours, rateOf(labour, this.#input, charge));
      // Hours of a stage's nameless person are nobody's.
      const nobody = (person[charge] as number) >= named;
      own.addCharge(hours, cost, nobody, line);
      this.#stageOf(timelines.stage[visit] as number).addCharge(hours, cost, nobody, line);
      const month = months[charge] as number;
      if (month >= 0) {
        this.#monthOf(month).addCharge(hours, cost, nobody, line);
        continue;
      }
      parts.read(~month, person[charge] as number, times[charge] as number);
      for (let part = 0; part < parts.length; part++) {
        const share = parts.share[part] as number;
        this.#monthOf(parts.month[part] as number).addCharge(hours * share, cost * share, nobody, line);
      }
    }
  }

  #addHandoffs(item: number, own: Breakdown): void {
    const { stage } = this.#input.timelines;
    const handoffs = this.#handoffs;
    const { hours } = handoffs;
    handoffs.read(item);
    for (let index = 0; index < handoffs.length; index++) {
      const cost = handoffs.cost[index] as number;
      own.addHandoff(hours, cost);
      this.#stageOf(stage[handoffs.visit[index] as number] as number).addHandoff(hours, cost);
      this.#monthOf(handoffs.month[index] as number).addHandoff(hours, cost);
    }
  }

  /** The waiting, blocked and paused days between start and end, within the window. */
  #addDelay(item: number, own: Breakdown): void {
    const { stage } = this.#input.timelines;
    const rate = this.#labour.rates.delay(this.#input.typeOf(item));
    const delays = this.#delays;
    delays.read(item);
    for (let row = 0; row < delays.length; row++) {
      const waiting = delays.waiting[row] as number;
      const blocked = delays.blocked[row] as number;
      const paused = delays.paused[row] as number;
      const waitingCost = priceOf(waiting, rate);
      const blockedCost = priceOf(blocked, rate);
      own.addDelay(waiting, waitingCost, blocked, blockedCost, paused);
      const at = stage[delays.visit[row] as number] as number;
      this.#stageOf(at).addDelay(waiting, waitingCost, blocked, blockedCost, paused);
      this.#monthOf(delays.month[row] as number).addDelay(waiting, waitingCost, blocked, blockedCost, paused);
    }
  }

  #stageOf(stage: number): Breakdown {
    return this.byStage[stage] as Breakdown;
  }

  #monthOf(month: number): Breakdown {
    return this.byMonth[month] as Breakdown;
  }
}
