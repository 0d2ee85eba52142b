import type { Figures } from '../contract/result.ts';
import type { MetricId, MetricView } from '../metrics/metric.ts';
import type { ScalarPart } from '../model/document-parts.ts';
import { metricWords } from './words.ts';

/** The view of every metric, by the metric's key in the contract. */
export type Views = { readonly [Id in MetricId]: MetricView<Figures[Id]> };

/** Figures as documents take them: a metric that failed, or was not asked for, is not there. */
export type SomeFigures = { readonly [Id in MetricId]?: Figures[Id] | undefined };

/** The same without the metrics that failed, which outputs hold as null. */
export function computedOf<Shown extends SomeFigures & { groups?: SomeFigures[] | undefined }>(figures: Shown): Shown {
  const computed = (all: object) =>
    Object.fromEntries(
      Object.entries(all).filter(([key, value]) => value !== null || !Object.hasOwn(metricWords, key)),
    );
  const { groups } = figures;
  return { ...computed(figures), ...(groups === undefined ? {} : { groups: groups.map(computed) }) } as Shown;
}

/** The lines that stand for one metric; none where it has no data. */
export function briefOf<Id extends MetricId>(
  id: Id,
  figures: SomeFigures,
  view: MetricView<Figures[Id]>,
): ScalarPart[] {
  const data: Figures[Id] | undefined = figures[id];
  return data === undefined ? [] : view.brief(data);
}
