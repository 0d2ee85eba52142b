import { EMPTY } from '../../../../model/log/dictionary.ts';
import { SNAPSHOT } from '../../../../model/log/item-fields.ts';
import { NOBODY } from '../../../../model/people/people-sets.ts';
import type { CategoryColumn, Table, TableFormat, TableSink } from '../../../format.ts';
import { columnFor, noteMapping, requiredColumn } from '../../../table/column-words/header-names.ts';
import { headerKey } from '../../../table/header-key.ts';
import { FieldColumns } from '../../shared/columns/field-columns.ts';
import { PeopleColumn } from '../../shared/columns/people-column.ts';
import { noteDuplicateItem } from '../../shared/item-table/item-findings.ts';
import { hasId, noteUnreadable } from '../../shared/required-cells.ts';
import { jiraIssues } from '../issues/jira-issues.ts';
import { cellOf, instantOf, openDate, openText } from '../../shared/columns/open-columns.ts';
import { openEstimate } from './estimate.ts';
import { CUSTOM_NAMES, customColumns, HEADER_WORDS, isDoneCategory } from './header-words.ts';
import { openParent } from './parent.ts';
import { probeJiraCsv } from './probe-jira-csv.ts';
import { SeveralValues } from './several-values.ts';

/** Jira exports no more issues than this at once. */
const ROW_CAP = 1000;

/** The list of issues that Jira exports as CSV: what they are today, and a few dates. */
export const jiraCsv: TableFormat = {
  id: 'jira-csv',
  name: 'Jira CSV export',
  tool: 'jira',
  shape: 'table',
  grade: 'milestones',
  description:
    'One row an issue, with its fields of today, its creation and its resolution; it cannot tell when work began or where the time went.',
  howToGet: [
    'In Jira, search for the issues (Filters, Advanced issue search) and choose Export, then Export CSV (all fields); "current fields" works if Issue key, Status, Created and Resolved are among the columns.',
    'An export stops at about 1,000 issues: narrow the search (created >= 2026-01-01 and so on) and export several files.',
    'Give all files together. For the whole history give jira-changelog, jira-rest or jira-pipeline files of the same issues, too: they join by key.',
  ],
  fields: {
    id: 'Issue key',
    created: 'Created',
    finished: 'Resolved; else Status Category Changed, if Status Category is Done',
    status: 'Status (of today)',
    assignee: 'Assignee (of today)',
    title: 'Summary',
    type: 'Issue Type',
    priority: 'Priority',
    resolution: 'Resolution',
    project: 'Project key',
    labels: 'Labels (all columns)',
    components: 'Component/s, Components (all columns)',
    'fix versions': 'Fix Version/s, Fix versions (all columns)',
    sprint: 'Sprint (the last column that is filled)',
    sprints: 'Sprint (all columns)',
    points: 'Custom field (Story Points), Custom field (Story point estimate)',
    parent: 'Parent key; else Parent or Parent id; else Custom field (Epic Link)',
    team: 'Custom field (Team); else the components',
    blocked: 'Custom field (Flagged) (of today)',
    'any other': 'its column, or the name of its custom field',
  },
  probe: probeJiraCsv,
  open,
};

