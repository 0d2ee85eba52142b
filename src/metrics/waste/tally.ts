import { eachHandoff } from '../../facts/index.ts';
import { DROPPED } from '../../model/item-facts.ts';
import { ACTIVE, WAITING } from '../../model/stage-columns.ts';
import { within } from '../../model/window.ts';
import type { MetricInput } from '../metric-input.ts';
import { Breakdown } from './breakdown.ts';
import { endOfItem } from './charged-items.ts';
import { type ChargedVisits, chargedVisits } from './charged-visits.ts';
import { type DelayTime, delayTimeOf } from './delay-time.ts';
import { priceOf } from './rates.ts';

/** One line of waste: hours, hand-offs or days, and what they cost (NaN: not known). */
interface Line {
  quantity: number;
  cost: number;
}

const emptyLine = (): Line => ({ quantity: 0, cost: 0 });

/** Adds up what items cost, item by item; nothing lands in two lines. */
export class WasteTally {
  readonly lines = {
    abandoned: emptyLine(),
    rework: emptyLine(),
    handoffs: emptyLine(),
    waiting: emptyLine(),
    blocked: emptyLine(),
    paused: emptyLine(),
  };
  readonly total = new Breakdown();
  readonly byStage: Breakdown[];
  readonly byType = new Map<string | null, Breakdown>();
  readonly #input: MetricInput;
  readonly #charged: ChargedVisits;
  readonly #delay: DelayTime;
  /** NaN: how long a hand-off takes is not given. */
  readonly #handoffHours: number;
  #item = 0;
  #own = new Breakdown();

  constructor(input: MetricInput) {
    this.#input = input;
    this.#charged = chargedVisits(input);
    this.#delay = delayTimeOf(input);
    this.#handoffHours = (input.cost.handoffMinutes ?? Number.NaN) / 60;
    this.byStage = input.workflow.stages.map(() => new Breakdown());
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

  /** Adds an item and tells what it costs. */
  add(item: number): Breakdown {
    const { facts } = this.#input;
    this.#item = item;
    this.#own = new Breakdown();
    this.#addLabour();
    if (facts.startVisit[item] !== -1) {
      if (facts.outcome[item] !== DROPPED) this.#addDelay();
      if ((facts.handoffs[item] as number) > 0) this.#addHandoffs();
    }
    this.total.add(this.#own);
    this.typeOf(item).add(this.#own);
    return this.#own;
  }

  #addLabour(): void {
    const { facts, rework, timelines } = this.#input;
    const { cost, hours, unassignedHours } = this.#charged;
    const item = this.#item;
    const own = this.#own;
    const dropped = facts.outcome[item] === DROPPED;
    const end = facts.endVisit[item] as number;
    for (let visit = timelines.offsets[item] as number; visit < end; visit++) {
      const charged = hours[visit] as number;
      if (charged === 0) continue;
      const money = cost[visit] as number;
      const stage = this.byStage[timelines.stage[visit] as number] as Breakdown;
      own.chargedHours += charged;
      own.unassignedHours += unassignedHours[visit] as number;
      own.labourCost += money;
      stage.chargedHours += charged;
      stage.labourCost += money;
      if (!dropped && rework[visit] !== 1) continue;
      const line = dropped ? this.lines.abandoned : this.lines.rework;
      line.quantity += charged;
      line.cost += money;
      own.wastedHours += charged;
      own.wastedCost += money;
      stage.wastedHours += charged;
    }
  }

  /** Hand-offs are priced at the receiver's rate: the highest, of several; hours that nobody gave are left out. */
  #addHandoffs(): void {
    const { facts, people, timelines, window } = this.#input;
    const { rates, staff } = this.#charged;
    const item = this.#item;
    const own = this.#own;
    const line = this.lines.handoffs;
    const hours = this.#handoffHours;
    const end = endOfItem(this.#input, item);
    const last = (timelines.offsets[item + 1] as number) - 1;
    let visit = timelines.offsets[item] as number;
    eachHandoff(timelines, people, item, facts.started[item] as number, end, (at, _, to) => {
      if (!within(window, at)) return;
      // The stage after the hand-off, even if the item entered it at that very instant.
      while (visit < last && (timelines.start[visit + 1] as number) <= at) visit++;
      const stage = timelines.stage[visit] as number;
      line.quantity++;
      if (Number.isNaN(hours)) return;
      const money = priceOf(hours, rates.highest(staff.of(to), stage));
      const breakdown = this.byStage[stage] as Breakdown;
      line.cost += money;
      own.handoffHours += hours;
      own.wastedHours += hours;
      own.labourCost += money;
      own.wastedCost += money;
      breakdown.handoffHours += hours;
      breakdown.wastedHours += hours;
      breakdown.labourCost += money;
    });
  }

  /** The waiting, blocked and paused days between start and end, within the window. */
  #addDelay(): void {
    const { facts, kinds, timelines, window } = this.#input;
    const { blockedEnd, blockedOffsets, blockedStart, offsets, stage, start } = timelines;
    const { between, dayMs } = this.#delay;
    const item = this.#item;
    const own = this.#own;
    const over = endOfItem(this.#input, item);
    let firstPeriod = blockedOffsets[item] as number;
    const periods = blockedOffsets[item + 1] as number;
    const last = (offsets[item + 1] as number) - 1;
    const end = facts.endVisit[item] as number;
    for (let visit = facts.startVisit[item] as number; visit < end; visit++) {
      const kind = kinds[stage[visit] as number];
      // An active visit holds a delay only under a flag.
      if (kind === ACTIVE && firstPeriod === periods) continue;
      const from = Math.max(window.from, start[visit] as number);
      const to = Math.min(window.to, visit < last ? (start[visit + 1] as number) : over);
      if (!(from < to)) continue;
      // Visits and periods both ascend: a period that ended before a visit concerns no later one.
      while (firstPeriod < periods && (blockedEnd[firstPeriod] as number) <= from) firstPeriod++;
      let blockedMs = 0;
      for (let period = firstPeriod; period < periods && (blockedStart[period] as number) < to; period++) {
        const since = Math.max(from, blockedStart[period] as number);
        const until = Math.min(to, blockedEnd[period] as number);
        if (since < until) blockedMs += between(since, until);
      }
      const breakdown = this.byStage[stage[visit] as number] as Breakdown;
      own.blockedDays += blockedMs / dayMs;
      breakdown.blockedDays += blockedMs / dayMs;
      if (kind === ACTIVE) continue;
      const free = (between(from, to) - blockedMs) / dayMs;
      if (kind === WAITING) {
        own.waitingDays += free;
        breakdown.waitingDays += free;
      } else own.pausedDays += free;
    }
    this.#priceDelay();
  }

  #priceDelay(): void {
    const own = this.#own;
    const { blocked, paused, waiting } = this.lines;
    const rate = this.#charged.rates.delay(this.#input.typeOf(this.#item));
    const waitingCost = priceOf(own.waitingDays, rate);
    const blockedCost = priceOf(own.blockedDays, rate);
    waiting.quantity += own.waitingDays;
    waiting.cost += waitingCost;
    blocked.quantity += own.blockedDays;
    blocked.cost += blockedCost;
    paused.quantity += own.pausedDays;
    own.delayCost = waitingCost + blockedCost;
  }
}
