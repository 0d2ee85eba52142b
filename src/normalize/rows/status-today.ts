import { EMPTY } from '../../model/log/dictionary.ts';
import type { EventLog } from '../../model/log/event-log.ts';
import type { Settings } from '../../model/settings.ts';
import { type StageKind, statusKey } from '../../model/workflow.ts';
import { type ResolvedWorkflow, snapshotStage } from '../workflow/resolve-workflow.ts';
import { kindOfStatus } from '../workflow/status-kind.ts';
import type { OrderedTransitions } from './ordered-transitions.ts';

/** What an item's status of today says. */
export interface StatusToday {
  stage: number;
  kind: StageKind;
  /** True if its kind is configured, or rests on what the tool says or on its name: dates do not outweigh that. */
  isSure: boolean;
}

/** What each status says as a status of today; each is worked out once. */
export class StatusesOfToday {
  /** False where no item has one. */
  readonly isAny: boolean;
  readonly #log: EventLog;
  readonly #ordered: OrderedTransitions;
  readonly #resolved: ResolvedWorkflow;
  readonly #configured: ReadonlySet<string>;
  readonly #known = new Map<number, StatusToday>();

  constructor(log: EventLog, ordered: OrderedTransitions, resolved: ResolvedWorkflow, { workflow }: Settings) {
    this.isAny = log.currentStatus.some((status) => status !== EMPTY);
    this.#log = log;
    this.#ordered = ordered;
    this.#resolved = resolved;
    this.#configured = new Set(workflow?.flatMap(({ stage, statuses }) => [stage, ...statuses].map(statusKey)));
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
    const { stages } = this.#resolved.workflow;
    const name = this.#log.statuses.value(status);
    const known = kindOfStatus(this.#log, name);
    const isConfigured = this.#configured.has(statusKey(this.#log.statusStages.get(status) ?? name));
    const isSure = isConfigured || known !== null;
    const key = this.#ordered.statusKeys[status] as number;
    const own = this.#resolved.stageOfKey[key] as number;
    if (own !== -1) return { stage: own, kind: stages[own]?.kind as StageKind, isSure };
    const kind = known ?? 'active';
    const waits = kind === 'waiting' ? stages.findIndex((stage) => stage.kind === kind) : -1;
    const stage = waits === -1 ? snapshotStage(this.#log, this.#ordered, this.#resolved, status) : waits;
    return { stage, kind, isSure };
  }
}

/** True for a status of an item that is over. */
export function isOver({ kind }: StatusToday): boolean {
  return kind === 'done' || kind === 'dropped';
}
