import { EMPTY } from '../../../model/log/dictionary.ts';
import type { InstantColumn, Table, TableSink } from '../../format.ts';
import { requiredColumn } from '../../table/column-words/header-names.ts';
import { UNREADABLE } from '../shared/required-cells.ts';
import { EVENT_NAMES, EventColumns } from './event-columns.ts';

/** How the rows of such a log are taken. */
export const STATUS_EVENTS = 'Each event is taken as the moment at which the item entered its activity as a status.';

/** Reads an event log without life cycle and starts: an event is the moment at which its activity is entered. */
export function openStatusEvents(table: Table): TableSink {
  const columns = new EventColumns(table, table.log.statuses);
  const at = table.instant(requiredColumn(table, 'at', EVENT_NAMES.at));
  table.file.rowPerTransition = true;
  table.file.logsActivities = true;
  table.file.notes.push(STATUS_EVENTS);
  return {
    row(line) {
      if (!columns.isComplete() || !hasInstant(table, at)) return;
      const item = columns.item();
      const row = table.log.transition(item, at.at, EMPTY, columns.activity.id, columns.people(), line);
      columns.fields.set(item, row);
      table.file.used++;
    },
  };
}

/** True if the row says when; else it is rejected. */
export function hasInstant(table: Table, at: InstantColumn): boolean {
  if (!Number.isNaN(at.at)) return true;
  table.reject('unreadable-date', UNREADABLE, at.text());
  return false;
}
