import { PitwallError } from '../../../model/errors.ts';
import { Dictionary, EMPTY } from '../../../model/log/dictionary.ts';
import { SNAPSHOT } from '../../../model/log/item-fields.ts';
import type { ItemIds } from '../../../model/log/item-ids.ts';
import { kindFromName } from '../../../model/status-words/kind-words.ts';
import type { CategoryColumn, InstantColumn, Table, TableSink } from '../../format.ts';
import { ROLE_NAMES } from '../../table/column-words/date-roles.ts';
import { FIELD_NAMES, STATUS_NAMES } from '../../table/column-words/field-names.ts';
import { columnFor, noteMapping } from '../../table/column-words/header-names.ts';
import { idColumn, stageCandidates, stageRun } from '../../table/stage-columns/stage-run.ts';
import { currentPeople } from '../shared/columns/current-people.ts';
import { FieldColumns } from '../shared/columns/field-columns.ts';
import { openDate } from '../shared/columns/open-columns.ts';
import { noteDuplicateItem, noteNoDates } from '../shared/item-table/item-findings.ts';
import { hasId, noteUnreadable, UNREADABLE } from '../shared/required-cells.ts';
import { openBlocked } from './blocked-ranges.ts';
import { DateColumn } from './date-columns.ts';
import { type StageItem, writeStages } from './write-stages.ts';

type Take = (item: number) => void;

/** Reads rows of items with the dates on which they came to each stage. */
export class StageRows implements TableSink {
  readonly #table: Table;
  readonly #ids: ItemIds;
  readonly #id: CategoryColumn;
  readonly #created: InstantColumn | null;
  readonly #fields: FieldColumns;
  readonly #status: CategoryColumn | null;
  readonly #takePeople: Take | null;
  readonly #takeBlocked: Take | null;
  /** Which of these are stages is known when all their cells are: a stage may be empty in the first thousand rows. */
  readonly #columns: ReadonlyMap<number, DateColumn>;
  readonly #items: StageItem[] = [];
  readonly #slots = new Map<number, number>();
  readonly #undated = new Set<number>();

  constructor(table: Table) {
    const { log, file, header, options } = table;
    this.#table = table;
    this.#ids = log.itemIdsOf(file.source);
    const idAt = options.fields.id ?? idColumn(header);
    noteMapping(table, 'id', idAt);
    this.#id = table.category(idAt, this.#ids.dictionary);
    this.#created = openDate(table, 'created', ROLE_NAMES.created);
    const fields = { ...FIELD_NAMES, status: STATUS_NAMES, 'blocked days': ['blocked days'] };
    this.#fields = new FieldColumns(table, fields);
    const statusAt = columnFor(table, 'to', STATUS_NAMES);
    this.#status = statusAt === null ? null : table.category(statusAt, new Dictionary());
    this.#takePeople = currentPeople(table);
    this.#takeBlocked = openBlocked(table);
    const candidates = stageCandidates(header, options.fields);
    this.#columns = new Map(candidates.map((column) => [column, new DateColumn(table, column)]));
  }

  row(line: number): void {
    if (!hasId(this.#table, this.#id)) return;
    const item = this.#ids.itemOf(this.#id.id);
    const slot = this.#slotOf(item, line);
    this.#fields.set(item, SNAPSHOT);
    this.#takeStatus(item);
    this.#takePeople?.(item);
    this.#takeBlocked?.(item);
    this.#takeCreated(item, slot);
    for (const column of this.#columns.values()) column.take(slot, line);
  }

  end(): void {
    const table = this.#table;
    const content = (column: number) => this.#columns.get(column)?.content ?? 'other';
    const run = stageRun(table.header, content, table.options.fields);
    const stages = run.map((column) => this.#columns.get(column) as DateColumn);
    // A file of no rows has no stages to find, and no need of them.
    if (stages.length === 0 && this.#items.length > 0) throw noStages(table);
    noteStages(table, stages);
    noteBadCells(table, stages);
    writeStages(table, stages, this.#items);
    for (const [slot, { item, line }] of this.#items.entries()) {
      const isUndated = this.#undated.has(slot) && stages.every((stage) => Number.isNaN(stage.at(slot)));
      if (isUndated) noteNoDates(table, item, line);
    }
  }

  /** Accounts for the row; its item has one slot in every column, whatever rows it has. */
  #slotOf(item: number, line: number): number {
    const { file } = this.#table;
    const known = this.#slots.get(item);
    if (known !== undefined) {
      file.merged++;
      noteDuplicateItem(this.#table, item, line);
      return known;
    }
    const slot = this.#items.push({ item, line }) - 1;
    this.#slots.set(item, slot);
    file.used++;
    return slot;
  }

  /**
   * Sets the status of today where it is one that the words know, or is mapped: the dates say where items were, and the
   * status whether they are over.
   */
  #takeStatus(item: number): void {
    const status = this.#status;
    if (status === null || status.id === EMPTY) return;
    const { log, options } = this.#table;
    const name = status.dictionary.value(status.id);
    if (Object.hasOwn(options.fields, 'to') || kindFromName(name) !== null)
      log.currentStatus.set(item, log.statuses.id(name));
  }

  #takeCreated(item: number, slot: number): void {
    const created = this.#created;
    if (created !== null) {
      noteUnreadable(this.#table, created);
      this.#table.log.creation(item, created.at);
    }
    if (created === null || Number.isNaN(created.at)) this.#undated.add(slot);
  }
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
