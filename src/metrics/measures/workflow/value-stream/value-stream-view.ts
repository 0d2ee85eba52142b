import type { ValueStream } from '../../../../contract/value-stream-schema.ts';
import {
  type LadderPart,
  type NotePart,
  note,
  type Part,
  scalar,
  type TablePart,
  table,
} from '../../../../model/document/document-parts.ts';
import { countOf, formatNumber } from '../../../../model/document/number-format.ts';
import type { MetricView } from '../../../metric.ts';
import { leftOutNotes } from '../../../view/left-out-notes.ts';
import { valueStreamHeadline } from './value-stream-headline.ts';

type Stage = ValueStream['stages'][number];

/** The map of the stages, and under it the ladder. */
export const valueStreamView: MetricView<ValueStream> = {
  headline: valueStreamHeadline,
  brief: ({ ladder }) => [
    scalar(
      'Process cycle efficiency',
      ladder.efficiency,
      'share',
      `of the time from creation to finish was work (${countOf(ladder.items, 'finished item')})`,
    ),
  ],
  full: (data) => [
    times(data),
    flow(data),
    ...returns(data),
    ...orderDoubts(data),
    ladder(data),
    ...totals(data),
    ...leftOutNotes(data.leftOut),
  ],
  records: ({ ladder, stages }) => ({
    columns: ['stage', 'kind', ...plain, 'returns', 'meanWaitDays', 'meanProcessDays'],
    rows: stages.map((stage, index) => [
      stage.stage,
      stage.kind,
      ...plain.map((key) => stage[key]),
      stage.returns.map(({ to, count }) => `${to}: ${count}`).join('; '),
      ladder.stages[index]?.meanWaitDays ?? null,
      ladder.stages[index]?.meanProcessDays ?? null,
    ]),
  }),
};

const plain = [
  'visits',
  'medianProcessDays',
  'totalProcessDays',
  'medianWaitDays',
  'totalWaitDays',
  'current',
  'entries',
  'exits',
  'arrivalsPerWeek',
  'departuresPerWeek',
  'passRate',
  'firstPassYield',
] as const;

/** The stages that something passed or is in. */
function stagesInUse({ stages }: ValueStream): Stage[] {
  return stages.filter(({ current, entries, exits }) => current > 0 || entries > 0 || exits > 0);
}

function times(data: ValueStream): TablePart {
  return table(
    'The stages in order: time of the visits that ended in the window, and items there now',
    [
      { label: 'Stage', unit: 'text' },
      { label: 'Kind', unit: 'text', expendable: 2 },
      { label: 'Work, median', unit: 'days' },
      { label: 'total', unit: 'days', expendable: 6 },
      { label: 'Wait, median', unit: 'days' },
      { label: 'total', unit: 'days', expendable: 5 },
      { label: 'Now', unit: 'items', expendable: 7 },
      { label: 'Visits', unit: 'number', expendable: 1 },
    ],
    stagesInUse(data).map((stage) => {
      const works = stage.kind === 'active';
      return [
        stage.stage,
        stage.kind,
        // Only active stages work: a row of zeros would say that the others had tried.
        works ? stage.medianProcessDays : null,
        works ? stage.totalProcessDays : null,
        stage.medianWaitDays,
        stage.visits === 0 ? null : stage.totalWaitDays,
        stage.current,
        stage.visits,
      ];
    }),
    'Nothing passed through any stage.',
    { allIn: 'csv' },
  );
}

function flow(data: ValueStream): TablePart {
  return table(
    'What comes in and goes out, and how much passes',
    [
      { label: 'Stage', unit: 'text' },
      { label: 'In a week', unit: 'per period', expendable: 7 },
      { label: 'Out a week', unit: 'per period', expendable: 6 },
      { label: 'Pass rate', unit: 'share' },
      { label: 'First pass', unit: 'share', expendable: 5 },
      { label: 'Sent back', unit: 'number' },
    ],
    stagesInUse(data).map((stage) => [
      stage.stage,
      stage.arrivalsPerWeek,
      stage.departuresPerWeek,
      stage.passRate,
      stage.firstPassYield,
      stage.passRate === null && stage.returns.length === 0
        ? null
        : stage.returns.reduce((sum, { count }) => sum + count, 0),
    ]),
    'Nothing passed through any stage.',
    { allIn: 'csv' },
  );
}

/** Loops that a table shows. */
const SHOWN = 12;

function returns({ stages }: ValueStream): TablePart[] {
  const loops = stages
    .flatMap(({ returns: own, stage }) => own.map(({ to, count }) => ({ from: stage, to, count })))
    .sort((a, b) => b.count - a.count);
  if (loops.length === 0) return [];
  const note = loops.length > SHOWN ? ` (${SHOWN} of ${loops.length}; all with --format json)` : '';
  return [
    table(
      `Rework loops: where work goes back to, the most frequent first${note}`,
      [
        { label: 'From', unit: 'text' },
        { label: 'Back to', unit: 'text' },
        { label: 'Times', unit: 'number', bar: true },
      ],
      loops.slice(0, SHOWN).map(({ from, to, count }) => [from, to, count]),
    ),
  ];
}

/** Moves back from a stage that say something of its place. */
const TELLING_RETURNS = 10;

/** A stage that more goes back from than on may be in the wrong place: then its loops are no rework. */
function orderDoubts({ stages }: ValueStream): NotePart[] {
  const doubtful = stages.filter(
    ({ passRate, returns: own }) =>
      passRate !== null && passRate < 0.5 && own.reduce((sum, { count }) => sum + count, 0) >= TELLING_RETURNS,
  );
  if (doubtful.length === 0) return [];
  const names = doubtful.map(({ stage }) => stage).join(', ');
  const text = `More goes back than on from ${names}. If work does not come there in this order, its loops are no rework: order the stages under workflow: in pitwall.yaml.`;
  return [note(text)];
}

function ladder({ ladder: { items, stages } }: ValueStream): LadderPart {
  return {
    part: 'ladder',
    title: `The ladder: waiting above, work below; means of ${countOf(items, 'finished item')} from creation to finish`,
    steps: stages.flatMap(({ stage, ...means }): LadderPart['steps'][number][] => {
      const [meanWaitDays, meanProcessDays] = [means.meanWaitDays ?? 0, means.meanProcessDays ?? 0];
      return [
        ...(meanWaitDays > 0
          ? [{ label: meanProcessDays > 0 ? `${stage}, blocked` : stage, step: 'wait' as const, days: meanWaitDays }]
          : []),
        ...(meanProcessDays > 0 ? [{ label: stage, step: 'work' as const, days: meanProcessDays }] : []),
      ];
    }),
    empty: 'No finished item has a known way from creation to finish.',
  };
}

function totals({ ladder: { efficiency, items, leadDays, touchDays, waitDays } }: ValueStream): Part[] {
  if (items === 0) return [];
  const ratio =
    touchDays === null || waitDays === null || touchDays === 0
      ? ''
      : `; ${formatNumber(waitDays / touchDays, 'number')} days of waiting for each of work`;
  return [
    scalar('Lead time', leadDays, 'days', 'mean, from creation to finish: the whole ladder'),
    scalar('Waiting', waitDays, 'days', 'all steps above'),
    scalar('Touch time', touchDays, 'days', 'all steps below: unblocked time in active stages'),
    scalar('Process cycle efficiency', efficiency, 'share', `touch ÷ lead${ratio}`),
  ];
}
