import { Dictionary } from '../../../../model/log/dictionary.ts';
import { SNAPSHOT } from '../../../../model/log/item-fields.ts';
import type { Table, TableSink } from '../../../format.ts';
import { requiredColumn } from '../../../table/column-words/header-names.ts';
import { hasId } from '../../shared/required-cells.ts';
import { KEY } from '../issues/issue-numbers.ts';
import type { JiraIssues } from '../issues/jira-issues.ts';

/** Fields by the name that the file gives them, in lower case. */
const FIELD_OF: Readonly<Record<string, string>> = {
  'story points': 'points',
  'story point estimate': 'points',
  'epic link': 'parent',
  team: 'team',
};

/** Reads the custom fields: one row for each value. */
export function openFields(table: Table, issues: JiraIssues): TableSink {
  const { log, file, options } = table;
  const text = (field: string, name: string) => table.category(requiredColumn(table, field, [name]), new Dictionary());
  const number = text('id', 'issue_id');
  const name = text('field', 'field_name');
  const value = text('value', 'field_value');
  const asked = new Map(options.extraFields.map((field) => [field.toLowerCase(), field]));
  file.grade = 'snapshot';
  issues.givesNumbers(file);

  return {
    row() {
      if (!hasId(table, number)) return;
      const fieldName = name.dictionary.value(name.id);
      const key = fieldName.toLowerCase();
      const field = Object.hasOwn(FIELD_OF, key) ? FIELD_OF[key] : asked.get(key);
      const cell = value.dictionary.value(value.id);
      if (field === undefined || cell === '' || (field === 'parent' && !KEY.test(cell))) {
        table.reject('other-field', 'Rows of fields that are not used', fieldName);
        return;
      }
      file.used++;
      const store = log.field(field);
      // A number is written with decimals, whatever it is.
      const plain = /^\d+\.0+$/.test(cell) ? cell.replace(/\.0+$/, '') : cell;
      store.set(issues.numbers.itemOfNumber(number.dictionary.value(number.id)), SNAPSHOT, store.dictionary.id(plain));
    },
  };
}
