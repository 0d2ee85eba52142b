import { ACTIVE } from '../../../model/workflow/stage-columns.ts';
import type { MetricInput } from '../../metric-input.ts';
import { ChargeRows } from './charge-rows.ts';
import { ChargeWalk } from './charge-walk.ts';
import type { Months } from './months.ts';
import { type DividedTime, fullTime, sharedTime } from './shared-time.ts';
import type { Staff } from './staff.ts';

/** What everybody is charged: one row for each person of each unbroken stretch of a visit. */
export interface Charges extends DividedTime {
  /** Item i owns the rows from `offsets[i]` to `offsets[i + 1]`, in the order of its visits. */
  offsets: Int32Array;
  visit: Int32Array;
  /** A number of the staff, or of a stage's nameless person. */
  person: Int32Array;
}

/** The charges of all items, each person's time divided. */
export function chargesOf(input: MetricInput, staff: Staff, months: Months): Charges {
  const { calendar, cost, timelines, workflow } = input;
  const offsets = new Int32Array(timelines.count + 1);
  const rows = new ChargeRows(likelyRows(input));
  // Without a window there is no time to charge, and no calendar to lay out.
  if (months.bounds.length > 0) {
    const walk = new ChargeWalk(input, staff, rows);
    for (let item = 0; item < timelines.count; item++) {
      walk.add(item);
      offsets[item + 1] = rows.length;
    }
  }
  const bounds = months.bounds.map((bound) => calendar().before(bound));
  const persons = staff.nameless(workflow.stages.length);
  const time = cost.effort === 'full' ? fullTime(rows, bounds) : sharedTime(rows, persons, bounds);
  const { length, person, visit } = rows;
  return { offsets, visit: visit.subarray(0, length), person: person.subarray(0, length), ...time };
}

/** Mostly, one person has an item for the whole of an active visit. */
function likelyRows({ kinds, timelines: { stage } }: MetricInput): number {
  let active = 0;
  for (let visit = 0; visit < stage.length; visit++) if (kinds[stage[visit] as number] === ACTIVE) active++;
  return Math.ceil(active * 1.25);
}
