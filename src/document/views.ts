import type { Figures } from '../contract/result.ts';
import { METRICS } from '../metrics/index.ts';
import type { MetricId, MetricView } from '../metrics/metric.ts';
import type { ScalarPart } from '../model/document/document-parts.ts';
import { isMetric } from './words.ts';

/** Figures as documents take them: a metric that failed, or was not asked for, is not there. */
export type SomeFigures = { readonly [Id in MetricId]?: Figures[Id] | undefined };

/** The same without the metrics that failed, which outputs hold as null. */
export function computedOf<Shown extends SomeFigures & { groups?: SomeFigures[] | undefined }>(figures: Shown): Shown {
  const computed = (all: object) =>
    Object.fromEntries(Object.entries(all).filter(([key, value]) => value !== null || !isMetric(key)));
  const { groups } = figures;
  return { ...computed(figures), ...(groups === undefined ? {} : { groups: groups.map(computed) }) } as Shown;
}

/** How a metric is shown. */
export function viewOf<Id extends MetricId>(id: Id): MetricView<Figures[Id]> {
  return METRICS[id].view as MetricView<Figures[Id]>;
}

/** A metric's brief lines; none where it has no data. */
export function briefOf<Id extends MetricId>(id: Id, figures: SomeFigures): ScalarPart[] {
  const data: Figures[Id] | undefined = figures[id];
  return data === undefined ? [] : viewOf(id).brief(data);
}
