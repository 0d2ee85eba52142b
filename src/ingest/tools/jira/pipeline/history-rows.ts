import { Dictionary } from '../../../../model/log/dictionary.ts';
import type { InstantColumn, Table, TableSink } from '../../../format.ts';
import { requiredColumn } from '../../../table/column-words/header-names.ts';
import { cellOf, openText } from '../../shared/columns/open-columns.ts';
import { hasId, UNREADABLE } from '../../shared/required-cells.ts';
import { isTimelineField } from '../issues/change-writer.ts';
import { isChangedField } from '../issues/changed-fields.ts';
import { fieldKey } from '../issues/field-key.ts';
import type { JiraIssues } from '../issues/jira-issues.ts';

/** Reads the history: one row for each changed field of each entry. */
export function openHistory(table: Table, issues: JiraIssues): TableSink {
  const { file } = table;
  const columns = openColumns(table);
  const { number, entry, field, type, from, fromText, to, toText, at } = columns;
  file.assignees = 'full';
  file.grade = 'full-log';
  issues.givesNumbers(file);

  return {
    row(line) {
      if (!hasId(table, number)) return;
      const fieldName = cellOf(field);
      const values = [cellOf(from), cellOf(to)];
      const key = fieldKey({ name: fieldName, type: cellOf(type), id: '', values });
      const item = issues.numbers.itemOfNumber(cellOf(number));
      // Each issue of the file has its history here, if only of changes that make no timeline.
      const history = issues.historyOf(item, file, line);
      if (!isUsed(table, key, fieldName, at)) return;
      file.used++;
      const change = {
        at: at.at,
        field: key,
        fieldName,
        fieldId: '',
        from: cellOf(from),
        fromText: cellOf(fromText),
        to: cellOf(to),
        toText: cellOf(toText),
      };
      history.note('', change.at);
      issues.changes.learn(change);
      issues.writeChange(item, history, change, Number(cellOf(entry)), file, line);
    },
  };
}

function openColumns(table: Table) {
  const text = (field: string, name: string) => table.category(requiredColumn(table, field, [name]), new Dictionary());
  return {
    number: text('id', 'issue_id'),
    entry: text('entry', 'changelog_id'),
    field: text('field', 'field'),
    type: openText(table, 'field type', ['field_type']),
    from: openText(table, 'from id', ['from']),
    fromText: text('from', 'from_string'),
    to: openText(table, 'to id', ['to']),
    toText: text('to', 'to_string'),
    at: table.instant(requiredColumn(table, 'at', ['created_date'])),
  };
}

/** True for a change that is kept and has its time; else the row is rejected. */
function isUsed(table: Table, field: string, fieldName: string, at: InstantColumn): boolean {
  if (!isTimelineField(field) && !isChangedField(field)) {
    table.reject('other-field', 'Rows of changes of fields that make no timeline', fieldName);
    return false;
  }
  if (!Number.isNaN(at.at)) return true;
  table.reject('unreadable-date', UNREADABLE, at.text());
  return false;
}
