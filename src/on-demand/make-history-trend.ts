import { type PeriodPoint, periodDurations } from '../analysis/outlook/period-points.ts';
import { type PeriodSeries, trendSeries } from '../analysis/outlook/trend/trend-series.ts';
import type { Head } from '../contract/result.ts';
import { definitionsSchema, type ToldDefinitions } from '../contract/statistics/definitions-schema.ts';
import type { SnapshotLine } from '../contract/statistics/history-schema.ts';
import type { TrendReport } from '../contract/statistics/trend-schema.ts';
import type { History } from '../history/history.ts';
import { type Segment, type Series, seriesNamed } from '../history/segments.ts';
import { countOf } from '../model/document/number-format.ts';
import { PitwallError } from '../model/errors.ts';
import type { CalendarSettings, PeriodUnit } from '../model/settings.ts';
import type { TrendSettings } from '../model/statistics/trend-settings.ts';
import { Calendar } from '../model/time/calendar.ts';
import { isoOf } from '../model/time/instants.ts';
import { dayOfDate, zoneOf } from '../model/time/zone.ts';
import { VERSION } from '../model/version.ts';
import { checkChoice } from '../settings/problems/option-problem.ts';
import { type HistoryTrendOptions, trendSettingsOf } from '../settings/statistics/trend-options.ts';
import { timeZoneProblem } from '../settings/time-zone.ts';

/** The trend of what a history has kept, with its options checked. */
export function makeHistoryTrend(history: History, options: HistoryTrendOptions): TrendReport {
  const settings = trendSettingsOf(options);
  const series = seriesNamed(history, options.series);
  const unit = unitOf(series, options.unit, history.file);
  const kept = keptPeriods(series, unit);
  const definitions = definitionsOf(kept.lines.at(-1) as SnapshotLine);
  return {
    ...headOf(kept.lines, definitions),
    trend: {
      unit,
      rules: settings.rules,
      history: { file: history.file, series: series.name },
      series: seriesOf(kept, unit, definitions, settings),
    },
    findings: [],
  };
}

/** The unit that is asked for; else that of the latest snapshot. */
function unitOf({ segments }: Series, asked: string | undefined, file: string): PeriodUnit {
  checkChoice('--unit', asked, ['day', 'week', 'month', 'sprint']);
  const known = [...new Set(segments.map(({ unit }) => unit))];
  const unit = (asked as PeriodUnit | undefined) ?? (known.at(-1) as PeriodUnit);
  if (known.includes(unit)) return unit;
  const what = `the history ${file} has no ${unit}s`;
  throw new PitwallError('bad-option', what, '--unit', `It has ${known.map((one) => `${one}s`).join(' and ')}`);
}

/** A snapshot for each period, ascending, and where the definitions changed. */
interface Kept {
  lines: readonly SnapshotLine[];
  breaks: PeriodSeries['breaks'];
}

/** By the latest definitions as far back as they go, and by the ones before them before that. */
function keptPeriods({ segments }: Series, unit: PeriodUnit): Kept {
  let lines: SnapshotLine[] = [];
  const breaks: PeriodSeries['breaks'] = [];
  for (const segment of segments.filter((one) => one.unit === unit).reverse()) {
    const first = lines[0];
    const earlier = first === undefined ? segment.lines : before(segment, first);
    if (earlier.length === 0) continue;
    if (first !== undefined) breaks.unshift({ at: first.period.start, fingerprint: first.fingerprint });
    lines = [...earlier, ...lines];
  }
  return { lines, breaks };
}

/** A sprint may have been cut otherwise: its last day must be over, too. */
function before({ lines }: Segment, { period: { start } }: SnapshotLine): readonly SnapshotLine[] {
  return lines.filter(({ period }) => period.end <= start);
}

function seriesOf(
  { breaks, lines }: Kept,
  unit: PeriodUnit,
  { basis, sprint }: ToldDefinitions,
  settings: TrendSettings,
): TrendReport['trend']['series'] {
  const points = lines.map(pointOf);
  const periods: PeriodSeries = { points, unit, sprint, basis, endsUnknown: 0, breaks };
  return settings.metrics.map((metric) => trendSeries(metric, periods, settings));
}

function pointOf({ durations, period: { end, start }, points }: SnapshotLine): PeriodPoint {
  const { age, arrivals, flowEfficiency, netFlow, throughput, wastedShare, wip } = points;
  // Ascending, as reading has made sure.
  const cycleTime = periodDurations(Float64Array.from(durations));
  return { start, end, throughput, arrivals, netFlow, cycleTime, wip, age, flowEfficiency, wastedShare };
}

/** What the latest snapshot was taken by. */
function headOf(lines: readonly SnapshotLine[], { basis, calendar, timeZone, where, workflow }: ToldDefinitions): Head {
  const [first, last] = [lines[0], lines.at(-1)] as [SnapshotLine, SnapshotLine];
  const zone = zoneOf(timeZone);
  const midnight = (date: string) => isoOf(zone.startOfDay(dayOfDate(date)));
  return {
    schemaVersion: 1,
    tool: { name: 'pitwall', version: VERSION },
    asOf: lines
      .map(({ asOf }) => asOf)
      .sort()
      .at(-1) as string,
    asOfSource: 'data',
    timeZone,
    basis,
    calendar: calendarOf(calendar, timeZone),
    window: { from: midnight(first.period.start), to: midnight(last.period.end) },
    sources: [],
    workflow: {
      inferred: false,
      stages: workflow.map(({ kind, limit, stage, statuses }) => ({
        name: stage,
        kind,
        kindFrom: 'configuration',
        statuses,
        limit,
      })),
    },
    where: where.map(({ field, negated, values }) => `${field}${negated ? '!=' : '='}${values.join(',')}`),
  };
}

function calendarOf({ days, holidays, hours }: ToldDefinitions['calendar'], timeZone: string): Head['calendar'] {
  const known = { days, hours, holidays: [], assumed: false } as CalendarSettings;
  const count = Array.isArray(holidays) ? holidays.length : holidays.count;
  const off = count === 0 ? 'no holidays' : countOf(count, 'holiday');
  return {
    assumed: false,
    hoursPerDay: new Calendar(known, zoneOf(timeZone), 0, 0).hoursPerDay,
    description: `${days.join(' ')}, ${Array.isArray(hours) ? hours.join(' ') : 'hours by day'}, ${off}`,
  };
}

/** A history may have been changed by hand, and a zone may have lost its name. */
function definitionsOf({ definitions }: SnapshotLine): ToldDefinitions {
  const told = definitionsSchema.parse(definitions);
  return timeZoneProblem(told.timeZone) === null ? told : { ...told, timeZone: 'UTC' };
}
