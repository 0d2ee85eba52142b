import type { Bottleneck } from '../../../../contract/bottleneck-schema.ts';
import { DAY_MS } from '../../../../model/time/units.ts';
import { type Window, within } from '../../../../model/time/window.ts';
import { ACTIVE, WAITING } from '../../../../model/workflow/stage-columns.ts';
import { ENTRY_UNKNOWN, LeftOutCount, VISITS_UNKNOWN } from '../../../derive/left-out.ts';
import type { Metric } from '../../../metric.ts';
import type { MetricInput } from '../../../metric-input.ts';
import { bottleneckView } from './bottleneck-view.ts';
import { FlowTally } from './flow-tally.ts';
import { growthFigures, StageGrowth } from './stage-growth.ts';

/** How often a stage may be named where none grows, over all stages together. */
const FALSE_ALARMS = 0.05;

/** Fewer prove nothing: by chance, 12 signs are all the same once in 4096 times. */
const FEWEST_PARTS = 12;
const MOST_PARTS = 52;

export const bottleneck: Metric<'bottleneck'> = {
  id: 'bottleneck',
  command: 'bottleneck',
  title: 'Bottleneck',
  words: 'the bottleneck',
  keyFigure: 120,
  definition: {
    meaning:
      'The active or waiting stage whose queue grows: more comes in than goes out, by more than chance, over the whole window. None where no stage stands out.',
    formula:
      'The window in equal parts (about weeks from 12 of them on, else about days; 12 to 52). difference = entries − exits of a part. chance = share of all ways to flip the signs of the differences whose sum is at least the growth (randomization test, one-sided). A stage grows if chance ≤ 0.05 ÷ the stages tested, and the second half of the window holds a third of the growth and the first a tenth. Of several, the one that grew most.',
    unit: 'items; visit times in days of the basis',
    caution:
      'Judged from 12 days of window and 20 arrivals on. A stage where items wait long while as many leave as arrive is slow, but no bottleneck in this sense: see stages. To-do stages are not judged: a backlog may grow.',
  },
  compute(input, detail): Bottleneck {
    const { kinds, selection, timelines, window, workflow } = input;
    const parts = partCount(window);
    const judged = Uint8Array.from(kinds, (kind) => (kind === ACTIVE || kind === WAITING ? 1 : 0));
    const tally = new FlowTally(input, judged, parts);
    const leftOut = new LeftOutCount();
    for (let at = 0; at < selection.length; at++) {
      const item = selection[at] as number;
      if (timelines.milestones[item] === 1) leftOut.add(VISITS_UNKNOWN);
      else if (tally.add(item)) leftOut.add(ENTRY_UNKNOWN);
    }
    const growths = Array.from(judged, (one, stage) => (one === 1 ? new StageGrowth(tally, stage) : undefined));
    const chances = growths.map((growth) => growth?.chance() ?? null);
    const tested = chances.filter((chance) => chance !== null).length;
    const threshold = tested === 0 ? null : FALSE_ALARMS / tested;
    let top = -1;
    const stages = growths.flatMap((growth, stage) => {
      if (growth === undefined) return [];
      const chance = chances[stage] ?? null;
      const grows = chance !== null && threshold !== null && chance <= threshold && growth.isLasting;
      if (grows && (top === -1 || growth.growth > (growths[top] as StageGrowth).growth)) top = stage;
      return [growthFigures(input, growth, stage, { chance, grows }, detail)];
    });
    return {
      stage: workflow.stages[top]?.name ?? null,
      feeds: workflow.stages[top === -1 ? -1 : mostFrequent(nextStages(input, top))]?.name ?? null,
      parts,
      partDays: parts === 0 ? null : (window.to - window.from) / parts / DAY_MS,
      threshold,
      stages,
      leftOut: leftOut.list(),
    };
  },
  view: bottleneckView,
};

/** Where items went from a stage, over the visits that are counted: stage → how often. */
function nextStages({ selection, timelines, window }: MetricInput, from: number): Map<number, number> {
  const { cutBefore, milestones, offsets, stage, start } = timelines;
  const counts = new Map<number, number>();
  for (let at = 0; at < selection.length; at++) {
    const item = selection[at] as number;
    if (milestones[item] === 1) continue;
    const last = (offsets[item + 1] as number) - 1;
    for (let visit = offsets[item] as number; visit < last; visit++) {
      if (stage[visit] !== from || (start[visit] as number) < (cutBefore[item] as number)) continue;
      if (!within(window, start[visit + 1] as number)) continue;
      const next = stage[visit + 1] as number;
      counts.set(next, (counts.get(next) ?? 0) + 1);
    }
  }
  return counts;
}

/** The key that was counted most, of several the first in the order of the work; −1 where there is none. */
function mostFrequent(counts: ReadonlyMap<number, number>): number {
  let best = -1;
  for (const [key, count] of counts) {
    const most = counts.get(best) ?? 0;
    if (count > most || (count === most && key < best)) best = key;
  }
  return best;
}

/**
 * In how many equal parts a window is compared: about weeks where it holds 12 of them, else about days, always an even
 * number up to 52, so that there are halves; 0 where it does not hold 12 days.
 */
function partCount({ from, to }: Window): number {
  const days = (to - from) / DAY_MS;
  if (!(days >= FEWEST_PARTS)) return 0;
  const whole = Math.floor(days / 7 >= FEWEST_PARTS ? days / 7 : days);
  const parts = Math.min(MOST_PARTS, whole);
  return parts - (parts % 2);
}
