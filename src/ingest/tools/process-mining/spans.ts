import { Dictionary } from '../../../model/log/dictionary.ts';
import { NOBODY } from '../../../model/people/people-sets.ts';
import type { Table, TableSink } from '../../format.ts';
import { requiredColumn } from '../../table/column-words/header-names.ts';
import { UNREADABLE } from '../shared/required-cells.ts';
import { EVENT_NAMES, EventColumns } from './event-columns.ts';
import { EventRows } from './event-rows.ts';
import { ItemEvents, STEP } from './item-events.ts';
import { Replay } from './replay.ts';
import { replayNotes } from './replay-notes.ts';

/** Reads an event log whose rows are steps with a start and an end. */
export function openSpans(table: Table): TableSink {
  const activities = new Dictionary();
  const columns = new EventColumns(table, activities);
  const start = table.instant(requiredColumn(table, 'started', EVENT_NAMES.start));
  const end = table.instant(requiredColumn(table, 'at', EVENT_NAMES.at));
  const rows = new EventRows(activities, columns.fields);
  const events = new ItemEvents();
  let hasClosing = false;
  let running = 0;
  return {
    row(line) {
      if (!columns.isComplete()) return;
      if (start.unreadable || end.unreadable || (Number.isNaN(start.at) && Number.isNaN(end.at))) {
        const bad = start.unreadable ? start : end;
        table.reject('unreadable-date', UNREADABLE, bad.text());
        return;
      }
      if (end.at < start.at) {
        table.reject('span-end-before-start', 'Steps that end before they start', `${start.text()} – ${end.text()}`);
        return;
      }
      const item = columns.item();
      const row = rows.push(columns.activity.id, Math.max(NOBODY, columns.people()), line);
      const marker = start.at === end.at ? rows.marker(columns.activity.id) : null;
      if (marker !== null) {
        events.push(item, end.at, STEP[marker], row);
        if (marker === 'closing') hasClosing = true;
      } else if (Number.isNaN(start.at)) events.push(item, end.at, STEP.happen, row);
      else {
        events.push(item, start.at, STEP.start, row);
        // A step without an end is still running.
        if (Number.isNaN(end.at)) running++;
        else events.push(item, end.at, STEP.end, row);
      }
      table.file.used++;
    },
    end() {
      const counts = new Replay(table.log, rows, events, hasClosing).run();
      table.file.notes.push(
        `Rows are steps from ${start.name} to ${end.name}: an item is in the step started last, and between steps in the status Waiting.`,
        ...replayNotes(counts, hasClosing),
      );
      if (running > 0) table.file.notes.push(`Steps without an end are taken as still running (${running}).`);
    },
  };
}
