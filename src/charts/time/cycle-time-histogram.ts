import type { CycleTime } from '../../contract/result.ts';
import type { Bar } from '../../model/document/chart.ts';
import { countOf } from '../../model/document/number-format.ts';
import type { ChartDefinition } from '../chart-definition.ts';
import { amountAxis } from '../kit/axes.ts';
import { linesInWords, percentileLines } from '../kit/percentile-lines.ts';
import { daysText, leftOutNotes, percentileNear, promise } from '../kit/words.ts';

/** How many items took how long. */
export const cycleTimeHistogramChart: ChartDefinition = {
  name: 'cycle-time-histogram',
  shows: 'how many items took how many days',
  reading:
    'Each bar counts the items that took so long. A long tail to the right means that an average promises too little: read the percentile lines instead.',
  needs: ['cycleTime'],
  uses: [],
  answers: [],
  options: [],
  draw(data) {
    const times = data.cycleTime as CycleTime;
    const bins = times.bins ?? [];
    const [first] = bins;
    if (first === undefined) return 'No item with a known start was finished in the window.';
    const width = (first.toDays as number) - first.fromDays;
    const bars = bins.map(({ count, fromDays, toDays }): Bar => {
      const from = daysText(fromDays, data);
      return {
        from: fromDays,
        // An open bin is drawn as wide as the others; its label says that it is open.
        to: toDays ?? fromDays + width,
        value: count,
        label: toDays === null ? `${from} or more` : `${from} to less than ${daysText(toDays, data)}`,
        incomplete: false,
      };
    });
    const lines = percentileLines(times, 'x', data);
    const last = bars.at(-1) as Bar;
    const open = bins.at(-1)?.toDays === null;
    const median = percentileNear(times, 50);
    const half =
      median === null || times.count < 10 ? '' : `, ${median.point} % took ${daysText(median.days, data)} or less`;
    return {
      title: `${promise(times, data)}${half}.`,
      alternative: `Bars for ${countOf(times.count, 'item')}: across, the cycle time in steps of ${daysText(width, data)}; up, how many items took so long. Lines: ${linesInWords(lines)}.`,
      panels: [
        {
          panel: 'plane',
          title: '',
          x: {
            ...amountAxis('Cycle time', 'days', []),
            from: (bars[0] as Bar).from,
            to: Math.max(last.to, ...lines.map(({ value }) => value)),
          },
          y: amountAxis(
            'Items',
            'items',
            bars.map(({ value }) => value),
          ),
          series: [{ mark: 'bars', label: '', tone: 'plain', stacked: false, bars }],
          references: lines,
        },
      ],
      notes: [
        ...(open
          ? [
              `The last bar holds all that took ${daysText(last.from, data)} or more, up to ${daysText(times.maxDays, data)}.`,
            ]
          : []),
        ...leftOutNotes(times.leftOut),
      ],
    };
  },
};
