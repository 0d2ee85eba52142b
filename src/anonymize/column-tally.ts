import { headerKey } from '../ingest/header-key.ts';
import { type ColumnKind, kindOf } from './column-kind.ts';
import type { Fate } from './mask-value.ts';

/** What became of the values of one column, or of all values under one path of JSON keys. */
export interface AnonymizedColumn {
  /** The column's name, or JSON keys with dots between them. */
  column: string;
  /** Values left as they are: statuses, ids, numbers and the like. */
  kept: number;
  /** Values in which people were replaced. */
  people: number;
  /** Texts that were replaced. */
  text: number;
  /** Dates, left as they are. */
  dates: number;
}

/** Keys that are data would make a column of each: past this many, further ones are counted together. */
const MOST_COLUMNS = 2000;

export class Column {
  readonly counts: AnonymizedColumn;
  readonly kind: ColumnKind;

  constructor(name: string, kind: ColumnKind) {
    this.counts = { column: name, kept: 0, people: 0, text: 0, dates: 0 };
    this.kind = kind;
  }

  count(fate: Fate): void {
    if (fate === 'date') this.counts.dates++;
    else if (fate !== 'empty') this.counts[fate]++;
  }
}

/** The columns of all files: what becomes of each, and what became of its values. */
export class ColumnTally {
  readonly #columns = new Map<string, Column>();
  readonly #others = new Map<ColumnKind, Column>();
  readonly #keep: Map<string, string>;
  readonly #mask: Map<string, string>;
  readonly #unused: Set<string>;

  constructor(keep: readonly string[], mask: readonly string[]) {
    this.#keep = new Map(keep.map((name) => [headerKey(name), name]));
    this.#mask = new Map(mask.map((name) => [headerKey(name), name]));
    this.#unused = new Set([...keep, ...mask].map(headerKey));
  }

  /** @param path as `kindOf` takes it */
  column(path: readonly string[]): Column {
    const name = path.join('.');
    const known = this.#columns.get(name);
    if (known !== undefined) return known;
    const kind = this.#chosen(path) ?? kindOf(path);
    if (this.#columns.size >= MOST_COLUMNS) return this.#other(kind);
    const column = new Column(name, kind);
    this.#columns.set(name, column);
    return column;
  }

  all(): AnonymizedColumn[] {
    return [...this.#columns.values(), ...this.#others.values()].map(({ counts }) => counts);
  }

  /** Names that the user gave and no column has. */
  unused(): string[] {
    return [...this.#keep, ...this.#mask].filter(([key]) => this.#unused.has(key)).map(([, name]) => name);
  }

  /** What the user says: of the column itself, or of a key around it. */
  #chosen(path: readonly string[]): ColumnKind | null {
    for (let end = path.length; end > 0; end--) {
      for (let start = end - 1; start >= 0; start--) {
        const key = headerKey(path.slice(start, end).join('.'));
        const kind = this.#mask.has(key) ? 'masked' : this.#keep.has(key) ? 'kept' : null;
        if (kind === null) continue;
        this.#unused.delete(key);
        return kind;
      }
    }
    return null;
  }

  #other(kind: ColumnKind): Column {
    let column = this.#others.get(kind);
    if (column === undefined) {
      column = new Column(`(more, ${kind})`, kind);
      this.#others.set(kind, column);
    }
    return column;
  }
}
