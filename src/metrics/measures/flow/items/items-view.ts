import type { Items } from '../../../../contract/result.ts';
import { note, scalar, table } from '../../../../model/document/document-parts.ts';
import { countOf, formatNumber } from '../../../../model/document/number-format.ts';
import type { MetricView } from '../../../metric.ts';
import { itemsHeadline } from './items-headline.ts';

const states = ['notStarted', 'inProgress', 'finished', 'dropped'] as const;
const words = { notStarted: 'not started', inProgress: 'in progress', finished: 'finished', dropped: 'dropped' };

/** How many items there are, and how far they have come. */
export const itemsView: MetricView<Items> = {
  headline: itemsHeadline,
  brief: (data) => [
    scalar(
      'Finished in the window',
      data.inWindow.finished,
      'items',
      `of ${formatNumber(data.total, 'items')}; ${formatNumber(data.inProgress, 'items')} in progress, ${formatNumber(data.notStarted, 'items')} not started${undated(data)}`,
    ),
  ],
  full: (data) => [
    table(
      `All ${countOf(data.total, 'item')}, by what has become of them`,
      [
        { label: 'State', unit: 'text' },
        { label: 'At the as-of instant', unit: 'items', bar: true },
        { label: 'Reached in the window', unit: 'items', expendable: 5 },
      ],
      states.map((state) => [words[state], data[state], inWindow(data, state)]),
      'There are no items.',
    ),
    ...(data.inWindow.finishedUnstarted === 0
      ? []
      : [
          note(
            `${countOf(data.inWindow.finishedUnstarted, 'item')} finished in the window without a known start: in throughput and lead time, not in cycle time.`,
          ),
        ]),
    ...(data.finishedUndated + data.droppedUndated === 0
      ? []
      : [
          note(
            `${countOf(data.finishedUndated, 'finished item')} and ${countOf(data.droppedUndated, 'dropped item')} are over by their status of today alone, or since before their history begins: in no figure that needs the instant.`,
          ),
        ]),
  ],
  records: (data) => ({
    columns: ['state', 'items', 'inWindow'],
    rows: [
      ...states.map((state) => [state, data[state], inWindow(data, state)]),
      ['finishedUnstarted', null, data.inWindow.finishedUnstarted],
      ['finishedUndated', data.finishedUndated, null],
      ['droppedUndated', data.droppedUndated, null],
      ['total', data.total, null],
    ],
  }),
};

/** What is over, nobody knows since when. */
function undated({ finishedUndated, droppedUndated }: Items): string {
  const over = finishedUndated + droppedUndated;
  return over === 0 ? '' : `, ${formatNumber(over, 'items')} over since an unknown instant`;
}

function inWindow(data: Items, state: (typeof states)[number]): number | null {
  return state === 'finished' || state === 'dropped' ? data.inWindow[state] : null;
}
