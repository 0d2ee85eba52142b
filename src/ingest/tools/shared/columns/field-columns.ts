import type { FieldStore } from '../../../../model/log/item-fields.ts';
import type { CategoryColumn, Table } from '../../../format.ts';
import { columnFor, findName, noteMapping } from '../../../table/column-words/header-names.ts';

interface FieldColumn {
  store: FieldStore;
  column: CategoryColumn;
}

/** The columns of a table that are kept as fields of its items: the known ones it has, and those the user asked for. */
export class FieldColumns {
  readonly #columns: FieldColumn[] = [];

  /**
   * @param names field → names of its column
   * @param prefixes what may come before the name of a column that the user asks for, such as `case:`
   */
  constructor(table: Table, names: Readonly<Record<string, readonly string[]>>, prefixes: readonly string[] = []) {
    const open = (field: string, column: number | string) => {
      const store = table.log.field(field);
      this.#columns.push({ store, column: table.category(column, store.dictionary) });
      noteMapping(table, field, column);
    };
    for (const [field, known] of Object.entries(names)) {
      const column = columnFor(table, field, known);
      if (column !== null) open(field, column);
    }
    for (const field of table.options.extraFields) {
      if (Object.hasOwn(table.file.mapping, field)) continue;
      const column = findName(table.header, [field, ...prefixes.map((prefix) => prefix + field)]);
      if (column !== -1) open(field, column);
    }
  }

  get count(): number {
    return this.#columns.length;
  }

  /** Gives the item the current row's values; `row` is a transition of the log or SNAPSHOT. */
  set(item: number, row: number): void {
    for (const { store, column } of this.#columns) store.set(item, row, column.id);
  }

  /** The current row's value of one column, to be set later. */
  current(index: number): number {
    return (this.#columns[index] as FieldColumn).column.id;
  }

  /** Sets a value that was kept. */
  setKept(index: number, item: number, row: number, value: number): void {
    (this.#columns[index] as FieldColumn).store.set(item, row, value);
  }
}
