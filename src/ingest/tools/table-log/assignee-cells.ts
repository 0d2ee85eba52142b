import { Dictionary } from '../../../model/log/dictionary.ts';
import type { PeopleSets } from '../../../model/people/people-sets.ts';

/** Cells that name assignees: each different cell is taken apart once. */
export class AssigneeCells {
  readonly dictionary = new Dictionary();
  readonly #people: PeopleSets;
  readonly #sets: number[] = [];

  constructor(people: PeopleSets) {
    this.#people = people;
  }

  /** The set of people that a cell of the dictionary names: several are set apart by `;` or `|`. */
  set(cell: number): number {
    this.#sets[cell] ??= this.#people.id(this.dictionary.value(cell).split(/[;|]/));
    return this.#sets[cell];
  }
}
