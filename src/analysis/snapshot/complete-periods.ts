import type { Period } from '../../contract/statistics/history-schema.ts';
import { nextPeriod, periodStart } from '../../metrics/derive/periods.ts';
import { METRICS } from '../../metrics/index.ts';
import { PitwallError } from '../../model/errors.ts';
import type { SnapshotSettings } from '../../model/statistics/snapshot-settings.ts';
import { dateWords } from '../../model/time/date-words.ts';
import { isoOf } from '../../model/time/instants.ts';
import { dateOfDay, dayOfDate } from '../../model/time/zone.ts';
import { metricInput } from '../compute-figures.ts';
import type { Dataset } from '../dataset.ts';

/** Every period that lies within the data as a whole, oldest first, whatever window is asked for. */
export function completePeriods(dataset: Dataset, selection: Int32Array): Period[] {
  const { settings, zone } = dataset;
  const input = { ...metricInput(dataset, selection), window: dataset.wholeWindow() };
  const first = settings.from === null ? Number.NEGATIVE_INFINITY : dataset.window.from;
  return METRICS.throughput
    .compute(input, false)
    .periods.filter(({ complete, end }) => complete && zone.startOfDay(dayOfDate(end)) > first)
    .map(({ end, start }) => ({ start, end, unit: settings.unit }));
}

/**
 * The periods that a snapshot is asked for.
 * @param complete all that are complete
 * @throws PitwallError `no-period`
 */
export function askedPeriods(
  dataset: Dataset,
  complete: readonly Period[],
  asked: SnapshotSettings['asked'],
): readonly Period[] {
  if (Number.isNaN(dataset.asOf)) throw noPeriod('the data hold no dates', 'Export the dates of the items too');
  const { allowEmpty } = dataset.settings;
  const told = allowEmpty ? complete : complete.filter(({ start }) => hasEvents(dataset, start));
  if (asked === 'all') {
    if (told.length > 0) return told;
    throw noPeriod('the data hold no complete period', 'Take a longer export, or a shorter --unit');
  }
  const period = asked === 'last' ? complete.at(-1) : named(dataset, complete, asked);
  if (period === undefined) {
    throw noPeriod(
      `no ${dataset.settings.unit} is complete: the data are from ${isoOf(dataset.wholeWindow().from)} to ${isoOf(dataset.asOf)}`,
      'Take a longer export, a later --as-of, or a shorter --unit',
    );
  }
  if (allowEmpty || hasEvents(dataset, period.start)) return [period];
  throw noPeriod(
    `the export has no data of ${periodWords(period)}: its last event is of ${isoOf(dataset.span.latest)}`,
    'Export again; if nothing happened in that time, add --allow-empty',
  );
}

/** Whether anything happened after a local day began. */
function hasEvents({ span, zone }: Dataset, start: string): boolean {
  return span.latest >= zone.startOfDay(dayOfDate(start));
}

function named(
  dataset: Dataset,
  complete: readonly Period[],
  { day, text, unit: itsUnit }: Exclude<SnapshotSettings['asked'], string>,
): Period {
  const { sprint, unit } = dataset.settings;
  const { zone } = dataset;
  if (itsUnit !== null && itsUnit !== unit) {
    throw noPeriod(`${text} is a ${itsUnit}, and the unit is ${unit}`, `Write --unit ${itsUnit}, or its first day`);
  }
  const start = periodStart(day, unit, sprint);
  if (start !== day) {
    throw noPeriod(`no ${unit} starts on ${text}`, `Write ${dateOfDay(start)}, the first day of the ${unit} with it`);
  }
  const found = complete.find((period) => period.start === dateOfDay(start));
  if (found !== undefined) return found;
  const first = complete[0];
  const words = periodWords({ start: dateOfDay(start), unit });
  if (zone.startOfDay(nextPeriod(start, unit, sprint)) > dataset.asOf + 1) {
    throw noPeriod(
      `${words} is not over: the data are looked at as of ${isoOf(dataset.asOf)}`,
      'Wait for its end; if it is over, export again or add --as-of now',
    );
  }
  throw noPeriod(
    `the export has no data of the whole of ${words}: the first start or finish in it is of ${isoOf(dataset.wholeWindow().from)}`,
    first === undefined ? 'Take a longer export' : `Take a longer export, or a period from ${first.start} on`,
  );
}

/** `the week of Mon 23 Nov 2026`. */
export function periodWords({ start, unit }: Pick<Period, 'start' | 'unit'>, article = 'the'): string {
  return unit === 'day' ? dateWords(start) : `${article} ${unit} of ${dateWords(start)}`;
}

function noPeriod(what: string, cure: string): PitwallError {
  return new PitwallError('no-period', what, null, cure);
}
