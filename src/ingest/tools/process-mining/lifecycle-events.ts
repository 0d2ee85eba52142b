import { Float64Column, Int32Column } from '../../../model/log/columns.ts';
import { Dictionary, EMPTY } from '../../../model/log/dictionary.ts';
import { NOBODY } from '../../../model/people/people-sets.ts';
import type { Table, TableSink } from '../../format.ts';
import { noteMapping, requiredColumn } from '../../table/column-words/header-names.ts';
import { EVENT_NAMES, EventColumns } from './event-columns.ts';
import { EventRows } from './event-rows.ts';
import { ItemEvents, STEP } from './item-events.ts';
import { type LifecycleEffect, lifecycleEffect } from './lifecycle.ts';
import { Replay } from './replay.ts';
import { replayNotes } from './replay-notes.ts';
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
export function openLifecycleEvents(table: Table, lifecycleColumn: number): TableSink {
  const activities = new Dictionary();
  const columns = new EventColumns(table, activities);
  const lifecycles = new Dictionary();
  const lifecycle = table.category(lifecycleColumn, lifecycles);
  noteMapping(table, 'lifecycle', lifecycleColumn);
  const at = table.instant(requiredColumn(table, 'at', EVENT_NAMES.at));
  const rows = new EventRows(activities, columns.fields);
  const items = new Int32Column();
  const instants = new Float64Column();
  const lifecycleIds = new Int32Column();
  const people = new Int32Column();

  return {
    row(line) {
      if (!columns.isComplete() || !hasInstant(table, at)) return;
      items.push(columns.item());
      instants.push(at.at);
      lifecycleIds.push(lifecycle.id);
      people.push(columns.people());
      rows.push(columns.activity.id, Math.max(NOBODY, columns.people()), line);
      table.file.used++;
    },
    end() {
      const effects = lifecycles.values().map(lifecycleEffect);
      const own = lifecycles.values().filter((_, id) => effects[id] === null);
      if (own.length > 0) return composeStatuses(own);
      const hasStarts = lifecycleIds.values().some((id) => effects[id] === 'start');
      if (!hasStarts && !lifecycles.values().some((_, id) => effects[id] === 'queue')) {
        return enterActivities(effects as LifecycleEffect[]);
      }
      replay(effects as LifecycleEffect[]);
    },
  };

  /** The status is what both columns say together. */
  function composeStatuses(own: readonly string[]): void {
    table.file.rowPerTransition = true;
    const composed = new Map<number, number>();
    for (let row = 0; row < items.length; row++) {
      const pair = rows.activity.at(row) * lifecycles.size + lifecycleIds.at(row);
      let status = composed.get(pair);
      if (status === undefined) {
        const parts = [activities.value(rows.activity.at(row)), lifecycles.value(lifecycleIds.at(row))];
        status = table.log.statuses.id(parts.filter((part) => part !== '').join(' / '));
        composed.set(pair, status);
      }
      enter(row, status);
    }
    table.file.mapping.to = `{${columns.activity.name}} / {${lifecycle.name}}`;
    table.file.notes.push(
      `${lifecycle.name} holds more than the standard life cycle (${own.slice(0, 3).join(', ')}${own.length > 3 ? ' …' : ''}): the status is ${columns.activity.name} and ${lifecycle.name} together.`,
    );
  }

  /** Without starts, an event says when its activity became the item's status. */
  function enterActivities(effects: readonly LifecycleEffect[]): void {
    table.file.rowPerTransition = true;
    for (let row = 0; row < items.length; row++) {
      const effect = effects[lifecycleIds.at(row)] as LifecycleEffect;
      if (effect === 'suspend' || effect === 'resume') {
        table.log.flag(items.at(row), instants.at(row), effect === 'suspend');
      } else if (effect === 'drop') enter(row, table.log.statuses.id('Cancelled'));
      else if (effect !== 'abort') enter(row, table.log.statuses.id(activities.value(rows.activity.at(row))));
    }
    table.file.notes.push(
      `No step has a start in ${lifecycle.name}: each event is taken as the moment at which the item entered its activity as a status.`,
    );
  }

  function enter(row: number, status: number): void {
    const item = items.at(row);
    const line = rows.line.at(row);
    const transition = table.log.transition(item, instants.at(row), EMPTY, status, people.at(row), line);
    rows.setFields(item, transition, row);
  }

  /** With starts and ends, the rows are the ends of steps. */
  function replay(effects: readonly LifecycleEffect[]): void {
    const events = new ItemEvents();
    let hasClosing = false;
    for (let row = 0; row < items.length; row++) {
      const effect = effects[lifecycleIds.at(row)] as LifecycleEffect;
      const marker = rows.marker(rows.activity.at(row));
      if (marker === 'closing') hasClosing = true;
      const step = marker !== null ? STEP[marker] : effect === 'end' ? STEP.complete : STEPS[effect];
      events.push(items.at(row), instants.at(row), step, row);
    }
    const counts = new Replay(table.log, rows, events, hasClosing).run();
    table.file.notes.push(
      `Steps run from start to complete (${lifecycle.name}): an item is in the step started last, between steps in the status Waiting, and suspended steps are blocked time.`,
      ...replayNotes(counts, hasClosing),
    );
  }
}
