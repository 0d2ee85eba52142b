import type { Age } from '../../../../contract/result.ts';
import { scalar, table } from '../../../../model/document/document-parts.ts';
import { countOf } from '../../../../model/document/number-format.ts';
import type { MetricView } from '../../../metric.ts';
import { distributionPart, percentileScalars } from '../../../view/distribution-parts.ts';
import { leftOutNotes } from '../../../view/left-out-notes.ts';
import { largest, selectionNote } from '../../../view/selection.ts';
import { ageHeadline } from './age-headline.ts';

/** How long the items in progress have been so. */
export const ageView: MetricView<Age> = {
  headline: ageHeadline,
  brief: (data) => [
    ...percentileScalars('Age', data, `${countOf(data.count, 'item')} in progress, start until now`).slice(0, 1),
    scalar('Age of the oldest', data.maxDays, 'days'),
  ],
  full: (data) => {
    const rows = largest(data.byItem, (item) => item.ageDays);
    const note = selectionNote('oldest', rows.length, data.count);
    return [
      distributionPart(`Age, start until now: the ${countOf(data.count, 'item')} in progress`, data),
      ...leftOutNotes(data.leftOut),
      ...(data.sinceCreated.count === 0
        ? []
        : [
            distributionPart(
              `Since creation: the ${countOf(data.sinceCreated.count, 'item')} in progress, nobody knows since when`,
              data.sinceCreated,
            ),
          ]),
      table(
        note === null ? 'In progress, oldest first' : `In progress, oldest first: ${note}`,
        [
          { label: 'Item', unit: 'text' },
          { label: 'Title', unit: 'text', expendable: 6 },
          { label: 'Stage', unit: 'text' },
          { label: 'Started', unit: 'instant', expendable: 1 },
          { label: 'Age', unit: 'days' },
          { label: 'In stage', unit: 'days' },
        ],
        rows.map((item) => [item.id, item.title, item.stage, item.started, item.ageDays, item.inStageDays]),
        'Nothing is in progress.',
        { allIn: 'csv' },
      ),
    ];
  },
  records: (data) => ({
    columns: ['id', 'title', 'stage', 'started', 'ageDays', 'inStageDays'],
    rows: data.byItem.map((item) => [item.id, item.title, item.stage, item.started, item.ageDays, item.inStageDays]),
  }),
};
