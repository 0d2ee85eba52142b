import { EMPTY } from '../../../../model/log/dictionary.ts';
import { SNAPSHOT } from '../../../../model/log/item-fields.ts';
import { NOBODY } from '../../../../model/people/people-sets.ts';
import type { CategoryColumn, Table, TableSink } from '../../../format.ts';
import { columnFor, noteMapping, requiredColumn } from '../../../table/column-words/header-names.ts';
import { headerKey } from '../../../table/header-key.ts';
import { FieldColumns } from '../../shared/columns/field-columns.ts';
import { cellOf, openDate, openStatus, openText } from '../../shared/columns/open-columns.ts';
import { PeopleColumn } from '../../shared/columns/people-column.ts';
import { hasId } from '../../shared/required-cells.ts';
import { type JiraIssues, jiraIssues } from '../issues/jira-issues.ts';
import { ListedIssues } from '../issues/listed-issues.ts';
import { openEstimate } from './estimate.ts';
import { CUSTOM_NAMES, customColumns, HEADER_WORDS } from './header-words.ts';
import { openParent } from './parent.ts';
import { SeveralValues } from './several-values.ts';

/** Jira exports no more issues than this at once. */
const ROW_CAP = 1000;

type Take = (item: number) => void;

/** Reads the rows of Jira's export: what issues are today, and a few dates. */
export class CsvRows implements TableSink {
  readonly #table: Table;
  readonly #issues: JiraIssues;
  readonly #key: CategoryColumn;
  readonly #keyHeader: string;
  readonly #number: CategoryColumn | null;
  readonly #listed: ListedIssues;
  readonly #status: CategoryColumn | null;
  readonly #people: PeopleColumn | null;
  readonly #fields: readonly Take[];
  readonly #writeToday: Take = (item) => this.#write(item);

  constructor(table: Table) {
    const { log, file } = table;
    this.#table = table;
    this.#issues = jiraIssues(table);
    const idColumn = requiredColumn(table, 'id', HEADER_WORDS.key);
    this.#key = table.category(idColumn, log.itemIdsOf(file.source).dictionary);
    this.#keyHeader = headerKey(file.mapping.id ?? '');
    this.#number = openText(table, 'number', HEADER_WORDS.number);
    const dates = openDates(table);
    this.#status = openStatus(table, HEADER_WORDS.status);
    const category = openText(table, 'status category', HEADER_WORDS.category);
    const tellsFinish = dates.finished !== null || category !== null;
    this.#listed = new ListedIssues(table, this.#issues, {
      ...dates,
      status: this.#status,
      category,
      tellsFinish,
      exact: false,
    });
    this.#people = openPeople(table);
    this.#fields = openFields(table, this.#issues);
  }

  row(line: number): void {
    if (!hasId(this.#table, this.#key)) return;
    const id = this.#key.dictionary.value(this.#key.id);
    // Files put together by hand, or by a script from several pages.
    if (headerKey(id) === this.#keyHeader) {
      this.#table.reject('repeated-header', 'Rows that repeat the header: the file was put together from several', id);
      return;
    }
    this.#listed.take(this.#issues.numbers.item(id, cellOf(this.#number)), line, this.#writeToday);
  }

  end(): void {
    if (this.#table.file.rows === ROW_CAP) noteRowCap(this.#table);
  }

  #write(item: number): void {
    const { log } = this.#table;
    if (this.#status !== null && this.#status.id !== EMPTY) log.currentStatus.set(item, this.#status.id);
    const people = this.#people?.set() ?? NOBODY;
    if (people !== NOBODY) log.currentPeople.set(item, people);
    for (const take of this.#fields) take(item);
  }
}

function openDates(table: Table) {
  const created = openDate(table, 'created', HEADER_WORDS.created);
  const started = openDate(table, 'started', []);
  const finished = openDate(table, 'finished', HEADER_WORDS.finished);
  const updated = openDate(table, 'updated', HEADER_WORDS.updated);
  const categoryChanged = openDate(table, 'status category changed', HEADER_WORDS.categoryChanged);
  if (created === null && finished === null && categoryChanged === null) {
    table.file.grade = 'snapshot';
    table.file.notes.push(
      'It has none of the columns Created, Resolved and Status Category Changed: nothing but the status of today is known. Choose Export CSV (all fields).',
    );
  }
  return { created, started, finished, updated, categoryChanged };
}

function openPeople(table: Table): PeopleColumn | null {
  const column = columnFor(table, 'assignee', HEADER_WORDS.assignee);
  table.file.assignees = column === null ? 'none' : 'current';
  if (column === null) return null;
  noteMapping(table, 'assignee', column);
  return new PeopleColumn(table, column);
}

/** Fields that are made of several columns, unless the user names one. */
const COMPOSED = ['labels', 'components', 'fix versions', 'sprint', 'sprints', 'points', 'parent', 'team'] as const;

function openFields(table: Table, issues: JiraIssues): Take[] {
  const several = new SeveralValues(table);
  const custom = (name: string) => customColumns(table.header, name).map((column) => table.header[column] as string);
  const names: Record<string, readonly string[]> = {
    title: HEADER_WORDS.title,
    type: HEADER_WORDS.type,
    priority: HEADER_WORDS.priority,
    resolution: HEADER_WORDS.resolution,
    project: HEADER_WORDS.project,
    team: custom('Team'),
    blocked: custom('Flagged'),
  };
  for (const field of COMPOSED) if (Object.hasOwn(table.options.fields, field)) names[field] = [];
  const fields = new FieldColumns(table, names, CUSTOM_NAMES);
  const takes = [openEstimate(table), openParent(table, issues)].filter((take) => take !== null);
  return [(item) => several.set(item), (item) => fields.set(item, SNAPSHOT), ...takes];
}

function noteRowCap(table: Table): void {
  table.log.findings.add(
    'row-cap',
    () => ({
      weight: 'warning',
      message: `Files with exactly ${ROW_CAP} issues, at which Jira stops an export: the others may be missing`,
      cure: 'Narrow the search and export several files, or check that the search finds no more.',
    }),
    { file: table.file.file, value: `${ROW_CAP} rows` },
  );
}
