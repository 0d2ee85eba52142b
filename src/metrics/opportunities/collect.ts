import { DROPPED } from '../../model/item-facts.ts';
import { ACTIVE } from '../../model/stage-columns.ts';
import { within } from '../../model/window.ts';
import { isCheckByName } from '../derive/check-names.ts';
import { leftOutReason, livesInWindow } from '../derive/cost/charged-items.ts';
import { BACKWARD, FORWARD, StayReader } from '../derive/stays.ts';
import type { MetricInput } from '../metric-input.ts';
import type { Candidate } from './candidate.ts';
import { CandidateTally } from './candidate-tally.ts';

/** How often the stays in a stage went on and back, within the window. */
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
  const passes = new PassCounts(input);
  const needsPasses = workflow.inferred || checks.includes(1);
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
    if (needsPasses) passes.add(item);
  }
  return { candidates: tally.candidates(), passes: passes.list(), hours: tally.hours, days: tally.days };
}

/** Counts how stays ended. */
class PassCounts {
  readonly #window: MetricInput['window'];
  readonly #stays: StayReader;
  readonly #forward: Int32Array;
  readonly #backward: Int32Array;

  constructor({ kinds, timelines, window }: MetricInput) {
    this.#window = window;
    this.#stays = new StayReader(timelines, kinds);
    this.#forward = new Int32Array(kinds.length);
    this.#backward = new Int32Array(kinds.length);
  }

  add(item: number): void {
    const stays = this.#stays;
    stays.read(item);
    for (let index = 0; index < stays.length; index++) {
      if (!within(this.#window, stays.end[index] as number)) continue;
      const exit = stays.exit[index];
      if (exit === FORWARD) this.#forward[stays.stage[index] as number]! += 1;
      else if (exit === BACKWARD) this.#backward[stays.stage[index] as number]! += 1;
    }
  }

  list(): Passes[] {
    return Array.from(this.#forward, (forward, stage) => ({ forward, backward: this.#backward[stage] as number }));
  }
}
