import { Float64Column, Int32Column } from '../../../model/log/columns.ts';
import { Dictionary, EMPTY } from '../../../model/log/dictionary.ts';
import { NOT_STATED } from '../../../model/log/event-log.ts';
import { NOBODY } from '../../../model/people/people-sets.ts';
import type { InstantColumn, Table, TableSink } from '../../format.ts';
import { requiredColumn } from '../../table/column-words/header-names.ts';
import { UNREADABLE } from '../shared/required-cells.ts';
import { EVENT_NAMES, EventColumns } from './event-columns.ts';
import { EventRows } from './event-rows.ts';
import { ItemEvents, STEP } from './item-events.ts';
import { Replay, replayNotes } from './replay.ts';
import { STATUS_EVENTS } from './status-events.ts';

/** Reads an event log whose rows are steps with a start and an end. */
export class Spans implements TableSink {
  readonly #table: Table;
  readonly #columns: EventColumns;
  readonly #start: InstantColumn;
  readonly #end: InstantColumn;
  readonly #rows: EventRows;
  readonly #events = new ItemEvents();
  /** Where each row belongs and when it ended, for a table whose column of starts turns out to be empty. */
  readonly #items = new Int32Column();
  readonly #ends = new Float64Column(64);
  #hasStarts = false;
  #hasClosing = false;
  #running = 0;

  constructor(table: Table) {
    const activities = new Dictionary();
    this.#table = table;
    this.#columns = new EventColumns(table, activities);
    this.#start = table.instant(requiredColumn(table, 'started', EVENT_NAMES.start));
    this.#end = table.instant(requiredColumn(table, 'at', EVENT_NAMES.at));
    this.#rows = new EventRows(activities, this.#columns.fields);
  }

  row(line: number): void {
    const columns = this.#columns;
    if (!columns.isComplete() || !this.#isSpan()) return;
    const item = columns.item();
    const row = this.#rows.push(columns.activity.id, Math.max(NOBODY, columns.people()), line);
    this.#items.push(item);
    this.#ends.push(this.#end.at);
    this.#hasStarts ||= !Number.isNaN(this.#start.at);
    this.#addEvents(item, row);
    this.#table.file.used++;
  }

  end(): void {
    const { log, file } = this.#table;
    // An empty column is no column.
    if (!this.#hasStarts) {
      this.#writeStatuses();
      return;
    }
    const counts = new Replay(log, this.#rows, this.#events, this.#hasClosing).run();
    file.notes.push(
      `Rows are steps from ${this.#start.name} to ${this.#end.name}: an item is in the step started last, and between steps in the status Waiting.`,
      ...replayNotes(counts, this.#hasClosing),
    );
    if (this.#running > 0) file.notes.push(`Steps without an end are taken as still running (${this.#running}).`);
  }

  /** Writes the rows as events of a log without starts: each is the moment at which its activity is entered. */
  #writeStatuses(): void {
    const { log, file } = this.#table;
    const rows = this.#rows;
    delete file.mapping.started;
    file.rowPerTransition = true;
    file.logsActivities = true;
    file.notes.push(STATUS_EVENTS);
    for (let row = 0; row < this.#items.length; row++) {
      const item = this.#items.at(row);
      const status = log.statuses.id(rows.activities.value(rows.activity.at(row)));
      const people = file.assignees === 'none' ? NOT_STATED : rows.people.at(row);
      const transition = log.transition(item, this.#ends.at(row), EMPTY, status, people, rows.line.at(row));
      rows.setFields(item, transition, row);
    }
  }

  /** True if the row has a start or an end, in this order; else it is rejected. */
  #isSpan(): boolean {
    const [start, end] = [this.#start, this.#end];
    if (start.unreadable || end.unreadable || (Number.isNaN(start.at) && Number.isNaN(end.at))) {
      const bad = start.unreadable ? start : end;
      this.#table.reject('unreadable-date', UNREADABLE, bad.text());
      return false;
    }
    if (end.at < start.at) {
      const value = `${start.text()} – ${end.text()}`;
      this.#table.reject('span-end-before-start', 'Steps that end before they start', value);
      return false;
    }
    return true;
  }

  #addEvents(item: number, row: number): void {
    const [start, end] = [this.#start.at, this.#end.at];
    const marker = start === end ? this.#rows.marker(this.#columns.activity.id) : null;
    if (marker !== null) {
      this.#events.push(item, end, STEP[marker], row);
      if (marker === 'closing') this.#hasClosing = true;
    } else if (Number.isNaN(start)) this.#events.push(item, end, STEP.happen, row);
    else {
      this.#events.push(item, start, STEP.start, row);
      // A step without an end is still running.
      if (Number.isNaN(end)) this.#running++;
      else this.#events.push(item, end, STEP.end, row);
    }
  }
}
