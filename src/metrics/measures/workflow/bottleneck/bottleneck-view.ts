import type { Bottleneck } from '../../../../contract/bottleneck-schema.ts';
import {
  type NotePart,
  note,
  type Part,
  type SeriesPart,
  scalar,
  type TablePart,
  table,
} from '../../../../model/document/document-parts.ts';
import { formatNumber } from '../../../../model/document/number-format.ts';
import type { MetricView } from '../../../metric.ts';
import { leftOutNotes } from '../../../view/left-out-notes.ts';

type Stage = Bottleneck['stages'][number];

/** Which stage's queue grows, or that none does. */
export const bottleneckView: MetricView<Bottleneck> = {
  headline,
  brief: (data) => {
    const top = named(data);
    if (top === null) return [];
    return [scalar('Bottleneck', top.growth, 'items', `more than at first in ${statement(data)}`)];
  },
  full: (data) => [
    scalar('Bottleneck', data.stage ?? 'none', 'text'),
    ...more(data),
    growth(data),
    ...notes(data),
    ...trends(data),
    ...leftOutNotes(data.leftOut),
  ],
  records: ({ stages }) => ({
    columns: ['stage', 'kind', ...plain],
    rows: stages.map((stage) => [stage.stage, stage.kind, ...plain.map((key) => stage[key])]),
  }),
};

const plain = [
  'verdict',
  'entries',
  'exits',
  'growth',
  'load',
  'growthPerWeek',
  'firstHalfGrowth',
  'secondHalfGrowth',
  'chance',
  'wipAtStart',
  'wipAtEnd',
  'firstHalfVisitDays',
  'secondHalfVisitDays',
] as const;

/** The bottleneck's row; null where no stage stands out. */
function named({ stage, stages }: Bottleneck): Stage | null {
  return stages.find((one) => one.stage === stage) ?? null;
}

/** What the report says in a line. */
function statement(data: Bottleneck): string {
  const top = named(data);
  if (top !== null) {
    const ahead = data.feeds === null ? '' : `, ahead of ${data.feeds}`;
    return `${top.stage}${ahead}: ${formatNumber(top.wipAtStart, 'items')} to ${formatNumber(top.wipAtEnd, 'items')}`;
  }
  if (data.parts === 0) return 'not judged: the window is shorter than 12 days';
  return data.threshold === null
    ? 'not judged: no stage had 20 arrivals'
    : 'no stage stands out: none grows by more than chance';
}

/** The answer in a sentence. */
function headline(data: Bottleneck): string {
  const top = named(data);
  const text = statement(data);
  if (top === null) return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  const { entries, exits, stage } = top;
  return `The queue of ${stage} grows: ${formatNumber(entries, 'number')} came in and ${formatNumber(exits, 'number')} went out.`;
}

/** What the first line leaves out; nothing where it says it all. */
function more(data: Bottleneck): NotePart[] {
  const top = named(data);
  if (top !== null) return [note(queueSentence(data, top))];
  const most = largestGrowth(data.stages);
  if (data.threshold === null || most === null) return [];
  const growth = `${formatNumber(most.growth, 'number')} of ${formatNumber(most.entries, 'number')} arrivals`;
  const passed = most.chance !== null && most.chance <= data.threshold;
  const why = passed ? ', but it did not last: nearly all of it came in one half of the window' : '';
  return [note(`The largest growth is that of ${most.stage}: ${growth}${why}.`)];
}

function queueSentence(data: Bottleneck, top: Stage): string {
  const ahead = data.feeds === null ? '' : ` Most of it goes on to ${data.feeds}: look there for what holds it up.`;
  return `${formatNumber(top.entries, 'number')} came in and ${formatNumber(top.exits, 'number')} went out; the items in it went from ${formatNumber(top.wipAtStart, 'items')} to ${formatNumber(top.wipAtEnd, 'items')}.${ahead}`;
}

function largestGrowth(stages: readonly Stage[]): Stage | null {
  let most: Stage | null = null;
  for (const stage of stages)
    if (stage.verdict !== 'too few' && stage.growth > Math.max(0, most?.growth ?? 0)) most = stage;
  return most;
}

const VERDICTS = { grows: '▲ grows', steady: 'steady', 'too few': 'too few' } as const;

function growth(data: Bottleneck): TablePart {
  return table(
    'Queues: what came in against what went out, and the median visit in each half of the window',
    [
      { label: 'Stage', unit: 'text' },
      { label: 'In', unit: 'number', expendable: 4 },
      { label: 'Out', unit: 'number', expendable: 3 },
      { label: 'Growth', unit: 'number' },
      { label: 'Chance', unit: 'share', expendable: 2 },
      { label: '1st half', unit: 'days', expendable: 6 },
      { label: '2nd half', unit: 'days', expendable: 5 },
      { label: 'Queue', unit: 'text' },
    ],
    data.stages.map((stage) => [
      stage.stage,
      stage.entries,
      stage.exits,
      stage.growth,
      stage.chance,
      stage.firstHalfVisitDays,
      stage.secondHalfVisitDays,
      VERDICTS[stage.verdict],
    ]),
    'The workflow has no active or waiting stage.',
  );
}

function notes({ parts, partDays, threshold }: Bottleneck): NotePart[] {
  if (parts === 0 || partDays === null || threshold === null) return [];
  return [
    note(
      `Chance: how likely so much growth is where arrivals and departures keep pace, judged from ${parts} parts of ${formatNumber(partDays, 'days', 'clock')}. A queue grows from ${formatNumber(threshold, 'share')} down, if the growth lasted: a third of it in the second half.`,
    ),
  ];
}

/** How the growing queues went, or the one that grew most. */
function trends({ stages }: Bottleneck): Part[] {
  const growing = stages.filter(({ verdict }) => verdict === 'grows');
  const most = largestGrowth(stages);
  return (growing.length > 0 || most === null ? growing : [most])
    .filter(({ wip }) => wip !== undefined)
    .map(
      ({ stage, wip = [] }): SeriesPart => ({
        part: 'series',
        title: `Items in ${stage} at the end of each part`,
        unit: 'items',
        points: wip.map((count, index) => ({ label: `part ${index + 1}`, value: count })),
      }),
    );
}
