import type { EventLog } from '../../model/log/event-log.ts';
import { HISTORY_GRADES } from '../../model/log/history-grade.ts';
import type { StageKind } from '../../model/workflow/workflow.ts';
import type { ResolvedWorkflow } from '../workflow/resolved-workflow.ts';
import type { OrderedTransitions } from './ordered-transitions.ts';
import { dayOf } from './status-differs.ts';
import { isOver, type StatusesOfToday, type StatusToday } from './status-today.ts';

/** A visit that no transition gives. */
export interface Onward {
  at: number;
  stage: number;
  /** True if it takes the place of the visits to `done` stages at the end of the log. */
  insteadOfDone: boolean;
}

/** How an item whose log ends elsewhere than its status of today goes on. */
export interface LogEnd {
  /** The visit that follows its last entry; null where none does, or nobody knows when. */
  visit: Onward | null;
  /** Where it is today, nobody knows since when; null where the log, or the visit, says where it is. */
  today: StatusToday | null;
  /** What does not fit; empty where it is over both ways. */
  differs: string;
}

/** Rule 10 for items with a log: it stands up to its end; then a status of today counts whose kind is sure. */
export class LogEnds {
  readonly #log: EventLog;
  readonly #ordered: OrderedTransitions;
  readonly #resolved: ResolvedWorkflow;
  readonly #statuses: StatusesOfToday;
  readonly #asOf: number;

  /** @param asOf NaN, or later transitions do not exist */
  constructor(
    log: EventLog,
    ordered: OrderedTransitions,
    resolved: ResolvedWorkflow,
    statuses: StatusesOfToday,
    asOf: number,
  ) {
    this.#log = log;
    this.#ordered = ordered;
    this.#resolved = resolved;
    this.#statuses = statuses;
    this.#asOf = asOf;
  }

  /**
   * @param item one without transitions later than asOf: the log of any other goes on
   * @param created the instant from which on an item without transitions is in the stage where items begin
   * @returns null where its log ends in the stage of its status of today, or no such status is known
   */
  of(item: number, created: number): LogEnd | null {
    const today = this.#statuses.of(item);
    if (today === null) return null;
    const { at, stage } = this.#lastEntry(item, created);
    const last = this.#resolved.workflow.stages[stage];
    if (stage === today.stage || last === undefined || this.#isOlder(item, at)) return null;
    const differs = `its log ends in ${last.name}`;
    if (!today.isSure && !today.isSurelyOpen) return { visit: null, today: null, differs };
    if (today.kind === 'dropped' && last.kind === 'done' && this.#hasOneDateAStage(item))
      return { visit: { at, stage: today.stage, insteadOfDone: true }, today: null, differs };
    const end = endOf(today, last.kind, at, this.#log.finished.at(item), differs);
    return end.visit !== null && end.visit.at > this.#asOf ? { ...end, visit: null } : end;
  }

  #lastEntry(item: number, created: number): { at: number; stage: number } {
    const { offsets, rows, statusKeys } = this.#ordered;
    const { stageOfKey, stageOfKind } = this.#resolved;
    const end = offsets[item + 1] as number;
    if (end === offsets[item]) return { at: created, stage: Math.max(0, stageOfKind.todo) };
    const { transitions } = this.#log;
    const row = rows[end - 1] as number;
    return { at: transitions.at(row), stage: stageOfKey[statusKeys[transitions.to(row)] as number] as number };
  }

  /** Dates of stages do not say what became of an item: a list of them has a date of closing for all that is over. */
  #hasOneDateAStage(item: number): boolean {
    return HISTORY_GRADES[this.#log.grade.at(item)] === 'stage-dates';
  }

  /** A list that was exported before the log ends does not say where an item is today. */
  #isOlder(item: number, at: number): boolean {
    const { currentStatus, files } = this.#log;
    return (files[currentStatus.fileOf(item)]?.exportedAt ?? Number.POSITIVE_INFINITY) < at;
  }
}

function endOf(today: StatusToday, last: StageKind, at: number, finished: number, differs: string): LogEnd {
  const { stage } = today;
  if (isOver(today)) {
    // Delivered is delivered, whether the last word for it is Done or Closed.
    const isSame = today.kind === last;
    return finished > at
      ? {
          visit: { at: finished, stage, insteadOfDone: false },
          today: null,
          differs: isSame ? '' : `${differs}, finished on ${dayOf(finished)}`,
        }
      : { visit: null, today, differs: isSame ? '' : `${differs}, and no later date says since when it is over` };
  }
  if (last === 'done' || last === 'dropped')
    return { visit: { at, stage, insteadOfDone: false }, today: null, differs };
  // Under way today, and not begun by its log: since when is not known.
  return { visit: null, today: today.isSure && last === 'todo' && today.kind !== 'todo' ? today : null, differs };
}

/** 1 for each item with a transition later than asOf, whose log is known to go on; null where none has one. */
export function itemsGoingOn(log: EventLog, asOf: number): Uint8Array | null {
  const { transitions } = log;
  if (!(transitions.latest > asOf)) return null;
  const goesOn = new Uint8Array(log.itemCount);
  for (let row = 0; row < transitions.length; row++) {
    if (transitions.at(row) > asOf) goesOn[transitions.item(row)] = 1;
  }
  return goesOn;
}
