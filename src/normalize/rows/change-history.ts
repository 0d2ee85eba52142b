import { EMPTY } from '../../model/log/dictionary.ts';
import type { EventLog } from '../../model/log/event-log.ts';
import type { StatusHistory } from '../../model/log/status-history.ts';
import type { Timelines } from '../../model/timelines.ts';
import { statusKey, type Workflow } from '../../model/workflow/workflow.ts';
import type { OrderedTransitions } from './ordered-transitions.ts';

/** The statuses behind the visits, as the rows name them: a stage may hold several. */
export function changeHistoryOf(
  log: EventLog,
  ordered: OrderedTransitions,
  timelines: Timelines,
  workflow: Workflow,
): StatusHistory {
  const { transitions } = log;
  const { keyNames, statusKeys } = ordered;
  const offsets = new Int32Array(timelines.count + 1);
  // A place for each row, and for what each item was in before its first one.
  const at = new Float64Array(ordered.rows.length + timelines.count);
  const status = new Int32Array(at.length);
  let next = 0;
  for (let place = 0; place < timelines.count; place++) {
    const item = timelines.item[place] as number;
    const first = ordered.offsets[item] as number;
    const end = ordered.offsets[item + 1] as number;
    if (first < end) {
      const row = ordered.rows[first] as number;
      const from = transitions.from(row);
      const created = timelines.created[place] as number;
      if (from !== EMPTY && created < transitions.at(row)) enter(created, statusKeys[from] as number);
    }
    for (let index = first; index < end; index++) {
      const row = ordered.rows[index] as number;
      enter(transitions.at(row), statusKeys[transitions.to(row)] as number);
    }
    offsets[place + 1] = next;
  }
  return {
    offsets,
    at: at.subarray(0, next),
    status: status.subarray(0, next),
    names: keyNames,
    stageOf: stagesOf(keyNames, workflow),
  };

  function enter(instant: number, key: number): void {
    at[next] = instant;
    status[next++] = key;
  }
}

function stagesOf(names: readonly string[], workflow: Workflow): Int32Array {
  const stages = new Map<string, number>();
  for (const [stage, { name, statuses }] of workflow.stages.entries())
    for (const status of [name, ...statuses]) stages.set(statusKey(status), stage);
  return Int32Array.from(names, (name) => stages.get(statusKey(name)) ?? -1);
}
