import type { EventLog } from '../model/log/event-log.ts';
import type { Timelines } from '../model/timelines.ts';
import { type DatedItem, datedItem, tellsStarts } from './rows/dated-item.ts';
import { type LogEnd, LogEnds } from './rows/log-end.ts';
import type { OrderedTransitions } from './rows/ordered-transitions.ts';
import { noteStatusDiffers } from './rows/status-differs.ts';
import { isOver, type StatusesOfToday, type StatusToday } from './rows/status-today.ts';
import type { VisitColumns } from './visit-columns.ts';
import type { ResolvedWorkflow } from './workflow/resolved-workflow.ts';

/** What a status of today is held against. */
interface Past {
  log: EventLog;
  ordered: OrderedTransitions;
  resolved: ResolvedWorkflow;
  asOf: number;
  /** The latest instant of the data. */
  latest: number;
}

/** Rule 10: has each item's status of today have its say in the timelines. */
export class TodayWriter {
  readonly #past: Past;
  readonly #statuses: StatusesOfToday;
  readonly #timelines: Timelines;
  readonly #visits: VisitColumns;
  readonly #ends: LogEnds;
  /** A status of today says nothing of an earlier instant. */
  readonly #isToday: boolean;

  constructor(past: Past, statuses: StatusesOfToday, timelines: Timelines, visits: VisitColumns) {
    const { log, ordered, resolved, asOf, latest } = past;
    this.#past = past;
    this.#statuses = statuses;
    this.#timelines = timelines;
    this.#visits = visits;
    this.#ends = new LogEnds(log, ordered, resolved, statuses, asOf);
    this.#isToday = !(asOf < latest);
  }

  /** Writes an item that has only dates: `todo` until started, `active` until it ended. */
  writeDated(index: number, created: number): void {
    const { log } = this.#past;
    const item = this.#timelines.item[index] as number;
    const dated = datedItem(log, item, this.#statuses);
    this.#timelines.milestones[index] = 1;
    this.#timelines.startKnown[index] = tellsStarts(log, item) ? 1 : 0;
    this.#writeDates(dated, created);
    if (dated.differs !== '') noteStatusDiffers(log, item, dated.differs);
    if (dated.today === null) return;
    if (isOver(dated.today) && Number.isNaN(dated.ended)) this.#setToday(index, dated.today);
    else if (this.#isToday) this.#timelines.stageToday[index] = dated.today.stage;
    else noteNotDated(log, item);
  }

  /** How the log of an item goes on; null where its status of today adds nothing. */
  endOfLog(item: number, created: number): LogEnd | null {
    return this.#ends.of(item, created);
  }

  /** Notes how the log of the item whose visits were written last goes on. */
  noteEnd(index: number, { today, differs }: LogEnd): void {
    if (differs !== '') noteStatusDiffers(this.#past.log, this.#timelines.item[index] as number, differs);
    if (today === null) return;
    if (isOver(today)) this.#setToday(index, today);
    else if (this.#isToday && !this.#hasBegun(index)) this.#timelines.stageToday[index] = today.stage;
  }

  /** Over, nobody knows since when: at an earlier asOf not even whether it was over by then. */
  #setToday(index: number, { stage }: StatusToday): void {
    this.#timelines.stageToday[index] = stage;
    this.#timelines.overLater[index] = this.#isToday ? 0 : 1;
  }

  #hasBegun(index: number): boolean {
    const { stages } = this.#past.resolved.workflow;
    const first = this.#timelines.offsets[index] as number;
    const written = this.#visits.stage.subarray(first, this.#visits.length);
    return written.some((stage) => stages[stage]?.kind === 'active' || stages[stage]?.kind === 'waiting');
  }

  #writeDates({ started, ended, end }: DatedItem, created: number): void {
    const { asOf, resolved } = this.#past;
    const { todo, active } = resolved.stageOfKind;
    const known = [created, started, ended].some((at) => at <= asOf);
    if (created <= asOf || !known) this.#visits.push(created, todo);
    if (started <= asOf) this.#visits.push(started, active);
    if (ended <= asOf) this.#visits.push(ended, resolved.stageOfKind[end]);
  }
}

function noteNotDated(log: EventLog, item: number): void {
  log.findings.add(
    'status-not-dated',
    () => ({
      weight: 'info',
      message: 'items whose status of today says nothing of the earlier instant asked for: only their dates count',
      cure: 'Nothing to do; a format with history says more: pitwall formats lists them',
    }),
    { item: log.itemIds[item] as string },
  );
}
