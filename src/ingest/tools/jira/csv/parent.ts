import { Dictionary } from '../../../../model/log/dictionary.ts';
import type { Table } from '../../../format.ts';
import { setField } from '../../shared/item-table/item-snapshot.ts';
import { KEY } from '../issues/issue-numbers.ts';
import type { JiraIssues } from '../issues/jira-issues.ts';
import { customColumns, HEADER_WORDS } from './header-words.ts';

/**
 * The parent of an issue, by its key, by its numeric id, or by its epic, in this order of trust. A number becomes a key
 * where any file has the issue with it.
 */
export function openParent(table: Table, issues: JiraIssues): ((item: number) => void) | null {
  const { log, file, header } = table;
  if (Object.hasOwn(table.options.fields, 'parent')) return null;
  const numbers = [
    table.find(...HEADER_WORDS.parentKey),
    table.find(...HEADER_WORDS.parent),
    ...customColumns(header, 'Epic Link'),
    table.find('Epic Link'),
  ].filter((column) => column !== -1);
  if (numbers.length === 0) return null;
  file.mapping.parent = numbers.map((column) => header[column]).join(', else ');
  const cells = new Dictionary();
  const columns = numbers.map((column) => table.category(column, cells));
  return (item) => {
    let number = '';
    for (const { id } of columns) {
      const cell = cells.value(id);
      if (KEY.test(cell)) {
        setField(log, item, 'parent', cell);
        return;
      }
      if (number === '' && /^\d+$/.test(cell)) number = cell;
    }
    if (number !== '') issues.parent(item, number);
  };
}
