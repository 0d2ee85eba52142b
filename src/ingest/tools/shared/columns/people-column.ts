import { Dictionary } from '../../../../model/log/dictionary.ts';
import type { CategoryColumn, Table } from '../../../format.ts';

/** A column of people's names: several are separated by `;` or `|`, and a mail address after a name is not part of it. */
export class PeopleColumn {
  readonly #table: Table;
  readonly #cells = new Dictionary();
  readonly #column: CategoryColumn;
  readonly #split: (cell: string) => readonly string[];
  readonly #sets: (number | undefined)[] = [];

  /** @param split the people that a cell names */
  constructor(table: Table, column: number | string, split: (cell: string) => readonly string[] = peopleIn) {
    this.#table = table;
    this.#split = split;
    this.#column = table.category(column, this.#cells);
  }

  /** The current row's people, as a set of `log.people`. */
  set(): number {
    const cell = this.#column.id;
    this.#sets[cell] ??= this.#table.log.people.id(this.#split(this.#cells.value(cell)));
    return this.#sets[cell] as number;
  }
}

/** The people in a cell such as `Ana <ana@example.test>; Ben`. */
export function peopleIn(cell: string): string[] {
  return cell.split(/[;|]/).map((person) => person.replace(/(?<=\S)\s*<[^>]*>\s*$/, ''));
}
