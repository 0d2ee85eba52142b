import { Float64Column, Int32Column } from '../../../model/log/columns.ts';
import { Dictionary, EMPTY } from '../../../model/log/dictionary.ts';
import { NOBODY } from '../../../model/people/people-sets.ts';
import type { CategoryColumn, InstantColumn, Table, TableSink } from '../../format.ts';
import { noteMapping, requiredColumn } from '../../table/column-words/header-names.ts';
import { EVENT_NAMES, EventColumns } from './event-columns.ts';
import { EventRows } from './event-rows.ts';
import { ItemEvents, STEP } from './item-events.ts';
import { type LifecycleEffect, lifecycleEffect, lifecycleMeaning } from './lifecycle.ts';
import { Replay, replayNotes } from './replay.ts';
import { hasInstant } from './status-events.ts';

const STEPS: Readonly<Record<Exclude<LifecycleEffect, 'end'>, number>> = {
  start: STEP.start,
  abort: STEP.abort,
  queue: STEP.queue,
  suspend: STEP.suspend,
  resume: STEP.resume,
  drop: STEP.drop,
  happen: STEP.happen,
};

/**
 * Reads an event log with a lifecycle column. What that column holds is known for sure at the end of the file only:
 * one value outside the standard makes all of it a part of the status. So rows are kept until then.
 */
export class LifecycleEvents implements TableSink {
  readonly #table: Table;
  readonly #columns: EventColumns;
  readonly #lifecycle: CategoryColumn;
  readonly #at: InstantColumn;
  readonly #rows: EventRows;
  readonly #items = new Int32Column();
  readonly #instants = new Float64Column();
  readonly #lifecycleIds = new Int32Column();
  readonly #people = new Int32Column();

  constructor(table: Table, lifecycleColumn: number) {
    const activities = new Dictionary();
    this.#table = table;
    this.#columns = new EventColumns(table, activities);
    this.#lifecycle = table.category(lifecycleColumn, new Dictionary());
    noteMapping(table, 'lifecycle', lifecycleColumn);
    this.#at = table.instant(requiredColumn(table, 'at', EVENT_NAMES.at));
    this.#rows = new EventRows(activities, this.#columns.fields);
  }

  row(line: number): void {
    const columns = this.#columns;
    if (!columns.isComplete() || !hasInstant(this.#table, this.#at)) return;
    const people = columns.people();
    this.#items.push(columns.item());
    this.#instants.push(this.#at.at);
    this.#lifecycleIds.push(this.#lifecycle.id);
    this.#people.push(people);
    this.#rows.push(columns.activity.id, Math.max(NOBODY, people), line);
    this.#table.file.used++;
  }

  end(): void {
    const values = this.#lifecycle.dictionary.values();
    const effects = values.map(lifecycleEffect);
    const own = values.filter((_, id) => effects[id] === null);
    if (own.length > 0) {
      this.#composeStatuses(own);
      return;
    }
    const hasStarts = this.#lifecycleIds.values().some((id) => effects[id] === 'start');
    const hasQueues = values.some((_, id) => effects[id] === 'queue');
    if (hasStarts || hasQueues) this.#replay(effects as LifecycleEffect[]);
    else this.#enterActivities(effects as LifecycleEffect[]);
  }

  /** The status is what both columns say together. */
  #composeStatuses(own: readonly string[]): void {
    const { file, log } = this.#table;
    const { name, dictionary } = this.#lifecycle;
    const activity = this.#columns.activity.name;
    file.rowPerTransition = true;
    const composed = new Map<number, number>();
    for (let row = 0; row < this.#items.length; row++) {
      const pair = this.#rows.activity.at(row) * dictionary.size + this.#lifecycleIds.at(row);
      let status = composed.get(pair);
      if (status === undefined) {
        const lifecycle = dictionary.value(this.#lifecycleIds.at(row));
        const parts = [this.#activity(row), lifecycle];
        const written = parts.filter((part) => part !== '').join(' / ');
        status = log.statuses.id(written);
        log.categorize(written, lifecycleMeaning(lifecycle));
        composed.set(pair, status);
      }
      this.#enter(row, status);
    }
    file.mapping.to = `{${activity}} / {${name}}`;
    file.notes.push(
      `${name} holds more than the standard life cycle (${own.slice(0, 3).join(', ')}${own.length > 3 ? ' …' : ''}): the status is ${activity} and ${name} together.`,
    );
  }

  /** Without starts, an event says when its activity became the item's status. */
  #enterActivities(effects: readonly LifecycleEffect[]): void {
    const { file, log } = this.#table;
    file.rowPerTransition = true;
    for (let row = 0; row < this.#items.length; row++) {
      const effect = effects[this.#lifecycleIds.at(row)] as LifecycleEffect;
      if (effect === 'suspend' || effect === 'resume') {
        log.flag(this.#items.at(row), this.#instants.at(row), effect === 'suspend');
      } else if (effect === 'drop') this.#enter(row, log.statuses.id('Cancelled'));
      else if (effect !== 'abort') this.#enter(row, log.statuses.id(this.#activity(row)));
    }
    file.notes.push(
      `No step has a start in ${this.#lifecycle.name}: each event is taken as the moment at which the item entered its activity as a status.`,
    );
  }

  /** With starts and ends, the rows are the ends of steps. */
  #replay(effects: readonly LifecycleEffect[]): void {
    const { file, log } = this.#table;
    const events = new ItemEvents();
    let hasClosing = false;
    for (let row = 0; row < this.#items.length; row++) {
      const effect = effects[this.#lifecycleIds.at(row)] as LifecycleEffect;
      const marker = this.#rows.marker(this.#rows.activity.at(row));
      if (marker === 'closing') hasClosing = true;
      const step = marker !== null ? STEP[marker] : effect === 'end' ? STEP.complete : STEPS[effect];
      events.push(this.#items.at(row), this.#instants.at(row), step, row);
    }
    const counts = new Replay(log, this.#rows, events, hasClosing).run();
    file.notes.push(
      `Steps run from start to complete (${this.#lifecycle.name}): an item is in the step started last, between steps in the status Waiting, and suspended steps are blocked time.`,
      ...replayNotes(counts, hasClosing),
    );
  }

  #activity(row: number): string {
    return this.#rows.activities.value(this.#rows.activity.at(row));
  }

  #enter(row: number, status: number): void {
    const item = this.#items.at(row);
    const line = this.#rows.line.at(row);
    const { log } = this.#table;
    const transition = log.transition(item, this.#instants.at(row), EMPTY, status, this.#people.at(row), line);
    this.#rows.setFields(item, transition, row);
  }
}
