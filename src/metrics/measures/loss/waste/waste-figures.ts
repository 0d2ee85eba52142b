import type { Waste } from '../../../../contract/result.ts';
import { orNull, ratio } from '../../../../model/time/instants.ts';
import { lengthInYears } from '../../../derive/year.ts';
import type { MetricInput } from '../../../metric-input.ts';
import type { Breakdown } from './breakdown.ts';
import { amountsOf, linesOf } from './lines.ts';
import type { WasteTally } from './waste-tally.ts';

/** What was added up, as the contract has it. */
export function wasteFigures(tally: WasteTally, input: MetricInput, handoffsKnown: boolean): Omit<Waste, 'leftOut'> {
  const { cost: settings, workflow } = input;
  const total = tally.total();
  const handoffs = { known: handoffsKnown, timed: settings.handoffMinutes !== null };
  const years = lengthInYears(input.window);
  const { complete, names } = tally.months;
  return {
    effort: settings.effort,
    currency: settings.currency,
    lines: linesOf(total, handoffs, years),
    labour: {
      hours: total.hours,
      unassignedHours: total.unassignedHours,
      cost: orNull(total.labourCost),
      wastedHours: total.wastedHours,
      wastedCost: orNull(total.wastedCost),
      wastedShare: ratio(total.wastedHours, total.hours),
    },
    delay: { days: total.delayDays, cost: orNull(total.delayCost) },
    perYear: years === null ? null : perYear(total, years),
    byStage: workflow.stages.map(({ name }, stage) => ({
      stage: name,
      ...breakdownOf(tally.byStage[stage] as Breakdown),
    })),
    byType: [...tally.byType]
      .sort(([typeA, a], [typeB, b]) => b.hours - a.hours || compare(typeA, typeB))
      .map(([type, breakdown]) => ({ type, ...breakdownOf(breakdown) })),
    byMonth: tally.byMonth.map((month, index) => ({
      month: names[index] as string,
      complete: complete[index] as boolean,
      ...breakdownOf(month),
      wastedCost: orNull(month.wastedCost),
      delayCost: orNull(month.delayCost),
      lines: amountsOf(month, handoffs),
    })),
  };
}

/** The window's figures for a year. */
function perYear(total: Breakdown, years: number): Waste['perYear'] {
  return {
    labourHours: total.hours / years,
    labourCost: orNull(total.labourCost / years),
    wastedHours: total.wastedHours / years,
    wastedCost: orNull(total.wastedCost / years),
    delayDays: total.delayDays / years,
    delayCost: orNull(total.delayCost / years),
  };
}

function breakdownOf(breakdown: Breakdown): Omit<Waste['byStage'][number], 'stage'> {
  const { blockedDays, hours, labourCost, waitingDays, wastedHours } = breakdown;
  return { hours, wastedHours, waitingDays, blockedDays, cost: orNull(labourCost) };
}

/** By name, what has none last. */
function compare(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return a < b ? -1 : a > b ? 1 : 0;
}
