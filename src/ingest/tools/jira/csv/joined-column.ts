import { Dictionary, EMPTY } from '../../../../model/log/dictionary.ts';
import type { CategoryColumn, Table } from '../../../format.ts';

/** Columns of one name, as Jira writes fields of several values: each cell holds one of them. */
export class JoinedColumn {
  readonly #columns: readonly CategoryColumn[];

  constructor(table: Table, columns: readonly number[]) {
    const cells = new Dictionary();
    this.#columns = columns.map((column) => table.category(column, cells));
  }

  /** The values of the current row, from left to right. */
  values(): string[] {
    const values: string[] = [];
    for (const { id, dictionary } of this.#columns) if (id !== EMPTY) values.push(dictionary.value(id));
    return values;
  }
}
