import type { FlowDistribution } from '../../../../contract/flow-distribution-schema.ts';
import {
  type NotePart,
  note,
  type Part,
  type ScalarPart,
  scalar,
  type TablePart,
  table,
} from '../../../../model/document/document-parts.ts';
import { countOf } from '../../../../model/document/number-format.ts';
import type { MetricView } from '../../../metric.ts';
import { leftOutNotes } from '../../../view/left-out-notes.ts';
import { dependable, typical } from '../../../view/percentile.ts';
import { largest, selectionNote } from '../../../view/selection.ts';
import { distributionHeadline } from './distribution-headline.ts';

type Row = FlowDistribution['values'][number];

/** What kinds of work come in, what becomes of them, and what nobody has begun. */
export const flowDistributionView: MetricView<FlowDistribution> = {
  headline: distributionHeadline,
  brief: (data) => [arrived(data)],
  full: (data) => [
    arrived(data),
    ...unstartedScalars(data),
    ...withoutValues(data),
    ...leftOutNotes(data.leftOut),
    arrivals(data),
    outcomes(data),
    ...unstarted(data),
    ...oldest(data),
  ],
  records: (data) => ({ columns: ['value', ...figures], rows: data.values.map(record) }),
};

const figures = [
  'arrived',
  'share',
  'arrivedFinished',
  'arrivedDropped',
  'arrivedInProgress',
  'arrivedNotStarted',
  'finished',
  'dropped',
  'inProgress',
  'notStarted',
  'medianCycleTimeDays',
  'unstartedMedianDays',
  'unstarted85Days',
  'unstartedOldestDays',
] as const;

function record(row: Row) {
  const { ofArrived, unstartedAge } = row;
  return [
    row.value,
    row.arrived,
    row.share,
    ofArrived.finished,
    ofArrived.dropped,
    ofArrived.inProgress,
    ofArrived.notStarted,
    row.finished,
    row.dropped,
    row.inProgress,
    row.notStarted,
    row.medianCycleTimeDays,
    unstartedAge.percentilesDays['50'] ?? null,
    unstartedAge.percentilesDays['85'] ?? null,
    unstartedAge.maxDays,
  ];
}

function arrived(data: FlowDistribution): ScalarPart {
  const [first] = data.values;
  const note =
    first === undefined || first.arrived === 0
      ? null
      : `most of them ${first.value === null ? `without a ${data.field}` : first.value}: ${countOf(first.arrived, 'item')}`;
  return scalar('Items that arrived', data.arrived, 'items', note);
}

/** Where no item has a value there is nothing to compare. */
function withoutValues({ field, values }: FlowDistribution): NotePart[] {
  if (values.length !== 1 || values[0]?.value !== null) return [];
  const text = `No item has a ${field}: name another field with --by, such as --by source.`;
  return [note(text)];
}

function nameOf({ value }: { value: string | null }): string {
  return value ?? '(none)';
}

function arrivals(data: FlowDistribution): TablePart {
  const rows = shownOf(data);
  const part = (row: Row, count: number) => (row.arrived === 0 ? null : count / row.arrived);
  return table(
    `What arrived in the window by ${data.field}, and what it is by now${noteOf(data)}`,
    [
      { label: data.field, unit: 'text' },
      { label: 'Arrived', unit: 'items' },
      { label: 'Share', unit: 'share', bar: true },
      { label: 'Finished', unit: 'share' },
      { label: 'Dropped', unit: 'share', expendable: 7 },
      { label: 'Under way', unit: 'share', expendable: 6 },
      { label: 'Unstarted', unit: 'share', expendable: 5 },
    ],
    rows.map((row) => [
      nameOf(row),
      row.arrived,
      row.share,
      part(row, row.ofArrived.finished),
      part(row, row.ofArrived.dropped),
      part(row, row.ofArrived.inProgress),
      part(row, row.ofArrived.notStarted),
    ]),
    'There are no items.',
  );
}

function outcomes(data: FlowDistribution): TablePart {
  return table(
    `What ended in the window, whenever it arrived, and what is there now${noteOf(data)}`,
    [
      { label: data.field, unit: 'text' },
      { label: 'Finished', unit: 'items' },
      { label: 'Dropped', unit: 'items', expendable: 6 },
      { label: 'Under way', unit: 'items', expendable: 7 },
      { label: 'Unstarted', unit: 'items', expendable: 5 },
      { label: 'Median cycle time', unit: 'days', expendable: 1 },
    ],
    shownOf(data).map((row) => [
      nameOf(row),
      row.finished,
      row.dropped,
      row.inProgress,
      row.notStarted,
      row.medianCycleTimeDays,
    ]),
    'There are no items.',
  );
}

const shownOf = (data: FlowDistribution) => largest(data.values, (row) => row.arrived);

function noteOf(data: FlowDistribution): string {
  const note = selectionNote('most frequent', shownOf(data).length, data.values.length);
  return note === null ? '' : `: ${note}`;
}

function unstartedScalars({ unstartedAge }: FlowDistribution): ScalarPart[] {
  if (unstartedAge.count === 0) return [];
  const low = typical(unstartedAge);
  const note = `median of ${countOf(unstartedAge.count, 'item')} not started, since creation`;
  return [scalar('Age of unstarted work', low?.days ?? null, 'days', note)];
}

function unstarted(data: FlowDistribution): Part[] {
  if (data.unstartedAge.count === 0) return [];
  const waiting = data.values.filter(({ unstartedAge }) => unstartedAge.count > 0);
  const rows = largest(waiting, ({ unstartedAge }) => unstartedAge.count);
  const note = selectionNote('with the most', rows.length, waiting.length);
  const [low, high] = [typical(data.unstartedAge)?.point ?? 50, dependable(data.unstartedAge)?.point ?? 85];
  return [
    table(
      `How old the unstarted work is${note === null ? '' : `: ${note}`}`,
      [
        { label: data.field, unit: 'text' },
        { label: 'Items', unit: 'items', bar: true },
        { label: low === 50 ? 'Median age' : `${low} % within`, unit: 'days' },
        { label: `${high} % within`, unit: 'days', expendable: 5 },
        { label: 'Oldest', unit: 'days', expendable: 6 },
      ],
      rows.map((row) => [
        nameOf(row),
        row.unstartedAge.count,
        typical(row.unstartedAge)?.days ?? null,
        dependable(row.unstartedAge)?.days ?? null,
        row.unstartedAge.maxDays,
      ]),
    ),
  ];
}

function oldest({ byItem = [], field }: FlowDistribution): TablePart[] {
  if (byItem.length === 0) return [];
  const rows = byItem.slice(0, 10);
  const note = selectionNote('oldest', rows.length, byItem.length, 'json');
  return [
    table(
      `Items not started${note === null ? '' : `: ${note}`}`,
      [
        { label: 'Item', unit: 'text' },
        { label: field, unit: 'text', expendable: 1 },
        { label: 'Stage', unit: 'text' },
        { label: 'Age', unit: 'days', bar: true },
      ],
      rows.map((row) => [row.id, nameOf(row), row.stage, row.ageDays]),
    ),
  ];
}
