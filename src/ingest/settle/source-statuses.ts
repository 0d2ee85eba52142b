import { EMPTY } from '../../model/log/dictionary.ts';
import type { EventLog } from '../../model/log/event-log.ts';
import { FROM, ROW, TO } from '../../model/log/transitions.ts';
import { statusKey } from '../../model/workflow/workflow.ts';

/**
 * Gives statuses the stages that the configuration of their source names: the same word may mean different things in two
 * tools. Each such status gets an id of its own, so that one look-up for each row is enough from here on.
 *
 * @param statuses status key → stage, for each file of the log; null if its source names none
 */
export function applySourceStatuses(log: EventLog, statuses: readonly (ReadonlyMap<string, string> | null)[]): void {
  const known = new Map<string, number>();
  for (const [file, stages] of statuses.entries()) {
    if (stages === null || stages.size === 0) continue;
    const renamed = new Map<number, number>();
    for (let id = EMPTY + 1; id < log.statuses.size; id++) {
      if (log.statusStages.has(id)) continue;
      const stage = stages.get(statusKey(log.statuses.value(id)));
      if (stage !== undefined) renamed.set(id, statusOf(log, known, id, stage));
    }
    rename(log, file, renamed);
  }
}

/** The id of a status that means a stage. */
function statusOf(log: EventLog, known: Map<string, number>, id: number, stage: string): number {
  const key = JSON.stringify([id, stage]);
  let own = known.get(key);
  if (own === undefined) {
    own = log.statuses.twin(log.statuses.value(id));
    known.set(key, own);
    log.statusStages.set(own, stage);
  }
  return own;
}

function rename(log: EventLog, file: number, renamed: ReadonlyMap<number, number>): void {
  const ids = Int32Array.from({ length: log.statuses.size }, (_, id) => renamed.get(id) ?? id);
  const { cells } = log.transitions;
  for (const [stretch, start] of log.fileStarts.entries()) {
    if (log.startFiles[stretch] !== file) continue;
    const end = log.fileStarts[stretch + 1] ?? log.transitionCount;
    for (let row = start; row < end; row++) {
      cells[row * ROW + FROM] = ids[cells[row * ROW + FROM] as number] as number;
      cells[row * ROW + TO] = ids[cells[row * ROW + TO] as number] as number;
    }
  }
  log.currentStatus.change(file, (status) => ids[status] as number);
}
