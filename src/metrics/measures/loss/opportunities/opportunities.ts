import type { Opportunities, Opportunity } from '../../../../contract/opportunities-schema.ts';
import { HOUR_MS } from '../../../../model/time/units.ts';
import { FEWEST_DAYS_FOR_YEAR, lengthInDays, lengthInYears } from '../../../derive/year.ts';
import type { Metric } from '../../../metric.ts';
import type { MetricInput } from '../../../metric-input.ts';
import type { Candidate } from './candidate.ts';
import { opportunityOf } from './candidate-cost.ts';
import { type Collected, collect } from './collect.ts';
import { opportunitiesView } from './opportunities-view.ts';

/** An opportunity rests on at least so much. */
const THRESHOLDS = {
  /** Items that it touches. */
  items: 10,
  /** Days of window. */
  days: FEWEST_DAYS_FOR_YEAR,
  /** Visits to a stage that checks, which left it. */
  visits: 20,
  /** A stage that checks is worth asking about when it lets at least this share pass. */
  passRate: 0.95,
};

/** How many are named. */
const MOST_NAMED = 5;

export const opportunities: Metric<'opportunities'> = {
  id: 'opportunities',
  command: 'opportunities',
  title: 'What to fix first',
  words: 'what to fix first',
  definition: {
    meaning:
      'Up to five places where time and money leak, the largest first, each with its evidence and with what one change is worth.',
    formula:
      'Each waiting stage, flags, work sent back by each stage, work on dropped items, hand-offs, and checks that let at least 95 % pass. Quantity and cost as in the cost of waste, ÷ the window’s years for a year; the change halves it. Ranked by cost a year if all have a price; else by days a year: item-days as they are, hours ÷ the hours of a full working day.',
    unit: 'hours of labour or item-days of delay; money in the configured currency',
    caution:
      'Only what rests on 10 items and 28 days. No hour and no day is in two of them, but effects are linked: what is not sent back need not wait again. Halving is an example of a change, no forecast. A check may be worth its hours.',
  },
  compute(input, detail): Opportunities {
    const years = lengthInYears(input.window);
    const figures = {
      currency: input.cost.currency,
      delayBasis: input.cost.delayBasis,
      orderInferred: input.workflow.inferred,
      windowDays: lengthInDays(input.window),
      hoursPerDay: hoursPerDay(input),
      minimum: THRESHOLDS,
    };
    if (years === null) return { rankedBy: null, ...figures, tooFewItems: 0, doubtful: 0, notNamed: 0, list: [] };
    const collected = collect(input);
    const found = collected.candidates.filter((one) => one.quantity > 0 && isWorthAsking(one, collected));
    const worthAsking = found.filter((one) => !isDoubtful(one, input, collected));
    const candidates = worthAsking.filter(({ items }) => items.length >= THRESHOLDS.items);
    const byCost = candidates.every(({ cost }) => !Number.isNaN(cost));
    const worth = new Map(candidates.map((one) => [one, byCost ? one.cost : daysOf(one, figures.hoursPerDay)]));
    const ranked = [...candidates].sort(
      (a, b) => (worth.get(b) as number) - (worth.get(a) as number) || a.stage - b.stage,
    );
    const list: Opportunity[] = ranked
      .slice(0, MOST_NAMED)
      .map((one) => opportunityOf(one, input, collected, years, detail));
    return {
      rankedBy: candidates.length === 0 ? null : byCost ? 'cost' : 'days',
      ...figures,
      tooFewItems: worthAsking.length - candidates.length,
      doubtful: found.length - worthAsking.length,
      notNamed: candidates.length - list.length,
      list,
    };
  },
  view: opportunitiesView,
};

/** A check that seldom finds anything; everything else always is. */
function isWorthAsking({ kind, stage }: Candidate, { passes }: Collected): boolean {
  if (kind !== 'review') return true;
  const { backward, forward } = passes[stage] as (typeof passes)[number];
  const visits = forward + backward;
  return visits >= THRESHOLDS.visits && forward >= THRESHOLDS.passRate * visits;
}

/** A stage that sends back more than it lets pass: the inferred order is likelier to be wrong than the work. */
function isDoubtful({ kind, stage }: Candidate, { workflow }: MetricInput, { passes }: Collected): boolean {
  if (kind !== 'rework' || stage === -1 || !workflow.inferred) return false;
  const { backward, forward } = passes[stage] as (typeof passes)[number];
  return backward > forward;
}

/** One measure for both units: working days of labour, item-days of delay. */
function daysOf({ kind, quantity }: Candidate, hours: number): number {
  return kind === 'wait' || kind === 'blocked' ? quantity : quantity / hours;
}

/** The calendar's full working day; of no window there is no calendar. */
function hoursPerDay({ calendar, window }: MetricInput): number {
  return window.from < window.to ? calendar().fullDayMs / HOUR_MS : 0;
}
