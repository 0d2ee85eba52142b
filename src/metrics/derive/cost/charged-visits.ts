import type { MetricInput } from '../../metric-input.ts';
import { type ChargedLabour, chargedLabour, hoursOf, rateOf } from './charged-labour.ts';
import { priceOf, type Rates } from './rates.ts';

/** What every visit of every item is charged: hours within the window, and what they cost. */
export interface ChargedVisits {
  rates: Rates;
  /** Charged hours of each visit. */
  hours: Float64Array;
  /** NaN where part of the hours has no rate. */
  cost: Float64Array;
}

const known = new WeakMap<ChargedLabour, ChargedVisits>();

/** The charges of all items by the visit, for who asks what a stay in a stage cost. Worked out once. */
export function chargedVisits(input: MetricInput): ChargedVisits {
  const labour = chargedLabour(input);
  let visits = known.get(labour);
  if (visits === undefined) {
    visits = byVisit(input, labour);
    known.set(labour, visits);
  }
  return visits;
}

function byVisit(input: MetricInput, labour: ChargedLabour): ChargedVisits {
  const { visit } = labour.charges;
  const count = input.timelines.stage.length;
  const hours = new Float64Array(count);
  const cost = new Float64Array(count);
  for (let charge = 0; charge < visit.length; charge++) {
    const own = hoursOf(labour, charge);
    hours[visit[charge] as number]! += own;
    cost[visit[charge] as number]! += priceOf(own, rateOf(labour, input, charge));
  }
  return { rates: labour.rates, hours, cost };
}
