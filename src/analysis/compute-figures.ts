import type { Report } from '../contract/output.ts';
import type { Figures } from '../contract/result.ts';
import { METRICS } from '../metrics/index.ts';
import type { Metric, MetricId } from '../metrics/metric.ts';
import type { MetricInput } from '../metrics/metric-input.ts';
import { PitwallError } from '../model/errors.ts';
import { EMPTY } from '../model/log/dictionary.ts';
import { stageNamed } from '../normalize/index.ts';
import type { Dataset } from './dataset.ts';

/** A metric that could not be computed. */
export type Failure = Report['failures'][number];

/** What the metrics may know of a dataset, for some of its items. */
export function metricInput(dataset: Dataset, selection: Int32Array): MetricInput {
  const { asOf, calendar, derived, duration, fields, kinds, log, settings, timelines, window, workflow, zone } =
    dataset;
  const field = settings.by ?? 'type';
  return {
    timelines,
    facts: derived.facts,
    workflow,
    kinds,
    rework: derived.rework,
    backward: derived.backward,
    people: log.people,
    teams: dataset.teams,
    statuses: dataset.statuses,
    blockedReason: (reason) => (reason === EMPTY ? null : log.reasons.value(reason)),
    duration,
    zone,
    window,
    asOf,
    unit: settings.unit,
    sprint: settings.sprint,
    percentiles: settings.percentiles,
    sle: settings.sle,
    excludePaused: settings.excludePaused,
    path: settings.path?.map((name) => stageNamed(workflow, name, 'path')) ?? null,
    reviews: settings.reviews?.map((name) => stageNamed(workflow, name, 'reviews')) ?? null,
    limits: settings.limits.map(({ stage, maxDays }) => ({ stage: stageNamed(workflow, stage, 'limits'), maxDays })),
    cost: settings.cost,
    calendar,
    selection,
    by: { field, valuesOf: (item) => fields.all(field, item) },
    titleOf: (item) => fields.text('title', item),
    typeOf: (item) => fields.text('type', item),
  };
}

/**
 * Computes some metrics; one that throws is null and becomes a failure, and the others are still computed.
 * @param group the value of `--by` that the items have; left out for the whole, which goes first
 */
export function computeFigures(
  ids: readonly MetricId[],
  input: MetricInput,
  detail: boolean,
  failures: Failure[],
  group?: string | null,
): Partial<Figures> {
  const figures: { [Id in MetricId]?: Figures[Id] | null } = {};
  for (const id of ids) compute(id, METRICS[id] as Metric<typeof id>);
  // The contract's types promise what only a fault takes away.
  return figures as Partial<Figures>;

  function compute<Id extends MetricId>(id: Id, metric: Metric<Id>): void {
    try {
      figures[id] = metric.compute(input, detail);
    } catch (error) {
      // Wrong input is the user's to mend; anything else must not take the other figures with it.
      if (error instanceof PitwallError) throw error;
      const message = error instanceof Error ? error.message : String(error);
      const failed = failures.find((failure) => failure.metric === id);
      figures[id] = null;
      if (failed !== undefined) failed.groups?.push(group as string | null);
      else failures.push({ metric: id, message, ...(group === undefined ? {} : { groups: [group] }) });
    }
  }
}
