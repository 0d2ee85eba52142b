import type { Throughput } from '../../../../contract/result.ts';
import { type ScalarPart, scalar, table } from '../../../../model/document/document-parts.ts';
import { countOf, formatNumber } from '../../../../model/document/number-format.ts';
import type { MetricView } from '../../../metric.ts';
import { leftOutNotes } from '../../../view/left-out-notes.ts';
import { latest, selectionNote } from '../../../view/selection.ts';
import { throughputHeadline } from './throughput-headline.ts';

type Period = Throughput['periods'][number];

/** How many items are finished a period. */
export const throughputView: MetricView<Throughput> = {
  headline: throughputHeadline,
  brief: (data) => [
    scalar(
      `Throughput a ${data.unit}`,
      data.meanPerPeriod,
      'per period',
      data.completePeriods === 0
        ? noWhole(data)
        : `${spanOf(data)}mean of ${countOf(data.completePeriods, data.unit)}, median ${formatNumber(data.medianPerPeriod, 'per period')}`,
      trend(data, ({ finished }) => finished),
    ),
    ...velocity(data),
  ],
  full: (data) => {
    const rows = latest(data.periods);
    const points = hasPoints(data);
    const note = selectionNote('latest', rows.length, data.periods.length);
    return [
      ...scalars(data),
      ...velocity(data),
      ...leftOutNotes(data.leftOut),
      table(
        `What fell within the window, ${data.unit} by ${data.unit}${note === null ? '' : `: ${note}`}`,
        [
          { label: 'From', unit: 'date' },
          { label: 'Finished', unit: 'items', bar: true },
          ...(points ? [{ label: 'Points', unit: 'points' as const, expendable: 3 }] : []),
          { label: 'Started', unit: 'items', expendable: 5 },
          { label: 'Created', unit: 'items', expendable: 4 },
          { label: 'Dropped', unit: 'items', expendable: 2 },
          { label: data.unit.replace(/^./, (letter) => letter.toUpperCase()), unit: 'text', expendable: 1 },
        ],
        rows.map((period) => [
          period.start,
          period.finished,
          ...(points ? [period.points] : []),
          period.started,
          period.created,
          period.dropped,
          period.complete ? 'whole' : 'in part',
        ]),
        'The window holds no period.',
        { allIn: 'csv' },
      ),
    ];
  },
  records: (data) => ({
    columns: ['start', 'end', 'complete', 'finished', 'points', 'pointsUnknown', 'started', 'created', 'dropped'],
    rows: data.periods.map((period) => [
      period.start,
      period.end,
      period.complete,
      period.finished,
      period.points,
      period.pointsUnknown,
      period.started,
      period.created,
      period.dropped,
    ]),
  }),
};

/** Why no throughput is known, though items were finished. */
function noWhole({ unit }: Throughput): string {
  return `not known: the window holds no whole ${unit}`;
}

function completePeriods(data: Throughput): string {
  return countOf(data.completePeriods, `whole ${data.unit}`);
}

/** Periods of a trend: half a year of weeks. */
const LATEST = 26;

/** The latest whole periods: one that is not over yet would look like a drop. */
function latestWhole({ periods }: Throughput): Period[] {
  return periods.filter(({ complete }) => complete).slice(-LATEST);
}

/** Nothing where nothing was finished of late: words say that better than a row of dots. */
function trend(data: Throughput, value: (period: Period) => number | null): (number | null)[] | null {
  const shown = latestWhole(data);
  return shown.length < 2 || shown.every(({ finished }) => finished === 0) ? null : shown.map(value);
}

/** Which periods the trend shows, where it does not show all; or that there was nothing in them. */
function spanOf(data: Throughput): string {
  const shown = latestWhole(data);
  const span = `last ${shown.length} ${data.unit}s`;
  if (shown.length > 1 && shown.every(({ finished }) => finished === 0)) return `none in the ${span}; `;
  return data.completePeriods > shown.length ? `${span}; ` : '';
}

function scalars(data: Throughput): ScalarPart[] {
  if (data.completePeriods === 0) return [scalar('Mean', null, 'per period', noWhole(data))];
  const over = `${spanOf(data)}items finished a ${data.unit}, over ${completePeriods(data)} within the window`;
  const finished = trend(data, (period) => period.finished);
  return [
    scalar('Mean', data.meanPerPeriod, 'per period', over, finished),
    scalar('Median', data.medianPerPeriod, 'per period'),
    scalar('Standard deviation', data.standardDeviation, 'per period'),
  ];
}

/** Most teams do not use them. */
function hasPoints({ periods }: Throughput): boolean {
  return periods.some(({ points }) => (points ?? 0) !== 0);
}

/** Nothing where no item has points. */
function velocity(data: Throughput): ScalarPart[] {
  if (data.meanPointsPerPeriod === null || !hasPoints(data)) return [];
  return [
    scalar(
      `Points a ${data.unit}`,
      data.meanPointsPerPeriod,
      'points',
      `${spanOf(data)}velocity: known points`,
      trend(data, ({ points }) => points),
    ),
  ];
}
