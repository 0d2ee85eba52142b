import type { Wip } from '../../../../contract/result.ts';
import { IN_PROGRESS } from '../../../../model/item-facts.ts';
import { stageNow } from '../../../../model/timelines.ts';
import { ACTIVE, kindOfCode, WAITING } from '../../../../model/workflow/stage-columns.ts';
import { averageOver } from '../../../derive/average-in-progress.ts';
import { type ClockSpans, clockSpans } from '../../../derive/in-progress.ts';
import { inProgressByStatus, leftOutOfSpans, spansUnknown } from '../../../derive/unknown-spans.ts';
import type { Metric } from '../../../metric.ts';
import type { MetricInput } from '../../../metric-input.ts';
import { dailyCounts } from './daily-counts.ts';
import { wipView } from './wip-view.ts';

export const wip: Metric<'wip'> = {
  id: 'wip',
  command: 'wip',
  title: 'Work in progress',
  words: 'work in progress',
  keyFigure: 50,
  definition: {
    meaning: 'How many items are in progress: now, on average over the window, by stage and day by day.',
    formula:
      'An item is in progress at t when started ≤ t < end. The average is weighted by time over the window. A day’s count is the one just before the next local midnight, the last day’s the one at the window’s end.',
    unit: 'items',
    caution:
      'Always elapsed time, whatever the basis. current is at asOf; paused of those sit in a todo, done or dropped stage.',
  },
  compute(input, detail): Wip {
    const { facts, kinds, selection, timelines, window } = input;
    const spans = clockSpans(input);
    const unknown = spansUnknown(input);
    let current = 0;
    let paused = 0;
    for (let place = 0; place < selection.length; place++) {
      const item = selection[place] as number;
      if (facts.outcome[item] !== IN_PROGRESS) continue;
      // A status of today says that it is in progress now, whenever that began.
      if (facts.startVisit[item] === -1 && !inProgressByStatus(input, item)) continue;
      current++;
      if (facts.startVisit[item] === -1) continue;
      const kind = kinds[stageNow(timelines, item)];
      if (kind !== ACTIVE && kind !== WAITING) paused++;
    }
    const data: Wip = {
      current,
      paused,
      average: unknown ? null : averageOver(window, spans),
      byStage: byStage(input, spans, unknown),
      leftOut: leftOutOfSpans(input),
    };
    if (detail) data.daily = unknown ? [] : dailyCounts(input, spans);
    return data;
  },
  view: wipView,
};

function byStage(input: MetricInput, spans: ClockSpans, unknown: boolean): Wip['byStage'] {
  const { facts, kinds, timelines, window, workflow } = input;
  const count = workflow.stages.length;
  const current = new Int32Array(count);
  const total = new Float64Array(count);
  /** Entries (+) and exits (−) of the stages with a limit, as instants. */
  const changes: { at: number; step: number }[][] = workflow.stages.map(() => []);
  const length = window.to - window.from;
  for (let index = 0; index < spans.items.length; index++) {
    const item = spans.items[index] as number;
    const lastVisit = (timelines.offsets[item + 1] as number) - 1;
    const open = facts.outcome[item] === IN_PROGRESS;
    const ended = spans.ended[index] as number;
    if (open) {
      const stage = stageNow(timelines, item);
      current[stage] = (current[stage] as number) + 1;
    }
    for (let visit = facts.startVisit[item] as number; visit < (facts.endVisit[item] as number); visit++) {
      const from = Math.max(window.from, timelines.start[visit] as number);
      const end = visit < lastVisit ? (timelines.start[visit + 1] as number) : Number.POSITIVE_INFINITY;
      const to = Math.min(window.to, end, ended);
      if (!(to > from)) continue;
      const stage = timelines.stage[visit] as number;
      total[stage] = (total[stage] as number) + to - from;
      if (workflow.stages[stage]?.limit !== null) {
        changes[stage]?.push({ at: from, step: 1 }, { at: to, step: -1 });
      }
    }
  }
  for (let place = 0; place < input.selection.length; place++) {
    const item = input.selection[place] as number;
    if (!inProgressByStatus(input, item)) continue;
    const stage = stageNow(timelines, item);
    current[stage] = (current[stage] as number) + 1;
  }
  return workflow.stages.map((stage, index) => ({
    stage: stage.name,
    kind: kindOfCode(kinds[index] as number),
    current: current[index] as number,
    average: length > 0 && !unknown ? (total[index] as number) / length : null,
    limit: stage.limit,
    overLimitShare:
      stage.limit === null || !(length > 0) || unknown ? null : timeAbove(stage.limit, changes[index] ?? []) / length,
  }));
}

/** How long more than `limit` spans lie over one another. */
function timeAbove(limit: number, changes: { at: number; step: number }[]): number {
  changes.sort((a, b) => a.at - b.at || a.step - b.step);
  let count = 0;
  let since = 0;
  let above = 0;
  for (const { at, step } of changes) {
    if (count > limit) above += at - since;
    count += step;
    since = at;
  }
  return above;
}
