import type { Waste } from '../../../../contract/result.ts';
import { type TablePart, table, type Value } from '../../../../model/document/document-parts.ts';
import { largest, latest, selectionNote } from '../../../view/selection.ts';
import { moneyColumn, pricesLabour } from '../../../view/waste-words.ts';

type Row = Omit<Waste['byStage'][number], 'stage'>;

/** Where labour and delay go, by one field. Delay has no money here: a row would mix it with labour's. */
export function breakdownTable(
  data: Waste,
  label: 'Stage' | 'Type',
  all: readonly (readonly [string, Row])[],
): TablePart {
  const title = label === 'Type' ? 'By type' : 'By stage (a hand-off counts in the stage after it)';
  const rows = all.filter(([, row]) => row.hours > 0 || row.waitingDays > 0 || row.blockedDays > 0);
  // Stages are shown all, in their order; types may be as many as a field has values.
  const shown = label === 'Type' ? largest(rows, ([, row]) => row.hours) : rows;
  const note = selectionNote('largest', shown.length, rows.length);
  return wasteTable(data, `${title}${note === null ? '' : `: ${note.replace('csv', 'json')}`}`, label, shown);
}

/** Month by month; none where the window is within one. */
export function monthTable(data: Waste): TablePart[] {
  if (data.byMonth.length < 2) return [];
  const rows = latest(data.byMonth);
  const note = selectionNote('latest', rows.length, data.byMonth.length);
  const partly = rows.some(({ complete }) => !complete) ? ' (*: the window holds a part of it)' : '';
  return [
    wasteTable(
      data,
      `By month${partly}${note === null ? '' : `: ${note.replace('csv', 'json')}`}`,
      'Month',
      rows.map((month) => [`${month.month}${month.complete ? '' : '*'}`, month]),
    ),
  ];
}

function wasteTable(data: Waste, title: string, label: string, rows: readonly (readonly [string, Row])[]): TablePart {
  const priced = pricesLabour(data);
  return table(
    title,
    [
      { label, unit: 'text' },
      { label: 'Labour', unit: 'hours', bar: true },
      ...moneyColumn(priced, 'Cost', data),
      { label: 'Wasted', unit: 'hours' },
      { label: 'Waiting, d', unit: 'number', expendable: 2 },
      { label: 'Blocked, d', unit: 'number', expendable: 1 },
    ],
    rows.map(([name, row]): Value[] => [
      name,
      row.hours,
      ...(priced ? [row.cost] : []),
      row.wastedHours,
      row.waitingDays,
      row.blockedDays,
    ]),
    'Nothing was charged, waited or was blocked in the window.',
  );
}
