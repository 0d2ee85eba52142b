import { Dictionary, EMPTY } from '../../../../model/log/dictionary.ts';
import type { CategoryColumn, Table } from '../../../format.ts';
import { indexOf } from '../../../table/header-index.ts';
import { setField } from '../../shared/item-table/item-snapshot.ts';
import { customColumns, HEADER_WORDS } from './header-words.ts';

interface JoinedField {
  field: string;
  column: JoinedColumn;
  take: (values: readonly string[]) => string;
}

const joined = (values: readonly string[]) => values.join('; ');

/** The fields of Jira that may have several values, each in columns of one name. */
export class SeveralValues {
  readonly #fields: JoinedField[] = [];
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
    const index = indexOf(table.header);
    const all = (names: readonly string[]) =>
      [...new Set(names.flatMap((name) => [...index.all(name)]))].sort((a, b) => a - b);
    const components = all(HEADER_WORDS.components);
    const sprints = [...all(HEADER_WORDS.sprint), ...customColumns(table.header, 'Sprint')];
    this.#open('labels', all(HEADER_WORDS.labels), joined);
    this.#open('components', components, joined);
    this.#open('fix versions', all(HEADER_WORDS.fixVersions), joined);
    // Jira lists an issue's sprints from the first to the current one.
    this.#open('sprint', sprints, (values) => values.at(-1) ?? '', 'the last that is filled');
    this.#open('sprints', sprints, joined);
    // A team field says more; it is often missing.
    if (customColumns(table.header, 'Team').length === 0) this.#open('team', components, joined);
  }

  /** Sets the current row's values. */
  set(item: number): void {
    const { log } = this.#table;
    for (const { field, column, take } of this.#fields) {
      setField(log, item, field, take(column.values()));
    }
  }

  #open(field: string, columns: readonly number[], take: JoinedField['take'], how = ''): void {
    const { options, file, header } = this.#table;
    if (columns.length === 0 || Object.hasOwn(options.fields, field)) return;
    this.#fields.push({ field, column: new JoinedColumn(this.#table, columns), take });
    const notes = [...(columns.length > 1 ? [`${columns.length} columns`] : []), ...(how === '' ? [] : [how])];
    file.mapping[field] = `${header[columns[0] as number]}${notes.length === 0 ? '' : ` (${notes.join(', ')})`}`;
  }
}

/** Columns of one name, as Jira writes fields of several values: each cell holds one of them. */
class JoinedColumn {
  readonly #columns: readonly CategoryColumn[];

  constructor(table: Table, columns: readonly number[]) {
    const cells = new Dictionary();
    this.#columns = columns.map((column) => table.category(column, cells));
  }

  /** The values of the current row, from left to right. */
  values(): string[] {
    const values: string[] = [];
    for (const { id, dictionary } of this.#columns) if (id !== EMPTY) values.push(dictionary.value(id));
    return values;
  }
}