function open(table: Table): TableSink {
  const { log, file, options } = table;
  const issues = jiraIssues(table);
  const idColumn = requiredColumn(table, 'id', HEADER_WORDS.key);
  const idName = headerKey(file.mapping.id ?? '');
  const key = table.category(idColumn, log.itemIdsOf(file.source).dictionary);
  const number = openText(table, 'number', HEADER_WORDS.number);
  const created = openDate(table, 'created', HEADER_WORDS.created);
  const started = openDate(table, 'started', []);
  const finished = openDate(table, 'finished', HEADER_WORDS.finished);
  const updated = openDate(table, 'updated', HEADER_WORDS.updated);
  const categoryChanged = openDate(table, 'status category changed', HEADER_WORDS.categoryChanged);
  const dates = [created, started, finished, updated, categoryChanged].filter((column) => column !== null);
  if (created === null && finished === null && categoryChanged === null) {
    file.grade = 'snapshot';
    file.notes.push(
      'It has none of the columns Created, Resolved and Status Category Changed: nothing but the status of today is known. Choose Export CSV (all fields).',
    );
  }
  const status = openStatus(table);
  const category = openText(table, 'status category', HEADER_WORDS.category);
  const people = openPeople(table);
  const today = openToday(table);
  const parent = openParent(table, issues);
  const seen = new Set<number>();

  return {
    row(line) {
      if (!hasId(table, key)) return;
      const id = key.dictionary.value(key.id);
      // Files put together by hand, or by a script from several pages.
      if (headerKey(id) === idName) {
        table.reject('repeated-header', 'Rows that repeat the header: the file was put together from several', id);
        return;
      }
      const item = issues.numbers.item(id, cellOf(number));
      if (seen.has(item)) {
        file.merged++;
        noteDuplicateItem(table, item, line);
      } else {
        seen.add(item);
        file.used++;
      }
      for (const column of dates) noteUnreadable(table, column);
      const changed = instantOf(updated);
      if (issues.dates.isLatest(item, changed, file)) {
        if (status !== null && status.id !== EMPTY) log.currentStatus.set(item, status.id);
        const set = people?.set() ?? NOBODY;
        if (set !== NOBODY) log.currentPeople.set(item, set);
        for (const take of today) take(item);
        parent?.(item);
      }
      const done = cellOf(category) === '' ? null : isDoneCategory(cellOf(category));
      const resolved = instantOf(finished);
      issues.dates.note(item, {
        file,
        line,
        created: instantOf(created),
        started: instantOf(started),
        finished: Number.isNaN(resolved) && done === true ? instantOf(categoryChanged) : resolved,
        tellsFinish: finished !== null || category !== null,
        updated: changed,
        exact: false,
        reopened: done === false && !Number.isNaN(resolved),
      });
    },
    end() {
      if (file.rows === ROW_CAP) noteRowCap(table);
    },
  };

  function openPeople(from: Table): PeopleColumn | null {
    const column = columnFor(from, 'assignee', HEADER_WORDS.assignee);
    file.assignees = column === null ? 'none' : 'current';
    if (column === null) return null;
    noteMapping(from, 'assignee', column);
    return new PeopleColumn(from, column);
  }

  function openToday(from: Table): ((item: number) => void)[] {
    const several = new SeveralValues(from);
    const names: Record<string, readonly string[]> = {
      title: HEADER_WORDS.title,
      type: HEADER_WORDS.type,
      priority: HEADER_WORDS.priority,
      resolution: HEADER_WORDS.resolution,
      project: HEADER_WORDS.project,
    };
    const custom = { team: 'Team', blocked: 'Flagged' };
    for (const [field, name] of Object.entries(custom)) {
      names[field] = customColumns(from.header, name).map((column) => from.header[column] as string);
    }
    // These are made of several columns, unless the user names one.
    for (const field of ['labels', 'components', 'fix versions', 'sprint', 'sprints', 'points', 'parent', 'team'])
      if (Object.hasOwn(options.fields, field)) names[field] = [];
    const fields = new FieldColumns(from, names, CUSTOM_NAMES);
    const estimate = openEstimate(from);
    return [
      (item) => several.set(item),
      (item) => fields.set(item, SNAPSHOT),
      ...(estimate === null ? [] : [estimate]),
    ];
  }
}

/** `to` is what the user maps a status by, in every format. */
function openStatus(table: Table): CategoryColumn | null {
  const column = columnFor(table, 'to', HEADER_WORDS.status);
  if (column === null) return null;
  noteMapping(table, 'status', column);
  return table.category(column, table.log.statuses);
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
