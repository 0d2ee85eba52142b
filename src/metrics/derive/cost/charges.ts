import type { MetricInput } from '../../metric-input.ts';
import { ChargeRows } from './charge-rows.ts';
import { ChargeWalk } from './charge-walk.ts';
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

/**
 * The charges of all items, each person's time divided.
 * @param bounds ends of the months as working time; none: the window holds no time
 */
export function chargesOf(input: MetricInput, staff: Staff, bounds: Float64Array): Charges {
  const { cost, timelines, workflow } = input;
  const offsets = new Int32Array(timelines.count + 1);
  if (bounds.length === 0) {
    const rows = new ChargeRows(0);
    return { offsets, visit: rows.visit, person: rows.person, ...fullTime(rows, bounds) };
  }
  const rows = new ChargeRows(timelines.stage.length + timelines.peopleAt.length);
  const walk = new ChargeWalk(input, staff, rows);
  for (let item = 0; item < timelines.count; item++) {
    walk.add(item);
    offsets[item + 1] = rows.length;
  }
  const persons = staff.nameless(workflow.stages.length);
  const time = cost.effort === 'full' ? fullTime(rows, bounds) : sharedTime(rows, persons, bounds);
  return {
    offsets,
    visit: rows.visit.subarray(0, rows.length),
    person: rows.person.subarray(0, rows.length),
    ...time,
  };
}
