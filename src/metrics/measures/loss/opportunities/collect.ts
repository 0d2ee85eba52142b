import { DROPPED } from '../../../../model/item-facts.ts';
import { ACTIVE } from '../../../../model/workflow/stage-columns.ts';
import { isCheckByName } from '../../../derive/check-names.ts';
import { leftOutReason, livesInWindow } from '../../../derive/cost/charged-items.ts';
import { stageExits } from '../../../derive/visits/stage-exits.ts';
import type { MetricInput } from '../../../metric-input.ts';
import type { Candidate } from './candidate.ts';
import { CandidateTally } from './candidate-tally.ts';

/** How often the visits to a stage went on and back, within the window. */
interface Passes {
  forward: number;
  backward: number;
}

export interface Collected {
  candidates: Candidate[];
  passes: readonly Passes[];
  /** All labour and all delay of the window, of which a candidate is a share. */
  hours: number;
  days: number;
}

/** Everything that could be fixed. */
export function collect(input: MetricInput): Collected {
  const { facts, kinds, reviews, selection, workflow } = input;
  const checks = Uint8Array.from(workflow.stages, ({ name }, stage) => {
    const isCheck = kinds[stage] === ACTIVE && (reviews === null ? isCheckByName(name) : reviews.includes(stage));
    return isCheck ? 1 : 0;
  });
  const tally = new CandidateTally(input, checks);
  for (let at = 0; at < selection.length; at++) {
    const item = selection[at] as number;
    if (!livesInWindow(input, item) || leftOutReason(input, item) !== null) continue;
    const dropped = facts.outcome[item] === DROPPED;
    if (dropped) tally.addAbandoned(item);
    else tally.addWork(item);
    if (facts.startVisit[item] !== -1) {
      tally.addHandoffs(item);
      if (!dropped) tally.addDelays(item);
    }
  }
  const { pricedBackward, pricedForward } = stageExits(input);
  const passes = Array.from(pricedForward, (forward, stage) => ({
    forward,
    backward: pricedBackward[stage] as number,
  }));
  return { candidates: tally.candidates(), passes, hours: tally.hours, days: tally.days };
}
