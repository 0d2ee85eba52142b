import type { TrendSeries } from '../../../contract/statistics/trend-schema.ts';
import { nextPeriod } from '../../../metrics/derive/periods.ts';
import type { Basis, PeriodUnit, Settings } from '../../../model/settings.ts';
import type { TrendMetric, TrendSettings } from '../../../model/statistics/trend-settings.ts';
import { dateOfDay, dayOfDate } from '../../../model/time/zone.ts';
import {
  BASELINE_POINTS,
  type Baseline,
  chunkiness,
  falseAlarmShare,
  findSignals,
  processLimits,
  type Signal,
} from '../../../stats/control/index.ts';
import type { PeriodPoint } from '../period-points.ts';
import { baselineSpan, lastDay } from './baseline-span.ts';
import { chartValues } from './chart-values.ts';
import { SERIES_KINDS, type SeriesKind } from './series-kinds.ts';
import { signalMessage } from './signal-words.ts';
import { notesOf } from './trend-notes.ts';

/** What the series of a trend are made from: an export's periods, or those that a history has kept. */
export interface PeriodSeries {
  /** Ascending; a period may be missing. */
  points: readonly PeriodPoint[];
  unit: PeriodUnit;
  sprint: Settings['sprint'];
  basis: Basis;
  /** Items that are over since an unknown time. */
  endsUnknown: number;
  /** The starts of the first periods of another definition, ascending. Nothing crosses them. */
  breaks: TrendSeries['breaks'];
}

/**
 * One metric period by period, with the limits of its latest definition and what does not look like chance.
 * @throws PitwallError `bad-option` if the baseline that was asked for holds no period
 */
export function trendSeries(metric: TrendMetric, periods: PeriodSeries, settings: TrendSettings): TrendSeries {
  const kind = SERIES_KINDS[metric];
  const { breaks, unit } = periods;
  const since = breaks.at(-1)?.at ?? '';
  const points = periods.points.filter(({ start }) => start >= since);
  const earlier = periods.points.filter(({ start }) => start < since);
  const span = baselineSpan(points, unit, settings);
  const charted = chartValues(points, kind, span);
  const baseline = processLimits(charted.values, { ...kind, ...(span === null ? {} : { baseline: span }) });
  const found = findSignals(charted.values, baseline, settings.rules);
  const { limits } = baseline;
  const shown = shownOn(kind);
  const known = {
    metric,
    unit: kind.unit,
    better: kind.better,
    scale: kind.scale,
    points: [
      ...earlierPoints(earlier, breaks, kind),
      ...shownPoints(points, charted.values, kind, limits !== null && baseline.provisional),
    ],
    baseline: baselineOf(baseline, points),
    mean: shown(baseline.mean),
    upper: shown(limits?.upper ?? null),
    lower: shown(limits?.lower ?? null),
    rangeUpper: shown(limits?.rangeUpper ?? null),
    reason: baseline.reason,
    shift: shiftOf(found.shiftFrom, points, periods),
    falseAlarmShare: alarmShare(charted.values, baseline, kind, settings),
    breaks,
  };
  const signals = found.signals.map((signal) => signalOf(signal, points, charted.values, known, periods));
  return {
    ...known,
    signals,
    notes: notesOf(known, {
      unit,
      chunky: chunkiness(charted.values, baseline, kind.counts),
      zeroShare: charted.zeroShare,
      zeroAs: charted.zeroAs,
      judged: points.length,
      endsUnknown: periods.endsUnknown,
      asked: settings.baseline !== null,
    }),
  };
}

/** From the scale of the chart to the unit. */
function shownOn({ scale }: SeriesKind): (value: number | null) => number | null {
  return (value) => (value === null || scale === 'linear' ? value : Math.exp(value));
}

/** Those of earlier definitions: no range crosses from one to another. */
function earlierPoints(
  earlier: readonly PeriodPoint[],
  breaks: TrendSeries['breaks'],
  kind: SeriesKind,
): TrendSeries['points'] {
  const { values } = chartValues(earlier, kind, null);
  const starts = ['', ...breaks.map(({ at }) => at)];
  return starts.slice(0, -1).flatMap((since, at) => {
    const next = starts[at + 1] as string;
    const from = earlier.findIndex(({ start }) => start >= since && start < next);
    if (from < 0) return [];
    const own = earlier.slice(from).filter(({ start }) => start < next);
    return shownPoints(own, values.slice(from, from + own.length), kind, false);
  });
}

function shownPoints(
  points: readonly PeriodPoint[],
  values: readonly (number | null)[],
  kind: SeriesKind,
  provisional: boolean,
): TrendSeries['points'] {
  const shown = shownOn(kind);
  const ranges = rangesOf(values);
  return points.map((point, at) => ({
    start: point.start,
    end: point.end,
    value: shown(values[at] ?? null),
    range: shown(ranges[at] ?? null),
    n: kind.n(point),
    provisional,
  }));
}

/** How far each value is from the one before; periods without one are skipped. */
function rangesOf(values: readonly (number | null)[]): (number | null)[] {
  let before: number | null = null;
  return values.map((value) => {
    if (value === null) return null;
    const range = before === null ? null : Math.abs(value - before);
    before = value;
    return range;
  });
}

function baselineOf(baseline: Baseline, points: readonly PeriodPoint[]): TrendSeries['baseline'] {
  const { from, to, points: count, provisional, widthUncertainty } = baseline;
  return {
    from: from === null ? null : (points[from] as PeriodPoint).start,
    to: to === null ? null : lastDay(points[to] as PeriodPoint),
    points: count,
    provisional,
    widthUncertainty,
  };
}

function signalOf(
  { direction, from, rule, to }: Signal,
  points: readonly PeriodPoint[],
  values: readonly (number | null)[],
  series: Omit<TrendSeries, 'signals' | 'notes'>,
  { basis, unit }: PeriodSeries,
): TrendSeries['signals'][number] {
  const { better } = series;
  const signal = {
    rule,
    from: (points[from] as PeriodPoint).start,
    to: lastDay(points[to] as PeriodPoint),
    points: values.slice(from, to + 1).filter((value) => value !== null).length,
    direction,
    good: better === null ? null : (direction === 'above') === (better === 'higher'),
    latest: values.slice(to + 1).every((value) => value === null),
  };
  const value = series.points.find(({ start }) => start === signal.from)?.value ?? null;
  return { ...signal, message: signalMessage(signal, series, value, { basis, unit }) };
}

/** A new baseline of 20 periods from the first point of the shift: those that are yet to come count once they are there. */
function shiftOf(
  from: number | null,
  points: readonly PeriodPoint[],
  { sprint, unit }: PeriodSeries,
): TrendSeries['shift'] {
  if (from === null) return null;
  const { start } = points[from] as PeriodPoint;
  let day = dayOfDate(start);
  for (let period = 0; period < BASELINE_POINTS; period++) day = nextPeriod(day, unit, sprint);
  return { from: start, option: `--baseline ${start}..${dateOfDay(day - 1)}` };
}

/**
 * The chance of a false alarm as it was simulated: with the first 20 points, or all, as the baseline. More make it
 * smaller; of fewer nobody knows it.
 */
function alarmShare(
  values: readonly (number | null)[],
  { limits, points }: Baseline,
  { like }: SeriesKind,
  { rules }: TrendSettings,
): number | null {
  const judged = values.filter((value) => value !== null).length;
  if (limits === null || (points < BASELINE_POINTS && points < judged)) return null;
  return falseAlarmShare(like, judged, rules === 'both' ? 'both' : 'westernElectric');
}
