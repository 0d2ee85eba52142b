import { EMPTY } from '../../model/log/dictionary.ts';
import type { EventLog } from '../../model/log/event-log.ts';
import { possibleKinds } from '../../model/workflow/status-category.ts';
import type { KindEvidence, StageKind } from '../../model/workflow/workflow.ts';
import { statusKey } from '../../model/workflow/workflow.ts';
import { snapshotStage } from '../workflow/milestone-stages.ts';
import type { ResolvedWorkflow } from '../workflow/resolved-workflow.ts';
import type { OrderedTransitions } from './ordered-transitions.ts';

/** What an item's status of today says. */
export interface StatusToday {
  stage: number;
  kind: StageKind;
  /** True if its kind is configured, or rests on what the tool says or on its name: dates do not outweigh that. */
  isSure: boolean;
  /** True if that is at least as sure as that it is not over: a tool may say no more of a status. */
  isSurelyOpen: boolean;
}

/** What outweighs a date. */
const SURE: readonly KindEvidence[] = ['configuration', 'tool', 'name'];

/** What each status says as a status of today; each is worked out once. */
export class StatusesOfToday {
  /** False where no item has one. */
  readonly isAny: boolean;
  readonly #log: EventLog;
  readonly #ordered: OrderedTransitions;
  readonly #resolved: ResolvedWorkflow;
  readonly #known = new Map<number, StatusToday>();

  constructor(log: EventLog, ordered: OrderedTransitions, resolved: ResolvedWorkflow) {
    this.isAny = log.currentStatus.some((status) => status !== EMPTY);
    this.#log = log;
    this.#ordered = ordered;
    this.#resolved = resolved;
  }

  /** What the status of an item of the log says; null where none is known. */
  of(item: number): StatusToday | null {
    const status = this.#log.currentStatus.at(item);
    if (status === EMPTY) return null;
    let today = this.#known.get(status);
    if (today === undefined) {
      today = this.#read(status);
      this.#known.set(status, today);
    }
    return today;
  }

  #read(status: number): StatusToday {
    const name = this.#log.statuses.value(status);
    const key = this.#ordered.statusKeys[status] as number;
    const own = this.#resolved.stageOfKey[key] as number;
    const stages = this.#resolved.workflow.stages;
    const { kind, evidence } = this.#kindOf(name, own);
    const waits = kind === 'waiting' ? stages.findIndex((stage) => stage.kind === kind) : -1;
    const other = waits === -1 ? snapshotStage(this.#log, this.#ordered, this.#resolved, status) : waits;
    const isSure = SURE.includes(evidence);
    const category = this.#log.statusCategories.get(statusKey(name));
    const neverOver =
      category !== undefined && !possibleKinds(category).some((one) => one === 'done' || one === 'dropped');
    const isOpen = kind !== 'done' && kind !== 'dropped';
    return { stage: own === -1 ? other : own, kind, isSure, isSurelyOpen: isOpen && (isSure || neverOver) };
  }

  /** A status of a stage that is its own has the stage's kind. */
  #kindOf(name: string, own: number): { kind: StageKind; evidence: KindEvidence } {
    const stage = this.#resolved.workflow.stages[own];
    if (stage?.evidence === 'configuration') return stage;
    const known = this.#resolved.statusKinds.of(name) ?? { kind: stage?.kind ?? 'active', evidence: 'position' };
    return stage === undefined ? known : { kind: stage.kind, evidence: known.evidence };
  }
}

/** True for a status of an item that is over. */
export function isOver({ kind }: StatusToday): boolean {
  return kind === 'done' || kind === 'dropped';
}
