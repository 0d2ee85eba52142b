import { Dictionary, EMPTY } from '../../../../model/log/dictionary.ts';
import { SNAPSHOT } from '../../../../model/log/item-fields.ts';
import type { Table, TableSink } from '../../../format.ts';
import { requiredColumn } from '../../../table/column-words/header-names.ts';
import { FieldColumns } from '../../shared/columns/field-columns.ts';
import { noteDuplicateItem } from '../../shared/item-table/item-findings.ts';
import { hasId, noteUnreadable } from '../../shared/required-cells.ts';
import { isDoneCategory } from '../csv/header-words.ts';
import type { JiraIssues } from '../issues/jira-issues.ts';
import { cellOf, instantOf, openDate, openText } from '../../shared/columns/open-columns.ts';

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
  const created = openDate(table, 'created', ['created_date']);
  const resolved = openDate(table, 'finished', ['resolution_date']);
  const updated = openDate(table, 'updated', ['updated_date']);
  const status = table.category(requiredColumn(table, 'status', ['status']), log.statuses);
  const category = openText(table, 'status category', ['status_category']);
  const assignee = openText(table, 'assignee', ['assignee_name']);
  const assigneeNumber = assignee === null ? openText(table, 'assignee', ['assignee_id']) : null;
  const parent = openText(table, 'parent', ['parent_id']);
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
      const changed = instantOf(updated);
      if (issues.dates.isLatest(item, changed, file)) writeToday(item);
      const done = cellOf(category) === '' ? null : isDoneCategory(cellOf(category));
      const finished = instantOf(resolved);
      issues.dates.note(item, {
        file,
        line,
        created: instantOf(created),
        started: Number.NaN,
        finished,
        tellsFinish: resolved !== null,
        updated: changed,
        exact: true,
        reopened: done === false && !Number.isNaN(finished),
      });
    },
  };

  function writeToday(item: number): void {
    if (status.id !== EMPTY) log.currentStatus.set(item, status.id);
    if (cellOf(assignee) !== '') log.currentPeople.set(item, log.people.id([cellOf(assignee)]));
    if (cellOf(assigneeNumber) !== '') issues.assignee(item, cellOf(assigneeNumber));
    if (cellOf(parent) !== '') issues.parent(item, cellOf(parent));
    fields.set(item, SNAPSHOT);
  }
}
