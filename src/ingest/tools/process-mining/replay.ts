import { EMPTY } from '../../../model/log/dictionary.ts';
import type { EventLog } from '../../../model/log/event-log.ts';
import { NOT_STATED } from '../../../model/log/event-log.ts';
import { NOBODY } from '../../../model/people/people-sets.ts';
import { endActivities } from './end-activities.ts';
import type { EventRows } from './event-rows.ts';
import { type ItemEvents, STEP } from './item-events.ts';

/** What became of the items, for the file's notes. */
export interface ReplayCounts {
  /** Items whose last step is one that cases end with, without a marker of the end. */
  finished: number;
  /** Items that reached the marker of the end while a step was still running. */
  endedWhileOpen: number;
}

/**
 * Turns steps with a start and an end into the statuses that the item was in: the activity of the step started last
 * among those still running, `Waiting` while none runs, and `Done` (or the log's own end marker) after the last one, if
 * that is one of those that cases end with.
 * The resource of that step is the assignee, in assignments of their own.
 */
export class Replay {
  readonly counts: ReplayCounts = { finished: 0, endedWhileOpen: 0 };
  readonly #log: EventLog;
  readonly #rows: EventRows;
  readonly #events: ItemEvents;
  readonly #hasClosing: boolean;
  #ends: ReadonlySet<number> = new Set();
  #item = 0;
  #status: number = EMPTY;
  #people = NOBODY;
  /** Rows of the running steps, the one started last at the end. */
  #open: number[] = [];
  /** The statuses that the item has been in at the instant that is being gone through. */
  readonly #visited = new Set<number>();
  /** Why nothing runs since the instant that is being gone through; null if it is not so, or needs no word. */
  #idle: { row: number; people: number; queued: boolean } | null = null;

  /** @param hasClosing whether the log marks the end of its cases: then an item without the mark is not finished */
  constructor(log: EventLog, rows: EventRows, events: ItemEvents, hasClosing: boolean) {
    this.#log = log;
    this.#rows = rows;
    this.#events = events;
    this.#hasClosing = hasClosing;
  }

  run(): ReplayCounts {
    const at = this.#events.at;
    if (!this.#hasClosing) this.#ends = endActivities(this.#events, this.#rows);
    this.#events.byItem((item, events) => {
      this.#item = item;
      this.#status = EMPTY;
      this.#people = NOBODY;
      this.#open = [];
      for (let start = 0; start < events.length; ) {
        const instant = at.at(events[start]!);
        this.#idle = null;
        this.#visited.clear();
        this.#visited.add(this.#status);
        let end = start;
        for (; end < events.length && at.at(events[end]!) === instant; end++) this.#step(events[end]!, instant);
        this.#settle(instant, this.#events.row.at(events[end - 1]!), end === events.length);
        start = end;
      }
    });
    return this.counts;
  }

  #step(event: number, at: number): void {
    const row = this.#events.row.at(event);
    switch (this.#events.step.at(event)) {
      case STEP.opening:
        this.#mark(at, row, this.#activityStatus(row));
        break;
      case STEP.closing:
        if (this.#open.length > 0) this.counts.endedWhileOpen++;
        this.#mark(at, row, this.#activityStatus(row));
        break;
      case STEP.drop:
        this.#mark(at, row, this.#log.statuses.id('Cancelled'));
        break;
      case STEP.queue:
        this.#queue(at, row);
        break;
      case STEP.suspend:
      case STEP.resume:
        this.#log.flag(this.#item, at, this.#events.step.at(event) === STEP.suspend);
        break;
      case STEP.start:
        this.#open.push(row);
        this.#visit(at, row);
        break;
      case STEP.happen:
        this.#happen(at, row);
        break;
      case STEP.end:
        // A step that ended with its case (see `closing`) ends no second time.
        this.#close(this.#open.indexOf(row), row);
        break;
      case STEP.complete: {
        const started = this.#openOf(row);
        if (started === -1) this.#happen(at, row);
        else this.#close(started, row);
        break;
      }
      case STEP.abort:
        this.#close(this.#openOf(row), row);
        break;
    }
  }

  /** Enters a status that is no step, which ends whatever runs. */
  #mark(at: number, row: number, status: number): void {
    this.#open = [];
    this.#idle = null;
    this.#enter(at, row, status, NOBODY);
  }

  /** A step was scheduled or given to somebody: the item waits for it, unless another one runs. */
  #queue(at: number, row: number): void {
    const people = this.#rows.people.at(row);
    if (this.#open.length === 0) this.#idle = { row, people, queued: true };
    else if (this.#openOf(row) !== -1 && people !== NOBODY) this.#assign(at, people);
  }

  /** An event without duration: the item is in it for no time, then back where it was. */
  #happen(at: number, row: number): void {
    this.#open.push(row);
    this.#visit(at, row);
    this.#close(this.#open.length - 1, row);
  }

  /**
   * Enters the activity of a step that starts. One that the item has been in at this instant is not entered again: that
   * would add nothing, and one and the same change at one instant is what later stages take for a repeated row.
   */
  #visit(at: number, row: number): void {
    const status = this.#activityStatus(row);
    if (this.#visited.has(status)) return;
    this.#visited.add(status);
    this.#enter(at, row, status, this.#rows.people.at(row));
  }

  #close(place: number, row: number): void {
    if (place === -1) return;
    this.#open.splice(place, 1);
    if (this.#open.length === 0) this.#idle = { row, people: NOBODY, queued: false };
  }

  /**
   * After all that happened at an instant: the item is in the step started last; where none runs, it waits, or is done
   * if nothing follows a step that cases end with.
   */
  #settle(at: number, row: number, isLast: boolean): void {
    const running = this.#open.at(-1);
    if (running !== undefined) this.#enter(at, row, this.#activityStatus(running), this.#rows.people.at(running));
    else if (this.#idle !== null) {
      const { queued, people } = this.#idle;
      const isDone = isLast && !queued && this.#ends.has(this.#rows.activity.at(this.#idle.row));
      if (isDone) this.counts.finished++;
      this.#enter(at, this.#idle.row, this.#log.statuses.id(isDone ? 'Done' : 'Waiting'), people);
    }
  }

  /** The place among the running steps of the one of this row's activity that has run longest; −1 if none runs. */
  #openOf(row: number): number {
    const activity = this.#rows.activity.at(row);
    return this.#open.findIndex((open) => this.#rows.activity.at(open) === activity);
  }

  #activityStatus(row: number): number {
    return this.#log.statuses.id(this.#rows.activities.value(this.#rows.activity.at(row)));
  }

  #enter(at: number, row: number, status: number, people: number): void {
    if (status !== this.#status) {
      const line = this.#rows.line.at(row);
      const transition = this.#log.transition(this.#item, at, this.#status, status, NOT_STATED, line);
      this.#rows.setFields(this.#item, transition, row);
      this.#status = status;
    }
    this.#assign(at, people);
  }

  #assign(at: number, people: number): void {
    if (people === this.#people) return;
    this.#log.assignment(this.#item, at, people);
    this.#people = people;
  }
}

/** What the user should know of how the ends of items were found. */
export function replayNotes(counts: ReplayCounts, hasClosing: boolean): string[] {
  const notes = [
    hasClosing
      ? 'The log marks the end of its cases: an item without that mark is not finished.'
      : `The log does not mark the end of its cases: items count as done (status Done) after a last step that hardly ever another one follows (${counts.finished}).`,
  ];
  if (counts.endedWhileOpen > 0) {
    notes.push(`Items that reach the end mark while a step still runs end there (${counts.endedWhileOpen}).`);
  }
  return notes;
}
