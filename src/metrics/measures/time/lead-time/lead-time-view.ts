import type { LeadTime } from '../../../../contract/result.ts';
import { countOf } from '../../../../model/document/number-format.ts';
import type { MetricView } from '../../../metric.ts';
import { distributionPart, intervalTable, percentileScalars } from '../../../view/distribution-parts.ts';
import { durationTable } from '../../../view/duration-table.ts';
import { leftOutNotes } from '../../../view/left-out-notes.ts';
import { leadTimeHeadline } from './lead-time-headline.ts';

/** How long items take from creation to finish. */
export const leadTimeView: MetricView<LeadTime> = {
  headline: leadTimeHeadline,
  brief: (data) => percentileScalars('Lead time', data, `${countOf(data.count, 'finished item')}, creation to finish`),
  full: (data) => [
    distributionPart(`Lead time, creation to finish: the ${countOf(data.count, 'item')} finished in the window`, data),
    ...intervalTable(data),
    ...leftOutNotes(data.leftOut),
    ...durationTable(
      'Longest lead times',
      'longest',
      ['Created', 'Finished', 'Lead time'],
      data.byItem?.map((item) => ({ id: item.id, from: item.created, to: item.finished, days: item.leadTimeDays })),
    ),
  ],
  records: (data) => ({
    columns: ['id', 'created', 'finished', 'leadTimeDays'],
    rows: (data.byItem ?? []).map((item) => [item.id, item.created, item.finished, item.leadTimeDays]),
  }),
};
