import type { CumulativeFlow } from '../../../../contract/result.ts';
import { type TablePart, table } from '../../../../model/document/document-parts.ts';
import type { MetricView } from '../../../metric.ts';
import { leftOutNotes } from '../../../view/left-out-notes.ts';
import { latest, selectionNote } from '../../../view/selection.ts';
import { type StageOfWork, stageColumns } from '../../../view/stage-columns.ts';
import { cumulativeFlowHeadline } from './cumulative-flow-headline.ts';

/** How many items have come, started and gone by each day's end, and where the others are. */
export const cumulativeFlowView: MetricView<CumulativeFlow> = {
  headline: cumulativeFlowHeadline,
  brief: () => [],
  full: (data, stages = []) => {
    const rows = latest(data.days);
    const note = selectionNote('latest', rows.length, data.days.length);
    return [
      table(
        `Items so far, at each day's end${note === null ? '' : `: ${note}`}`,
        [
          { label: 'Date', unit: 'date' },
          { label: 'Created', unit: 'items', expendable: 5 },
          { label: 'Started', unit: 'items' },
          { label: 'Finished', unit: 'items' },
          { label: 'Dropped', unit: 'items', expendable: 1 },
        ],
        rows.map((day) => [day.date, day.created, day.started, day.finished, day.dropped]),
        'The window holds no day.',
        { allIn: 'csv' },
      ),
      byStage(data, rows, stages),
      ...leftOutNotes(data.leftOut),
    ];
  },
  records: (data) => ({
    // `in` keeps a stage called `date` or `created` apart from the columns of those names.
    columns: ['date', 'created', 'started', 'finished', 'dropped', ...stagesOf(data).map((stage) => `in ${stage}`)],
    rows: data.days.map((day) => [
      day.date,
      day.created,
      day.started,
      day.finished,
      day.dropped,
      ...stagesOf(data).map((stage) => inStage(day, stage)),
    ]),
  }),
};

/** A day a row and a stage a column, or, where these do not fit, a stage a row. */
function byStage(data: CumulativeFlow, rows: CumulativeFlow['days'], stages: readonly StageOfWork[]): TablePart {
  const names = stagesOf(data);
  return table(
    "Items in each stage at that day's end",
    [{ label: 'Date', unit: 'date' }, ...stageColumns(names, 'items', stages)],
    rows.map((day) => [day.date, ...names.map((stage) => inStage(day, stage))]),
    'The window holds no day.',
    { allIn: 'csv', narrow: stageList(names, rows) },
  );
}

/** The latest day and the same day of the weeks before it, as far as they are shown. */
function stageList(names: readonly string[], rows: CumulativeFlow['days']): TablePart {
  const days = rows.filter((_, index) => (rows.length - 1 - index) % 7 === 0);
  return table(
    days.length > 1 ? "Items in each stage at the day's end, week by week" : "Items in each stage at that day's end",
    [
      { label: 'Stage', unit: 'text' },
      ...days.map(({ date }, index) => ({
        label: date,
        unit: 'items' as const,
        expendable: index === days.length - 1 ? 0 : 5 + index,
      })),
    ],
    names.map((stage) => [stage, ...days.map((day) => inStage(day, stage))]),
  );
}

function stagesOf(data: CumulativeFlow): string[] {
  return Object.keys(data.days.at(-1)?.stages ?? {});
}

/** Own keys only: a stage may be called `constructor`. */
function inStage(day: CumulativeFlow['days'][number], stage: string): number | null {
  return Object.hasOwn(day.stages, stage) ? (day.stages[stage] ?? null) : null;
}
