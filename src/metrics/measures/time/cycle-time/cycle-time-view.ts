import type { CycleTime } from '../../../../contract/result.ts';
import { countOf } from '../../../../model/number-format.ts';
import type { MetricView } from '../../../metric.ts';
import { distributionPart, percentileScalars } from '../../../view/distribution-parts.ts';
import { durationTable } from '../../../view/duration-table.ts';
import { leftOutNotes } from '../../../view/left-out-notes.ts';

/** How long items take from start to finish. */
export const cycleTimeView: MetricView<CycleTime> = {
  brief: (data) => percentileScalars('Cycle time', data, `${countOf(data.count, 'finished item')}, start to finish`),
  full: (data) => [
    distributionPart(`Cycle time, start to finish: the ${countOf(data.count, 'item')} finished in the window`, data),
    ...leftOutNotes(data.leftOut),
    ...durationTable(
      'Longest cycle times',
      'longest',
      ['Started', 'Finished', 'Cycle time'],
      data.byItem?.map((item) => ({ id: item.id, from: item.started, to: item.finished, days: item.cycleTimeDays })),
    ),
  ],
  records: (data) => ({
    columns: ['id', 'started', 'finished', 'cycleTimeDays'],
    rows: (data.byItem ?? []).map((item) => [item.id, item.started, item.finished, item.cycleTimeDays]),
  }),
};
