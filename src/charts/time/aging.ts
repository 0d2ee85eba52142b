import type { Age } from '../../contract/result.ts';
import type { Box, Dot, Reference, Series } from '../../model/document/chart.ts';
import { countOf } from '../../model/document/number-format.ts';
import type { ChartData, ChartDefinition } from '../chart-definition.ts';
import { columnsAxis, daysAxis } from '../kit/axes.ts';
import { daysText, leftOutNotes, percentileNear } from '../kit/words.ts';

/** Work in progress: stage against age, on the ages at which finished items left each stage. */
export const agingChart: ChartDefinition = {
  name: 'aging',
  shows: 'work in progress by stage and age, on the usual ages',
  reading:
    'Each dot is an item in progress, in the column of its stage, as high as it is old. The bands say how old finished items were when they left that stage: a dot above the 85 % band is older there than 85 % of them ever were. Talk about the highest dots first.',
  needs: ['age'],
  uses: ['risk', 'cycleTime'],
  answers: [],
  options: ['log'],
  draw(data, { log = false }) {
    const age = data.age as Age;
    if (age.byItem.length === 0) return 'Nothing is in progress, or nobody knows since when.';
    const stages = columnsOf(data, age);
    const column = new Map(stages.map((stage, index) => [stage, index]));
    const bands = bandsOf(age, column, data);
    const chances = chancesOf(data);
    const dots = age.byItem.map(
      ({ ageDays, id, inStageDays, stage, title }): Dot => ({
        x: column.get(stage) as number,
        y: ageDays,
        id,
        title,
        note: `${daysText(ageDays, data)}, ${daysText(inStageDays, data)} of it in ${stage}${chances.get(id) ?? ''}`,
        marked: false,
      }),
    );
    const lines = expectation(data);
    const highs = bands.flatMap((band) => (band.mark === 'boxes' ? band.boxes.map(({ high }) => high) : []));
    const [oldest] = age.byItem;
    const shown = age.byItem.length < age.count ? ` The ${age.byItem.length} oldest of them are shown.` : '';
    return {
      title: `${countOf(age.count, 'item')} in progress; the oldest, ${oldest?.id}, is ${daysText(age.maxDays, data)} old${against(lines)}.`,
      alternative: `A dot for each item in progress: across, the stages from left to right; up, its age, ${daysText(age.minDays, data)} to ${daysText(age.maxDays, data)}. Bands show how old finished items were when they left each stage.${shown}`,
      panels: [
        {
          panel: 'plane',
          title: '',
          x: columnsAxis('Stage', stages),
          y: daysAxis('Age', [...dots.map(({ y }) => y), ...highs, ...lines.map(({ value }) => value)], log),
          series: [...bands, { mark: 'dots', label: 'in progress', tone: 'signal', dots }],
          references: lines,
        },
      ],
      notes: [
        ...(bands.length === 0 ? ['No finished item says how old items are when they leave a stage: no bands.'] : []),
        ...leftOutNotes(age.leftOut),
      ],
    };
  },
};

/** Stages in the order of the work that hold an item, or have bands. */
function columnsOf({ workflow }: ChartData, { bands = [], byItem }: Age): string[] {
  const shown = new Set([...byItem, ...bands].map(({ stage }) => stage));
  const known = workflow.stages.map(({ name }) => name).filter((name) => shown.has(name));
  const others = [...shown].filter((stage) => !known.includes(stage));
  return [...known, ...others];
}

/** A band for each percentile, from the one below it: over the columns of the stages that finished items left. */
function bandsOf({ bands = [] }: Age, column: ReadonlyMap<string, number>, data: ChartData): Series[] {
  const points = [...new Set(bands.flatMap(({ percentilesDays }) => Object.keys(percentilesDays)))]
    .map(Number)
    .sort((a, b) => a - b);
  return points.map((point, index): Series => {
    const below = points[index - 1];
    const boxes = bands.flatMap(({ percentilesDays, stage }): Box[] => {
      const high = percentilesDays[String(point)] ?? null;
      const middle = column.get(stage);
      if (high === null || middle === undefined) return [];
      return [
        {
          from: middle - 0.5,
          to: middle + 0.5,
          low: below === undefined ? 0 : (percentilesDays[String(below)] ?? 0),
          high,
          label: `${point} % left ${stage} by ${daysText(high, data)}`,
        },
      ];
    });
    return { mark: 'boxes', label: below === undefined ? `up to ${point} %` : `to ${point} %`, tone: 'context', boxes };
  });
}

/** What each item's chance to meet the expectation is, in words; by its id. */
function chancesOf({ risk }: ChartData): Map<string, string> {
  const words = (risk?.byItem ?? []).flatMap(({ atLeast, chance, id, late }): [string, string][] => {
    if (late) return [[id, ', late']];
    if (chance === null) return [];
    // Never 0 % or 100 %: only what is late is certain.
    const percent = Math.min(99, Math.max(1, Math.round(chance * 100)));
    return [[id, `, ${atLeast ? 'at least ' : ''}${percent} % to make it`]];
  });
  return new Map(words);
}

/** The expectation that somebody set; without one, what most finished items took from start to finish. */
function expectation(data: ChartData): Reference[] {
  const set = data.risk?.expectation;
  if (set !== undefined && set.days !== null && set.source !== 'censoredPercentile')
    return [{ axis: 'y', value: set.days, label: 'expected', text: daysText(set.days, data), tone: 'limit' }];
  const near = data.cycleTime === undefined ? null : percentileNear(data.cycleTime, 85);
  if (near === null) return [];
  const text = daysText(near.days, data);
  return [{ axis: 'y', value: near.days, label: `${near.point} % finished`, text, tone: 'limit' }];
}

function against([line]: readonly Reference[]): string {
  if (line?.label === 'expected') return `; items are expected to take ${line.text} or less`;
  return line === undefined
    ? ''
    : `; ${line.label.replace(' finished', '')} of finished items took ${line.text} or less`;
}
