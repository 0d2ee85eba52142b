import type { LittlesLaw } from '../../../../contract/result.ts';
import { note, scalar } from '../../../../model/document/document-parts.ts';
import { formatNumber } from '../../../../model/document/number-format.ts';
import type { MetricView } from '../../../metric.ts';
import { leftOutNotes } from '../../../view/left-out-notes.ts';

/** Whether what comes in goes out: average work in progress against throughput × time in process. */
export const littlesLawView: MetricView<LittlesLaw> = {
  headline: sentence,
  brief: (data) => [scalar("Little's law ratio", data.ratio, 'number', agreement(data))],
  full: (data) => [
    scalar(
      'Ratio',
      data.ratio,
      'number',
      `average in progress / (departures a day × mean time in process); ${agreement(data)}`,
    ),
    scalar('Average in progress', data.averageWip, 'number', 'by time, over the window'),
    scalar(
      'Departures',
      data.departuresPerDay,
      'per day',
      'items in progress that were finished or dropped in the window',
    ),
    scalar('Mean time in process', data.meanDays, 'days', 'elapsed, of those that departed'),
    scalar('In progress at the start', data.wipAtStart, 'items'),
    scalar('In progress at the end', data.wipAtEnd, 'items'),
    ...(data.ratio === null ? [note(noRatio(data))] : []),
    ...leftOutNotes(data.leftOut),
  ],
  records: (data) => ({
    columns: ['averageWip', 'departuresPerDay', 'meanDays', 'ratio', 'wipAtStart', 'wipAtEnd'],
    rows: [[data.averageWip, data.departuresPerDay, data.meanDays, data.ratio, data.wipAtStart, data.wipAtEnd]],
  }),
};

function noRatio({ averageWip }: LittlesLaw): string {
  return averageWip === null
    ? 'How many items were in progress is not known: there is no ratio.'
    : 'Nothing departed in the window: there is no ratio.';
}

function sentence(data: LittlesLaw): string {
  if (data.ratio === null) return noRatio(data);
  const ratio = `the ratio is ${formatNumber(data.ratio, 'number')}`;
  return isFar(data.ratio)
    ? `Averages of this window do not predict: ${ratio}, far from 1.`
    : `${agreement(data)}: ${ratio}.`;
}

/** How far from 1, either way, the three averages still agree. */
const AGREES = 1.1;
const ROUGHLY = 1.25;

function offBy(ratio: number): number {
  return Math.max(ratio, 1 / ratio);
}

function isFar(ratio: number): boolean {
  return offBy(ratio) > ROUGHLY;
}

/** What the ratio says in words. Far from 1 it says only that: why, the ratio does not know. */
function agreement({ ratio, wipAtStart, wipAtEnd }: LittlesLaw): string | null {
  if (ratio === null) return null;
  const off = offBy(ratio);
  if (off <= AGREES) return 'WIP, throughput and cycle time agree';
  if (off <= ROUGHLY) return 'WIP, throughput and cycle time roughly agree';
  const from = formatNumber(wipAtStart, 'items');
  const to = formatNumber(wipAtEnd, 'items');
  return `far from 1: averages of this window do not predict; in progress from ${from} to ${to}`;
}
