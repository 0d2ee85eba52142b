import { leftOutReason, livesInWindow } from '../../../derive/cost/charged-items.ts';
import { labourOver } from '../../../derive/cost/charged-labour.ts';
import { periodsOf } from '../../../derive/cost/months.ts';
import type { MetricInput } from '../../../metric-input.ts';
import { WasteTally } from './waste-tally.ts';

/** The labour of each local week that the window touches: of all weeks together, that of `waste`. */
export interface LabourByWeek {
  /** Each by its Monday. */
  weeks: string[];
  hours: number[];
  wastedHours: number[];
  /** Items with any labour. */
  items: number;
}

/** Divides the hours of `waste` among weeks, by when they were worked. */
export function labourByWeek(input: MetricInput): LabourByWeek {
  const { dates, ...weeks } = periodsOf(input, 'week');
  const tally = new WasteTally(input, labourOver(input, { names: dates, ...weeks }));
  let items = 0;
  for (let at = 0; at < input.selection.length; at++) {
    const item = input.selection[at] as number;
    if (!livesInWindow(input, item) || leftOutReason(input, item) !== null) continue;
    if (tally.addApart(item).hours > 0) items++;
  }
  return {
    weeks: dates,
    hours: tally.byMonth.map(({ hours }) => hours),
    wastedHours: tally.byMonth.map(({ wastedHours }) => wastedHours),
    items,
  };
}
