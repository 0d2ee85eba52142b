import type { FlowEfficiency } from '../../../../contract/result.ts';
import { type ScalarPart, scalar, table } from '../../../../model/document/document-parts.ts';
import { countOf } from '../../../../model/document/number-format.ts';
import type { MetricView } from '../../../metric.ts';
import { leftOutNotes } from '../../../view/left-out-notes.ts';
import { largest, selectionNote } from '../../../view/selection.ts';
import { flowEfficiencyHeadline } from './flow-efficiency-headline.ts';

/** How much of the time between start and finish an item is worked on. */
export const flowEfficiencyView: MetricView<FlowEfficiency> = {
  headline: flowEfficiencyHeadline,
  brief: (data) => [
    scalar(
      'Flow efficiency',
      data.efficiency,
      'share',
      `of the time was active (${countOf(data.items, 'finished item')})`,
    ),
  ],
  full: (data) => [
    ...scalars(data),
    table(
      `Time between start and finish, added up over ${countOf(data.items, 'finished item')} of cycle time`,
      [
        { label: 'Part', unit: 'text' },
        { label: 'Time', unit: 'days', bar: true },
        { label: 'Meaning', unit: 'text', expendable: 1 },
      ],
      [
        ['active', data.activeDays, 'somebody works on it'],
        ['waiting', data.waitingDays, 'committed to, but nobody works on it'],
        ['blocked', data.blockedDays, 'under a blocked flag'],
        ['paused', data.pausedDays, 'back in a to-do, done or dropped stage'],
      ],
    ),
    ...leftOutNotes(data.leftOut),
    ...lowest(data),
  ],
  records: (data) => ({
    columns: ['id', 'activeDays', 'waitingDays', 'blockedDays', 'pausedDays', 'efficiency'],
    rows: (data.byItem ?? []).map((item) => [
      item.id,
      item.activeDays,
      item.waitingDays,
      item.blockedDays,
      item.pausedDays,
      item.efficiency,
    ]),
  }),
};

function scalars(data: FlowEfficiency): ScalarPart[] {
  const over = `over ${countOf(data.items, 'finished item')} of cycle time whose parts are known`;
  return [
    scalar('Flow efficiency', data.efficiency, 'share', over),
    scalar(
      'Median item',
      data.medianItem,
      'share',
      'half of the items are worked on for this share of their time or less',
    ),
    scalar('Not active to active', data.waitToActive, 'number', 'days not worked on for each day worked on'),
  ];
}

function lowest(data: FlowEfficiency) {
  const known = (data.byItem ?? []).filter((item) => item.efficiency !== null);
  if (known.length === 0) return [];
  const rows = largest(known, (item) => (item.efficiency === null ? null : -item.efficiency));
  const note = selectionNote('lowest', rows.length, known.length);
  return [
    table(
      note === null ? 'Lowest efficiency first' : `Lowest efficiency first: ${note}`,
      [
        { label: 'Item', unit: 'text' as const },
        { label: 'Efficiency', unit: 'share' as const },
        { label: 'Active', unit: 'days' as const },
        { label: 'Waiting', unit: 'days' as const },
        { label: 'Blocked', unit: 'days' as const, expendable: 2 },
        { label: 'Paused', unit: 'days' as const, expendable: 1 },
      ],
      rows.map((item) => [
        item.id,
        item.efficiency,
        item.activeDays,
        item.waitingDays,
        item.blockedDays,
        item.pausedDays,
      ]),
      '',
      { allIn: 'csv' },
    ),
  ];
}
