import type { Rework } from '../../contract/result.ts';
import { countOf, formatNumber } from '../../model/number-format.ts';
import type { TablePart } from '../../model/parts.ts';
import type { MetricView } from '../metric.ts';
import { leftOutNotes } from './left-out.ts';
import { largest, selectionNote } from './selection.ts';

/** How much of the work was done again. */
export const reworkView: MetricView<Rework> = {
  brief: (data) => [
    {
      part: 'scalar',
      label: 'Rework',
      value: data.shareOfActive,
      unit: 'share',
      note: `of active time; ${countOf(data.items, 'item')} went back, ${formatNumber(data.reopened, 'items')} reopened`,
      trend: null,
    },
  ],
  full: (data) => [
    {
      part: 'scalar',
      label: 'Rework',
      value: data.shareOfActive,
      unit: 'share',
      note: 'of the active time of the finished items of cycle time',
      trend: null,
    },
    { part: 'scalar', label: 'Time in rework', value: data.reworkDays, unit: 'days', note: 'unblocked', trend: null },
    { part: 'scalar', label: 'Items that went back', value: data.items, unit: 'items', note: null, trend: null },
    { part: 'scalar', label: 'Backward moves', value: data.backwardMoves, unit: 'number', note: null, trend: null },
    {
      part: 'scalar',
      label: 'Reopened',
      value: data.reopened,
      unit: 'items',
      note: 'items that were done before, and taken up again',
      trend: null,
    },
    ...leftOutNotes(data.leftOut),
    ...byItem(data),
  ],
  records: (data) => ({
    columns: ['id', 'backwardMoves', 'reworkDays', 'reopened'],
    rows: (data.byItem ?? []).map((item) => [item.id, item.backwardMoves, item.reworkDays, item.reopened]),
  }),
};

function byItem(data: Rework): TablePart[] {
  if (data.byItem === undefined) return [];
  const touched = data.byItem.filter((item) => item.backwardMoves > 0 || item.reworkDays > 0 || item.reopened);
  const rows = largest(touched, (item) => item.reworkDays);
  const note = selectionNote('largest', rows.length, touched.length);
  return [
    {
      part: 'table',
      title: `Finished items of cycle time with rework, most first${note === null ? '' : `: ${note}`}`,
      columns: [
        { label: 'Item', unit: 'text' },
        { label: 'Time in rework', unit: 'days', bar: true },
        { label: 'Backward moves', unit: 'number' },
        { label: 'Reopened', unit: 'text', expendable: 1 },
      ],
      rows: rows.map((item) => [item.id, item.reworkDays, item.backwardMoves, item.reopened]),
      empty: 'No finished item went back.',
    },
  ];
}
