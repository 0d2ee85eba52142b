import type { StatusCategory } from '../../../../model/workflow/status-category.ts';
import type { CategoryColumn, InstantColumn, Table } from '../../../format.ts';
import { cellOf, instantOf } from '../../shared/columns/open-columns.ts';
import { noteDuplicateItem } from '../../shared/item-table/item-findings.ts';
import { ListedItems } from '../../shared/item-table/listed-items.ts';
import { noteUnreadable } from '../../shared/required-cells.ts';
import type { JiraIssues } from './jira-issues.ts';
import { categoryOfName } from './status-categories.ts';

/** The columns of a list of issues that say when an issue began, ended and changed, and what its status means. */
export interface IssueColumns {
  created: InstantColumn | null;
  started: InstantColumn | null;
  finished: InstantColumn | null;
  updated: InstantColumn | null;
  /** When the category of the status last changed. */
  categoryChanged: InstantColumn | null;
  status: CategoryColumn | null;
  /** What kind of status that is, in the words of whoever exported the list. */
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
  /** Words for categories, by their ids in the column. */
  readonly #categories = new Map<number, StatusCategory | null>();

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
    const isFirst = this.#listed.take(item);
    if (!isFirst) noteDuplicateItem(this.#table, item, line);
    for (const column of this.#dates) noteUnreadable(this.#table, column);
    const updated = instantOf(this.#columns.updated);
    if (this.#table.log.describe(item, updated, !isFirst)) writeToday(item);
    const category = this.#categoryOfRow();
    this.#table.log.categorize(cellOf(this.#columns.status), category);
    this.#noteDates(item, line, updated, category);
  }

  #categoryOfRow(): StatusCategory | null {
    const { category } = this.#columns;
    if (category === null) return null;
    let known = this.#categories.get(category.id);
    if (known === undefined) {
      known = categoryOfName(cellOf(category));
      this.#categories.set(category.id, known);
    }
    return known;
  }

  #noteDates(item: number, line: number, updated: number, category: StatusCategory | null): void {
    const { created, started, finished, categoryChanged, tellsFinish, exact } = this.#columns;
    const resolved = instantOf(finished);
    const isUnresolved = Number.isNaN(resolved);
    this.#issues.dates.note(item, {
      file: this.#table.file,
      line,
      created: instantOf(created),
      started: instantOf(started),
      finished: isUnresolved && category === 'closed' ? instantOf(categoryChanged) : resolved,
      tellsFinish,
      updated,
      exact,
    });
  }
}
