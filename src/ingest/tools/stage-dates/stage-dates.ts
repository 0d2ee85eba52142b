import { PitwallError } from '../../../model/errors.ts';
import { Dictionary } from '../../../model/log/dictionary.ts';
import { SNAPSHOT } from '../../../model/log/item-fields.ts';
import type { InstantColumn, Table, TableFormat, TableSink } from '../../format.ts';
import { ROLE_NAMES } from '../../table/column-words/date-roles.ts';
import { FIELD_NAMES, STATUS_NAMES } from '../../table/column-words/field-names.ts';
import { columnFor, findName, noteMapping } from '../../table/column-words/header-names.ts';
import { currentPeople } from '../shared/columns/current-people.ts';
import { FieldColumns } from '../shared/columns/field-columns.ts';
import { noteDuplicateItem, noteNoDates } from '../shared/item-table/item-findings.ts';
import { hasId, noteUnreadable, UNREADABLE } from '../shared/required-cells.ts';
import { probeStageDates } from '../shared/stage-columns/probe-stage-dates.ts';
import { idColumn, stageCandidates, stageRun } from '../shared/stage-columns/stage-run.ts';
import { readBlockedRanges } from './blocked-ranges.ts';
import { DateColumn } from './date-columns.ts';
import { type StageItem, writeStages } from './write-stages.ts';

/** One row an item, one column a stage, each cell the date on which the item entered the stage. */
export const stageDates: TableFormat = {
  id: 'stage-dates',
  name: 'One date column a stage (ActionableAgile, Nave, jira-agile-metrics, spreadsheets)',
  tool: 'table',
  generic: true,
  shape: 'table',
  grade: 'stage-dates',
  description:
    'One row an item with the date it entered each stage, the columns in the order of the work; it cannot tell of stages entered twice.',
  howToGet: [
    'In a flow-metrics tool, export or save the data as CSV; or keep a sheet with one row an item and one column a stage.',
    'Put the columns in the order of the work and the date of entry into each cell; leave a stage that was skipped empty.',
    'Save the sheet as CSV, with dates as 2026-03-31.',
  ],
  fields: {
    id: 'ID, Key, or the first column',
    'stage 1 … stage n': 'neighbouring columns of dates, except those such as Updated, Due or Last viewed',
    created: 'Created',
    title: 'Name, Title, Summary',
    type: 'Type',
    assignee: 'Assignee, Owner (of today)',
    points: 'Story Points, Points, Estimate',
    status: 'Status, State (a field only: the stages are the statuses)',
    blocked: 'Blocked Date Range: [dd/MM/yyyy-dd/MM/yyyy]|…',
  },
  probe: probeStageDates,
  open,
};

function open(table: Table): TableSink {
  const { log, file, options } = table;
  const ids = log.itemIdsOf(file.source);
  const idAt = options.fields.id ?? idColumn(table.header);
  noteMapping(table, 'id', idAt);
  const id = table.category(idAt, ids.dictionary);
  const created = openCreated(table);
  const fields = new FieldColumns(table, { ...FIELD_NAMES, status: STATUS_NAMES, 'blocked days': ['blocked days'] });
  const takePeople = currentPeople(table);
  const takeBlocked = openBlocked(table);
  // Which of these are stages is known when all their cells are: a stage may be empty in the first thousand rows.
  const candidates = stageCandidates(table.header, options.fields);
  const columns = new Map(candidates.map((column) => [column, new DateColumn(table, column)]));
  const items: StageItem[] = [];
  const slots = new Map<number, number>();
  const undated = new Set<number>();

  return {
    row(line) {
      if (!hasId(table, id)) return;
      const item = ids.itemOf(id.id);
      let slot = slots.get(item);
      if (slot === undefined) {
        slot = items.push({ item, line }) - 1;
        slots.set(item, slot);
        file.used++;
      } else {
        file.merged++;
        noteDuplicateItem(table, item, line);
      }
      fields.set(item, SNAPSHOT);
      takePeople?.(item);
      takeBlocked?.(item);
      if (created !== null) {
        noteUnreadable(table, created);
        log.creation(item, created.at);
        if (Number.isNaN(created.at)) undated.add(slot);
      } else undated.add(slot);
      for (const column of columns.values()) column.take(slot, line);
    },
    end() {
      const stages = stageRun(table.header, (column) => columns.get(column)?.content ?? 'other', options.fields).map(
        (column) => columns.get(column) as DateColumn,
      );
      // A file of no rows has no stages to find, and no need of them.
      if (stages.length === 0 && items.length > 0) throw noStages(table);
      noteStages(table, stages);
      noteBadCells(table, stages);
      writeStages(table, stages, items);
      for (const [slot, { item, line }] of items.entries()) {
        if (undated.has(slot) && stages.every((stage) => Number.isNaN(stage.at(slot)))) noteNoDates(table, item, line);
      }
    },
  };
}

function openCreated(table: Table): InstantColumn | null {
  const column = columnFor(table, 'created', ROLE_NAMES.created);
  if (column === null) return null;
  noteMapping(table, 'created', column);
  return table.instant(column);
}

/** Opens the column of blocked date ranges, which become flags set and cleared. */
function openBlocked(table: Table): ((item: number) => void) | null {
  const column = findName(table.header, ['blocked date range', 'blocked date ranges']);
  if (column === -1) return null;
  noteMapping(table, 'blocked', column);
  const cells = new Dictionary();
  const cell = table.category(column, cells);
  return (item) => {
    const text = cells.value(cell.id);
    if (text === '') return;
    const ranges = readBlockedRanges(text, table.options.timeZone);
    if (ranges === null)
      table.badCell(
        'unreadable-range',
        'Cells of blocked time that are no date ranges: [05/01/2026-09/01/2026]|…',
        text,
      );
    for (const { from, to } of ranges ?? []) {
      table.log.flag(item, from, true);
      if (!Number.isNaN(to)) table.log.flag(item, to, false);
    }
  };
}

function noteStages(table: Table, stages: readonly DateColumn[]): void {
  const names = stages.map((stage) => stage.name.trim());
  table.file.stageOrder = names;
  for (const [index, name] of names.entries()) table.file.mapping[`stage ${index + 1}`] = name;
  table.file.notes.push(`Stages, in the order of the columns: ${names.join(' → ')}.`);
}

function noteBadCells(table: Table, stages: readonly DateColumn[]): void {
  for (const stage of stages) {
    for (const [index, { line, value }] of stage.bad.entries()) {
      // The cells beyond those that were kept are counted with the last of them.
      const rest = index === stage.bad.length - 1 ? stage.badCount - stage.bad.length : 0;
      table.log.findings.add(
        'unreadable-date',
        () => ({
          weight: 'error',
          message: UNREADABLE,
          cure: 'Write dates in one of the layouts of the format guide, best as ISO 8601 (2026-03-02).',
        }),
        { file: table.file.file, line, value },
        1 + rest,
      );
    }
  }
}

function noStages(table: Table): PitwallError {
  return new PitwallError(
    'no-stages',
    'there are no two neighbouring columns of dates besides those of creation, start and finish',
    table.file.file,
    'Put the columns of the stages side by side, in the order of the work; for start and finish dates alone use --input milestones.',
  );
}
