import type { CycleTime } from '../../contract/result.ts';
import type { Dot, Series } from '../../model/document/chart.ts';
import { countOf } from '../../model/document/number-format.ts';
import { DAY_MS } from '../../model/time/units.ts';
import type { ChartData, ChartDefinition } from '../chart-definition.ts';
import { daysAxis, placeOfDate, timeAxis, wallClock } from '../kit/axes.ts';
import { linesInWords, percentileLines } from '../kit/percentile-lines.ts';
import { daysText, leftOutNotes, promise } from '../kit/words.ts';

type Item = NonNullable<CycleTime['byItem']>[number];

/** More values of a field than this cannot be told apart. */
const MOST_GROUPS = 7;

/** When each item finished, against how long it took. */
export const cycleTimeChart: ChartDefinition = {
  name: 'cycle-time',
  shows: 'how long each finished item took, by finish date',
  reading:
    'Each dot is an item; the higher, the longer it took. The lines say how many items took less. The thicker line is the median of the last 28 days: if it climbs, work takes longer than it did.',
  needs: ['cycleTime'],
  uses: [],
  answers: [],
  options: ['log'],
  draw(data, { log = false }) {
    const times = data.cycleTime as CycleTime;
    const items = times.byItem ?? [];
    if (items.length === 0) return 'No item with a known start was finished in the window.';
    const place = wallClock(data.timeZone);
    const dots = dotsOf(data, place);
    const x = timeAxis(
      'Finished',
      items.map(({ finished }) => place(finished)),
    );
    const medians = (times.rollingMedian ?? []).map(({ date, medianDays }) => ({
      // The middle of the day; the axis may end with its first moment.
      x: Math.min(placeOfDate(date) + DAY_MS / 2, x.to),
      y: medianDays,
      note: null,
      marked: false,
    }));
    const series: Series[] = [...dots];
    if (medians.some(({ y }) => y !== null))
      series.push({ mark: 'line', label: 'median of 28 days', tone: 'signal', stepped: false, points: medians });
    const lines = percentileLines(times, 'y', data);
    const days = [...items.map(({ cycleTimeDays }) => cycleTimeDays), ...lines.map(({ value }) => value)];
    return {
      title: `${promise(times, data)}.`,
      alternative: `A dot for each of ${countOf(items.length, 'item')}: across, the date it finished; up, its cycle time, from ${daysText(times.minDays, data)} to ${daysText(times.maxDays, data)}. Lines: ${linesInWords(lines)}.`,
      panels: [
        {
          panel: 'plane',
          title: '',
          x,
          y: daysAxis('Cycle time', days, log),
          series,
          references: lines,
        },
      ],
      notes: [...leftOutNotes(times.leftOut), ...severalGroups(data)],
    };
  },
};

function dotsOf(data: ChartData, place: (instant: string) => number): Series[] {
  const dot = ({ cycleTimeDays, finished, id, title }: Item): Dot => ({
    x: place(finished),
    y: cycleTimeDays,
    id,
    title,
    note: daysText(cycleTimeDays, data),
    marked: false,
  });
  const groups = (data.groups ?? []).filter(({ cycleTime }) => (cycleTime?.byItem?.length ?? 0) > 0);
  if (groups.length === 0)
    return [{ mark: 'dots', label: '', tone: 'plain', dots: (data.cycleTime?.byItem ?? []).map(dot) }];
  const named = groups.length > MOST_GROUPS ? groups.slice(0, MOST_GROUPS - 1) : groups;
  const others = groups.slice(named.length).flatMap(({ cycleTime }) => cycleTime?.byItem ?? []);
  const series = named.map(
    ({ cycleTime, value }): Series => ({
      mark: 'dots',
      label: value ?? '(none)',
      tone: 'group',
      dots: (cycleTime?.byItem ?? []).map(dot),
    }),
  );
  if (others.length === 0) return series;
  const label = `${groups.length - named.length} others`;
  return [{ mark: 'dots', label, tone: 'context', dots: others.map(dot) }, ...series];
}

function severalGroups({ groups = [] }: ChartData): string[] {
  const [first] = groups;
  if (first === undefined) return [];
  return [`An item with several values of ${first.by} has a dot for each; the lines are those of all items.`];
}
