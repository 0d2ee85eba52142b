import type { StageFigures } from '../../../../contract/result.ts';
import {
  type NotePart,
  note,
  scalar,
  type TablePart,
  table,
  type Value,
} from '../../../../model/document/document-parts.ts';
import type { MetricView } from '../../../metric.ts';
import { leftOutNotes, leftOutOfAll } from '../../../view/left-out-notes.ts';
import { dependable, typical } from '../../../view/percentile.ts';
import { longestStage, stagesHeadline } from './stages-headline.ts';

/** Where the time goes, and which way items leave. */
export const stagesView: MetricView<StageFigures[]> = {
  headline: stagesHeadline,
  brief: (data) => {
    const top = longestStage(data);
    if (top === null) return [];
    return [
      scalar(
        'Largest share of time',
        top.share,
        'share',
        `in ${top.stage} (${top.kind}), of the time between start and end`,
      ),
    ];
  },
  full: (data) => [times(data), ...notes(data), ...sureness(data), directions(data)],
  records: (data) => (data.some((stage) => stage.byVisit !== undefined) ? visitRecords(data) : stageRecords(data)),
};

/** Names of the two columns that say how long a visit takes: the usual one, and nearly all. */
export function visitLabels([first]: readonly StageFigures[]): [low: string, high: string] {
  const low = (first && typical(first.timeDays)?.point) ?? 50;
  const high = (first && dependable(first.timeDays)?.point) ?? 85;
  return [low === 50 ? 'Median visit' : `${low} % visit`, `${high} % visit`];
}

function times(data: readonly StageFigures[]): TablePart {
  const [low, high] = visitLabels(data);
  return table(
    'Time in each stage, over the visits that ended in the window',
    [
      { label: 'Stage', unit: 'text' },
      { label: 'Kind', unit: 'text', expendable: 5 },
      { label: 'Share', unit: 'share', bar: true },
      { label: low, unit: 'days' },
      { label: high, unit: 'days', expendable: 6 },
      { label: 'Total', unit: 'days', expendable: 1 },
      { label: 'Visits', unit: 'number', expendable: 2 },
      { label: 'Items', unit: 'items', expendable: 3 },
    ],
    data.map((stage) => [
      stage.stage,
      stage.kind,
      stage.share,
      typical(stage.timeDays)?.days ?? null,
      dependable(stage.timeDays)?.days ?? null,
      stage.totalDays,
      stage.visits,
      stage.items,
    ]),
    'The workflow has no stage.',
  );
}

/** How sure the time that nearly all visits take is. */
function sureness(data: readonly StageFigures[]): TablePart[] {
  const [, high] = visitLabels(data);
  const rows = data.map(({ stage, timeDays }): Value[] => {
    const found = dependable(timeDays);
    return [stage, found?.days ?? null, ...(timeDays.percentileIntervalsDays[found?.point ?? ''] ?? [null, null])];
  });
  if (rows.every(([, , low, most]) => low === null && most === null)) return [];
  return [
    table(
      `How sure the ${high} is (95 %)`,
      [
        { label: 'Stage', unit: 'text' },
        { label: high, unit: 'days' },
        { label: 'Between', unit: 'days' },
        { label: 'And', unit: 'days' },
      ],
      rows,
    ),
  ];
}

function directions(data: readonly StageFigures[]): TablePart {
  return table(
    'Which way items went, over the visits that ended in the window (waiting stages carry no direction)',
    [
      { label: 'Stage', unit: 'text' },
      { label: 'In', unit: 'number', expendable: 2 },
      { label: 'Out', unit: 'number', expendable: 1 },
      { label: 'Growth', unit: 'number', expendable: 5 },
      { label: 'Forward', unit: 'number' },
      { label: 'Back', unit: 'number' },
      { label: 'Dropped', unit: 'number', expendable: 3 },
      { label: 'Pass rate', unit: 'share' },
      { label: 'First-pass yield', unit: 'share', expendable: 4 },
    ],
    data.map((stage) => [
      stage.stage,
      stage.entries,
      stage.exits,
      stage.growth,
      stage.forwardExits,
      stage.backwardExits,
      stage.droppedExits,
      stage.passRate,
      stage.firstPassYield,
    ]),
    'The workflow has no stage.',
  );
}

function notes(data: readonly StageFigures[]): NotePart[] {
  const text = 'Share: of the time between the start and the end of items. The other times are those of single visits.';
  return [note(text), ...leftOutNotes(leftOutOfAll(data))];
}

function visitRecords(data: readonly StageFigures[]): { columns: string[]; rows: Value[][] } {
  return {
    columns: ['stage', 'kind', 'id', 'start', 'end', 'timeDays'],
    rows: data.flatMap((stage) =>
      (stage.byVisit ?? []).map((visit) => [stage.stage, stage.kind, visit.id, visit.start, visit.end, visit.timeDays]),
    ),
  };
}

const plain = [
  'visits',
  'items',
  'totalDays',
  'share',
  'entries',
  'exits',
  'growth',
  'forwardExits',
  'backwardExits',
  'droppedExits',
  'passRate',
  'firstPassYield',
] as const;

function stageRecords(data: readonly StageFigures[]): { columns: string[]; rows: Value[][] } {
  const points = Object.keys(data[0]?.timeDays.percentilesDays ?? {});
  return {
    columns: ['stage', 'kind', ...plain, 'meanDays', ...points.map((point) => `p${point}Days`)],
    rows: data.map((stage) => [
      stage.stage,
      stage.kind,
      ...plain.map((key) => stage[key]),
      stage.timeDays.meanDays,
      ...points.map((point) => stage.timeDays.percentilesDays[point] ?? null),
    ]),
  };
}
