import type { CycleTime } from '../../../../contract/result.ts';
import { note, type Part } from '../../../../model/document/document-parts.ts';
import { countOf, formatNumber } from '../../../../model/document/number-format.ts';
import type { MetricView } from '../../../metric.ts';
import { distributionPart, intervalTable, percentileScalars, sureTable } from '../../../view/distribution-parts.ts';
import { durationTable } from '../../../view/duration-table.ts';
import { leftOutNotes } from '../../../view/left-out-notes.ts';
import { cycleTimeHeadline } from './cycle-time-headline.ts';

/** How long items take from start to finish. */
export const cycleTimeView: MetricView<CycleTime> = {
  headline: cycleTimeHeadline,
  brief: (data) => percentileScalars('Cycle time', data, `${countOf(data.count, 'finished item')}, start to finish`),
  full: (data) => [
    distributionPart(`Cycle time, start to finish: the ${countOf(data.count, 'item')} finished in the window`, data),
    ...intervalTable(data),
    ...withOpenItems(data),
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

/** The same with the items that are still open, where these are many, and why it differs. */
function withOpenItems({ censoredPercentileIntervalsDays, censoredPercentilesDays, censoring }: CycleTime): Part[] {
  if (censoredPercentilesDays === null || censoredPercentileIntervalsDays === null) return [];
  const { dropped, items, open } = censoring;
  const share = formatNumber(open / items, 'share');
  const unreached = Object.values(censoredPercentilesDays).some((days) => days === null);
  return [
    ...sureTable('With the items that are still open', censoredPercentilesDays, censoredPercentileIntervalsDays),
    note(
      `${formatNumber(open, 'number')} of ${countOf(items, 'started item')} (${share}) ${open === 1 ? 'is' : 'are'} still open. The times above leave them out, and what is slow is open longest; here they count as taking longer than they have so far.`,
    ),
    ...(dropped > 0 ? [note(`${countOf(dropped, 'dropped item')} counted as open, up to the drop.`)] : []),
    ...(unreached
      ? [note('—: so many have not finished yet that the time is not known; it is more than the oldest had.')]
      : []),
  ];
}
