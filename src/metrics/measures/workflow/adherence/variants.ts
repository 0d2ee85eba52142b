import { ACTIVE, DONE } from '../../../../model/workflow/stage-columns.ts';
import { HISTORY_CUT, type LeftOutCount, VISITS_UNKNOWN } from '../../../derive/left-out.ts';
import { finishedItems } from '../../../derive/populations.ts';
import type { MetricInput } from '../../../metric-input.ts';

/** One way that items went, and who went it. */
export interface Variant {
  /** The stages in the order in which they were visited; none twice in a row. */
  stages: readonly number[];
  items: number[];
}

/**
 * The ways of the items finished within the window, the most frequent first: the stages that count, from creation to
 * finish, and a `done` one from which they were taken up again. Passing through other stages changes nothing.
 *
 * @param counts 1 for each stage that counts: the `active` ones, and those of a configured path
 */
export function foundVariants(input: MetricInput, counts: Uint8Array, leftOut: LeftOutCount): Variant[] {
  const { facts, kinds, timelines } = input;
  const ways = new Map<string, Variant>();
  let walk: number[] = [];
  const finished = finishedItems(input);
  for (let at = 0; at < finished.length; at++) {
    const item = finished[at] as number;
    if (timelines.milestones[item] === 1) {
      leftOut.add(VISITS_UNKNOWN);
      continue;
    }
    if ((timelines.created[item] as number) < (timelines.cutBefore[item] as number)) {
      leftOut.add(HISTORY_CUT);
      continue;
    }
    walk = [];
    /** Where it was done, while it may yet be taken up again. */
    let done = -1;
    const end = facts.endVisit[item] as number;
    for (let visit = timelines.offsets[item] as number; visit < end; visit++) {
      const stage = timelines.stage[visit] as number;
      if (kinds[stage] === DONE) done = stage;
      if (counts[stage] !== 1) continue;
      if (done !== -1) walk.push(done);
      done = -1;
      if (walk.at(-1) !== stage) walk.push(stage);
    }
    const key = walk.join(' ');
    const way = ways.get(key);
    if (way === undefined) ways.set(key, { stages: walk, items: [item] });
    else way.items.push(item);
  }
  return [...ways.values()].sort((a, b) => b.items.length - a.items.length || compareStages(a.stages, b.stages));
}

/** Which stages count: active ones and those of the path. */
export function countedStages({ kinds, path }: MetricInput): Uint8Array {
  const counts = Uint8Array.from(kinds, (kind) => (kind === ACTIVE ? 1 : 0));
  for (const stage of path ?? []) counts[stage] = 1;
  return counts;
}

/** In the order of the work, the shorter first. */
function compareStages(a: readonly number[], b: readonly number[]): number {
  for (let place = 0; place < a.length && place < b.length; place++) {
    if (a[place] !== b[place]) return (a[place] as number) - (b[place] as number);
  }
  return a.length - b.length;
}
