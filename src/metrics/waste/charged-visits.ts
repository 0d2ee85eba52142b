import type { ItemFacts } from '../../model/item-facts.ts';
import type { CostSettings } from '../../model/settings.ts';
import { HOUR_MS } from '../../model/units.ts';
import type { Window } from '../../model/window.ts';
import type { MetricInput } from '../metric-input.ts';
import { type Charges, chargesOf } from './charges.ts';
import { priceOf, Rates } from './rates.ts';
import { sharedTime } from './shared-time.ts';
import { Staff } from './staff.ts';

/** What every visit of every item is charged: hours within the window, and what they cost. */
export interface ChargedVisits {
  staff: Staff;
  rates: Rates;
  /** Charged hours of each visit. */
  hours: Float64Array;
  /** Those of them that nobody was assigned for. */
  unassignedHours: Float64Array;
  /** NaN where part of the hours has no rate. */
  cost: Float64Array;
}

interface Known extends ChargedVisits {
  window: Window;
  settings: CostSettings;
}

const known = new WeakMap<ItemFacts, Known>();

/**
 * The charges of all items, whichever are selected: a person's time is divided among everything that the person has, so
 * the part of one item hangs on all others. Worked out once for the facts; selections only add up.
 */
export function chargedVisits(input: MetricInput): ChargedVisits {
  let visits = known.get(input.facts);
  if (visits === undefined || visits.window !== input.window || visits.settings !== input.cost) {
    visits = { ...charge(input), window: input.window, settings: input.cost };
    known.set(input.facts, visits);
  }
  return visits;
}

function charge(input: MetricInput): ChargedVisits {
  const { cost: settings, people, timelines, window, workflow } = input;
  const staff = new Staff(people);
  const rates = new Rates(settings, staff, workflow);
  const count = timelines.stage.length;
  const hours = new Float64Array(count);
  const unassignedHours = new Float64Array(count);
  const cost = new Float64Array(count);
  if (window.from < window.to) {
    const charges = chargesOf(input, staff);
    const time =
      settings.effort === 'full' ? fullTime(charges) : sharedTime(charges, staff.nameless(workflow.stages.length));
    for (let index = 0; index < time.length; index++) {
      const visit = charges.visit[index] as number;
      const person = charges.person[index] as number;
      const own = (time[index] as number) / HOUR_MS;
      hours[visit]! += own;
      if (person >= staff.names.length) unassignedHours[visit]! += own;
      cost[visit]! += priceOf(own, rates.hourly(person, timelines.stage[visit] as number));
    }
  }
  return { staff, rates, hours, unassignedHours, cost };
}

/** Every charge gets all of its time. */
function fullTime({ from, to }: Charges): Float64Array {
  return to.map((end, charge) => end - (from[charge] as number));
}
