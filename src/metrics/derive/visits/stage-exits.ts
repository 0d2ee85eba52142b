import { within } from '../../../model/time/window.ts';
import type { MetricInput } from '../../metric-input.ts';
import { leftOutReason, livesInWindow } from '../cost/charged-items.ts';
import { BACKWARD, FORWARD, GIVEN_UP, NO_EXIT, VisitExitReader } from './visit-exits.ts';

/**
 * Which way items left each stage, over the visits to `todo` and `active` stages that ended within the window; 0 for the
 * other stages, which carry no direction.
 */
export interface StageExits {
  forward: Int32Array;
  backward: Int32Array;
  dropped: Int32Array;
  /** Items whose first visit left forward, and that never came back. */
  firstPasses: Int32Array;
  /** Items whose first visit left. */
  firstExits: Int32Array;
  /** Those forward and backward of the items alone that the cost of waste counts. */
  pricedForward: Int32Array;
  pricedBackward: Int32Array;
}

const known = new WeakMap<MetricInput, StageExits>();

/** Worked out once for each input: stages, the value stream and opportunities use the same exits. */
export function stageExits(input: MetricInput): StageExits {
  let exits = known.get(input);
  if (exits === undefined) {
    exits = countExits(input);
    known.set(input, exits);
  }
  return exits;
}

function countExits(input: MetricInput): StageExits {
  const { kinds, selection, timelines, window, workflow } = input;
  const count = workflow.stages.length;
  const column = () => new Int32Array(count);
  const exits = {
    forward: column(),
    backward: column(),
    dropped: column(),
    firstPasses: column(),
    firstExits: column(),
    pricedForward: column(),
    pricedBackward: column(),
  };
  /** Of each stage: the last item that visited it, how its first visit ended, and whether it came back after that. */
  const lastItem = new Int32Array(count).fill(-1);
  const firstExit = new Uint8Array(count);
  const cameBack = new Uint8Array(count);
  const touched: number[] = [];
  const visits = new VisitExitReader(timelines, kinds);
  for (let at = 0; at < selection.length; at++) {
    const item = selection[at] as number;
    if (timelines.milestones[item] === 1) continue;
    visits.read(item);
    const priced = livesInWindow(input, item) && leftOutReason(input, item) === null;
    let distinct = 0;
    for (let index = 0; index < visits.length; index++) {
      const stage = visits.stage[index] as number;
      const exit = within(window, visits.end[index] as number) ? (visits.exit[index] as number) : NO_EXIT;
      if (exit === FORWARD) {
        exits.forward[stage]!++;
        if (priced) exits.pricedForward[stage]!++;
      } else if (exit === BACKWARD) {
        exits.backward[stage]!++;
        if (priced) exits.pricedBackward[stage]!++;
      } else if (exit === GIVEN_UP) exits.dropped[stage]!++;
      if (lastItem[stage] === item) cameBack[stage] = 1;
      else {
        lastItem[stage] = item;
        cameBack[stage] = 0;
        firstExit[stage] = exit;
        touched[distinct++] = stage;
      }
    }
    for (let index = 0; index < distinct; index++) {
      const stage = touched[index] as number;
      if (firstExit[stage] === NO_EXIT) continue;
      exits.firstExits[stage]!++;
      if (firstExit[stage] === FORWARD && cameBack[stage] === 0) exits.firstPasses[stage]!++;
    }
  }
  return exits;
}
