import type { PeopleSets } from '../../../model/people/people-sets.ts';

/** The people of a log as small integers, so that hours and rates can be columns. */
export class Staff {
  readonly names: readonly string[];
  readonly #members: readonly Int32Array[];

  constructor(people: PeopleSets) {
    const numbers = new Map<string, number>();
    const numberOf = (name: string): number => {
      const known = numbers.get(name);
      if (known !== undefined) return known;
      numbers.set(name, numbers.size);
      return numbers.size - 1;
    };
    this.#members = Array.from({ length: people.size }, (_, set) => Int32Array.from(people.members(set), numberOf));
    this.names = [...numbers.keys()];
  }

  /** The people of a set; none for nobody. */
  of(set: number): Int32Array {
    return this.#members[set] as Int32Array;
  }

  /** The nameless person who has what nobody is assigned to in a stage. */
  nameless(stage: number): number {
    return this.names.length + stage;
  }
}
