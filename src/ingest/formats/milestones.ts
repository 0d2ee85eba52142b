import { EMPTY } from '../../model/dictionary.ts';
import { PitwallError } from '../../model/errors.ts';
import { SNAPSHOT } from '../../model/item-fields.ts';
import type { CategoryColumn, InstantColumn, Table, TableFormat, TableSink } from '../format.ts';
import { currentPeople } from './current-people.ts';
import { type DateRole, ROLE_NAMES } from './date-roles.ts';
import { FieldColumns } from './field-columns.ts';
import { columnFor, noteMapping, requiredColumn } from './header-names.ts';
import { FIELD_NAMES, ID_NAMES, STATUS_NAMES } from './item-field-names.ts';
import { noteDuplicateItem } from './item-findings.ts';
import { probeMilestones } from './milestones/probe.ts';
import { type MilestoneItem, writeMilestones } from './milestones/write-milestones.ts';
import { hasId, noteUnreadable } from './required-cells.ts';

/** One row an item with the dates of its creation, start and finish, or two of them. */
export const milestones: TableFormat = {
  id: 'milestones',
  name: 'Created, started and finished dates (spreadsheets, lists of other tools)',
  tool: 'table',
  generic: true,
  shape: 'table',
  grade: 'milestones',
  description: 'One row an item with two or three dates of its life; it cannot tell where the time between them went.',
  howToGet: [
    'Export the list of items from your tool with the dates of creation, start and completion as columns.',
    'In a spreadsheet, keep one row an item with these dates, and save the sheet as CSV.',
  ],
  fields: {
    id: ID_NAMES.slice(0, 4).join(', '),
    created: (ROLE_NAMES.created as string[]).slice(0, 5).join(', '),
    started: (ROLE_NAMES.started as string[]).slice(0, 5).join(', '),
    finished: (ROLE_NAMES.finished as string[]).slice(0, 5).join(', '),
    status: 'State, Status (of today)',
    assignee: 'Assigned To, Assignee (of today)',
    type: 'Work Item Type, Type',
    title: 'Title, Name, Summary',
    points: 'Story Points, Effort, Size',
    labels: 'Tags, Labels',
    parent: 'Parent',
    resolution: 'Resolution',
  },
  probe: probeMilestones,
  open,
};

function open(table: Table): TableSink {
  const { log, file } = table;
  const ids = log.itemIdsOf(file.source);
  const id = table.category(requiredColumn(table, 'id', ID_NAMES), ids.dictionary);
  const created = openDate(table, 'created');
  const started = openDate(table, 'started');
  const finished = openDate(table, 'finished');
  const dates = [created, started, finished].filter((column) => column !== null);
  if (dates.length === 0) throw noDates(table);
  const status = openStatus(table);
  const fields = new FieldColumns(table, FIELD_NAMES);
  const takePeople = currentPeople(table);
  const slots = new Map<number, MilestoneItem>();

  return {
    row(line) {
      if (!hasId(table, id)) return;
      const item = ids.itemOf(id.id);
      let known = slots.get(item);
      if (known === undefined) {
        known = { item, line, created: Number.NaN, started: Number.NaN, finished: Number.NaN };
        slots.set(item, known);
        file.used++;
      } else {
        file.merged++;
        noteDuplicateItem(table, item, line);
      }
      known.created = latest(created, known.created);
      known.started = latest(started, known.started);
      known.finished = latest(finished, known.finished);
      for (const column of dates) noteUnreadable(table, column);
      if (status !== null && status.id !== EMPTY) log.currentStatus.set(item, status.id);
      fields.set(item, SNAPSHOT);
      takePeople?.(item);
    },
    end() {
      writeMilestones(table, [...slots.values()]);
    },
  };
}

function openDate(table: Table, role: DateRole): InstantColumn | null {
  const column = columnFor(table, role, ROLE_NAMES[role]);
  if (column === null) return null;
  noteMapping(table, role, column);
  return table.instant(column);
}

function openStatus(table: Table): CategoryColumn | null {
  const column = columnFor(table, 'to', STATUS_NAMES);
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
