import type { Waste } from '../../../../contract/result.ts';
import { orNull, ratio } from '../../../../model/time/instants.ts';
import type { Breakdown } from './breakdown.ts';

type Line = Waste['lines'][number];
type Amounts = Pick<Line, 'line' | 'quantity' | 'hours' | 'cost'>;

/** How much is known of hand-offs. */
export interface HandoffKnowledge {
  /** Whether any source says who had the items. */
  known: boolean;
  /** Whether it is given how long one takes. */
  timed: boolean;
}

/** Every line of a breakdown. */
export function amountsOf(breakdown: Breakdown, { known, timed }: HandoffKnowledge): Amounts[] {
  const { abandonedHours, blockedDays, handoffHours, pausedDays, reworkHours, waitingDays } = breakdown;
  const hasHours = known && timed;
  return [
    { line: 'abandoned', quantity: abandonedHours, hours: abandonedHours, cost: orNull(breakdown.abandonedCost) },
    { line: 'rework', quantity: reworkHours, hours: reworkHours, cost: orNull(breakdown.reworkCost) },
    {
      line: 'handoffs',
      quantity: known ? breakdown.handoffs : null,
      hours: hasHours ? handoffHours : null,
      cost: hasHours ? orNull(breakdown.handoffCost) : null,
    },
    { line: 'waiting', quantity: waitingDays, hours: null, cost: orNull(breakdown.waitingCost) },
    { line: 'blocked', quantity: blockedDays, hours: null, cost: orNull(breakdown.blockedCost) },
    // Sent back or set aside: neither somebody's labour nor a delay with a price.
    { line: 'paused', quantity: pausedDays, hours: null, cost: null },
  ];
}

/**
 * The lines of the whole.
 * @param years length of the window in years; null where it is too short for a yearly figure
 */
export function linesOf(total: Breakdown, handoffs: HandoffKnowledge, years: number | null): Line[] {
  return amountsOf(total, handoffs).map(({ line, quantity, hours, cost }) => ({
    line,
    quantity,
    unit: units[line],
    hours,
    cost,
    share: line === 'paused' ? null : shareOf(hours ?? (units[line] === 'days' ? quantity : null), line, total),
    quantityPerYear: perYear(quantity, years),
    hoursPerYear: perYear(hours, years),
    costPerYear: perYear(cost, years),
  }));
}

const units: Readonly<Record<Line['line'], Line['unit']>> = {
  abandoned: 'hours',
  rework: 'hours',
  handoffs: 'handoffs',
  waiting: 'days',
  blocked: 'days',
  paused: 'days',
};

function shareOf(part: number | null, line: Line['line'], total: Breakdown): number | null {
  return part === null ? null : ratio(part, units[line] === 'days' ? total.delayDays : total.hours);
}

function perYear(amount: number | null, years: number | null): number | null {
  return amount === null || years === null ? null : amount / years;
}
