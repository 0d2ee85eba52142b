import { Dictionary } from '../../model/dictionary.ts';
import type { CategoryColumn, Table } from '../format.ts';

/** A column of people's names: several stand apart by `;` or `|`, and a mail address after a name is not part of it. */
export class PeopleColumn {
  readonly #table: Table;
  readonly #cells = new Dictionary();
  readonly #column: CategoryColumn;
  readonly #sets: (number | undefined)[] = [];

  constructor(table: Table, column: number | string) {
    this.#table = table;
    this.#column = table.category(column, this.#cells);
  }

  /** The current row's people, as a set of `log.people`. */
  set(): number {
    const cell = this.#column.id;
    this.#sets[cell] ??= this.#table.log.people.id(peopleIn(this.#cells.value(cell)));
    return this.#sets[cell] as number;
  }
}

function peopleIn(cell: string): string[] {
  return cell.split(/[;|]/).map((person) => person.replace(/(?<=\S)\s*<[^>]*>\s*$/, ''));
}
