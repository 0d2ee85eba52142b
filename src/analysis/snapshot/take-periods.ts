import type { Period, SnapshotLine } from '../../contract/statistics/history-schema.ts';
import { isoOf } from '../../model/time/instants.ts';
import { dayOfDate } from '../../model/time/zone.ts';
import { VERSION } from '../../model/version.ts';
import { metricInput } from '../compute-figures.ts';
import type { Dataset } from '../dataset.ts';
import { type PeriodPoint, periodPoints } from '../outlook/period-points.ts';
import { boardAt } from './board.ts';
import { dailyOf } from './daily.ts';
import { figuresAt } from './figures.ts';

type Line = Pick<
  SnapshotLine,
  'schemaVersion' | 'tool' | 'period' | 'asOf' | 'board' | 'figures' | 'points' | 'daily' | 'durations' | 'restated'
>;

/** A period, and its figures where they need not be taken again. */
export interface Wanted {
  period: Period;
  figures: SnapshotLine['figures'] | null;
}

/**
 * What some complete periods came to, seen from the dataset's asOf; the figures of the report as of the end of each.
 * @param selection the items that they are about
 */
export function takePeriods(dataset: Dataset, selection: Int32Array, wanted: readonly Wanted[]): Line[] {
  if (wanted.length === 0) return [];
  const { zone } = dataset;
  const startOf = (date: string) => zone.startOfDay(dayOfDate(date));
  const from = Math.min(...wanted.map(({ period }) => startOf(period.start)));
  const to = Math.max(...wanted.map(({ period }) => startOf(period.end)));
  const seen = { ...dataset, window: { from, to } };
  const points = new Map(periodPoints(seen, selection).map((point) => [point.start, point]));
  const input = metricInput(seen, selection);
  return wanted.map(({ figures, period }) => {
    const point = points.get(period.start) as PeriodPoint;
    const last = startOf(period.end) - 1;
    return {
      schemaVersion: 1,
      tool: { name: 'pitwall', version: VERSION },
      period,
      asOf: isoOf(dataset.asOf),
      board: boardAt(dataset, last),
      figures: figures ?? (figuresAt(dataset, last) as SnapshotLine['figures']),
      points: pointsOf(point),
      daily: dailyOf(input, dayOfDate(period.start), dayOfDate(period.end)),
      durations: [...point.cycleTime.durations],
      restated: [],
    };
  });
}

function pointsOf({ age, arrivals, cycleTime, flowEfficiency, netFlow, throughput, wastedShare, wip }: PeriodPoint) {
  const { meanLog, n, zeros } = cycleTime;
  return { throughput, arrivals, netFlow, cycleTime: { n, zeros, meanLog }, wip, age, flowEfficiency, wastedShare };
}
