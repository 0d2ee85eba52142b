import { type TablePart, table } from '../../model/document/document-parts.ts';
import { largest, selectionNote } from './selection.ts';

interface Row {
  id: string;
  from: string;
  to: string;
  days: number;
}

/** The items that took longest, with the two instants in between; nothing where the detail was not computed. */
export function durationTable(
  title: string,
  which: string,
  [from, to, days]: readonly [string, string, string],
  items: readonly Row[] | undefined,
): TablePart[] {
  if (items === undefined) return [];
  const rows = largest(items, (item) => item.days);
  const note = selectionNote(which, rows.length, items.length);
  return [
    table(
      note === null ? title : `${title}: ${note}`,
      [
        { label: 'Item', unit: 'text' },
        { label: from, unit: 'instant', expendable: 1 },
        { label: to, unit: 'instant', expendable: 2 },
        { label: days, unit: 'days', bar: true },
      ],
      rows.map((item) => [item.id, item.from, item.to, item.days]),
      'No item finished in the window has both instants.',
      { allIn: 'csv' },
    ),
  ];
}
