import type { ValueStream } from '../../../../contract/value-stream-schema.ts';
import { ratio } from '../../../../model/time/instants.ts';
import { CREATION_UNKNOWN, HISTORY_CUT, type LeftOutCount } from '../../../derive/left-out.ts';
import { finishedItems } from '../../../derive/populations.ts';
import type { MetricInput } from '../../../metric-input.ts';
import { eachProcessTime } from './process-time.ts';

/** Waiting against working over the items finished within the window, from creation to finish. */
export function ladderOf(
  input: MetricInput,
  leftOut: LeftOutCount,
  detail: boolean,
): { ladder: ValueStream['ladder']; byItem: NonNullable<ValueStream['byItem']> } {
  const { duration, facts, timelines, workflow } = input;
  const process = new Float64Array(workflow.stages.length);
  const wait = new Float64Array(workflow.stages.length);
  const byItem: NonNullable<ValueStream['byItem']> = [];
  let items = 0;
  const finished = finishedItems(input);
  for (let at = 0; at < finished.length; at++) {
    const item = finished[at] as number;
    if (timelines.milestones[item] === 1) continue;
    const created = facts.created[item] as number;
    if (Number.isNaN(created)) leftOut.add(CREATION_UNKNOWN);
    else if (created < (timelines.cutBefore[item] as number)) leftOut.add(HISTORY_CUT);
    else {
      items++;
      let touchMs = 0;
      let leadMs = 0;
      const ended = facts.ended[item] as number;
      eachProcessTime(input, item, facts.endVisit[item] as number, ended, (visit, _, all, worked) => {
        const stage = timelines.stage[visit] as number;
        process[stage]! += worked;
        wait[stage]! += all - worked;
        touchMs += worked;
        leadMs += all;
      });
      if (detail) {
        byItem.push({
          id: timelines.ids[item] as string,
          leadDays: leadMs / duration.dayMs,
          touchDays: touchMs / duration.dayMs,
          waitDays: (leadMs - touchMs) / duration.dayMs,
        });
      }
    }
  }
  return { ladder: meansOf(input, process, wait, items), byItem };
}

/** @param process, wait what the items spent in each stage, in milliseconds */
function meansOf(
  { duration, workflow }: MetricInput,
  process: Float64Array,
  wait: Float64Array,
  items: number,
): ValueStream['ladder'] {
  const sum = (column: Float64Array) => column.reduce((total, one) => total + one, 0);
  const mean = (ms: number) => (items === 0 ? null : ms / items / duration.dayMs);
  const touchMs = sum(process);
  const waitMs = sum(wait);
  return {
    items,
    leadDays: mean(touchMs + waitMs),
    touchDays: mean(touchMs),
    waitDays: mean(waitMs),
    efficiency: ratio(touchMs, touchMs + waitMs),
    stages: workflow.stages.map(({ name }, stage) => ({
      stage: name,
      meanWaitDays: mean(wait[stage] as number),
      meanProcessDays: mean(process[stage] as number),
    })),
  };
}
