import { IN_PROGRESS } from '../../model/item-facts.ts';
import { stageNow } from '../../model/timelines.ts';
import type { MetricInput } from '../metric-input.ts';
import { clockSpans } from './in-progress.ts';

/** When items in progress were in one stage, within the window: as many entries as exits, each list ascending. */
export interface Occupancy {
  entries: Float64Array;
  exits: Float64Array;
}

/**
 * Calls `found` for each stretch of time that an item in progress was in a stage, cut to the window.
 *
 * @param found gets the visit and the instants of the stretch, clipped to the window
 */
export function eachStretch(input: MetricInput, found: (visit: number, from: number, to: number) => void): void {
  const { facts, timelines, window } = input;
  const { items, ended } = clockSpans(input);
  for (let index = 0; index < items.length; index++) {
    const item = items[index] as number;
    const lastVisit = (timelines.offsets[item + 1] as number) - 1;
    for (let visit = facts.startVisit[item] as number; visit < (facts.endVisit[item] as number); visit++) {
      const from = Math.max(window.from, timelines.start[visit] as number);
      const end = visit < lastVisit ? (timelines.start[visit + 1] as number) : Number.POSITIVE_INFINITY;
      const to = Math.min(window.to, end, ended[index] as number);
      if (to > from) found(visit, from, to);
    }
  }
}

/** The occupancy of each stage that is wanted, undefined for the others. */
export function occupancies(input: MetricInput, wanted: (stage: number) => boolean): (Occupancy | undefined)[] {
  const { stage } = input.timelines;
  if (!input.workflow.stages.some((_, index) => wanted(index))) return input.workflow.stages.map(() => undefined);
  const counts = new Int32Array(input.workflow.stages.length);
  eachStretch(input, (visit) => counts[stage[visit] as number]!++);
  const columns = Array.from(counts, (count, index) =>
    wanted(index) ? { entries: new Float64Array(count), exits: new Float64Array(count) } : undefined,
  );
  const filled = new Int32Array(counts.length);
  eachStretch(input, (visit, from, to) => {
    const index = stage[visit] as number;
    const column = columns[index];
    if (column === undefined) return;
    const place = filled[index]!++;
    column.entries[place] = from;
    column.exits[place] = to;
  });
  for (const column of columns) {
    if (column === undefined) continue;
    column.entries.sort();
    column.exits.sort();
  }
  return columns;
}

/** The items in progress at asOf in each stage, as `wip` counts them. */
export function currentByStage(input: MetricInput): Int32Array {
  const { facts, timelines, workflow } = input;
  const current = new Int32Array(workflow.stages.length);
  const { items } = clockSpans(input);
  for (let at = 0; at < items.length; at++) {
    const item = items[at] as number;
    if (facts.outcome[item] !== IN_PROGRESS) continue;
    current[stageNow(timelines, item)]!++;
  }
  return current;
}

/**
 * How long how many were there: time by count, from an instant on. What leaves at an instant makes room for what enters
 * at it.
 *
 * @param until where the time ends: the window's end
 */
export function timeByCount({ entries, exits }: Occupancy, from: number, until: number): Float64Array {
  let count = 0;
  let most = 0;
  for (let entry = 0, exit = 0; entry < entries.length; entry++) {
    while (exit < entry && (exits[exit] as number) <= (entries[entry] as number)) exit++;
    most = Math.max(most, entry + 1 - exit);
  }
  const time = new Float64Array(most + 1);
  let since = from;
  const pass = (at: number) => {
    if (at > since) {
      time[count]! += at - since;
      since = at;
    }
  };
  for (let entry = 0, exit = 0; exit < exits.length; ) {
    const leaves = exits[exit] as number;
    if (entry === entries.length || leaves <= (entries[entry] as number)) {
      pass(leaves);
      count--;
      exit++;
    } else {
      pass(entries[entry++] as number);
      count++;
    }
  }
  pass(until);
  return time;
}

/** How many of some ascending instants are not later than a moment. */
export function countUpTo(instants: Float64Array, moment: number): number {
  let low = 0;
  let high = instants.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((instants[middle] as number) <= moment) low = middle + 1;
    else high = middle;
  }
  return low;
}
