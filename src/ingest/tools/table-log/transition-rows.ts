import { EMPTY } from '../../../model/log/dictionary.ts';
import { NOT_STATED } from '../../../model/log/event-log.ts';
import { NOBODY } from '../../../model/people/people-sets.ts';
import type { CategoryColumn, InstantColumn, Table, TableSink } from '../../format.ts';
import { requiredColumn } from '../../table/column-words/header-names.ts';
import { FieldColumns } from '../shared/columns/field-columns.ts';
import { AssigneeCells, BlockedCells, ChangeKinds } from './transition-cells.ts';
import { openColumn, TRANSITION_FIELDS, TRANSITION_NAMES, type TransitionColumn } from './transition-columns.ts';

/** Reads the rows of a transition log. */
export class TransitionRows implements TableSink {
  readonly #table: Table;
  readonly #items: ReturnType<Table['log']['itemIdsOf']>;
  readonly #id: CategoryColumn;
  readonly #to: CategoryColumn;
  readonly #at: InstantColumn;
  readonly #from: CategoryColumn | null;
  readonly #created: InstantColumn | null;
  readonly #people: AssigneeCells;
  readonly #assignee: CategoryColumn | null;
  readonly #blocks: BlockedCells;
  readonly #blocked: CategoryColumn | null;
  readonly #kinds = new ChangeKinds();
  readonly #field: CategoryColumn | null;
  /** The changed value as a name and as a flag, where a `field` column says that it may be one. */
  readonly #toPeople: CategoryColumn | null;
  readonly #toBlocked: CategoryColumn | null;
  readonly #fields: FieldColumns;
  readonly #firstItem: number;
  #assigned = false;
  #hasAssignees = false;

  constructor(table: Table) {
    this.#table = table;
    const { log, file } = table;
    const category = (column: TransitionColumn, dictionary: CategoryColumn['dictionary']) => {
      const source = openColumn(table, column);
      return source === null ? null : table.category(source, dictionary);
    };
    for (const column of ['id', 'to', 'at'] as const) {
      // Says what is missing where the format was forced on a file that lacks it.
      if (openColumn(table, column) === null) requiredColumn(table, column, TRANSITION_NAMES[column]);
    }
    this.#items = log.itemIdsOf(file.source);
    this.#firstItem = log.itemCount;
    this.#people = new AssigneeCells(log.people);
    this.#blocks = new BlockedCells(log.reasons);
    this.#id = category('id', this.#items.dictionary) as CategoryColumn;
    this.#to = category('to', log.statuses) as CategoryColumn;
    this.#at = table.instant(openColumn(table, 'at') as string);
    this.#from = category('from', log.statuses);
    const created = openColumn(table, 'created');
    this.#created = created === null ? null : table.instant(created);
    this.#assignee = category('assignee', this.#people.dictionary);
    this.#blocked = category('blocked', this.#blocks.dictionary);
    this.#field = category('field', this.#kinds.dictionary);
    this.#toPeople = this.#field === null ? null : category('to', this.#people.dictionary);
    this.#toBlocked = this.#field === null ? null : category('to', this.#blocks.dictionary);
    this.#fields = new FieldColumns(table, TRANSITION_FIELDS);
    file.assignees = this.#assignee === null ? 'none' : 'full';
    file.rowPerTransition = true;
  }

  row(line: number): void {
    const table = this.#table;
    if (this.#id.id === EMPTY) {
      table.reject(
        'missing-id',
        'Rows have no id, so that it is open which item they belong to',
        this.#to.dictionary.value(this.#to.id),
      );
      return;
    }
    const at = this.#at.at;
    if (Number.isNaN(at)) {
      table.reject('unreadable-date', 'Dates are missing or cannot be read', this.#at.text());
      return;
    }
    const kind = this.#field === null ? 'status' : this.#kinds.kind(this.#field.id);
    if (kind === 'status') this.#transition(at, line);
    else if (kind === 'other') {
      const name = this.#kinds.dictionary.value((this.#field as CategoryColumn).id);
      table.reject('other-field', 'Changes of other fields than the status were left aside', name);
    } else {
      const item = this.#items.itemOf(this.#id.id);
      if (kind === 'assignee') {
        this.#assigned = true;
        table.log.assignment(item, at, this.#people.set((this.#toPeople as CategoryColumn).id));
      } else this.#flag(item, at, -1, (this.#toBlocked as CategoryColumn).id);
      table.file.used++;
    }
  }

  end(): void {
    const { log, file } = this.#table;
    // Whether such rows come, and whether a column of assignees holds any, shows only now.
    const isEmpty = this.#assignee !== null && !this.#hasAssignees;
    if (!this.#assigned && !isEmpty) return;
    file.assignees = this.#assigned ? 'full' : 'none';
    if (isEmpty) delete file.mapping.assignee;
    const known = this.#assigned ? 1 : 0;
    for (let item = this.#firstItem; item < log.itemCount; item++) log.assigneesKnown.set(item, known);
  }

  #transition(at: number, line: number): void {
    const { log, file } = this.#table;
    if (this.#to.id === EMPTY) {
      this.#table.reject(
        'missing-status',
        'Rows do not say which status the item changed to',
        this.#items.dictionary.value(this.#id.id),
      );
      return;
    }
    const item = this.#items.itemOf(this.#id.id);
    const people = this.#assignee === null ? NOT_STATED : this.#people.set(this.#assignee.id);
    this.#hasAssignees ||= people > NOBODY;
    const transition = log.transition(item, at, this.#from?.id ?? EMPTY, this.#to.id, people, line);
    this.#fields.set(item, transition);
    if (this.#blocked !== null) this.#flag(item, at, transition, this.#blocked.id);
    if (this.#created !== null) {
      if (this.#created.unreadable)
        this.#table.badCell('unreadable-created', 'Creation dates cannot be read', this.#created.text());
      else log.creation(item, this.#created.at);
    }
    file.used++;
  }

  #flag(item: number, at: number, transition: number, cell: number): void {
    this.#table.log.flag(item, at, this.#blocks.isSet(cell), transition, this.#blocks.reason(cell));
  }
}
