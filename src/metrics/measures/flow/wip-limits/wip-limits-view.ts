import type { WipLimits } from '../../../../contract/wip-limits-schema.ts';
import { type NotePart, note, scalar, type TablePart, table } from '../../../../model/document/document-parts.ts';
import { countOf } from '../../../../model/document/number-format.ts';
import type { MetricView } from '../../../metric.ts';
import { leftOutNotes } from '../../../view/left-out-notes.ts';
import { wipLimitsHeadline } from './wip-limits-headline.ts';

type Stage = WipLimits['stages'][number];

/** Limits against what was, and limits that would have held. */
export const wipLimitsView: MetricView<WipLimits> = {
  headline: wipLimitsHeadline,
  brief: ({ stages }) => {
    const limited = stages.filter(({ limit }) => limit !== null);
    const most = limited.reduce<Stage | null>(
      (top, stage) => ((stage.overShare ?? 0) > (top?.overShare ?? 0) ? stage : top),
      null,
    );
    if (limited.length === 0) return [];
    return [
      scalar(
        'Over its WIP limit',
        most?.overShare ?? 0,
        'share',
        most === null
          ? 'no stage was'
          : `of the time: ${most.stage}, the most of ${countOf(limited.length, 'stage')} with a limit`,
      ),
    ];
  },
  full: (data) => [...limits(data), ...suggestions(data), ...leftOutNotes(data.leftOut)],
  records: ({ stages }) => ({
    columns: ['stage', 'kind', ...plain, 'suggestedLimit', 'heldShare', 'suggestionDays', 'suggestionVisits'],
    rows: stages.map((stage) => [
      stage.stage,
      stage.kind,
      ...plain.map((key) => stage[key]),
      stage.suggestion?.limit ?? null,
      stage.suggestion?.heldShare ?? null,
      stage.suggestion?.days ?? null,
      stage.suggestion?.visits ?? null,
    ]),
  }),
};

const plain = [
  'limit',
  'current',
  'average',
  'maximum',
  'overDays',
  'overShare',
  'itemDaysBeyond',
  'visitsBeyond',
  'medianDaysBeyond',
  'medianDaysWithin',
] as const;

function limits({ stages }: WipLimits): (TablePart | NotePart)[] {
  const limited = stages.filter(({ limit }) => limit !== null);
  if (limited.length === 0) return [];
  return [
    table(
      'Stages with a limit, and what entered while they were full',
      [
        { label: 'Stage', unit: 'text' },
        { label: 'Limit', unit: 'number' },
        { label: 'Most', unit: 'number', expendable: 3 },
        { label: 'Time over', unit: 'share' },
        { label: 'Item-days beyond', unit: 'days', expendable: 2 },
        { label: 'Entered full', unit: 'number', expendable: 4 },
        { label: 'Visit then', unit: 'days', expendable: 6 },
        { label: 'else', unit: 'days', expendable: 5 },
        { label: 'Now', unit: 'text', expendable: 1 },
      ],
      limited.map((stage) => [
        stage.stage,
        stage.limit,
        stage.maximum,
        stage.overShare,
        stage.itemDaysBeyond,
        stage.visitsBeyond,
        stage.medianDaysBeyond,
        stage.medianDaysWithin,
        stage.current > (stage.limit ?? 0) ? '▲ over' : 'within',
      ]),
    ),
    note('Visit then, else: the median visit of those that entered while the stage was full, and of the others.'),
  ];
}

function suggestions({ stages }: WipLimits): (TablePart | NotePart)[] {
  const free = stages.filter(({ limit }) => limit === null);
  if (free.length === 0 && stages.length > 0) return [];
  const known = free.some(({ suggestion }) => suggestion !== null);
  const limits = table(
    'Stages without a limit: the least that would have held 85 % of the time',
    [
      { label: 'Stage', unit: 'text' },
      { label: 'Average', unit: 'number', expendable: 5 },
      { label: 'Most', unit: 'number', expendable: 7 },
      { label: 'Now', unit: 'items' },
      { label: 'Try', unit: 'number' },
      { label: 'Held', unit: 'share', expendable: 6 },
      { label: 'Over', unit: 'days', expendable: 2 },
      { label: 'Visits', unit: 'number', expendable: 1 },
    ],
    free.map((stage) => [
      stage.stage,
      stage.suggestion?.average ?? null,
      stage.maximum,
      stage.current,
      stage.suggestion?.limit ?? null,
      stage.suggestion?.heldShare ?? null,
      stage.suggestion?.days ?? null,
      stage.suggestion?.visits ?? null,
    ]),
    'The workflow has no active or waiting stage.',
  );
  const text = !known
    ? 'None is suggested: that takes 20 entries, and 28 days from the time on by which a tenth of them had happened.'
    : 'Average and held: of the time from a tenth of the entries on. A start to be lowered from, not an optimum; write it down with limit: in the workflow.';
  return free.length === 0 ? [limits] : [limits, note(text)];
}
