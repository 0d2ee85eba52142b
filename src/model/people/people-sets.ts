/** The id of the empty set: nobody is assigned. */
export const NOBODY = 0;

/** Sets of people, each given a small integer. People are trimmed and compared exactly; the order of a set does not count. */
export class PeopleSets {
  readonly #ids = new Map<string, number>([['', NOBODY]]);
  readonly #members: (readonly string[])[] = [[]];

  get size(): number {
    return this.#members.length;
  }

  /** The id of the set of these people; empty names are left out. */
  id(people: readonly string[]): number {
    const members = [...new Set(people.map((person) => person.trim()).filter((person) => person !== ''))].sort();
    const key = members.join('\u0000');
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.#members.length;
    this.#members.push(members);
    this.#ids.set(key, id);
    return id;
  }

  /**
   * Gives everybody another name, in every set and so in every output.
   * @param nameOf the new name of each: two people must not get the same
   */
  rename(nameOf: (person: string) => string): void {
    this.#ids.clear();
    for (const [id, members] of this.#members.entries()) {
      const renamed = members.map(nameOf).sort();
      this.#members[id] = renamed;
      this.#ids.set(renamed.join('\u0000'), id);
    }
  }

  /** The people of a set, sorted. */
  members(id: number): readonly string[] {
    return this.#members[id] as readonly string[];
  }

  /** True if the two sets have somebody in common. */
  share(a: number, b: number): boolean {
    if (a === b) return a !== NOBODY;
    const own = this.members(a);
    const others = this.members(b);
    // Two sets of one person each would be the same set.
    if (own.length === 1 && others.length === 1) return false;
    // Both are sorted: one walk through the two finds a name that is in both.
    for (let i = 0, j = 0; i < own.length && j < others.length; ) {
      if (own[i] === others[j]) return true;
      if ((own[i] as string) < (others[j] as string)) i++;
      else j++;
    }
    return false;
  }
}
