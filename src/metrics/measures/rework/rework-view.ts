import type { Rework } from '../../../contract/rework-schema.ts';
import type { Part, ScalarPart, TableColumn, TablePart, Value } from '../../../model/document-parts.ts';
import { countOf, formatNumber } from '../../../model/number-format.ts';
import type { MetricView } from '../../metric.ts';
import { leftOutNotes } from '../../view/left-out-notes.ts';
import { largest, selectionNote } from '../../view/selection.ts';

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
      note: `${data.reopenRate == null ? '' : `${formatNumber(data.reopenRate, 'share')} of the finished items; `}done before, and taken up again`,
      trend: null,
    },
    ...labour(data),
    ...loops(data),
    ...leftOutNotes(data.leftOut),
    ...moves(data),
    ...byStage(data),
    ...byItem(data),
  ],
  records: (data) => ({
    columns: itemColumns,
    rows: (data.byItem ?? []).map((item) => itemColumns.map((column) => item[column])),
  }),
};

const itemColumns = ['id', 'backwardMoves', 'reworkDays', 'reopened', 'repeats', 'selfLoops', 'hours'] as const;

const MOST_ITEMS = 10;

function priced({ labour }: Rework): boolean {
  return (labour?.cost ?? 0) > 0;
}

function labour(data: Rework): ScalarPart[] {
  if (data.labour === undefined) return [];
  const { cost, currency, hours } = data.labour;
  const money = priced(data) ? `, ${formatNumber(cost, 'number')}${currency === null ? '' : ` ${currency}`}` : '';
  const note = `within the window, as waste charges them${money}`;
  return [{ part: 'scalar', label: 'Labour in rework', value: hours, unit: 'hours', note, trend: null }];
}

function loops(data: Rework): ScalarPart[] {
  if (data.loops === undefined) return [];
  const { repeats, selfLoops } = data.loops;
  return [
    {
      part: 'scalar',
      label: 'Repeats',
      value: repeats,
      unit: 'number',
      note: 'back in an active stage, after another active or a done one',
      trend: null,
    },
    {
      part: 'scalar',
      label: 'Self-loops',
      value: selfLoops,
      unit: 'number',
      note: 'back in an active stage after a wait or pause only: no rework',
      trend: null,
    },
  ];
}

/** Time and labour spent again; money only where it is known. */
function againColumns(data: Rework): TableColumn[] {
  const currency = data.labour?.currency ?? null;
  return [
    { label: 'Time again', unit: 'days' },
    { label: 'Labour', unit: 'hours' },
    ...(priced(data) ? [{ label: currency === null ? 'Cost' : `Cost, ${currency}`, unit: 'number' } as const] : []),
  ];
}

function againOf(data: Rework, row: { reworkDays: number; hours: number | null; cost: number | null }) {
  return [row.reworkDays, row.hours, ...(priced(data) ? [row.cost] : [])];
}

function moves(data: Rework): Part[] {
  if (data.moves === undefined || data.withoutMove === undefined) return [];
  const shown = largest(data.moves, ({ count }) => count);
  const note = selectionNote('most frequent', shown.length, data.moves.length, 'json');
  const rows: Value[][] = shown.map((move) => [move.from, move.to, move.count, move.items, ...againOf(data, move)]);
  if (data.withoutMove.reworkDays > 0)
    rows.push(['(no move back)', 'as after done', null, null, ...againOf(data, data.withoutMove)]);
  return [
    {
      part: 'table',
      title: `Where finished items went back, and the rework that followed${note === null ? '' : `: ${note}`}`,
      columns: [
        { label: 'From', unit: 'text' },
        { label: 'Back to', unit: 'text' },
        { label: 'Times', unit: 'number', bar: true },
        { label: 'Items', unit: 'items', expendable: 1 },
        ...againColumns(data),
      ],
      rows,
      empty: 'No finished item went back.',
    },
  ];
}

function byStage(data: Rework): TablePart[] {
  const rows = (data.byStage ?? []).filter((row) => row.repeats > 0 || row.selfLoops > 0 || row.reworkDays > 0);
  if (rows.length === 0) return [];
  return [
    {
      part: 'table',
      title: 'Active stages that items came back to',
      columns: [
        { label: 'Stage', unit: 'text' },
        { label: 'Repeats', unit: 'number', bar: true },
        { label: 'Self-loops', unit: 'number' },
        { label: 'Items', unit: 'items', expendable: 1 },
        ...againColumns(data),
      ],
      rows: rows.map((row) => [row.stage, row.repeats, row.selfLoops, row.items, ...againOf(data, row)]),
      empty: '',
    },
  ];
}

function byItem(data: Rework): TablePart[] {
  if (data.byItem === undefined) return [];
  const touched = data.byItem.filter(
    (item) => item.repeats > 0 || item.backwardMoves > 0 || item.reworkDays > 0 || item.reopened,
  );
  const rows = [...touched].sort((a, b) => b.repeats - a.repeats || b.reworkDays - a.reworkDays).slice(0, MOST_ITEMS);
  const note = selectionNote('with the most repeats', rows.length, touched.length);
  return [
    {
      part: 'table',
      title: `Finished items of cycle time with rework${note === null ? '' : `: ${note}`}`,
      columns: [
        { label: 'Item', unit: 'text' },
        { label: 'Repeats', unit: 'number', bar: true },
        { label: 'Backward moves', unit: 'number' },
        { label: 'Time again', unit: 'days' },
        { label: 'Labour', unit: 'hours', expendable: 2 },
        { label: 'Reopened', unit: 'text', expendable: 1 },
      ],
      rows: rows.map((item) => [item.id, item.repeats, item.backwardMoves, item.reworkDays, item.hours, item.reopened]),
      empty: 'No finished item went back.',
    },
  ];
}
