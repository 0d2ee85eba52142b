import type { CategoryColumn, InstantColumn, Table } from '../../../format.ts';
import { headerKey } from '../../../table/header-key.ts';
import { cellOf, instantOf } from '../../shared/columns/open-columns.ts';
import { noteDuplicateItem } from '../../shared/item-table/item-findings.ts';
import { ListedItems } from '../../shared/item-table/listed-items.ts';
import { noteUnreadable } from '../../shared/required-cells.ts';
import type { JiraIssues } from './jira-issues.ts';

/** The columns of a list of issues that say when an issue began, ended and changed. */
export interface IssueColumns {
  created: InstantColumn | null;
  started: InstantColumn | null;
  finished: InstantColumn | null;
  updated: InstantColumn | null;
  /** When the category of the status last changed. */
  categoryChanged: InstantColumn | null;
  category: CategoryColumn | null;
  /** False where these columns say nothing of a finish. */
  tellsFinish: boolean;
  /** True where the timestamps state their offset. */
  exact: boolean;
}

/** The rows of a table that lists issues, one row an issue. */
export class ListedIssues {
  readonly #table: Table;
  readonly #issues: JiraIssues;
  readonly #columns: IssueColumns;
  readonly #dates: readonly InstantColumn[];
  readonly #listed: ListedItems;

  constructor(table: Table, issues: JiraIssues, columns: IssueColumns) {
    this.#table = table;
    this.#issues = issues;
    this.#columns = columns;
    const { created, started, finished, updated, categoryChanged } = columns;
    this.#dates = [created, started, finished, updated, categoryChanged].filter((column) => column !== null);
    this.#listed = new ListedItems(table.file);
  }

  /** Accounts for the current row and takes its dates; has `writeToday` write the rest where no other row is newer. */
  take(item: number, line: number, writeToday: (item: number) => void): void {
    if (!this.#listed.take(item)) noteDuplicateItem(this.#table, item, line);
    for (const column of this.#dates) noteUnreadable(this.#table, column);
    const updated = instantOf(this.#columns.updated);
    if (this.#issues.dates.isLatest(item, updated, this.#table.file)) writeToday(item);
    this.#noteDates(item, line, updated);
  }

  #noteDates(item: number, line: number, updated: number): void {
    const { created, started, finished, categoryChanged, category, tellsFinish, exact } = this.#columns;
    const done = cellOf(category) === '' ? null : isDoneCategory(cellOf(category));
    const resolved = instantOf(finished);
    const isUnresolved = Number.isNaN(resolved);
    this.#issues.dates.note(item, {
      file: this.#table.file,
      line,
      created: instantOf(created),
      started: instantOf(started),
      finished: isUnresolved && done === true ? instantOf(categoryChanged) : resolved,
      tellsFinish,
      updated,
      exact,
      reopened: done === false && !isUnresolved,
    });
  }
}

/** What Jira calls the category of finished work; `Status Category` has one of three names. */
const DONE = new Set(
  [
    'done',
    'fertig',
    'erledigt',
    'listo',
    'hecho',
    'finalizada',
    'finalizado',
    'itens concluídos',
    'concluído',
    'concluido',
    'feito',
    'terminé',
    'terminés',
  ].map(headerKey),
);

function isDoneCategory(category: string): boolean {
  return DONE.has(headerKey(category));
}
