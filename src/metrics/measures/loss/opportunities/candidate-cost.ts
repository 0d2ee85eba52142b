import type { Opportunity } from '../../../../contract/opportunities-schema.ts';
import { orNull, ratio } from '../../../../model/time/instants.ts';
import { leastOfLargest } from '../../../../stats/index.ts';
import { medianOf } from '../../../derive/distribution-of.ts';
import type { MetricInput } from '../../../metric-input.ts';
import type { Candidate } from './candidate.ts';
import type { Collected } from './collect.ts';
import { changeSentence, evidenceSentence, type Figures } from './sentences.ts';

/** How much of an opportunity the stated change takes away. */
const HALF = 0.5;
const QUARTERS = 4;

/** Items that `report` names. */
const NAMED_ITEMS = 10;

/**
 * A candidate with its evidence and the effect of the change.
 * @param years length of the window in years
 */
export function opportunityOf(
  candidate: Candidate,
  input: MetricInput,
  collected: Collected,
  years: number,
  detail: boolean,
): Opportunity {
  const { cost: settings, workflow } = input;
  const { kind, quantity, rateIsOne, stage } = candidate;
  const cost = orNull(candidate.cost);
  const unit = kind === 'wait' || kind === 'blocked' ? 'days' : 'hours';
  const figures: Figures = {
    kind,
    stage: workflow.stages[stage]?.name ?? null,
    unit,
    quantity,
    cost,
    quantityPerYear: quantity / years,
    costPerYear: cost === null ? null : cost / years,
    rate: cost === null ? null : ratio(cost, quantity),
    rateIsOne: cost !== null && rateIsOne,
    share: quantity / (unit === 'days' ? collected.days : collected.hours),
    items: candidate.items.length,
    evidence: evidenceOf(candidate, input, collected),
    change: {
      share: HALF,
      quantityPerQuarter: (HALF * quantity) / years / QUARTERS,
      costPerQuarter: cost === null ? null : (HALF * cost) / years / QUARTERS,
    },
    byItem: itemsOf(candidate, input, detail),
  };
  return {
    ...figures,
    evidence: { sentence: evidenceSentence(figures, settings), ...figures.evidence },
    change: { sentence: changeSentence(figures, settings), ...figures.change },
  };
}

function evidenceOf(candidate: Candidate, input: MetricInput, { passes }: Collected): Figures['evidence'] {
  const none = { visits: null, medianDays: null, sentBack: null, passRate: null, handoffs: null, minutes: null };
  switch (candidate.kind) {
    case 'wait': {
      const { length } = candidate.visitDays;
      return { ...none, visits: length, medianDays: medianOf(candidate.visitDays.values(), input.percentiles) };
    }
    case 'rework':
      return { ...none, sentBack: candidate.stage === -1 ? null : candidate.times };
    case 'handoffs':
      return { ...none, handoffs: candidate.times, minutes: input.cost.handoffMinutes };
    case 'review': {
      const { backward, forward } = passes[candidate.stage] as (typeof passes)[number];
      const visits = forward + backward;
      return { ...none, visits, sentBack: backward, passRate: ratio(forward, visits) };
    }
    default:
      return none;
  }
}

function itemsOf(
  { costs, items, quantities }: Candidate,
  { timelines }: MetricInput,
  detail: boolean,
): Opportunity['byItem'] {
  const values = quantities.values();
  // Few are named of what may be very many: those alone are put in order.
  const least = detail ? Number.NEGATIVE_INFINITY : leastOfLargest(values, NAMED_ITEMS);
  const places: number[] = [];
  for (let place = 0; place < values.length; place++) if ((values[place] as number) >= least) places.push(place);
  const most = places.sort((a, b) => quantities.at(b) - quantities.at(a) || a - b);
  return (detail ? most : most.slice(0, NAMED_ITEMS)).map((place) => ({
    id: timelines.ids[items.at(place)] as string,
    quantity: quantities.at(place),
    cost: orNull(costs.at(place)),
  }));
}
