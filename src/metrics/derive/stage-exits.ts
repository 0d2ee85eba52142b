import { within } from '../../model/window.ts';
import type { MetricInput } from '../metric-input.ts';
import { BACKWARD, eachStay, FORWARD, GIVEN_UP, NO_EXIT } from './stays.ts';

/**
 * Which way items left each stage, over the stays in `todo` and `active` stages that ended within the window; 0 for the
 * other stages, which carry no direction.
 */
export interface StageExits {
  forward: Int32Array;
  backward: Int32Array;
  dropped: Int32Array;
  /** Items whose first stay left forward, and that never came back. */
  firstPasses: Int32Array;
  /** Items whose first stay left. */
  firstExits: Int32Array;
}

const known = new WeakMap<MetricInput, StageExits>();

/** Worked out once for each input: stages and the value stream speak of the same exits. */
export function stageExits(input: MetricInput): StageExits {
  let exits = known.get(input);
  if (exits === undefined) {
    exits = countExits(input);
    known.set(input, exits);
  }
  return exits;
}

function countExits({ kinds, selection, timelines, window, workflow }: MetricInput): StageExits {
  const count = workflow.stages.length;
  const column = () => new Int32Array(count);
  const exits = {
    forward: column(),
    backward: column(),
    dropped: column(),
    firstPasses: column(),
    firstExits: column(),
  };
  const byExit: Record<number, Int32Array> = {
    [FORWARD]: exits.forward,
    [BACKWARD]: exits.backward,
    [GIVEN_UP]: exits.dropped,
  };
  /** Of each stage: the last item that stayed in it, how its first stay ended, and whether it came back after that. */
  const lastItem = new Int32Array(count).fill(-1);
  const firstExit = new Uint8Array(count);
  const cameBack = new Uint8Array(count);
  const touched: number[] = [];
  for (let at = 0; at < selection.length; at++) {
    const item = selection[at] as number;
    if (timelines.milestones[item] === 1) continue;
    touched.length = 0;
    eachStay(timelines, kinds, item, (stage, end, exit) => {
      const counted = within(window, end) ? exit : NO_EXIT;
      const tally = byExit[counted];
      if (tally !== undefined) tally[stage]!++;
      if (lastItem[stage] === item) cameBack[stage] = 1;
      else {
        lastItem[stage] = item;
        cameBack[stage] = 0;
        firstExit[stage] = counted;
        touched.push(stage);
      }
    });
    for (const stage of touched) {
      if (firstExit[stage] === NO_EXIT) continue;
      exits.firstExits[stage]!++;
      if (firstExit[stage] === FORWARD && cameBack[stage] === 0) exits.firstPasses[stage]!++;
    }
  }
  return exits;
}
