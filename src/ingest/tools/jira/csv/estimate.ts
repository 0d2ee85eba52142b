import { Dictionary, EMPTY } from '../../../../model/log/dictionary.ts';
import type { CategoryColumn, Table } from '../../../format.ts';
import { setField } from '../../shared/item-table/item-snapshot.ts';
import { noteTwoEstimates } from '../issues/two-estimates.ts';
import { customColumns } from './header-words.ts';

/** Points are in one field or another, as the project is managed: the one that is filled counts. */
export function openEstimate(table: Table): ((item: number) => void) | null {
  const { log, file, header } = table;
  if (Object.hasOwn(table.options.fields, 'points')) return null;
  const numbers = [
    ...customColumns(header, 'Story Points'),
    ...customColumns(header, 'Story point estimate'),
    ...[table.find('Story Points', 'Story point estimate')].filter((column) => column !== -1),
  ];
  if (numbers.length === 0) return null;
  file.mapping.points = numbers.map((column) => header[column]).join(', else ');
  const cells = new Dictionary();
  const columns: CategoryColumn[] = numbers.map((column) => table.category(column, cells));
  return (item) => {
    const [taken, ...others] = columns.flatMap(({ id }) => (id === EMPTY ? [] : [cells.value(id)]));
    if (taken === undefined) return;
    setField(log, item, 'points', taken);
    for (const other of others) noteTwoEstimates(log, file, item, taken, other);
  };
}
