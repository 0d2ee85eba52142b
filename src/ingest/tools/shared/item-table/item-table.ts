import { PitwallError } from '../../../../model/errors.ts';
import { EMPTY } from '../../../../model/log/dictionary.ts';
import { SNAPSHOT } from '../../../../model/log/item-fields.ts';
import type { CategoryColumn, InstantColumn, Table, TableSink } from '../../../format.ts';
import { columnFor, noteMapping, requiredColumn } from '../../../table/column-words/header-names.ts';
import { currentPeople, type PeopleNames } from '../columns/current-people.ts';
import { FieldColumns } from '../columns/field-columns.ts';
import { hasId, noteUnreadable } from '../required-cells.ts';
import { noteDuplicateItem } from './item-findings.ts';
import { setField } from './item-snapshot.ts';
import { type MilestoneItem, writeMilestones } from './write-milestones.ts';

/** Which columns of a table with one row an item hold what: the names of each, the one to prefer first. */
export interface ItemColumns {
  id: readonly string[];
  /** The word that stands for an empty cell, where the tool has one. */
  nothing?: string;
  created: readonly string[];
  started: readonly string[];
  finished: readonly string[];
  /** The column with the date on which an item was given up, where the tool has one: its name becomes the resolution. */
  dropped?: readonly string[];
  /** The column with the offset from UTC of a row's dates, where the tool has one. */
  offset?: readonly string[];
  /** Null where the status is not a column's matter. */
  status: readonly string[] | null;
  /** True where a tool has statuses that say how an item ended, and no resolutions: `Rejected` is one of both. */
  statusResolves?: true;
  people: PeopleNames;
  fields: Readonly<Record<string, readonly string[]>>;
}

/** What a format does besides; its columns are asked for after those of the items. */
export interface ItemRows {
  /** A row that was used or merged, with its item. */
  row?(item: number, line: number): void;
  end?(): void;
}

/** Reads a table with one row an item: its dates, its status and people of today, and its fields. */
export function openItemTable(table: Table, columns: ItemColumns, besides: () => ItemRows = () => ({})): TableSink {
  const { log, file } = table;
  const ids = log.itemIdsOf(file.source);
  const id = table.category(requiredColumn(table, 'id', columns.id), ids.dictionary);
  const nothing = ids.dictionary.id(columns.nothing ?? '');
  const offset = table.find(...(columns.offset ?? []));
  const openDate = (role: string, names: readonly string[]) => {
    const column = columnFor(table, role, names);
    if (column === null) return null;
    noteMapping(table, role, column);
    return table.instant(column, offset === -1 ? undefined : offset);
  };
  const created = openDate('created', columns.created);
  const started = openDate('started', columns.started);
  const finished = openDate('finished', columns.finished);
  const dropped = openDate('dropped', columns.dropped ?? []);
  // A user who knows of a date that the tool's export has not by itself.
  if (file.grade === 'snapshot' && (started !== null || finished !== null)) file.grade = 'milestones';
  const dates = [created, started, finished, dropped].filter((column) => column !== null);
  if (dates.length === 0 && file.grade === 'milestones') throw noDates(table);
  const status = openStatus(table, columns.status);
  const fields = new FieldColumns(table, columns.fields);
  const takePeople = currentPeople(table, columns.people);
  const also = besides();
  const slots = new Map<number, MilestoneItem>();

  return {
    row(line) {
      if (!hasId(table, id, nothing)) return;
      const item = ids.itemOf(id.id);
      let known = slots.get(item);
      if (known === undefined) {
        known = { item, line, created: Number.NaN, started: Number.NaN, finished: Number.NaN };
        slots.set(item, known);
        log.upgradeGrade(item, file.grade);
        file.used++;
      } else {
        file.merged++;
        noteDuplicateItem(table, item, line);
      }
      known.created = latest(created, known.created);
      known.started = latest(started, known.started);
      known.finished = latest(finished, known.finished);
      if (dropped !== null && !Number.isNaN(dropped.at) && Number.isNaN(known.finished)) {
        known.finished = dropped.at;
        setField(log, item, 'resolution', dropped.name);
      }
      for (const column of dates) noteUnreadable(table, column);
      if (status !== null && status.id !== EMPTY) log.currentStatus.set(item, status.id);
      if (columns.statusResolves === true && status !== null && !Number.isNaN(known.finished))
        setField(log, item, 'resolution', log.statuses.value(status.id));
      fields.set(item, SNAPSHOT);
      takePeople?.(item);
      also.row?.(item, line);
    },
    end() {
      if (file.grade === 'snapshot') for (const item of slots.values()) log.creation(item.item, item.created);
      else writeMilestones(table, [...slots.values()]);
      also.end?.();
    },
  };
}

function openStatus(table: Table, names: readonly string[] | null): CategoryColumn | null {
  const column = names === null ? null : columnFor(table, 'to', names);
  if (column === null) return null;
  noteMapping(table, 'status', column);
  return table.category(column, table.log.statuses);
}

/** The row's date, or what an earlier row of the item said. */
function latest(column: InstantColumn | null, known: number): number {
  return column === null || Number.isNaN(column.at) ? known : column.at;
}

function noDates(table: Table): PitwallError {
  return new PitwallError(
    'missing-column',
    'there is no column of creation, start or finish dates',
    table.file.file,
    'Name one: --map created=<column>, --map started=<column>, --map finished=<column>.',
  );
}
