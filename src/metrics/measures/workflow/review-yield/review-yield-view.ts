import type { ReviewYield } from '../../../../contract/review-yield-schema.ts';
import {
  type NotePart,
  note,
  type ScalarPart,
  scalar,
  type TablePart,
  table,
} from '../../../../model/document/document-parts.ts';
import { countOf, formatNumber } from '../../../../model/document/number-format.ts';
import type { MetricView } from '../../../metric.ts';
import { leftOutNotes } from '../../../view/left-out-notes.ts';
import { reviewYieldHeadline } from './review-yield-headline.ts';
import { costOf, passesText, sendsBackText } from './review-yield-text.ts';

type Stage = ReviewYield['stages'][number];

/** What checks cost, and what they catch. */
export const reviewYieldView: MetricView<ReviewYield> = {
  headline: reviewYieldHeadline,
  brief: ({ stages }) => stages.filter(calledOut).map(briefOf).slice(0, 1),
  full: (data) => [
    ...callouts(data),
    yields(data),
    ...costs(data),
    ...returns(data),
    ...notes(data),
    ...leftOutNotes(data.leftOut),
  ],
  records: ({ stages }) => ({
    columns: ['stage', ...plain, 'returnsTo', 'returnsOver', 'returnMeanDays', 'returnMeanHours', ...yearColumns],
    rows: stages.map((stage) => [
      stage.stage,
      ...plain.map((key) => stage[key]),
      stage.returns.to.map(({ to, count }) => `${to}: ${count}`).join('; '),
      stage.returns.over,
      stage.returns.meanDays,
      stage.returns.meanHours,
      stage.perYear?.days ?? null,
      stage.perYear?.hours ?? null,
      stage.perYear?.labourCost ?? null,
      stage.perYear?.delayCost ?? null,
      stage.returns.perYear?.days ?? null,
      stage.returns.perYear?.hours ?? null,
      stage.returns.perYear?.labourCost ?? null,
    ]),
  }),
};

const plain = [
  'because',
  'verdict',
  'visits',
  'passed',
  'sentBack',
  'dropped',
  'passRate',
  'queueDays',
  'ownDays',
  'medianDays',
  'hours',
  'labourCost',
  'delayCost',
] as const;

const yearColumns = [
  'daysAYear',
  'hoursAYear',
  'labourCostAYear',
  'delayCostAYear',
  'returnDaysAYear',
  'returnHoursAYear',
  'returnLabourCostAYear',
];

function calledOut({ ownDays, queueDays, verdict }: Stage): boolean {
  return verdict === 'sends back' || (verdict === 'passes' && queueDays + ownDays > 0);
}

function briefOf(stage: Stage): ScalarPart {
  return scalar(
    'Passed unchanged',
    stage.passRate,
    'share',
    stage.verdict === 'passes'
      ? `at ${stage.stage}: ${formatNumber(stage.sentBack, 'number')} of ${countOf(stage.visits, 'visit')} sent back; took ${formatNumber(stage.queueDays + stage.ownDays, 'days')} of items' time`
      : `at ${stage.stage}: ${formatNumber(stage.sentBack, 'number')} of ${countOf(stage.visits, 'visit')} sent back, most to ${stage.returns.to[0]?.to ?? 'nowhere'}`,
  );
}

/** One sentence for each stage that stands out. */
function callouts({ currency, stages }: ReviewYield): NotePart[] {
  return stages
    .filter(calledOut)
    .map((stage) =>
      note(stage.verdict === 'passes' ? passesText(stage, currency) : sendsBackText(stage, currency), 'warning'),
    );
}

const VERDICTS = {
  passes: '▲ passes all',
  'sends back': '▲ sends back',
  neither: 'in between',
  'order in doubt': 'order?',
  'too few': 'too few',
} as const;

