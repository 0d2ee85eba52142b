import type { ItemReport, VisitCost } from '../../contract/output.ts';
import { ChargeRows } from '../../metrics/derive/cost/charge-rows.ts';
import { ChargeWalk } from '../../metrics/derive/cost/charge-walk.ts';
import { leftOutReason, livesInWindow } from '../../metrics/derive/cost/charged-items.ts';
import { type ChargedLabour, chargedLabour, hoursOf, rateOf } from '../../metrics/derive/cost/charged-labour.ts';
import { DelayReader } from '../../metrics/derive/cost/delays.ts';
import { PricedHandoffs } from '../../metrics/derive/cost/priced-handoffs.ts';
import { priceOf } from '../../metrics/derive/cost/rates.ts';
import { Breakdown } from '../../metrics/measures/loss/waste/breakdown.ts';
import { wasteItemOf } from '../../metrics/measures/loss/waste/item-figures.ts';
import { WasteTally } from '../../metrics/measures/loss/waste/waste-tally.ts';
import type { MetricInput } from '../../metrics/metric-input.ts';
import { DROPPED } from '../../model/item-facts.ts';
import { isoOf, orNull } from '../../model/time/instants.ts';
import { HOUR_MS } from '../../model/time/units.ts';

/** What an item costs, in all and visit by visit (in the order of its visits); null where that is not known. */
export interface ItemCost {
  total: ItemReport['cost'];
  unknown: string | null;
  visits: VisitCost[] | null;
}

/** Accounts for every hour and day that an item adds to the cost of waste. */
export function itemCostOf(input: MetricInput, item: number): ItemCost {
  const unknown = leftOutReason(input, item);
  if (unknown !== null) return { total: null, unknown, visits: null };
  const { facts, timelines } = input;
  const first = timelines.offsets[item] as number;
  const visits = Array.from({ length: (timelines.offsets[item + 1] as number) - first }, emptyVisit);
  const visitOf = (visit: number) => visits[visit - first] as VisitCost;
  let own = new Breakdown();
  if (livesInWindow(input, item)) {
    const labour = chargedLabour(input);
    addCharges(input, labour, item, visitOf);
    if (facts.startVisit[item] !== -1) {
      addHandoffs(input, labour, item, visitOf);
      if (facts.outcome[item] !== DROPPED) addDelays(input, labour, item, visitOf);
    }
    own = new WasteTally(input).addApart(item);
  }
  return { total: wasteItemOf(input, item, own), unknown: null, visits };
}

function emptyVisit(): VisitCost {
  return {
    line: null,
    chargedHours: 0,
    chargedCost: 0,
    charges: [],
    handoffs: [],
    waitingDays: 0,
    blockedDays: 0,
    pausedDays: 0,
    waitingCost: 0,
    blockedCost: 0,
  };
}

/** Each person's stretches within a visit as one; of nobody too. */
function addCharges(
  input: MetricInput,
  labour: ChargedLabour,
  item: number,
  visitOf: (visit: number) => VisitCost,
): void {
  const { charges, staff } = labour;
  const first = charges.offsets[item] as number;
  const end = charges.offsets[item + 1] as number;
  if (first === end) return;
  // The charges themselves keep no more than everybody's part of the time.
  const stretches = new ChargeRows(end - first);
  new ChargeWalk(input, staff, stretches).add(item);
  const dropped = input.facts.outcome[item] === DROPPED;
  for (let charge = first; charge < end; charge++) {
    const visit = charges.visit[charge] as number;
    const own = visitOf(visit);
    const person = staff.names[charges.person[charge] as number] ?? null;
    const row = 2 * (charge - first);
    const workingHours = ((stretches.spans[row + 1] as number) - (stretches.spans[row] as number)) / HOUR_MS;
    const hours = hoursOf(labour, charge);
    const cost = orNull(priceOf(hours, rateOf(labour, input, charge)));
    if (dropped) own.line = 'abandoned';
    else if (input.rework[visit] === 1) own.line = 'rework';
    own.chargedHours += hours;
    own.chargedCost = sum(own.chargedCost, cost);
    const same = own.charges.find((other) => other.person === person);
    if (same === undefined) own.charges.push({ person, workingHours, hours, sharedAmong: workingHours / hours, cost });
    else {
      same.workingHours += workingHours;
      same.hours += hours;
      same.sharedAmong = same.workingHours / same.hours;
      same.cost = sum(same.cost, cost);
    }
  }
}

function addHandoffs(
  input: MetricInput,
  labour: ChargedLabour,
  item: number,
  visitOf: (visit: number) => VisitCost,
): void {
  const { peopleAt, peopleSet } = input.timelines;
  const handoffs = new PricedHandoffs(input, labour);
  handoffs.read(item);
  for (let index = 0; index < handoffs.length; index++) {
    const entry = handoffs.entry[index] as number;
    visitOf(handoffs.visit[index] as number).handoffs.push({
      at: isoOf(peopleAt[entry] as number),
      to: [...input.people.members(peopleSet[entry] as number)],
      hours: orNull(handoffs.hours),
      cost: Number.isNaN(handoffs.hours) ? null : orNull(handoffs.cost[index] as number),
    });
  }
}

function addDelays(
  input: MetricInput,
  labour: ChargedLabour,
  item: number,
  visitOf: (visit: number) => VisitCost,
): void {
  const rate = labour.rates.delay(input.typeOf(item));
  const delays = new DelayReader(input, labour.months.bounds);
  delays.read(item);
  for (let row = 0; row < delays.length; row++) {
    const own = visitOf(delays.visit[row] as number);
    const waiting = delays.waiting[row] as number;
    const blocked = delays.blocked[row] as number;
    own.waitingDays += waiting;
    own.blockedDays += blocked;
    own.pausedDays += delays.paused[row] as number;
    own.waitingCost = sum(own.waitingCost, orNull(priceOf(waiting, rate)));
    own.blockedCost = sum(own.blockedCost, orNull(priceOf(blocked, rate)));
  }
}

/** Not known as soon as a part is not. */
function sum(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : one + other;
}
