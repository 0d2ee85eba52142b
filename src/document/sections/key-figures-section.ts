import type { Report } from '../../contract/output.ts';
import { ONLY_NOW, START_UNKNOWN } from '../../metrics/derive/left-out.ts';
import type { MetricId } from '../../metrics/metric.ts';
import { FEW } from '../../metrics/view/promise.ts';
import { type NotePart, note, type ScalarPart, type Section } from '../../model/document/document-parts.ts';
import { countOf, formatNumber } from '../../model/document/number-format.ts';
import { briefOf, type SomeFigures } from '../views.ts';
import { capitalized, enumerate, metricName } from '../words.ts';
import { startedNever } from './sample-size.ts';

/** Makes the lines of a metric of those that it has in brief. */
export type Shape = (brief: readonly ScalarPart[]) => readonly ScalarPart[];

/**
 * The key figures, one under the other. One line names all that are not known, instead of a row of dashes for each.
 * @param metrics in their order, each with what is shown of it
 */
export function keyFiguresSection(report: Report, metrics: ReadonlyMap<MetricId, Shape>): Section {
  const scalars: ScalarPart[] = [];
  const unknown: MetricId[] = [];
  for (const [id, shape] of metrics) {
    if (isPointless(id, report)) continue;
    const brief = briefOf(id, report);
    if (brief.length === 0) continue;
    const silent = isUnknown(brief) && !(id === 'throughput' && holdsNoWholePeriod(report));
    if (silent || (id === 'wip' && startedNever(report))) unknown.push(id);
    else scalars.push(...shape(ofOne(id, report, brief)));
  }
  return {
    id: 'figures',
    title: 'Key figures',
    parts: [...scalars, ...inProgressNote(report), ...notKnown(report, unknown)],
  };
}

/** What items in progress are left out for; age leaves out others besides. */
const OPEN_REASONS: ReadonlySet<string> = new Set([START_UNKNOWN, ONLY_NOW]);

/** Why work in progress and age count fewer items than are in progress, where they do. */
function inProgressNote({ age, items, wip }: SomeFigures): NotePart[] {
  if (items === undefined) return [];
  const counted = [
    { name: metricName('wip'), count: wip?.current ?? items.inProgress },
    { name: metricName('age'), count: age?.count ?? items.inProgress },
  ].filter(({ count }) => count !== items.inProgress);
  const reasons = enumerate(
    (age?.leftOut ?? []).map(({ reason }) => reason).filter((reason) => OPEN_REASONS.has(reason)),
  );
  if (counted.length === 0 || reasons === '') return [];
  const counts = enumerate(counted.map(({ count, name }) => `${name} counts ${formatNumber(count, 'items')}`));
  return [note(`Of the ${countOf(items.inProgress, 'item')} in progress, ${counts}: of the others ${reasons}.`)];
}

/** Figures that would say nothing: of no item, of few, and of a path that nobody set. */
function isPointless(id: MetricId, { adherence, age, cycleTime }: SomeFigures): boolean {
  if (id === 'age') return age?.count === 0;
  if (id === 'littlesLaw') return (cycleTime?.count ?? 0) < FEW;
  return id === 'adherence' && adherence?.pathFrom !== 'path' && adherence?.limits.length === 0;
}

/** Then nothing but the window's length keeps throughput from being known: it says so itself. */
function holdsNoWholePeriod({ items, throughput }: SomeFigures): boolean {
  if (throughput === undefined || items?.inWindow.finished === 0) return false;
  return throughput.completePeriods === 0 && throughput.periods.length > 0;
}

/** Nothing is known, or only that there is none of what is not known. */
function isUnknown(brief: readonly ScalarPart[]): boolean {
  return brief.some(({ value }) => value === null) && brief.every(({ value }) => value === null || value === 0);
}

/** Of a single item every percentile is its own time. */
function ofOne(id: MetricId, { cycleTime, leadTime, age }: SomeFigures, brief: readonly ScalarPart[]): ScalarPart[] {
  const times = id === 'cycleTime' ? cycleTime : id === 'leadTime' ? leadTime : id === 'age' ? age : undefined;
  const [first] = brief;
  if (times?.count !== 1 || first === undefined) return [...brief];
  return [{ ...first, label: capitalized(metricName(id)) }];
}

function notKnown({ items }: SomeFigures, ids: readonly MetricId[]): NotePart[] {
  if (ids.length === 0) return [];
  const words = enumerate(ids.map((id) => metricName(id)));
  return items?.inWindow.finished === 0
    ? [note(`Not known, as nothing was finished: ${words}.`)]
    : [note(`Not known from these files: ${words}; the findings say why.`)];
}
