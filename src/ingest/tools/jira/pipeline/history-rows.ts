import { Dictionary } from '../../../../model/log/dictionary.ts';
import type { Table, TableSink } from '../../../format.ts';
import { requiredColumn } from '../../../table/column-words/header-names.ts';
import { hasId } from '../../shared/required-cells.ts';
import { isTimelineField } from '../issues/change-writer.ts';
import { isChangedField } from '../issues/changed-fields.ts';
import type { JiraIssues } from '../issues/jira-issues.ts';
import { cellOf, openText } from '../../shared/columns/open-columns.ts';

/** Reads the history: one row for each changed field of each entry. */
export function openHistory(table: Table, issues: JiraIssues): TableSink {
  const { file } = table;
  const text = (field: string, name: string) => table.category(requiredColumn(table, field, [name]), new Dictionary());
  const number = text('id', 'issue_id');
  const entry = text('entry', 'changelog_id');
  const field = text('field', 'field');
  const from = openText(table, 'from id', ['from']);
  const fromText = text('from', 'from_string');
  const to = openText(table, 'to id', ['to']);
  const toText = text('to', 'to_string');
  const at = table.instant(requiredColumn(table, 'at', ['created_date']));
  file.assignees = 'full';
  file.grade = 'full-log';
  issues.givesNumbers(file);

  return {
    row(line) {
      if (!hasId(table, number)) return;
      const fieldName = cellOf(field);
      const key = fieldName.toLowerCase();
      const item = issues.numbers.itemOfNumber(cellOf(number));
      // Each issue of the file has its history here, if only of changes that make no timeline.
      const history = issues.historyOf(item, file, line);
      if (!isTimelineField(key) && !isChangedField(key)) {
        table.reject('other-field', 'Rows of changes of fields that make no timeline', fieldName);
        return;
      }
      if (Number.isNaN(at.at)) {
        table.reject('unreadable-date', 'Cells that are no dates', at.text());
        return;
      }
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
