import { type Dictionary, EMPTY } from '../../../model/log/dictionary.ts';
import { NOT_STATED } from '../../../model/log/event-log.ts';
import type { CategoryColumn, Table } from '../../format.ts';
import { columnFor, noteMapping, requiredColumn } from '../../table/column-words/header-names.ts';
import { FieldColumns } from '../shared/columns/field-columns.ts';
import { PeopleColumn } from '../shared/columns/people-column.ts';
import { hasId } from '../shared/required-cells.ts';

/** The columns of an event log and their names, XES names first. */
export const EVENT_NAMES = {
  id: ['case:concept:name', 'case_id', 'case id', 'caseid', 'case'],
  activity: ['concept:name', 'activity', 'task', 'event'],
  at: ['time:timestamp', 'timestamp', 'complete timestamp', 'end_time', 'end_timestamp'],
  start: ['start_timestamp', 'start_time', 'start timestamp'],
  lifecycle: ['lifecycle:transition'],
  resource: ['org:resource', 'resource'],
  team: ['org:group'],
} as const satisfies Record<string, readonly string[]>;

/** What an item's case attributes are found under, besides their bare names. */
const CASE_PREFIXES = ['case:'];

/** The columns that every event log has. */
export class EventColumns {
  readonly table: Table;
  readonly activity: CategoryColumn;
  readonly fields: FieldColumns;
  readonly #id: CategoryColumn;
  readonly #people: PeopleColumn | null;

  constructor(table: Table, activities: Dictionary) {
    this.table = table;
    this.#id = table.category(
      requiredColumn(table, 'id', EVENT_NAMES.id),
      table.log.itemIdsOf(table.file.source).dictionary,
    );
    this.activity = table.category(requiredColumn(table, 'to', EVENT_NAMES.activity), activities);
    const resource = columnFor(table, 'assignee', EVENT_NAMES.resource);
    this.#people = resource === null ? null : new PeopleColumn(table, resource);
    if (resource !== null) noteMapping(table, 'assignee', resource);
    table.file.assignees = resource === null ? 'none' : 'full';
    this.fields = new FieldColumns(
      table,
      {
        team: EVENT_NAMES.team,
        title: [],
        type: [],
        points: [],
        priority: [],
        parent: [],
        labels: [],
        url: [],
        resolution: [],
      },
      CASE_PREFIXES,
    );
  }

  /** True if the row names its case and its activity; else it is rejected. */
  isComplete(): boolean {
    if (!hasId(this.table, this.#id)) return false;
    if (this.activity.id !== EMPTY) return true;
    this.table.reject('missing-status', 'Rows without an activity', '');
    return false;
  }

  item(): number {
    return this.table.log.itemIdsOf(this.table.file.source).itemOf(this.#id.id);
  }

  people(): number {
    return this.#people === null ? NOT_STATED : this.#people.set();
  }
}
