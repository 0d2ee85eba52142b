import type { Wip } from '../../../../contract/result.ts';
import { Float64Column } from '../../../../model/log/columns.ts';
import { windowDays } from '../../../derive/days.ts';
import { type ClockSpans, countBefore } from '../../../derive/in-progress.ts';
import type { MetricInput } from '../../../metric-input.ts';

/** Items in progress at the end of each day of the window, and those of them in each stage. */
export function dailyCounts(input: MetricInput, spans: ClockSpans): NonNullable<Wip['daily']> {
  const { dates, ends } = windowDays(input);
  const begun = countBefore(spans.started, ends);
  const over = countBefore(spans.ended, ends);
  const inStages = countInStages(input, spans, ends);
  return dates.map((date, day) => ({
    date,
    count: (begun[day] as number) - (over[day] as number),
    // Not an object literal: a stage may be called "__proto__".
    stages: Object.fromEntries(
      input.workflow.stages.map(({ name }, stage) => [name, (inStages[stage] as Int32Array)[day] as number]),
    ),
  }));
}

/** Items in progress in each stage at each moment: entries so far minus exits so far, between starts and ends alone. */
function countInStages(input: MetricInput, spans: ClockSpans, moments: Float64Array): Int32Array[] {
  const { facts, timelines, workflow } = input;
  const entries = workflow.stages.map(() => new Float64Column(64));
  const exits = workflow.stages.map(() => new Float64Column(64));
  for (let index = 0; index < spans.items.length; index++) {
    const item = spans.items[index] as number;
    const end = facts.endVisit[item] as number;
    for (let visit = facts.startVisit[item] as number; visit < end; visit++) {
      const stage = timelines.stage[visit] as number;
      entries[stage]?.push(timelines.start[visit] as number);
      exits[stage]?.push(visit + 1 < end ? (timelines.start[visit + 1] as number) : (spans.ended[index] as number));
    }
  }
  return workflow.stages.map((_, stage) => {
    const entered = countBefore((entries[stage] as Float64Column).values(), moments);
    const left = countBefore((exits[stage] as Float64Column).values(), moments);
    return entered.map((count, moment) => count - (left[moment] as number));
  });
}
