import type { Dataset } from '../analysis/dataset.ts';
import type { Report } from '../contract/output.ts';
import type { SinceLast } from '../contract/statistics/report-outlook-schema.ts';
import type { History } from '../history/history.ts';
import { restatedSince } from '../history/restated-since.ts';
import { seriesNamed } from '../history/segments.ts';
import { dependable, typical } from '../metrics/view/percentile.ts';
import { PitwallError } from '../model/errors.ts';
import { pastOf } from './make-past.ts';

/** Of what `report` is compared with the last snapshot. */
export interface SinceLastOptions {
  /** The series of the history; may be left out if it has but one. */
  series?: string;
}

/** However old the last snapshot is: its period is said. */
const ANY_AGE = 1000;

type Kind = Pick<SinceLast['figures'][number], 'path' | 'unit'> & { better: 'lower' | 'higher' };

/**
 * What changed since the last snapshot: the latest by the same definitions that ends before the run's last complete period
 * does, as relative limits take it. Without one there is no comparison, and the reason is part of the answer.
 * @param report the report of the dataset
 * @throws PitwallError `bad-option`
 */
export function sinceLastOf(
  dataset: Dataset,
  report: Report,
  history: History,
  { series }: SinceLastOptions,
): SinceLast {
  const none = (reason: string): SinceLast => ({
    history: history.file,
    period: null,
    reason,
    figures: [],
    restated: { data: 0, definition: 0 },
  });
  if (history.lines.length === 0) return none('it holds none yet, and pitwall snapshot adds the first');
  try {
    const named = series === undefined ? {} : { series };
    const past = pastOf(dataset, history, { ...named, baselinePeriods: 1, maxBaselineAge: ANY_AGE });
    const last = past.lines.at(-1);
    if (last === undefined) return none(past.reason ?? 'it holds none');
    const segments = seriesNamed(history, series).segments;
    const own = segments.find(({ fingerprint }) => fingerprint === last.fingerprint);
    return {
      history: history.file,
      period: last.period,
      reason: null,
      figures: changes(last.figures, report),
      restated: restatedSince(own?.lines ?? [], last),
    };
  } catch (error) {
    // The first snapshot of a series may be yet to come.
    if (!(error instanceof PitwallError) || error.code !== 'unknown-series') throw error;
    return none(`${error.what}. ${error.cure}`);
  }
}

function changes(before: Record<string, unknown>, report: Report): SinceLast['figures'] {
  return kindsOf(report).flatMap(({ better, path, unit }) => {
    const [from, to] = [figureAt(before, path), figureAt(report, path)];
    if (from === null && to === null) return [];
    const good = from === null || to === null || from === to ? null : to > from === (better === 'higher');
    return [{ path, unit, from, to, good }];
  });
}

/** The figures that a lead asks for first, in the order of the report. */
function kindsOf({ age, cycleTime }: Report): Kind[] {
  const points = (distribution: typeof cycleTime | typeof age | null, of: (typeof typical | typeof dependable)[]) =>
    distribution === null ? [] : [...new Set(of.map((pick) => pick(distribution)?.point))];
  const days = (metric: string) => (point: number | undefined) =>
    ({ path: `${metric}.percentilesDays.${point}`, unit: 'days', better: 'lower' }) as const;
  return [
    ...points(cycleTime, [typical, dependable]).map(days('cycleTime')),
    { path: 'throughput.meanPerPeriod', unit: 'number', better: 'higher' },
    { path: 'wip.current', unit: 'items', better: 'lower' },
    ...points(age, [typical]).map(days('age')),
    { path: 'flowEfficiency.efficiency', unit: 'share', better: 'higher' },
    { path: 'waste.labour.wastedShare', unit: 'share', better: 'lower' },
  ];
}

/** The number at a path of keys; null where there is none. */
function figureAt(figures: object, path: string): number | null {
  let at: unknown = figures;
  for (const key of path.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return null;
    at = (at as Record<string, unknown>)[key];
  }
  return typeof at === 'number' ? at : null;
}
