import type { CumulativeFlow } from '../../../../contract/result.ts';
import { table } from '../../../../model/document/document-parts.ts';
import type { MetricView } from '../../../metric.ts';
import { leftOutNotes } from '../../../view/left-out-notes.ts';
import { latest, selectionNote } from '../../../view/selection.ts';
import { cumulativeFlowHeadline } from './cumulative-flow-headline.ts';

/** How many items have come, started and gone by each day's end, and where the others are. */
export const cumulativeFlowView: MetricView<CumulativeFlow> = {
  headline: cumulativeFlowHeadline,
  brief: () => [],
  full: (data) => {
    const rows = latest(data.days);
    const note = selectionNote('latest', rows.length, data.days.length);
    return [
      table(
        `Items so far, at each day's end${note === null ? '' : `: ${note}`}`,
        [
          { label: 'Date', unit: 'date' },
          { label: 'Created', unit: 'items' },
          { label: 'Started', unit: 'items' },
          { label: 'Finished', unit: 'items' },
          { label: 'Dropped', unit: 'items' },
        ],
        rows.map((day) => [day.date, day.created, day.started, day.finished, day.dropped]),
        'The window holds no day.',
      ),
      table(
        "Items in each stage at that day's end",
        [
          { label: 'Date', unit: 'date' },
          ...stagesOf(data).map((label, index) => ({ label, unit: 'items' as const, expendable: index + 1 })),
        ],
        rows.map((day) => [day.date, ...stagesOf(data).map((stage) => inStage(day, stage))]),
        'The window holds no day.',
      ),
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

function stagesOf(data: CumulativeFlow): string[] {
  return Object.keys(data.days.at(-1)?.stages ?? {});
}

/** Own keys only: a stage may be called `constructor`. */
function inStage(day: CumulativeFlow['days'][number], stage: string): number | null {
  return Object.hasOwn(day.stages, stage) ? (day.stages[stage] ?? null) : null;
}
