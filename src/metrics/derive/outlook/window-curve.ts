import { DROPPED, FINISHED } from '../../../model/item-facts.ts';
import { kaplanMeier, type SurvivalCurve } from '../../../stats/survival/index.ts';
import type { MetricInput } from '../../metric-input.ts';
import { ItemAges } from './item-ages.ts';

/** How long items take from start to finish, with those that are still open. */
export interface WindowCurve {
  curve: SurvivalCurve;
  /** Of the items of the curve, those that were open when the window ended, and those dropped in it. */
  open: number;
  dropped: number;
}

const known = new WeakMap<MetricInput, WindowCurve>();

/**
 * The share of the items that lasts longer than an age, of all that were in progress within the window: in view from their
 * start or the window's, whichever is later. What was open when the window ended is known up to its age then, what was
 * dropped up to its drop. Worked out once for each input.
 */
export function windowCurve(input: MetricInput): WindowCurve {
  let curve = known.get(input);
  if (curve === undefined) {
    curve = curveOf(input);
    known.set(input, curve);
  }
  return curve;
}

function curveOf(input: MetricInput): WindowCurve {
  const { asOf, facts, selection, window } = input;
  const ages = new ItemAges(input);
  const ends = new Float64Array(selection.length);
  const finished = new Uint8Array(selection.length);
  const entries = new Float64Array(selection.length);
  let count = 0;
  let open = 0;
  let dropped = 0;
  for (let at = 0; at < selection.length; at++) {
    const item = selection[at] as number;
    const started = facts.started[item] as number;
    if (!(started < window.to)) continue;
    const outcome = facts.outcome[item] as number;
    const isOver = outcome === FINISHED || outcome === DROPPED;
    const ended = isOver ? (facts.ended[item] as number) : asOf;
    // Over since an unknown instant, or before the window.
    if (!(ended >= window.from)) continue;
    const entry = started < window.from ? ages.at(item, window.from) : 0;
    const inWindow = ended < window.to;
    const end = inWindow ? ages.whole(item) : ages.at(item, window.to - 1);
    if (entry > 0 && !(entry < end)) continue;
    ends[count] = end;
    entries[count] = entry;
    finished[count++] = inWindow && outcome === FINISHED ? 1 : 0;
    if (!isOver || !inWindow) open++;
    else if (outcome === DROPPED) dropped++;
  }
  const curve = kaplanMeier({
    ends: ends.subarray(0, count),
    finished: finished.subarray(0, count),
    entries: entries.subarray(0, count),
  });
  return { curve, open, dropped };
}
