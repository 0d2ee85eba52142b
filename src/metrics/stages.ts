import type { StageFigures } from '../contract/result.ts';
import { Float64Column } from '../model/columns.ts';
import { isoOf, ratio } from '../model/instants.ts';
import { ACTIVE, kindOfCode, TODO } from '../model/stage-columns.ts';
import { within } from '../model/window.ts';
import { distributionOf } from './derive/distribution.ts';
import { ENTRY_UNKNOWN, LeftOutCount, VISITS_UNKNOWN } from './derive/left-out.ts';
import { stageExits } from './derive/stage-exits.ts';
import type { Metric } from './metric.ts';
import type { MetricInput } from './metric-input.ts';
import { stagesView } from './view/stages.ts';

export const stages: Metric<'stages'> = {
  id: 'stages',
  command: 'stages',
  title: 'Stages',
  definition: {
    meaning: 'Where the time goes: how often and how long items are in each stage, and where they go from there.',
    formula:
      'Over the visits that ended within the window. share: the stage’s part of the time of all stages between start and end. growth = entries − exits. passRate = forward exits ÷ (forward + backward), visits resumed after mere waiting taken as one. firstPassYield = items whose first visit left forward and that never came back ÷ items whose first visit left.',
    unit: 'visits, items, days of the basis (elapsed with inclusive)',
    caution:
      'Waiting, done and dropped stages carry no direction: their exits are null. Items with only dates are left out.',
  },
  compute(input, detail): StageFigures[] {
    const { timelines, selection, workflow } = input;
    const tallies = workflow.stages.map(() => new StageTally());
    const leftOut = new LeftOutCount();
    for (let at = 0; at < selection.length; at++) {
      const item = selection[at] as number;
      if (timelines.milestones[item] === 1) leftOut.add(VISITS_UNKNOWN);
      else if (countVisits(input, item, tallies, detail)) leftOut.add(ENTRY_UNKNOWN);
    }
    const shared = tallies.reduce((sum, tally) => sum + tally.sharedMs, 0);
    return tallies.map((tally, index) => figuresOf(input, index, tally, shared, leftOut, detail));
  },
  view: stagesView,
};

/** What is counted of one stage. */
class StageTally {
  readonly days = new Float64Column(8);
  items = 0;
  /** Time between start and end, in milliseconds of the basis. */
  sharedMs = 0;
  entries = 0;
  readonly byVisit: NonNullable<StageFigures['byVisit']> = [];
  /** The last item that visited it in the window. */
  lastItem = -1;
}

/** Returns true if a visit was left out because nobody knows when it began. */
function countVisits(input: MetricInput, item: number, tallies: StageTally[], detail: boolean): boolean {
  const { timelines, facts, duration, window } = input;
  const last = (timelines.offsets[item + 1] as number) - 1;
  const started = facts.started[item] as number;
  const ended = facts.ended[item] as number;
  const cut = timelines.cutBefore[item] as number;
  let leftOut = false;
  for (let visit = timelines.offsets[item] as number; visit <= last; visit++) {
    const tally = tallies[timelines.stage[visit] as number] as StageTally;
    const from = timelines.start[visit] as number;
    if (from < cut) {
      leftOut = true;
      continue;
    }
    if (within(window, from)) tally.entries++;
    if (visit === last) break;
    const to = timelines.start[visit + 1] as number;
    if (!within(window, to)) continue;
    const days = duration.between(from, to) / duration.dayMs;
    tally.days.push(days);
    if (tally.lastItem !== item) {
      tally.lastItem = item;
      tally.items++;
    }
    const clockFrom = Math.max(from, started);
    const clockTo = Number.isNaN(ended) ? to : Math.min(to, ended);
    if (clockTo > clockFrom) tally.sharedMs += duration.between(clockFrom, clockTo);
    if (detail) {
      tally.byVisit.push({ id: timelines.ids[item] as string, start: isoOf(from), end: isoOf(to), timeDays: days });
    }
  }
  return leftOut;
}

function figuresOf(
  input: MetricInput,
  index: number,
  tally: StageTally,
  shared: number,
  leftOut: LeftOutCount,
  detail: boolean,
): StageFigures {
  const { workflow, kinds, percentiles } = input;
  const { forward, backward, dropped, firstPasses, firstExits } = stageExits(input);
  const of = (column: Int32Array) => column[index] as number;
  const kind = kinds[index] as number;
  const directed = kind === TODO || kind === ACTIVE;
  const days = tally.days.values();
  const visits = days.length;
  let total = 0;
  for (let visit = 0; visit < visits; visit++) total += days[visit] as number;
  const figures: StageFigures = {
    stage: workflow.stages[index]?.name as string,
    kind: kindOfCode(kind),
    visits,
    items: tally.items,
    totalDays: total,
    timeDays: distributionOf(days, percentiles),
    share: ratio(tally.sharedMs, shared),
    entries: tally.entries,
    exits: visits,
    growth: tally.entries - visits,
    forwardExits: directed ? of(forward) : null,
    backwardExits: directed ? of(backward) : null,
    droppedExits: directed ? of(dropped) : null,
    passRate: directed ? ratio(of(forward), of(forward) + of(backward)) : null,
    firstPassYield: directed ? ratio(of(firstPasses), of(firstExits)) : null,
    leftOut: leftOut.list(),
  };
  if (detail) figures.byVisit = tally.byVisit;
  return figures;
}
