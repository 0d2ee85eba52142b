import type { EventLog } from '../model/log/event-log.ts';
import { FROM, INSTANT, INSTANT_ROW, PEOPLE, ROW, TO } from '../model/log/transitions.ts';
import { MINUTE_MS } from '../model/time/units.ts';
import type { AssignmentWriter } from './assignments.ts';
import type { Onward } from './rows/log-end.ts';
import type { OrderedTransitions } from './rows/ordered-transitions.ts';
import type { VisitColumns } from './visit-columns.ts';
import type { ResolvedWorkflow } from './workflow/resolved-workflow.ts';

/** Before the first visit: no stage is equal to it. */
const NO_STAGE = -2;

/**
 * Writes the visits of items with transitions, one item after another, and notes what it finds on the way. The rows of
 * an item lie far apart in a large log, so that who it was assigned to is taken from them at the same time.
 */
export class VisitWriter {
  readonly #log: EventLog;
  readonly #ordered: OrderedTransitions;
  readonly #stageOfKey: Int32Array;
  readonly #initialStage: number;
  readonly #isDone: boolean[];
  readonly #ignoreShorterMs: number;
  readonly #visits: VisitColumns;
  readonly #assignments: AssignmentWriter;
  #first = 0;

  constructor(
    log: EventLog,
    ordered: OrderedTransitions,
    resolved: ResolvedWorkflow,
    ignoreShorterMs: number,
    visits: VisitColumns,
    assignments: AssignmentWriter,
  ) {
    this.#log = log;
    this.#ordered = ordered;
    this.#stageOfKey = resolved.stageOfKey;
    const firstTodo = resolved.workflow.stages.findIndex((stage) => stage.kind === 'todo');
    this.#initialStage = Math.max(0, firstTodo);
    this.#isDone = resolved.workflow.stages.map((stage) => stage.kind === 'done');
    this.#ignoreShorterMs = ignoreShorterMs;
    this.#visits = visits;
    this.#assignments = assignments;
  }

  /**
   * Writes one item's visits, and the assignees that its rows state.
   * @param created rule 4's creation
   * @param cut the item's log is cut short: what it was in before its first transition, and since when, is not known
   * @param onward the visit that follows its last transition, where its status of today says that there is one
   */
  write(item: number, created: number, cut: boolean, onward: Onward | null): void {
    const { rows, offsets, statusKeys } = this.#ordered;
    const { cells, instants } = this.#log.transitions;
    const visits = this.#visits;
    const begin = offsets[item] as number;
    const end = offsets[item + 1] as number;
    this.#first = visits.length;
    if (begin === end) {
      visits.push(created, this.#initialStage);
      if (onward !== null) visits.push(onward.at, onward.stage);
      return;
    }
    let status = -1;
    let stage = NO_STAGE;
    for (let index = begin; index < end; index++) {
      const row = rows[index] as number;
      const first = row * ROW;
      const at = instants[row * INSTANT_ROW + INSTANT] as number;
      const source = statusKeys[cells[first + FROM] as number] as number;
      const target = statusKeys[cells[first + TO] as number] as number;
      if (index === begin && created < at && !cut) {
        status = source;
        stage = source === -1 ? this.#initialStage : (this.#stageOfKey[source] as number);
        visits.push(created, stage);
      }
      if (source !== -1 && status !== -1 && source !== status) this.#note('gap', row);
      if (target === status) this.#note('repeated', row);
      status = target;
      const next = this.#stageOfKey[target] as number;
      if (next !== stage) visits.push(at, next);
      stage = next;
      this.#assignments.row(at, cells[first + PEOPLE] as number);
    }
    if (onward !== null) this.#goOn(onward);
    this.#mergeShort(item);
  }

  #goOn({ at, stage, insteadOfDone }: Onward): void {
    const visits = this.#visits;
    let since = at;
    while (insteadOfDone && visits.length > this.#first && this.#isDone[visits.stage[visits.length - 1] as number]) {
      visits.length--;
      since = visits.start[visits.length] as number;
    }
    visits.push(since, stage);
  }

  /** Visits too short to count, which return to the stage before them, become part of it. */
  #mergeShort(item: number): void {
    const shortest = this.#ignoreShorterMs === 0 ? MINUTE_MS : this.#ignoreShorterMs;
    const { length, stage, start } = this.#visits;
    let kept = this.#first;
    for (let visit = this.#first; visit < length; visit++) {
      const before = kept - 2;
      // The visit just kept is the short one; this one returns to the stage before it.
      if (
        before >= this.#first &&
        stage[before] === stage[visit] &&
        (start[visit] as number) - (start[kept - 1] as number) < shortest
      ) {
        if (this.#ignoreShorterMs > 0) {
          kept -= 1;
          continue;
        }
        this.#noteFlicker(item);
      }
      if (kept !== visit) {
        start[kept] = start[visit] as number;
        stage[kept] = stage[visit] as number;
      }
      kept++;
    }
    this.#visits.length = kept;
  }

  #noteFlicker(item: number): void {
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
  message: 'rows whose "from" differs from the status before them; the statuses moved to count',
  cure: 'Look for missing rows: a cut export, a renamed status, or two items under one id',
} as const;

const REPEATED = {
  weight: 'info',
  message: 'rows that move an item to the status that it is in; the visit goes on',
  cure: 'Nothing to do',
} as const;
