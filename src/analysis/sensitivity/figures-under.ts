import type { Sensitivity } from '../../contract/statistics/sensitivity-schema.ts';
import { deriveFacts } from '../../facts/index.ts';
import { METRICS } from '../../metrics/index.ts';
import type { MetricInput } from '../../metrics/metric-input.ts';
import { PitwallError } from '../../model/errors.ts';
import type { Settings } from '../../model/settings.ts';
import { Duration } from '../../model/time/duration.ts';
import type { Window } from '../../model/time/window.ts';
import { kindCodes } from '../../model/workflow/stage-columns.ts';
import type { Workflow } from '../../model/workflow/workflow.ts';
import { stageNamed } from '../../normalize/index.ts';
import { calendarFor } from '../calendars.ts';
import { metricInput } from '../compute-figures.ts';
import type { Dataset } from '../dataset.ts';
import { resolveWindow } from '../resolve-window.ts';
import { type Definition, withWaiting } from './definitions.ts';
import { type ItemValues, itemValues } from './item-values.ts';

/** The figures of the headline under a definition, with what each item is in them. */
export interface FiguresUnder extends Pick<Sensitivity['rows'][number], 'cycleTime' | 'throughput' | 'flowEfficiency'> {
  values: ItemValues;
}

/**
 * Computes the figures of the headline under a definition: those of `report` with that setting.
 * @param selection the items that the figures are about
 */
export function figuresUnder(dataset: Dataset, selection: Int32Array, definition: Definition): FiguresUnder {
  const { fromCreation, settings, workflow, withoutBlocked } = definition;
  const own = inputUnder(dataset, selection, settings, workflow);
  if (own === null) return NOTHING;
  // From the creation on, the time before the start counts as waiting. The cycle time is then the lead time.
  const parts = fromCreation ? inputFromCreation(dataset, selection, definition, own.window) : own;
  const times = fromCreation ? METRICS.leadTime.compute(own, false) : METRICS.cycleTime.compute(own, false);
  const { activeDays, blockedDays, efficiency, pausedDays, waitingDays } = METRICS.flowEfficiency.compute(parts, false);
  const unblocked = activeDays + waitingDays + (settings.excludePaused ? 0 : pausedDays);
  return {
    cycleTime: { 50: times.percentilesDays[50] ?? null, 85: times.percentilesDays[85] ?? null },
    throughput: METRICS.throughput.compute(own, false).meanPerPeriod,
    flowEfficiency: withoutBlocked && blockedDays > 0 ? shareOf(activeDays, unblocked) : efficiency,
    values: itemValues(own, parts, definition),
  };
}

const NOTHING: FiguresUnder = {
  cycleTime: { 50: null, 85: null },
  throughput: null,
  flowEfficiency: null,
  values: { days: new Map(), efficiency: new Map() },
};

const shareOf = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

/** What the metrics may know under other settings; null where the window would be empty. */
function inputUnder(
  dataset: Dataset,
  selection: Int32Array,
  settings: Settings,
  workflow: Workflow,
  given?: Window,
): MetricInput | null {
  const { asOf, log, span, timelines, zone } = dataset;
  const duration =
    settings.basis === dataset.settings.basis
      ? dataset.duration
      : new Duration(settings.basis, calendarFor(settings, zone, timelines, asOf), zone);
  const at = (name: string | null) => (name === null ? -1 : stageNamed(workflow, name, 'workflow'));
  const { commitAt, excludePaused, finishAt, finishPolicy, startPolicy } = settings;
  const derived = deriveFacts(timelines, workflow, duration, log.people, asOf, {
    ...dataset.rules,
    startPolicy,
    finishPolicy,
    excludePaused,
    commitAt: at(commitAt),
    finishAt: at(finishAt),
  });
  const window = given ?? windowUnder(settings);
  if (window === null) return null;
  const points = { ...settings.percentiles, points: [50, 85] };
  const changed = { ...dataset, settings: { ...settings, percentiles: points }, workflow, duration, derived, window };
  return metricInput({ ...changed, kinds: kindCodes(workflow) }, selection);

  function windowUnder(under: Settings): Window | null {
    try {
      return resolveWindow(under, zone, asOf, derived.facts, span.first);
    } catch (error) {
      // Where the earliest start moves behind `--to`, nothing is left to look at.
      if (error instanceof PitwallError && error.code === 'empty-window') return null;
      throw error;
    }
  }
}

/** The same window, with every `todo` stage as one that waits: the clock starts with the first stage of all. */
function inputFromCreation(
  dataset: Dataset,
  selection: Int32Array,
  { settings, workflow }: Definition,
  window: Window,
): MetricInput {
  const waiting = withWaiting(
    workflow,
    workflow.stages.filter(({ kind }) => kind === 'todo'),
  );
  const fromFirst = { ...settings, startPolicy: 'first' as const, commitAt: null };
  return inputUnder(dataset, selection, fromFirst, waiting, window) as MetricInput;
}
