import { splitNames } from '../shared/text-patterns.ts';
import type { List } from './board.ts';

/** What actions call a list; the latest name is kept. */
export type CalledLists = Map<string, { name: string; at: number }>;

/** Keeps what an action calls a list, for one that the board has no more. */
export function learnName(called: CalledLists, id: string, name: string, at: number): void {
  const known = called.get(id);
  if (name === '' || (known !== undefined && (at < known.at || (at === known.at && name >= known.name)))) return;
  called.set(id, { name, at });
}

/**
 * What a board's lists are called: a list that was renamed is one list under its name of today, and two lists of one
 * name are two.
 */
export class ListNames {
  readonly #names = new Map<string, string>();
  readonly #called: CalledLists;
  readonly #closed = new Set<string>();
  /** Names that more than one list has, for a note. */
  readonly repeated: string[] = [];
  /** All names of the board's lists, from the left to the right. */
  readonly order: readonly string[];

  /** @param lists as they are today */
  constructor(lists: readonly List[], called: CalledLists) {
    this.#called = called;
    // Of lists of one name, the one in use keeps it.
    const ordered = [...lists].sort(
      (a, b) => Number(a.closed) - Number(b.closed) || a.position - b.position || (a.id < b.id ? -1 : 1),
    );
    const seen = new Map<string, number>();
    for (const { id, name, closed } of ordered) {
      const key = name.toLowerCase();
      const count = (seen.get(key) ?? 0) + 1;
      seen.set(key, count);
      if (count === 2) this.repeated.push(name);
      this.#names.set(id, count === 1 ? name : `${name} (${count})`);
      if (closed) this.#closed.add(id);
    }
    this.order = lists.toSorted(fromTheLeft).map(({ id }) => this.nameOf(id));
  }

  /** True for a list of the board, or one that an action names. */
  knows(id: string): boolean {
    return this.#names.has(id) || this.#called.has(id);
  }

  nameOf(id: string): string {
    return this.#names.get(id) ?? this.#called.get(id)?.name ?? id;
  }

  /**
   * The lists in which archived cards are done: those that the user names, if the board has any of them, else those that
   * are for finished work, as their names say.
   */
  doneLists(named: string | undefined, isDone: (name: string) => boolean): Set<string> {
    const wanted = new Set(splitNames(named ?? '').map((name) => name.toLowerCase()));
    const ids = [...this.#names].filter(([, name]) => wanted.has(name.toLowerCase())).map(([id]) => id);
    for (const [id, { name }] of this.#called) if (!this.#names.has(id) && wanted.has(name.toLowerCase())) ids.push(id);
    if (ids.length > 0) return new Set(ids);
    return new Set([...this.#names.keys(), ...this.#called.keys()].filter((id) => isDone(this.nameOf(id))));
  }

  /** True if the list is archived today. */
  isClosed(id: string): boolean {
    return this.#closed.has(id);
  }
}

function fromTheLeft(a: List, b: List): number {
  return a.position - b.position || (a.id < b.id ? -1 : 1);
}
