import type { FlowEfficiency } from '../../contract/result.ts';
import type { Series, Tone } from '../../model/document/chart.ts';
import { countOf, formatNumber } from '../../model/document/number-format.ts';
import type { ChartDefinition } from '../chart-definition.ts';
import { amountAxis, placeOfDate, timeAxis } from '../kit/axes.ts';
import { daysText, fromTo, leftOutNotes } from '../kit/words.ts';

type Period = NonNullable<FlowEfficiency['byPeriod']>[number];

const PARTS: readonly {
  key: 'activeDays' | 'waitingDays' | 'blockedDays' | 'pausedDays';
  label: string;
  tone: Tone;
}[] = [
  { key: 'activeDays', label: 'active', tone: 'active' },
  { key: 'waitingDays', label: 'waiting', tone: 'waiting' },
  { key: 'blockedDays', label: 'blocked', tone: 'blocked' },
  { key: 'pausedDays', label: 'paused', tone: 'paused' },
];

/** Where the time of finished items went, period by period. */
export const flowEfficiencyChart: ChartDefinition = {
  name: 'flow-efficiency',
  shows: 'where the time of finished items went, by period',
  reading:
    'Each bar holds the time, from start to finish, of the items that finished in that period. The share at the bottom is time in which somebody could have worked; the rest is delay. A high bar only says that much work finished then.',
  needs: ['flowEfficiency'],
  uses: [],
  answers: [],
  options: [],
  draw(data) {
    const flow = data.flowEfficiency as FlowEfficiency;
    const periods = flow.byPeriod ?? [];
    if (flow.items === 0) return 'Of no finished item is known where its time went.';
    const parts = PARTS.filter(({ key }) => flow[key] > 0);
    const bar = (period: Period, value: number) => ({
      from: placeOfDate(period.start),
      to: placeOfDate(period.end),
      value,
      label: period.start,
      incomplete: !period.complete,
    });
    const series = parts.map(
      ({ key, label, tone }): Series => ({
        mark: 'bars',
        label,
        tone,
        stacked: true,
        bars: periods.map((period) => bar(period, period[key])),
      }),
    );
    const heights = periods.map((period) => parts.reduce((sum, { key }) => sum + period[key], 0));
    const share =
      flow.efficiency === null
        ? `${countOf(flow.items, 'finished item')} took no time from start to finish`
        : `${formatNumber(flow.efficiency, 'share')} of the time of ${countOf(flow.items, 'finished item')} was active`;
    const sums = parts.map(({ key, label }) => `${label} ${daysText(flow[key], data)}`).join(', ');
    const [first, last] = [periods[0] as Period, periods.at(-1) as Period];
    return {
      title: `${share}.`,
      alternative: `Stacked bars, ${fromTo(first.start, last.start)}: the days of the items that finished in each period, by what happened to them. In all: ${sums}.`,
      panels: [
        {
          panel: 'plane',
          title: '',
          x: timeAxis('Finished', [placeOfDate(first.start), placeOfDate(last.end)]),
          y: amountAxis('Time of finished items', 'days', heights),
          series,
          references: [],
        },
      ],
      notes: leftOutNotes(flow.leftOut),
    };
  },
};
