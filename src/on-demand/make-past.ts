import type { Dataset } from '../analysis/dataset.ts';
import type { Past } from '../check/baseline.ts';
import type { Period, SnapshotLine } from '../contract/statistics/history-schema.ts';
import type { History } from '../history/history.ts';
import { differentKeys, type Segment, seriesNamed } from '../history/segments.ts';
import { nextPeriod } from '../metrics/derive/periods.ts';
import { countOf } from '../model/document/number-format.ts';
import { dateWords } from '../model/time/date-words.ts';
import { dayOfDate } from '../model/time/zone.ts';
import { type BaselineOptions, baselineSettingsOf } from '../settings/statistics/baseline-options.ts';
import { definedBy, periodsOf } from './make-snapshot.ts';

/**
 * The snapshots that the figures of a run are compared with: those by the same definitions that end before its last
 * complete period does, so that it does not matter whether that one has been added yet.
 * @throws PitwallError `bad-option`, `unknown-series`
 */
export function pastOf(dataset: Dataset, history: History, options: BaselineOptions): Past {
  const { maxAge, periods, series } = baselineSettingsOf(options);
  const { segments } = seriesNamed(history, series);
  const { definitions, fingerprint } = definedBy(dataset);
  const { unit } = dataset.settings;
  const none = (reason: string, agePeriods: number | null = null): Past => ({ lines: [], unit, agePeriods, reason });
  const segment = segments.find((one) => one.fingerprint === fingerprint);
  if (segment === undefined) {
    const keys = differentKeys((segments.at(-1) as Segment).definitions, definitions);
    return none(`no snapshot was taken by these definitions: ${keys.join(', ')} differs from the last`);
  }
  if (dataset.settings.to !== null) return none('snapshots end with their periods, and this run with --to');
  const last = periodsOf(dataset).at(-1);
  if (last === undefined) return none(`the export has no complete ${unit}`);
  const before = segment.lines.filter(({ period }) => period.start < last.start);
  const latest = before.at(-1);
  if (latest === undefined) return none(`the history has no ${unit} before that of ${dateWords(last.start)}`);
  const agePeriods = periodsBetween(dataset, latest, last);
  if (agePeriods > maxAge) {
    return none(
      `the latest ${unit} of the history is ${countOf(agePeriods, unit)} old, more than ${maxAge}`,
      agePeriods,
    );
  }
  return { lines: before.slice(-periods), unit, agePeriods, reason: null };
}

/** How many periods later than a snapshot's the last one is. */
function periodsBetween({ settings }: Dataset, { period }: SnapshotLine, last: Period): number {
  const end = dayOfDate(last.start);
  let count = 0;
  for (let day = dayOfDate(period.start); day < end; count++) day = nextPeriod(day, settings.unit, settings.sprint);
  return count;
}
