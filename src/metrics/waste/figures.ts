import type { Waste } from '../../contract/result.ts';
import { orNull, ratio } from '../../model/instants.ts';
import { DAY_MS } from '../../model/units.ts';
import type { MetricInput } from '../metric-input.ts';
import type { Breakdown } from './breakdown.ts';
import type { WasteTally } from './tally.ts';

/** Under so many days of window, a year would be guessed from too little. */
const FEWEST_DAYS_FOR_YEAR = 28;
const DAYS_PER_YEAR = 365.25;

/** What was added up, as the contract has it. */
export function wasteFigures(tally: WasteTally, input: MetricInput, handoffsKnown: boolean): Omit<Waste, 'leftOut'> {
  const { cost: settings, workflow } = input;
  const { total } = tally;
  return {
    effort: settings.effort,
    currency: settings.currency,
    lines: linesOf(tally, handoffsKnown, settings.handoffMinutes !== null),
    labour: {
      hours: total.hours,
      unassignedHours: total.unassignedHours,
      cost: orNull(total.labourCost),
      wastedHours: total.wastedHours,
      wastedCost: orNull(total.wastedCost),
      wastedShare: ratio(total.wastedHours, total.hours),
    },
    delay: { days: total.delayDays, cost: orNull(total.delayCost) },
    perYear: perYear(total, (input.window.to - input.window.from) / DAY_MS),
    byStage: workflow.stages.map(({ name }, stage) => ({
      stage: name,
      ...breakdownOf(tally.byStage[stage] as Breakdown),
    })),
    byType: [...tally.byType]
      .sort(([typeA, a], [typeB, b]) => b.hours - a.hours || compare(typeA, typeB))
      .map(([type, breakdown]) => ({ type, ...breakdownOf(breakdown) })),
  };
}

function linesOf({ lines, total }: WasteTally, handoffsKnown: boolean, minutesGiven: boolean): Waste['lines'] {
  const timed = handoffsKnown && minutesGiven;
  return [
    labourLine('abandoned'),
    labourLine('rework'),
    {
      line: 'handoffs',
      quantity: handoffsKnown ? lines.handoffs.quantity : null,
      unit: 'handoffs',
      hours: timed ? total.handoffHours : null,
      cost: timed ? orNull(lines.handoffs.cost) : null,
      share: timed ? ratio(total.handoffHours, total.hours) : null,
    },
    delayLine('waiting'),
    delayLine('blocked'),
    // Sent back or set aside: neither somebody's labour nor a delay with a price.
    { line: 'paused', quantity: lines.paused.quantity, unit: 'days', hours: null, cost: null, share: null },
  ];

  function labourLine(line: 'abandoned' | 'rework'): Waste['lines'][number] {
    const { quantity, cost } = lines[line];
    return { line, quantity, unit: 'hours', hours: quantity, cost: orNull(cost), share: ratio(quantity, total.hours) };
  }

  function delayLine(line: 'waiting' | 'blocked'): Waste['lines'][number] {
    const { quantity, cost } = lines[line];
    return { line, quantity, unit: 'days', hours: null, cost: orNull(cost), share: ratio(quantity, total.delayDays) };
  }
}

/** The window's figures × 365.25 ÷ its days. */
function perYear(total: Breakdown, windowDays: number): Waste['perYear'] {
  if (!(windowDays >= FEWEST_DAYS_FOR_YEAR)) return null;
  const years = windowDays / DAYS_PER_YEAR;
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
