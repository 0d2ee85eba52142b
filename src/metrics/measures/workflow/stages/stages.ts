import type { StageFigures } from '../../../../contract/result.ts';
import { ratio } from '../../../../model/time/instants.ts';
import { ACTIVE, kindOfCode, TODO } from '../../../../model/workflow/stage-columns.ts';
import { sampleOf } from '../../../derive/distribution-of.ts';
import { ENTRY_UNKNOWN, LeftOutCount, VISITS_UNKNOWN } from '../../../derive/left-out.ts';
import { stageExits } from '../../../derive/visits/stage-exits.ts';
import type { Metric } from '../../../metric.ts';
import type { MetricInput } from '../../../metric-input.ts';
import { StageTally } from './stage-tally.ts';
import { stagesView } from './stages-view.ts';

export const stages: Metric<'stages'> = {
  id: 'stages',
  command: 'stages',
  title: 'Stages',
  words: 'stages',
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
    const leftOut = new LeftOutCount();
    const tally = new StageTally(input, detail);
    for (let at = 0; at < selection.length; at++) {
      const item = selection[at] as number;
      if (timelines.milestones[item] === 1) leftOut.add(VISITS_UNKNOWN);
      else if (tally.add(item)) leftOut.add(ENTRY_UNKNOWN);
    }
    const shared = tally.sharedMs.reduce((sum, one) => sum + one, 0);
    return workflow.stages.map((_, stage) => figuresOf(input, stage, tally, shared, leftOut, detail));
  },
  view: stagesView,
};

function figuresOf(
  input: MetricInput,
  stage: number,
  tally: StageTally,
  shared: number,
  leftOut: LeftOutCount,
  detail: boolean,
): StageFigures {
  const { workflow, kinds, percentiles } = input;
  const { forward, backward, dropped, firstPasses, firstExits } = stageExits(input);
  const of = (column: Int32Array) => column[stage] as number;
  const kind = kinds[stage] as number;
  const directed = kind === TODO || kind === ACTIVE;
  const days = tally.daysOf(stage);
  const visits = days.length;
  let total = 0;
  for (let visit = 0; visit < visits; visit++) total += days[visit] as number;
  const entries = of(tally.entries);
  const figures: StageFigures = {
    stage: workflow.stages[stage]?.name as string,
    kind: kindOfCode(kind),
    visits,
    items: of(tally.items),
    totalDays: total,
    timeDays: sampleOf(days, percentiles),
    share: ratio(tally.sharedMs[stage] as number, shared),
    entries,
    exits: visits,
    growth: entries - visits,
    forwardExits: directed ? of(forward) : null,
    backwardExits: directed ? of(backward) : null,
    droppedExits: directed ? of(dropped) : null,
    passRate: directed ? ratio(of(forward), of(forward) + of(backward)) : null,
    firstPassYield: directed ? ratio(of(firstPasses), of(firstExits)) : null,
    leftOut: leftOut.list(),
  };
  if (detail) figures.byVisit = tally.visitsOf(stage);
  return figures;
}
