import { Dictionary, EMPTY } from '../../../model/dictionary.ts';
import { SNAPSHOT } from '../../../model/item-fields.ts';
import type { CategoryColumn, InstantColumn, Table, TableSink } from '../../format.ts';
import { FieldColumns } from '../field-columns.ts';
import { columnFor, noteMapping, requiredColumn } from '../header-names.ts';
import { noteDuplicateItem } from '../item-findings.ts';
import type { JiraIssues } from '../jira/jira-issues.ts';
import { isDoneCategory } from '../jira-csv/header-words.ts';
import { hasId, noteUnreadable } from '../required-cells.ts';

const FIELDS: Readonly<Record<string, readonly string[]>> = {
  title: ['summary'],
  type: ['issue_type'],
  priority: ['priority_name', 'priority'],
  resolution: ['resolution'],
  project: ['project_key'],
  labels: ['labels'],
  components: ['components'],
  team: [],
  url: ['url'],
};

/** Reads the list of issues: their keys, their fields of today, creation and resolution. */
export function openIssues(table: Table, issues: JiraIssues): TableSink {
  const { log, file } = table;
  const key = table.category(requiredColumn(table, 'id', ['key']), log.itemIdsOf(file.source).dictionary);
  const number = table.category(requiredColumn(table, 'number', ['id']), new Dictionary());
  const created = openDate(table, 'created', 'created_date');
  const resolved = openDate(table, 'finished', 'resolution_date');
  const updated = openDate(table, 'updated', 'updated_date');
  const status = table.category(requiredColumn(table, 'status', ['status']), log.statuses);
  const category = openText(table, 'status category', 'status_category');
  const assignee = openText(table, 'assignee', 'assignee_name');
  const assigneeNumber = assignee === null ? openText(table, 'assignee', 'assignee_id') : null;
  const parent = openText(table, 'parent', 'parent_id');
  const fields = new FieldColumns(table, FIELDS);
  const dates = [created, resolved, updated].filter((column) => column !== null);
  const seen = new Set<number>();
  file.grade = 'milestones';
  file.assignees = 'current';

  return {
    row(line) {
      if (!hasId(table, key)) return;
      const item = issues.numbers.item(key.dictionary.value(key.id), number.dictionary.value(number.id));
      if (seen.has(item)) {
        file.merged++;
        noteDuplicateItem(table, item, line);
      } else {
        seen.add(item);
        file.used++;
      }
      for (const column of dates) noteUnreadable(table, column);
      const changed = updated?.at ?? Number.NaN;
      if (issues.dates.isLatest(item, changed)) writeToday(item);
      const done = isFilled(category) ? isDoneCategory(valueOf(category)) : null;
      const finished = resolved?.at ?? Number.NaN;
      issues.dates.note(item, {
        file,
        line,
        created: created?.at ?? Number.NaN,
        started: Number.NaN,
        finished,
        updated: changed,
        exact: true,
        reopened: done === false && !Number.isNaN(finished),
      });
    },
  };

  function writeToday(item: number): void {
    if (status.id !== EMPTY) log.currentStatus.set(item, status.id);
    if (isFilled(assignee)) log.currentPeople.set(item, log.people.id([valueOf(assignee)]));
    if (isFilled(assigneeNumber)) issues.assignee(item, valueOf(assigneeNumber));
    if (isFilled(parent)) issues.parent(item, valueOf(parent));
    fields.set(item, SNAPSHOT);
  }
}

function openDate(table: Table, field: string, name: string): InstantColumn | null {
  const column = columnFor(table, field, [name]);
  if (column === null) return null;
  noteMapping(table, field, column);
  return table.instant(column);
}

function openText(table: Table, field: string, name: string): CategoryColumn | null {
  const column = columnFor(table, field, [name]);
  if (column === null) return null;
  noteMapping(table, field, column);
  return table.category(column, new Dictionary());
}

function isFilled(column: CategoryColumn | null): boolean {
  return column !== null && column.id !== EMPTY;
}

function valueOf(column: CategoryColumn | null): string {
  return column === null ? '' : column.dictionary.value(column.id);
}
