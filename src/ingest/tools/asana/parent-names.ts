import { Dictionary } from '../../../model/log/dictionary.ts';
import type { CategoryColumn, Table } from '../../format.ts';
import { columnFor, noteMapping } from '../../table/column-words/header-names.ts';
import { setField } from '../shared/item-table/item-snapshot.ts';

interface NamedParent {
  item: number;
  line: number;
  name: string;
}

/**
 * Parents that a table gives by their title alone. A title that one item of the file has is that item; one that several
 * have says nothing, and one that none has stays as it is written.
 */
export class ParentNames {
  readonly #table: Table;
  readonly #cells = new Dictionary();
  readonly #title: CategoryColumn | null;
  readonly #parent: CategoryColumn | null;
  readonly #items = new Map<number, Set<number>>();
  readonly #parents: NamedParent[] = [];

  constructor(table: Table, title: readonly string[], parent: readonly string[]) {
    this.#table = table;
    this.#title = this.#open('title', title);
    this.#parent = this.#open('parent', parent);
  }

  row(item: number, line: number): void {
    if (this.#title !== null && this.#title.id !== 0) {
      const items = this.#items.get(this.#title.id) ?? new Set();
      this.#items.set(this.#title.id, items.add(item));
    }
    if (this.#parent === null || this.#parent.id === 0) return;
    this.#parents.push({ item, line, name: this.#cells.value(this.#parent.id) });
  }

  end(): void {
    const { log, file } = this.#table;
    for (const { item, line, name } of this.#parents) {
      const candidates = this.#items.get(this.#cells.id(name));
      if (candidates === undefined) setField(log, item, 'parent', name);
      else if (candidates.size === 1)
        setField(log, item, 'parent', log.itemIds[[...candidates][0] as number] as string);
      else {
        log.findings.add(
          'parent-name',
          () => ({
            weight: 'warning',
            message: 'Items whose parent is given by a title that several items have: their parent is unknown',
            cure: 'Export with the parents’ ids, or give the parents titles of their own.',
          }),
          { file: file.file, line, item: log.itemIds[item] as string, value: name },
        );
      }
    }
  }

  #open(field: string, names: readonly string[]): CategoryColumn | null {
    const column = columnFor(this.#table, field, names);
    if (column === null) return null;
    noteMapping(this.#table, field, column);
    return this.#table.category(column, this.#cells);
  }
}
