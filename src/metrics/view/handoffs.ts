import type { Handoffs } from '../../contract/result.ts';
import { countOf } from '../../model/number-format.ts';
import type { ScalarPart } from '../../model/parts.ts';
import type { MetricView } from '../metric.ts';
import { leftOutNotes } from './left-out.ts';
import { largest, selectionNote } from './selection.ts';

/** How often work changes hands. */
export const handoffsView: MetricView<Handoffs> = {
  brief: (data) => [perItem(data)],
  full: (data) => {
    const pairs = data.pairs ?? [];
    const rows = largest(pairs, (pair) => pair.count);
    const note = selectionNote('most frequent', rows.length, pairs.length);
    return [
      { ...perItem(data), note: data.total === null ? unknown : 'over the finished items of cycle time' },
      { part: 'scalar', label: 'In all', value: data.total, unit: 'number', note: null, trend: null },
      ...leftOutNotes(data.leftOut),
      {
        part: 'table',
        title: `Between whom, over the finished items of cycle time${note === null ? '' : `: ${note}`}`,
        columns: [
          { label: 'From', unit: 'text' },
          { label: 'To', unit: 'text' },
          { label: 'Hand-offs', unit: 'number', bar: true },
        ],
        rows: rows.map((pair) => [pair.from, pair.to, pair.count]),
        empty: data.total === null ? 'Not known.' : 'No finished item changed hands.',
      },
    ];
  },
  records: (data) =>
    data.byItem === undefined
      ? { columns: ['from', 'to', 'count'], rows: (data.pairs ?? []).map((pair) => [pair.from, pair.to, pair.count]) }
      : { columns: ['id', 'handoffs'], rows: data.byItem.map((item) => [item.id, item.handoffs]) },
};

const unknown = 'no source says who had an item through time';

function perItem(data: Handoffs): ScalarPart {
  return {
    part: 'scalar',
    label: 'Hand-offs an item',
    value: data.perItem,
    unit: 'number',
    note: data.total === null ? unknown : `${countOf(data.total, 'change')} from one person to another`,
    trend: null,
  };
}
