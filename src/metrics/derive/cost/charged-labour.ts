import type { ItemFacts } from '../../../model/item-facts.ts';
import type { CostSettings } from '../../../model/settings.ts';
import { HOUR_MS } from '../../../model/time/units.ts';
import type { Window } from '../../../model/time/window.ts';
import type { MetricInput } from '../../metric-input.ts';
import { type Charges, chargesOf } from './charges.ts';
import { type Months, monthsOf } from './months.ts';
import { Rates } from './rates.ts';
import { Staff } from './staff.ts';

/** Who is charged what: hours within the window, and what they cost. */
export interface ChargedLabour {
  staff: Staff;
  rates: Rates;
  months: Months;
  charges: Charges;
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
    labour = { ...labourOver(input, monthsOf(input)), window: input.window, settings: input.cost };
    known.set(input.facts, labour);
  }
  return labour;
}

/**
 * The same, whose parts are those of other periods than months.
 * @param months the periods that the window touches, cut to it
 */
export function labourOver(input: MetricInput, months: Months): ChargedLabour {
  const { cost, people, workflow } = input;
  const staff = new Staff(people);
  const rates = new Rates(cost, staff, workflow);
  return { staff, rates, months, charges: chargesOf(input, staff, months) };
}

/** Hours of a charge. */
export function hoursOf({ charges }: ChargedLabour, charge: number): number {
  return (charges.own[charge] as number) / HOUR_MS;
}

/** What an hour of a charge costs; NaN: it has no rate. */
export function rateOf({ charges, rates }: ChargedLabour, { timelines }: MetricInput, charge: number): number {
  const stage = timelines.stage[charges.visit[charge] as number] as number;
  return rates.hourly(charges.person[charge] as number, stage);
}
