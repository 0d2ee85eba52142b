import { EMPTY } from '../../model/log/dictionary.ts';
import type { EventLog } from '../../model/log/event-log.ts';
import { HISTORY_GRADES } from '../../model/log/history-grade.ts';
import { type StageKind, statusKey } from '../../model/workflow/workflow.ts';
import { onlyDates } from '../rows/only-dates.ts';
import type { OrderedTransitions } from '../rows/ordered-transitions.ts';
import type { ResolvedWorkflow } from './resolved-workflow.ts';

const MILESTONE_STAGES = { todo: 'To do', active: 'In progress', done: 'Done', dropped: 'Dropped' } as const;

const MILESTONE_ORDER: Record<StageKind, number> = { todo: 0, active: 1, waiting: 1, done: 2, dropped: 3 };

/**
 * Items that have only dates need a stage of each kind that the dates, or a status of today, imply. One that has not even
 * dates is in no stage of its file: without a `todo` stage it would seem to be under way in the first. An item with a log
 * needs one where its status of today is in no log.
 */
export function addMilestoneStages(log: EventLog, ordered: OrderedTransitions, resolved: ResolvedWorkflow): void {
  const milestones = HISTORY_GRADES.indexOf('milestones');
  const some =
    log.hasMilestones.some((has) => has === 1) ||
    log.grade.some((grade) => grade >= milestones) ||
    log.itemIds.some((_, item) => onlyDates(log, ordered, item));
  const { stages, inferred: guessed } = resolved.workflow;
  const snapshots = snapshotStatuses(log, ordered, resolved).filter(
    (status) => some || resolved.statusKinds.of(status) !== null,
  );
  if (!some && snapshots.length === 0) return;
  const listed = new Set(stages.flatMap((stage) => stage.statuses.map(statusKey)));
  for (const kind of ['todo', 'active', 'done', 'dropped'] as const) {
    const statuses = snapshots.filter((status) => milestoneKind(resolved, status) === kind);
    let index = stages.findIndex((stage) => stage.kind === kind);
    if (index === -1 && (statuses.length > 0 || (some && isNeeded(kind, log)))) {
      index = stages.findLastIndex((stage) => MILESTONE_ORDER[stage.kind] < MILESTONE_ORDER[kind]) + 1;
      stages.splice(index, 0, { name: MILESTONE_STAGES[kind], kind, evidence: 'dates', statuses: [], limit: null });
      resolved.stageOfKey.forEach((stage, key) => {
        if (stage >= index) resolved.stageOfKey[key] = stage + 1;
      });
      for (const other of ['todo', 'active', 'done', 'dropped'] as const) {
        if (resolved.stageOfKind[other] >= index) resolved.stageOfKind[other]++;
      }
    }
    if (index !== -1) resolved.stageOfKind[kind] = index;
    const stage = stages[index];
    if (!guessed || stage === undefined) continue;
    for (const status of statuses) {
      const key = statusKey(status);
      if (listed.has(key)) continue;
      listed.add(key);
      stage.statuses.push(status);
    }
  }
}

/** Items can end up in a stage without a status of its kind through their dates alone; no date says dropped. */
function isNeeded(kind: 'todo' | 'active' | 'done' | 'dropped', log: EventLog): boolean {
  if (kind === 'done') return log.itemIds.some((_, item) => !Number.isNaN(log.finished.at(item)));
  return kind !== 'dropped';
}

/** The kind of a status of today where only milestone dates are known: they show no waiting. */
function milestoneKind({ statusKinds }: ResolvedWorkflow, status: string): 'todo' | 'active' | 'done' | 'dropped' {
  const kind = statusKinds.of(status)?.kind ?? 'active';
  return kind === 'waiting' ? 'active' : kind;
}

/** The stage of a status that a snapshot gives for an item with milestone dates only; −1 for no status. */
export function snapshotStage(
  log: EventLog,
  ordered: OrderedTransitions,
  resolved: ResolvedWorkflow,
  status: number,
): number {
  if (status === EMPTY) return -1;
  const stage = resolved.stageOfKey[ordered.statusKeys[status] as number] as number;
  return stage === -1 ? resolved.stageOfKind[milestoneKind(resolved, log.statuses.value(status))] : stage;
}

/** The statuses of today that the workflow has no stage for, as written. */
function snapshotStatuses(log: EventLog, ordered: OrderedTransitions, { stageOfKey }: ResolvedWorkflow): string[] {
  if (!log.currentStatus.some((status) => status !== EMPTY)) return [];
  const ids = new Set(log.currentStatus.values());
  ids.delete(EMPTY);
  return [...ids]
    .filter((id) => stageOfKey[ordered.statusKeys[id] as number] === -1)
    .map((id) => log.statuses.value(id))
    .sort();
}
