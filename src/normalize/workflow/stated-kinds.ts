import type { EventLog } from '../../model/log/event-log.ts';
import type { Settings } from '../../model/settings.ts';
import { possibleKinds } from '../../model/workflow/status-category.ts';
import { type StageKind, statusKey } from '../../model/workflow/workflow.ts';
import { kindOfStatus } from './status-kind.ts';

/** What is sure of a status before any timeline is there; null if nothing is. `open`: not over, and no more is known. */
export type StatedKind = StageKind | 'open' | null;

/** The kind of each status by its id: as its source or the workflow says, else as its tool or its name does. */
export function statedKinds(log: EventLog, { workflow }: Settings): (status: number) => StatedKind {
  const known = new Map<number, StatedKind>();
  return (status) => {
    let kind = known.get(status);
    if (kind === undefined) {
      kind = statedKind(log, workflow, status);
      known.set(status, kind);
    }
    return kind;
  };
}

function statedKind(log: EventLog, workflow: Settings['workflow'], status: number): StatedKind {
  const written = log.statuses.value(status);
  const key = statusKey(log.statusStages.get(status) ?? written);
  const stage = workflow?.find(({ stage: name, statuses }) =>
    [name, ...statuses].some((one) => statusKey(one) === key),
  );
  if (stage !== undefined) return stage.kind;
  const kind = kindOfStatus(log, written);
  if (kind !== null) return kind;
  const category = log.statusCategories.get(statusKey(written));
  const mayBeOver =
    category === undefined || possibleKinds(category).some((one) => one === 'done' || one === 'dropped');
  return mayBeOver ? null : 'open';
}
