import { PitwallError } from '../../model/errors.ts';
import { nearest } from '../../model/nearest.ts';
import { headerKey } from './header-key.ts';

/** Every format looks for many names in the header of a file: the index is made once. */
const indexes = new WeakMap<readonly string[], HeaderIndex>();

/** The index of a header, which must not change from then on. */
export function indexOf(header: readonly string[]): HeaderIndex {
  let index = indexes.get(header);
  if (index === undefined) {
    index = new HeaderIndex(header);
    indexes.set(header, index);
  }
  return index;
}

/** How many of the fields that the user maps are read from columns of this header. */
export function mappedIn(header: readonly string[], fields: Readonly<Record<string, string>>): number {
  const index = indexOf(header);
  return Object.values(fields).filter((column) => {
    const parts = [...column.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name as string);
    return index.find(column) !== -1 || (parts.length > 0 && parts.every((name) => index.find(name) !== -1));
  }).length;
}

/** The columns of a header by name, compared as `headerKey` says; repeated names keep all their columns. */
export class HeaderIndex {
  readonly names: readonly string[];
  readonly #columns = new Map<string, number[]>();

  constructor(names: readonly string[]) {
    this.names = names;
    for (const [column, name] of names.entries()) {
      const key = headerKey(name);
      if (key === '') continue;
      const same = this.#columns.get(key);
      if (same === undefined) this.#columns.set(key, [column]);
      else same.push(column);
    }
  }

  /** All columns of a name, from left to right. */
  all(name: string): readonly number[] {
    return this.#columns.get(headerKey(name)) ?? [];
  }

  /** The first column of the first of these names that there is; −1 if there is none. */
  find(...names: readonly string[]): number {
    for (const name of names) {
      const column = this.all(name)[0];
      if (column !== undefined) return column;
    }
    return -1;
  }

  /** The error for a column that the user names and the file lacks. */
  unknown(name: string, file: string): PitwallError {
    const near = nearest(name, this.names);
    const columns = this.names.filter((column) => column !== '').join(', ');
    const cure =
      near === null ? `The columns are: ${columns}.` : `Did you mean "${near}"? The columns are: ${columns}.`;
    return new PitwallError('unknown-column', `there is no column "${name}"`, file, cure);
  }
}
