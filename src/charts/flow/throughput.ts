import type { Throughput } from '../../contract/result.ts';
import type { Bar, PlanePanel, Reference } from '../../model/document/chart.ts';
import { countOf, formatNumber } from '../../model/document/number-format.ts';
import type { ChartDefinition } from '../chart-definition.ts';
import { amountAxis, placeOfDate, timeAxis } from '../kit/axes.ts';
import { fromTo, leftOutNotes } from '../kit/words.ts';

type Period = Throughput['periods'][number];

/** How many items finish a period. */
export const throughputChart: ChartDefinition = {
  name: 'throughput',
  shows: 'items finished a period; with --points velocity, too',
  reading:
    'Each bar counts what finished in that period. Hatched bars are periods that the window cuts, so they are left out of the mean. Look for how much it varies: a promise must survive the low ones.',
  needs: ['throughput'],
  uses: [],
  answers: [],
  options: ['points'],
  draw(data, { points = false }) {
    const figures = data.throughput as Throughput;
    const { completePeriods, meanPerPeriod, medianPerPeriod, periods, unit } = figures;
    const [first, last] = [periods[0], periods.at(-1)];
    if (first === undefined || last === undefined) return 'The window holds no period.';
    const counted = panel(figures, 'Finished', 'items', meanPerPeriod, ({ finished }) => finished);
    const velocity = panel(figures, 'Points', 'points', figures.meanPointsPerPeriod, (period) => period.points);
    const mean =
      meanPerPeriod === null
        ? `The window holds no whole ${unit}, so there is no mean`
        : `${formatNumber(meanPerPeriod, 'per period')} items finished a ${unit} on average, half the time ${formatNumber(medianPerPeriod, 'per period')} or fewer: ${countOf(completePeriods, `whole ${unit}`)}`;
    return {
      title: `${mean}.`,
      alternative: `A bar for each ${unit} ${fromTo(first.start, last.start)}: how many items finished in it.${points ? ' Below, their points.' : ''}`,
      panels: points ? [counted, { ...velocity, title: 'Velocity: points of what finished' }] : [counted],
      notes: [
        ...(periods.some(({ complete }) => !complete)
          ? [`Hatched: a ${unit} of which the window holds only a part.`]
          : []),
        ...(points ? unknownPoints(periods) : []),
        ...leftOutNotes(figures.leftOut),
      ],
    };
  },
};

function panel(
  { periods, unit: period }: Throughput,
  label: string,
  unit: 'items' | 'points',
  mean: number | null,
  figureOf: (period: Period) => number | null,
): PlanePanel {
  const bars = periods.map(
    (period): Bar => ({
      from: placeOfDate(period.start),
      to: placeOfDate(period.end),
      value: figureOf(period),
      label: period.start,
      incomplete: !period.complete,
    }),
  );
  const references: Reference[] =
    mean === null
      ? []
      : [{ axis: 'y', value: mean, label: 'mean', text: formatNumber(mean, 'per period'), tone: 'limit' }];
  return {
    panel: 'plane',
    title: '',
    x: timeAxis(
      period.replace(/^./, (letter) => letter.toUpperCase()),
      bars.flatMap(({ from, to }) => [from, to]),
    ),
    y: amountAxis(label, unit, [...bars.map(({ value }) => value), mean]),
    series: [{ mark: 'bars', label: '', tone: 'plain', stacked: false, bars }],
    references,
  };
}

function unknownPoints(periods: readonly Period[]): string[] {
  return periods.some(({ pointsUnknown }) => pointsUnknown > 0)
    ? ['Some finished items have no points: the bars hold those that are known, and none where none is.']
    : [];
}
