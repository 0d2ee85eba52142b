import type { Float64Column, Int32Column } from '../model/columns.ts';
import type { EventLog } from '../model/event-log.ts';
import { MINUTE_MS } from '../model/units.ts';
import type { OrderedTransitions } from './ordered-transitions.ts';
import type { ResolvedWorkflow } from './resolve-workflow.ts';

/** Writes the visits of items with transitions, one item after another, and notes what it finds on the way. */
export class VisitWriter {
  readonly #log: EventLog;
  readonly #ordered: OrderedTransitions;
  readonly #stageOfKey: Int32Array;
  readonly #initialStage: number;
  readonly #ignoreShorterMs: number;
  readonly #start: Float64Column;
  readonly #stage: Int32Column;
  #first = 0;

  constructor(
    log: EventLog,
    ordered: OrderedTransitions,
    resolved: ResolvedWorkflow,
    ignoreShorterMs: number,
    columns: { start: Float64Column; stage: Int32Column },
  ) {
    this.#log = log;
    this.#ordered = ordered;
    this.#stageOfKey = resolved.stageOfKey;
    const firstTodo = resolved.workflow.stages.findIndex((stage) => stage.kind === 'todo');
    this.#initialStage = Math.max(0, firstTodo);
    this.#ignoreShorterMs = ignoreShorterMs;
    this.#start = columns.start;
    this.#stage = columns.stage;
  }

  /**
   * Writes one item's visits.
   * @param created rule 4's creation
   * @param cut the item's log is cut short: what it was in before its first transition, and since when, is not known
   */
  write(item: number, created: number, cut: boolean): void {
    const { rows, offsets, statusKeys } = this.#ordered;
    const { transitions } = this.#log;
    const begin = offsets[item] as number;
    const end = offsets[item + 1] as number;
    this.#first = this.#start.length;
    let status = -1;
    if (begin === end) {
      this.#push(created, this.#initialStage);
      return;
    }
    const firstRow = rows[begin] as number;
    if (created < transitions.at(firstRow) && !cut) {
      status = statusKeys[transitions.from(firstRow)] as number;
      this.#push(created, status === -1 ? this.#initialStage : (this.#stageOfKey[status] as number));
    }
    for (let index = begin; index < end; index++) {
      const row = rows[index] as number;
      const source = statusKeys[transitions.from(row)] as number;
      const target = statusKeys[transitions.to(row)] as number;
      if (source !== -1 && status !== -1 && source !== status) this.#note('gap', row);
      if (target === status) this.#note('repeated', row);
      status = target;
      const stage = this.#stageOfKey[target] as number;
      const last = this.#start.length - 1;
      if (last < this.#first || this.#stage.at(last) !== stage) this.#push(transitions.at(row), stage);
    }
    this.#mergeShort(item);
  }

  #push(start: number, stage: number): void {
    this.#start.push(start);
    this.#stage.push(stage);
  }

  /** Visits too short to count, which return to the stage before them, become part of it. */
  #mergeShort(item: number): void {
    const shortest = this.#ignoreShorterMs === 0 ? MINUTE_MS : this.#ignoreShorterMs;
    let kept = this.#first;
    for (let visit = this.#first; visit < this.#start.length; visit++) {
      const before = kept - 2;
      // The visit just kept is the short one; this one returns to the stage before it.
      if (
        before >= this.#first &&
        this.#stage.at(before) === this.#stage.at(visit) &&
        this.#start.at(visit) - this.#start.at(kept - 1) < shortest
      ) {
        if (this.#ignoreShorterMs > 0) {
          kept -= 1;
          continue;
        }
        this.#log.findings.add(
          'flicker',
          () => ({
            weight: 'info',
            message: 'visits of under a minute that returned to the stage before them',
            cure: 'Set ignoreVisitsShorterThan (60s, say) to merge them into it',
          }),
          { item: this.#log.itemIds[item] as string },
        );
      }
      if (kept !== visit) {
        this.#start.set(kept, this.#start.at(visit));
        this.#stage.set(kept, this.#stage.at(visit));
      }
      kept++;
    }
    this.#start.truncate(kept);
    this.#stage.truncate(kept);
  }

  #note(code: 'gap' | 'repeated', row: number): void {
    const { findings } = this.#log;
    findings.add(
      code,
      () => (code === 'gap' ? GAP : REPEATED),
      findings.wantsExample(code)
        ? {
            file: this.#log.fileOfTransition(row).file,
            line: this.#log.transitions.line(row),
            item: this.#log.itemIds[this.#log.transitions.item(row)] as string,
            value: this.#log.statuses.value(
              code === 'gap' ? this.#log.transitions.from(row) : this.#log.transitions.to(row),
            ),
          }
        : undefined,
    );
  }
}

const GAP = {
  weight: 'warning',
  message: 'rows whose "from" differs from the status before them; the statuses moved to stand',
  cure: 'Look for missing rows: a cut export, a renamed status, or two items under one id',
} as const;

const REPEATED = {
  weight: 'info',
  message: 'rows that move an item to the status that it is in; the visit goes on',
  cure: 'Nothing to do',
} as const;
