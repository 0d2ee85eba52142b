import type { Rework } from '../../../../contract/rework-schema.ts';
import {
  type Part,
  type ScalarPart,
  scalar,
  type TableColumn,
  type TablePart,
  table,
  type Value,
} from '../../../../model/document/document-parts.ts';
import { countOf, formatNumber } from '../../../../model/document/number-format.ts';
import type { MetricView } from '../../../metric.ts';
import { leftOutNotes } from '../../../view/left-out-notes.ts';
import { largest, selectionNote } from '../../../view/selection.ts';
import { reworkHeadline } from './rework-headline.ts';

/** How much of the work was done again. */
export const reworkView: MetricView<Rework> = {
  headline: reworkHeadline,
  brief: (data) => [
    scalar(
      'Rework',
      data.shareOfActive,
      'share',
      `of active time; ${countOf(data.items, 'item')} went back, ${formatNumber(data.reopened, 'items')} reopened`,
    ),
  ],
  full: (data) => [
    scalar('Rework', data.shareOfActive, 'share', 'of the active time of the finished items of cycle time'),
    scalar('Time in rework', data.reworkDays, 'days', 'unblocked'),
    scalar('Items that went back', data.items, 'items'),
    scalar('Backward moves', data.backwardMoves, 'number'),
    scalar(
      'Reopened',
      data.reopened,
      'items',
      `${data.reopenRate == null ? '' : `${formatNumber(data.reopenRate, 'share')} of the finished items; `}done before, and taken up again`,
    ),
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
  return [scalar('Labour in rework', hours, 'hours', note)];
}

function loops(data: Rework): ScalarPart[] {
  if (data.loops === undefined) return [];
  const { repeats, selfLoops } = data.loops;
  return [
    scalar('Repeats', repeats, 'number', 'back in an active stage, after another active or a done one'),
    scalar('Self-loops', selfLoops, 'number', 'back in an active stage after a wait or pause only: no rework'),
  ];
}

/** Time and labour spent again; money only where it is known. */
function againColumns(data: Rework): TableColumn[] {
  const currency = data.labour?.currency ?? null;
  return [
    { label: 'Time again', unit: 'days', expendable: 7 },
    { label: 'Labour', unit: 'hours', expendable: 5 },
    ...(priced(data)
      ? [{ label: currency === null ? 'Cost' : `Cost, ${currency}`, unit: 'number', expendable: 6 } as const]
      : []),
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
    table(
      `Where finished items went back, and the rework that followed${note === null ? '' : `: ${note}`}`,
      [
        { label: 'From', unit: 'text' },
        { label: 'Back to', unit: 'text' },
        { label: 'Times', unit: 'number', bar: true },
        { label: 'Items', unit: 'items', expendable: 1 },
        ...againColumns(data),
      ],
      rows,
      'No finished item went back.',
    ),
  ];
}

function byStage(data: Rework): TablePart[] {
  const rows = (data.byStage ?? []).filter((row) => row.repeats > 0 || row.selfLoops > 0 || row.reworkDays > 0);
  if (rows.length === 0) return [];
  return [
    table(
      'Active stages that items came back to',
      [
        { label: 'Stage', unit: 'text' },
        { label: 'Repeats', unit: 'number', bar: true },
        { label: 'Self-loops', unit: 'number', expendable: 5 },
        { label: 'Items', unit: 'items', expendable: 1 },
        ...againColumns(data),
      ],
      rows.map((row) => [row.stage, row.repeats, row.selfLoops, row.items, ...againOf(data, row)]),
    ),
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
    table(
      `Finished items of cycle time with rework${note === null ? '' : `: ${note}`}`,
      [
        { label: 'Item', unit: 'text' },
        { label: 'Repeats', unit: 'number', bar: true },
        { label: 'Backward moves', unit: 'number', expendable: 5 },
        { label: 'Time again', unit: 'days' },
        { label: 'Labour', unit: 'hours', expendable: 2 },
        { label: 'Reopened', unit: 'text', expendable: 1 },
      ],
      rows.map((item) => [item.id, item.repeats, item.backwardMoves, item.reworkDays, item.hours, item.reopened]),
      'No finished item went back.',
      { allIn: 'csv' },
    ),
  ];
}
