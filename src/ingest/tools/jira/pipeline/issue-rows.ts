import { Dictionary, EMPTY } from '../../../../model/log/dictionary.ts';
import { SNAPSHOT } from '../../../../model/log/item-fields.ts';
import type { CategoryColumn, Table, TableSink } from '../../../format.ts';
import { requiredColumn } from '../../../table/column-words/header-names.ts';
import { FieldColumns } from '../../shared/columns/field-columns.ts';
import { cellOf, openDate, openText } from '../../shared/columns/open-columns.ts';
import { hasId } from '../../shared/required-cells.ts';
import type { JiraIssues } from '../issues/jira-issues.ts';
import { ListedIssues } from '../issues/listed-issues.ts';

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
  const dates = openDates(table);
  const status = table.category(requiredColumn(table, 'status', ['status']), log.statuses);
  const category = openText(table, 'status category', ['status_category']);
  const tellsFinish = dates.finished !== null;
  const listed = new ListedIssues(table, issues, { ...dates, status, category, tellsFinish, exact: true });
  const writeToday = openToday(table, issues, status);
  file.grade = 'milestones';
  file.assignees = 'current';

  return {
    row(line) {
      if (!hasId(table, key)) return;
      const item = issues.numbers.item(key.dictionary.value(key.id), number.dictionary.value(number.id));
      listed.take(item, line, writeToday);
    },
  };
}

function openDates(table: Table) {
  return {
    created: openDate(table, 'created', ['created_date']),
    started: null,
    finished: openDate(table, 'finished', ['resolution_date']),
    updated: openDate(table, 'updated', ['updated_date']),
    categoryChanged: null,
  };
}

/** Writes what the current row says of its issue today. */
function openToday(table: Table, issues: JiraIssues, status: CategoryColumn): (item: number) => void {
  const { log } = table;
  const assignee = openText(table, 'assignee', ['assignee_name']);
  const assigneeNumber = assignee === null ? openText(table, 'assignee', ['assignee_id']) : null;
  const parent = openText(table, 'parent', ['parent_id']);
  const fields = new FieldColumns(table, FIELDS);
  return (item) => {
    if (status.id !== EMPTY) log.currentStatus.set(item, status.id);
    if (cellOf(assignee) !== '') log.currentPeople.set(item, log.people.id([cellOf(assignee)]));
    if (cellOf(assigneeNumber) !== '') issues.assignee(item, cellOf(assigneeNumber));
    if (cellOf(parent) !== '') issues.parent(item, cellOf(parent));
    fields.set(item, SNAPSHOT);
  };
}
