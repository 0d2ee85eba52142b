import type { CumulativeFlow } from '../../contract/result.ts';
import type { Segment, Series } from '../../model/document/chart.ts';
import { countOf } from '../../model/document/number-format.ts';
import { dateWords } from '../../model/time/date-words.ts';
import type { ChartData, ChartDefinition } from '../chart-definition.ts';
import { amountAxis, daysAxisOf, placeOfDate } from '../kit/axes.ts';
import { fromTo, leftOutNotes } from '../kit/words.ts';

type Between = NonNullable<CumulativeFlow['between']>;

/** How many items had come how far, day by day. */
export const cumulativeFlowChart: ChartDefinition = {
  name: 'cumulative-flow',
  shows: 'how many items had come how far, day by day',
  reading:
    'Each band is a stage; done work piles up at the bottom, so no line ever falls. A band that widens is a queue that grows. The height between arrivals and departures is the work in progress, the distance across is about how long it takes.',
  needs: ['cumulativeFlow'],
  uses: [],
  answers: [],
  options: [],
  draw(data) {
    const { between, days, leftOut } = data.cumulativeFlow as CumulativeFlow;
    const first = days[0];
    const last = days.at(-1);
    if (first === undefined || last === undefined) return 'The window holds no day.';
    const order = Object.keys(last.reached).filter((stage) => (last.reached[stage] ?? 0) > 0);
    if (order.length === 0) return 'No item is known to have come to any stage.';
    return {
      title: titleOf(between, last.date),
      alternative: `Bands of items by stage, day by day, ${fromTo(first.date, last.date)}: done work at the bottom, ${order.map((stage) => `${last.reached[stage]} had come to ${stage}`).join(', ')} or beyond by the end.`,
      panels: [
        {
          panel: 'plane',
          title: '',
          x: daysAxisOf(days),
          y: amountAxis('Items', 'items', [last.reached[order[0] as string] ?? 0]),
          series: [...bands(data, days, order), ...arrows(between)],
          references: [],
        },
      ],
      notes: [
        'Items that are dropped are not in it; one that went back counts from its last arrival.',
        ...leftOutNotes(leftOut),
      ],
    };
  },
};

function titleOf(between: CumulativeFlow['between'], date: string): string {
  if (between === null) return `Items by stage, up to ${dateWords(date)}.`;
  const { days, from, items, to } = between;
  const where = `${items === 1 ? '1 item was' : `${countOf(items, 'item')} were`} between ${from} and ${to}`;
  const took = days === null ? '' : `; work took about ${countOf(days, 'day')}`;
  return `On ${dateWords(date)}, ${where}${took}.`;
}

/** The lines of the contract as bands, the last stage at the bottom: each as high as it lies above the one below it. */
function bands(data: ChartData, days: CumulativeFlow['days'], order: readonly string[]): Series[] {
  const kinds = new Map(data.workflow.stages.map(({ kind, name }) => [name, kind]));
  return order
    .map((stage, level): Series => {
      const next = order[level + 1];
      const points = days.map(({ date, reached }) => ({
        x: placeOfDate(date),
        y: (reached[stage] ?? 0) - (next === undefined ? 0 : (reached[next] ?? 0)),
        note: null,
        marked: false,
      }));
      return { mark: 'area', label: stage, tone: kinds.get(stage) ?? 'plain', points };
    })
    .reverse();
}

/** Work in progress upwards and its time across, at the end. */
function arrows(between: Between | null): Series[] {
  if (between === null || between.items === 0) return [];
  const end = placeOfDate(between.date);
  const wip: Segment = {
    x1: end,
    y1: between.departed,
    x2: end,
    y2: between.arrived,
    label: countOf(between.items, 'item'),
    arrow: true,
  };
  const time: Segment[] =
    between.since === null || between.days === null
      ? []
      : [
          {
            x1: placeOfDate(between.since),
            y1: between.departed,
            x2: end,
            y2: between.departed,
            label: `about ${countOf(between.days, 'day')}`,
            arrow: true,
          },
        ];
  return [{ mark: 'segments', label: '', tone: 'signal', segments: [wip, ...time] }];
}