function yields({ stages }: ReviewYield): TablePart {
  return table(
    'Stages that check: what they pass on, and what they send back',
    [
      { label: 'Stage', unit: 'text' },
      { label: 'Visits', unit: 'number', expendable: 2 },
      { label: 'Passed', unit: 'number' },
      { label: 'Back', unit: 'number' },
      { label: 'Dropped', unit: 'number', expendable: 1 },
      { label: 'Pass rate', unit: 'share' },
      { label: 'Median time', unit: 'days', expendable: 3 },
      { label: 'Verdict', unit: 'text' },
    ],
    stages.map((stage) => [
      stage.stage,
      stage.visits,
      stage.passed,
      stage.sentBack,
      stage.dropped,
      stage.passRate,
      stage.medianDays,
      VERDICTS[stage.verdict],
    ]),
    'No stage is a check by its name: name those that are under reviews: in pitwall.yaml.',
  );
}

function costs({ currency, stages }: ReviewYield): TablePart[] {
  const shown = stages.filter(({ visits }) => visits > 0).map((stage) => ({ stage, cost: costOf(stage) }));
  if (shown.length === 0) return [];
  const span = shown.some(({ stage }) => stage.perYear !== null) ? 'a year' : 'in the window';
  const money = currency === null ? '' : `, ${currency}`;
  const labour = shown.some(({ cost }) => cost.hours > 0 && cost.labourCost !== null);
  const delay = shown.some(({ cost }) => (cost.delayCost ?? 0) > 0);
  return [
    table(
      `What the step costs ${span}: items' time in it and in the queue before it, and work`,
      [
        { label: 'Stage', unit: 'text' },
        { label: "Items' time", unit: 'days', bar: true },
        { label: 'In the queue', unit: 'share', expendable: 5 },
        { label: 'Work', unit: 'hours' },
        ...(labour ? [{ label: `Labour${money}`, unit: 'number' as const, expendable: 2 }] : []),
        ...(delay ? [{ label: `Delay${money}`, unit: 'number' as const, expendable: 1 }] : []),
      ],
      shown.map(({ cost, stage }) => [
        stage.stage,
        cost.days,
        stage.queueDays + stage.ownDays === 0 ? null : stage.queueDays / (stage.queueDays + stage.ownDays),
        cost.hours,
        ...(labour ? [cost.labourCost] : []),
        ...(delay ? [cost.delayCost] : []),
      ]),
    ),
  ];
}

/** Destinations of one stage that the table names. */
const MOST_DESTINATIONS = 3;

function returns({ stages }: ReviewYield): TablePart[] {
  const rows = stages.flatMap(({ returns: { meanDays, meanHours, to }, stage }) => {
    const named = to.slice(0, MOST_DESTINATIONS);
    const others = to.slice(MOST_DESTINATIONS);
    const rest = others.reduce((sum, { count }) => sum + count, 0);
    if (others.length > 0) named.push({ to: countOf(others.length, 'other stage'), count: rest });
    return named.map(({ to: name, count }, index) => [
      stage,
      name,
      count,
      index === 0 ? meanDays : null,
      index === 0 ? meanHours : null,
    ]);
  });
  if (rows.length === 0) return [];
  return [
    table(
      'Where work is sent back to, and what a return takes until the work is back (mean of the stage)',
      [
        { label: 'From', unit: 'text' },
        { label: 'Back to', unit: 'text' },
        { label: 'Times', unit: 'number', bar: true },
        { label: 'Time', unit: 'days' },
        { label: 'Work', unit: 'hours' },
      ],
      rows,
    ),
  ];
}

function notes({ minimumVisits, stages }: ReviewYield): NotePart[] {
  const notes: NotePart[] = [];
  const add = (text: string) => notes.push(note(text));
  if (stages.some(({ because }) => because !== 'configured'))
    add(
      'Names say which stages check, and in a configured workflow so does how much they send back: reviews: [Review] in pitwall.yaml overrules both.',
    );
  if (stages.some(({ verdict }) => verdict === 'order in doubt'))
    add(
      'Order?: more goes back than on, so the inferred order of the stages may be wrong: set workflow in pitwall.yaml.',
    );
  if (stages.some(({ verdict }) => verdict === 'too few'))
    add(`Too few: under ${minimumVisits} visits passed or sent back.`);
  return notes;
}
