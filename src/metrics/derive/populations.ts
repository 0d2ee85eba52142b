import { FINISHED } from '../../model/item-facts.ts';
import type { MetricInput } from '../metric-input.ts';

/** Items that several metrics are about, worked out once for each input. */
interface Populations {
  finished: Int32Array;
  cycleTime: Int32Array;
}

const known = new WeakMap<MetricInput, Populations>();

function populationsOf(input: MetricInput): Populations {
  let populations = known.get(input);
  if (populations === undefined) {
    populations = findPopulations(input);
    known.set(input, populations);
  }
  return populations;
}

function findPopulations({ selection, facts, window }: MetricInput): Populations {
  const finished = new Int32Array(selection.length);
  const cycleTime = new Int32Array(selection.length);
  const { from, to } = window;
  let finishedCount = 0;
  let cycleTimeCount = 0;
  for (let index = 0; index < selection.length; index++) {
    const item = selection[index] as number;
    const ended = facts.ended[item] as number;
    if (facts.outcome[item] !== FINISHED || !(ended >= from && ended < to)) continue;
    finished[finishedCount++] = item;
    if (facts.startVisit[item] !== -1) cycleTime[cycleTimeCount++] = item;
  }
  return { finished: finished.subarray(0, finishedCount), cycleTime: cycleTime.subarray(0, cycleTimeCount) };
}

/** The selected items that finished within the window. */
export function finishedItems(input: MetricInput): Int32Array {
  return populationsOf(input).finished;
}

/** The items of cycle time: finished within the window, with a start that is known. */
export function cycleTimeItems(input: MetricInput): Int32Array {
  return populationsOf(input).cycleTime;
}

/** A fact of each of some items, as a column of its own. */
export function pick(column: Float64Array, items: Int32Array): Float64Array {
  const values = new Float64Array(items.length);
  for (let index = 0; index < items.length; index++) values[index] = column[items[index] as number] as number;
  return values;
}

/** Whether there are items, and the creation of none of them is known. */
export function noneCreated({ selection, facts }: MetricInput): boolean {
  return selection.length > 0 && selection.every((item) => Number.isNaN(facts.created[item] as number));
}

/** Whether items were started, nobody knows when, and the start of none is known. Items that were never started are none. */
export function noStartKnown({ selection, facts }: MetricInput): boolean {
  return (
    selection.some((item) => facts.startUnknown[item] === 1) &&
    selection.every((item) => Number.isNaN(facts.started[item] as number))
  );
}
