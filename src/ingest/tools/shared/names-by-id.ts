import { type JsonObject, objectOf, own, textOf } from '../../text/json/json-values.ts';

/** Names by id: the same id has one name throughout, the one it had latest; of names without an instant the first seen. */
export class NamesById {
  readonly #names = new Map<string, string>();
  readonly #since = new Map<string, number>();

  /** @param at when it was called so; NaN where nobody knows */
  learn(id: string, name: string, at: number = Number.NaN): void {
    if (id === '' || name === '') return;
    const known = this.#since.get(id) ?? Number.NaN;
    // Of two names of one instant the same one counts, whichever comes first.
    const isLater = at > known || (Number.isNaN(known) && !Number.isNaN(at));
    if (this.#names.has(id) && !isLater && !(at === known && name > (this.#names.get(id) as string))) return;
    this.#names.set(id, name);
    if (!Number.isNaN(at)) this.#since.set(id, at);
  }

  get(id: string): string | undefined {
    return this.#names.get(id);
  }
}

/** The id of a user: account id on Cloud, key or name on a server. */
function userId(user: JsonObject | null): string {
  return textOf(own(user, 'accountId')) || textOf(own(user, 'key')) || textOf(own(user, 'name'));
}

/**
 * The people of a file. One account is one person, even where it was renamed; the name shown is the one it was first
 * seen with.
 */
export class Users {
  readonly #names = new NamesById();

  /** The name of a user object such as `fields.assignee`; empty for nobody. */
  ofObject(value: unknown): string {
    const user = objectOf(value);
    return this.ofChange(userId(user), textOf(own(user, 'displayName')) || textOf(own(user, 'name')));
  }

  /** The name that a user with this id was seen with. */
  nameOf(id: string): string | undefined {
    return this.#names.get(id);
  }

  /** The name of a user by id and by name as a change gives them; empty for nobody. */
  ofChange(id: string, name: string): string {
    this.#names.learn(id, name);
    return this.#names.get(id) ?? (name || id);
  }
}
