import type { Blocked } from '../../../../contract/blocked-schema.ts';
import {
  type NotePart,
  note,
  type Part,
  type ScalarPart,
  scalar,
  type TableColumn,
  type TablePart,
  table,
} from '../../../../model/document/document-parts.ts';
import type { MetricView } from '../../../metric.ts';
import { leftOutNotes } from '../../../view/left-out-notes.ts';
import { largest, selectionNote } from '../../../view/selection.ts';
import { blockedHeadline } from './blocked-headline.ts';

/** What the work was blocked by and waited for. */
export const blockedView: MetricView<Blocked> = {
  headline: blockedHeadline,
  brief: (data) => [
    days('Blocked, item-days', data.blockedDays, top(data, 'blocked')),
    days('Waiting, item-days', data.waitingDays, top(data, 'waiting')),
  ],
  full: (data) => [
    days('Blocked, item-days', data.blockedDays, 'under a flag, in any stage'),
    days('Waiting, item-days', data.waitingDays, 'in waiting stages, without a flag'),
    ...cost(data),
    ...notes(data),
    ...leftOutNotes(data.leftOut),
    reasons(data),
    ...items(data),
  ],
  records: (data) =>
    data.byItem === undefined
      ? { columns: reasonColumns, rows: data.reasons.map((row) => reasonColumns.map((column) => row[column])) }
      : { columns: itemColumns, rows: data.byItem.map((row) => itemColumns.map((column) => row[column])) },
};

const reasonColumns = ['kind', 'reason', 'count', 'items', 'days', 'share', 'cost'] as const;
const itemColumns = ['id', 'kind', 'reason', 'count', 'days', 'cost'] as const;

const NO_REASON = '(no reason given)';

function days(label: string, value: number | null, note: string | null): ScalarPart {
  return scalar(label, value, 'number', note);
}

function top(data: Blocked, kind: 'blocked' | 'waiting'): string | null {
  const first = data.reasons.find((row) => row.kind === kind);
  return first === undefined ? null : `most for ${first.reason ?? NO_REASON}`;
}

const isPriced = ({ reasons: rows }: Blocked) => rows.some(({ cost: amount }) => (amount ?? 0) > 0);

function cost(data: Blocked): ScalarPart[] {
  if (!isPriced(data)) return [];
  const label = data.currency === null ? 'Cost' : `Cost, ${data.currency}`;
  return [days(label, data.cost, 'days × delayPerDay')];
}

function notes(data: Blocked): NotePart[] {
  if (data.reasons.length === 0 || isPriced(data)) return [];
  return [note('No cost: the configuration gives no rate, such as cost: { delayPerDay: 40 }.')];
}

function costColumn(data: Blocked): TableColumn[] {
  if (!isPriced(data)) return [];
  return [{ label: data.currency === null ? 'Cost' : `Cost, ${data.currency}`, unit: 'number' }];
}

function reasons(data: Blocked): TablePart {
  const rows = largest(data.reasons, (row) => row.days);
  const note = selectionNote('longest', rows.length, data.reasons.length, 'json');
  return table(
    `By reason: what the flag says, or the status waited in${note === null ? '' : `: ${note}`}`,
    [
      { label: 'Reason', unit: 'text' },
      { label: 'Kind', unit: 'text', expendable: 6 },
      { label: 'Share', unit: 'share', bar: true },
      { label: 'Item-days', unit: 'number' },
      { label: 'Times', unit: 'number', expendable: 5 },
      { label: 'Items', unit: 'items', expendable: 1 },
      ...costColumn(data),
    ],
    rows.map((row) => [
      row.reason ?? NO_REASON,
      row.kind,
      row.share,
      row.days,
      row.count,
      row.items,
      ...(isPriced(data) ? [row.cost] : []),
    ]),
    'Nothing was blocked or waited in the window.',
  );
}

function items(data: Blocked): Part[] {
  if (data.byItem === undefined || data.byItem.length === 0) return [];
  const rows = largest(data.byItem, (row) => row.days).slice(0, 10);
  const note = selectionNote('longest', rows.length, data.byItem.length);
  return [
    table(
      `Items, by reason${note === null ? '' : `: ${note}`}`,
      [
        { label: 'Item', unit: 'text' },
        { label: 'Reason', unit: 'text' },
        { label: 'Kind', unit: 'text', expendable: 1 },
        { label: 'Item-days', unit: 'number', bar: true },
        ...costColumn(data),
      ],
      rows.map((row) => [row.id, row.reason ?? NO_REASON, row.kind, row.days, ...(isPriced(data) ? [row.cost] : [])]),
    ),
  ];
}
