import type { Wip } from '../../../../contract/result.ts';
import {
  type Part,
  type ScalarPart,
  scalar,
  type TableColumn,
  type TablePart,
  table,
} from '../../../../model/document/document-parts.ts';
import { countOf, formatNumber } from '../../../../model/document/number-format.ts';
import type { MetricView } from '../../../metric.ts';
import { leftOutNotes } from '../../../view/left-out-notes.ts';
import { wipHeadline } from './wip-headline.ts';

/** How many items are in progress. */
export const wipView: MetricView<Wip> = {
  headline: wipHeadline,
  brief: (data) => [
    scalar(
      'Work in progress',
      data.current,
      'items',
      `now; ${formatNumber(data.average, 'number')} on average${data.paused === 0 ? '' : `; ${formatNumber(data.paused, 'items')} paused`}`,
    ),
  ],
  full: (data) => [...scalars(data), byStage(data), ...daily(data), ...leftOutNotes(data.leftOut)],
  records: (data) => ({
    columns: ['date', 'count'],
    rows: (data.daily ?? []).map(({ date, count }) => [date, count]),
  }),
};

function scalars(data: Wip): ScalarPart[] {
  return [
    scalar('Now', data.current, 'items', 'in progress at the as-of instant'),
    scalar('Of them paused', data.paused, 'items', 'started, and back in a to-do, done or dropped stage'),
    scalar('Average', data.average, 'number', 'by time, over the window'),
  ];
}

function daily(data: Wip): Part[] {
  if (data.daily === undefined) return [];
  const points = data.daily.map(({ date, count }) => ({ label: date, value: count }));
  return [{ part: 'series', title: "Items in progress at each day's end", unit: 'items', points }];
}

function byStage(data: Wip): TablePart {
  const limited = data.byStage.some(({ limit }) => limit !== null);
  return table(
    `Where the ${countOf(data.current, 'item')} in progress ${data.current === 1 ? 'is' : 'are'}, and the average over the window`,
    [
      { label: 'Stage', unit: 'text' },
      { label: 'Kind', unit: 'text', expendable: 5 },
      { label: 'Now', unit: 'items', bar: true },
      { label: 'Average', unit: 'number', expendable: 6 },
      ...(limited ? limitColumns : []),
    ],
    data.byStage.map((stage) => [
      stage.stage,
      stage.kind,
      stage.current,
      stage.average,
      ...(limited ? [stage.limit, stage.overLimitShare, againstLimit(stage)] : []),
    ]),
    'Nothing was in progress within the window.',
  );
}

const limitColumns: readonly TableColumn[] = [
  { label: 'Limit', unit: 'number', expendable: 7 },
  { label: 'Time over it', unit: 'share', expendable: 1 },
  { label: 'Against it', unit: 'text' },
];

function againstLimit({ current, limit }: Wip['byStage'][number]): string | null {
  if (limit === null) return null;
  return current > limit ? '▲ over' : 'within';
}
