import type { Wip } from '../../contract/result.ts';
import type { PlanePanel, Point, Series } from '../../model/document/chart.ts';
import { countOf, formatNumber } from '../../model/document/number-format.ts';
import type { ChartDefinition } from '../chart-definition.ts';
import { amountAxis, daysAxisOf, placeOfDate } from '../kit/axes.ts';
import { fromTo, leftOutNotes } from '../kit/words.ts';

type Days = NonNullable<Wip['daily']>;

/** Items in progress, day by day. */
export const wipChart: ChartDefinition = {
  name: 'wip',
  shows: 'items in progress day by day, by stage, and limits',
  reading:
    'The whole height is what was in progress at the end of each day, each band a stage. Where it grows for weeks, more is started than finished, and everything will take longer. A stage with a limit has a picture of its own below.',
  needs: ['wip'],
  uses: [],
  answers: [],
  options: [],
  draw(data) {
    const { average, byStage, current, daily = [], leftOut } = data.wip as Wip;
    const [first, last] = [daily[0], daily.at(-1)];
    if (first === undefined || last === undefined)
      return 'Nothing says since when items are in progress, or the window holds no day.';
    // Own keys alone: a stage may be called "__proto__".
    const counts = (stage: string) =>
      daily.map((day) => (Object.hasOwn(day.stages, stage) ? day.stages[stage] : 0) ?? 0);
    const shown = byStage.filter(({ stage }) => counts(stage).some((count) => count > 0));
    const pointsOf = (stage: string): Point[] =>
      counts(stage).map((y, index) => ({
        x: placeOfDate((daily[index] as Days[number]).date),
        y,
        note: null,
        marked: false,
      }));
    const x = daysAxisOf(daily);
    const areas = shown
      .map(({ kind, stage }): Series => ({ mark: 'area', label: stage, tone: kind, points: pointsOf(stage) }))
      .reverse();
    const limited = byStage.flatMap(({ kind, limit, overLimitShare, stage }): PlanePanel[] => {
      if (limit === null) return [];
      const share = overLimitShare === null ? '' : `, over it ${formatNumber(overLimitShare, 'share')} of the time`;
      return [
        {
          panel: 'plane',
          title: `${stage}: limit ${formatNumber(limit, 'items')}${share}`,
          x,
          y: amountAxis('Items', 'items', [...counts(stage), limit]),
          series: [{ mark: 'line', label: '', tone: kind, stepped: true, points: pointsOf(stage) }],
          references: [{ axis: 'y', value: limit, label: 'limit', text: formatNumber(limit, 'items'), tone: 'limit' }],
        },
      ];
    });
    return {
      title: `${countOf(current, 'item')} in progress now${average === null ? '' : `, ${formatNumber(average, 'number')} on average`}.`,
      alternative: `Bands of items in progress at the end of each day, by stage, ${fromTo(first.date, last.date)}: ${first.count} on the first day, ${last.count} on the last.`,
      panels: [
        {
          panel: 'plane',
          title: '',
          x,
          y: amountAxis(
            'Items',
            'items',
            daily.map(({ count }) => count),
          ),
          series: areas,
          references: [],
        },
        ...limited,
      ],
      notes: leftOutNotes(leftOut),
    };
  },
};
