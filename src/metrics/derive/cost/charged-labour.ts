import type { ItemFacts } from '../../../model/item-facts.ts';
import type { CostSettings } from '../../../model/settings.ts';
import { HOUR_MS } from '../../../model/units.ts';
import type { Window } from '../../../model/window.ts';
import type { MetricInput } from '../../metric-input.ts';
import { type Charges, chargesOf } from './charges.ts';
import { type Months, monthAt, monthsOf } from './months.ts';
import { Rates } from './rates.ts';
import { type DividedTime, fullTime, sharedTime } from './shared-time.ts';
import { Staff } from './staff.ts';

/** Who is charged what: hours within the window, and what they cost. */
export interface ChargedLabour {
  staff: Staff;
  rates: Rates;
  months: Months;
  charges: Charges;
  time: DividedTime;
  /** The ends of months as working time, like the charges' own instants. */
  workBounds: Float64Array;
}

interface Known extends ChargedLabour {
  window: Window;
  settings: CostSettings;
}

const known = new WeakMap<ItemFacts, Known>();

/**
 * The charges of all items, whichever are selected: a person's time is divided among everything that the person has, so
 * the part of one item hangs on all others. Worked out once for the facts; selections only add up.
 */
export function chargedLabour(input: MetricInput): ChargedLabour {
  let labour = known.get(input.facts);
  if (labour === undefined || labour.window !== input.window || labour.settings !== input.cost) {
    labour = { ...charge(input), window: input.window, settings: input.cost };
    known.set(input.facts, labour);
  }
  return labour;
}

function charge(input: MetricInput): ChargedLabour {
  const { cost, people, window, workflow } = input;
  const staff = new Staff(people);
  const rates = new Rates(cost, staff, workflow);
  const months = monthsOf(input);
  // Without a window there is no time to charge, and no calendar to lay out.
  const isOpen = window.from < window.to;
  const charges = chargesOf(input, staff, isOpen);
  const calendar = isOpen ? input.calendar() : null;
  const workBounds = months.bounds.map((bound) => calendar?.before(bound) ?? 0);
  const persons = staff.nameless(workflow.stages.length);
  const time = cost.effort === 'full' ? fullTime(charges, workBounds) : sharedTime(charges, persons, workBounds);
  return { staff, rates, months, charges, time, workBounds };
}

/** Hours of a charge. */
export function hoursOf({ time }: ChargedLabour, charge: number): number {
  return (time.own[charge] as number) / HOUR_MS;
}

/** What an hour of a charge costs; NaN: it has no rate. */
export function rateOf({ charges, rates }: ChargedLabour, { timelines }: MetricInput, charge: number): number {
  const stage = timelines.stage[charges.visit[charge] as number] as number;
  return rates.hourly(charges.person[charge] as number, stage);
}

/** The month that all of a charge falls in; −1: in several. */
export function onlyMonthOf({ charges, workBounds }: ChargedLabour, charge: number): number {
  const month = monthAt(workBounds, charges.from[charge] as number);
  return (charges.to[charge] as number) <= (workBounds[month + 1] as number) ? month : -1;
}

/** Calls `found` with the share of a charge that falls in each month; the shares add up to 1. */
export function eachMonthOf(
  { charges, time, workBounds }: ChargedLabour,
  charge: number,
  found: (month: number, share: number) => void,
): void {
  const to = charges.to[charge] as number;
  const own = time.own[charge] as number;
  let month = monthAt(workBounds, charges.from[charge] as number);
  let got = 0;
  for (; (workBounds[month + 1] as number) < to; month++) {
    const next = time.upTo(charge, month + 1) / own;
    if (next > got) found(month, next - got);
    got = next;
  }
  found(month, 1 - got);
}

/** True for hours of nobody: those of a stage's nameless person. */
export function isUnassigned({ charges, staff }: ChargedLabour, charge: number): boolean {
  return (charges.person[charge] as number) >= staff.names.length;
}
