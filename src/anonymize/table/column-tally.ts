import { headerKey } from '../../ingest/table/header-key.ts';
import type { MaskedValue } from '../values/mask-value.ts';
import { type ColumnKind, kindOf } from './column-kind.ts';

/** What happened to the values of one column, or to all values under one path of JSON keys. */
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
  /** Why values were kept, each reason once. */
  why: string[];
  /** True if names were replaced on which figures may depend: of statuses, labels, projects, teams. */
  matters: boolean;
}

/** If keys are data, each would be a column. After this many, further ones are counted together. */
const MOST_COLUMNS = 2000;

const NAMING: ReadonlySet<ColumnKind> = new Set<ColumnKind>(['vocabulary', 'group', 'words']);

export class Column {
  readonly counts: AnonymizedColumn;
  readonly kind: ColumnKind;
  readonly #hasNames: boolean;

  constructor(name: string, kind: ColumnKind) {
    this.counts = { column: name, kept: 0, people: 0, text: 0, dates: 0, why: [], matters: false };
    this.#hasNames = NAMING.has(kind) || /\b(?:project|team|board|repo)/i.test(name);
    this.kind = kind;
  }

  count({ fate, why }: Omit<MaskedValue, 'text'>): void {
    if (fate === 'date') this.counts.dates++;
    else if (fate !== 'empty') this.counts[fate]++;
    if (fate === 'text' && this.#hasNames) this.counts.matters = true;
    if (why !== undefined && !this.counts.why.includes(why)) this.counts.why.push(why);
  }
}

/** The columns of all files: the kind of each, and what happened to its values. */
export class ColumnTally {
  readonly #columns = new Map<string, Column>();
  readonly #others = new Map<ColumnKind, Column>();
  readonly #keep: Map<string, string>;
  readonly #mask: Map<string, string>;
  readonly #unused: Set<string>;
  /** The name of a column in the copy, after the keys around it. */
  readonly #shown: (name: string, around: readonly string[]) => string;

  constructor(
    keep: readonly string[],
    mask: readonly string[],
    shown: (name: string, around: readonly string[]) => string,
  ) {
    this.#shown = shown;
    this.#keep = new Map(keep.map((name) => [headerKey(name), name]));
    this.#mask = new Map(mask.map((name) => [headerKey(name), name]));
    this.#unused = new Set([...keep, ...mask].map(headerKey));
  }

  /**
   * @param path as `kindOf` takes it
   * @param certain the kind of the column, if a format is certain of it
   */
  column(path: readonly string[], certain: ColumnKind | null = null): Column {
    const name = `${path.join('.')}\n${certain ?? ''}`;
    const known = this.#columns.get(name);
    if (known !== undefined) return known;
    const kind = this.#chosen(path) ?? certain ?? kindOf(path);
    if (this.#columns.size >= MOST_COLUMNS) return this.#other(kind);
    const column = new Column(path.map((key, at) => this.#shown(key, path.slice(0, at))).join('.'), kind);
    this.#columns.set(name, column);
    return column;
  }

  /** True for a name whose values the user wants to keep. */
  isKept(name: string): boolean {
    return this.#keep.has(headerKey(name));
  }

  all(): AnonymizedColumn[] {
    return [...this.#columns.values(), ...this.#others.values()].map(({ counts }) => counts);
  }

  /** Names that the user gave and no column has. */
  unused(): string[] {
    return [...this.#keep, ...this.#mask].filter(([key]) => this.#unused.has(key)).map(([, name]) => name);
  }

  /** What the user chose for the column itself, or for a key around it. */
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
