import type { Report } from '../../contract/output.ts';
import type { MetricId } from '../../metrics/metric.ts';
import { type NotePart, note, type ScalarPart, type Section } from '../../model/document-parts.ts';
import { briefOf, type SomeFigures, type Views } from '../views.ts';
import { capitalized, enumerate, metricWords } from '../words.ts';
import { FEW, startedNever } from './sample-size.ts';

/**
 * The handful of figures, one under the other. What is not known for the whole of the data is named in one line instead
 * of a row of dashes each.
 */
export function keyFiguresSection(report: Report, views: Views, ids: readonly MetricId[]): Section {
  const scalars: ScalarPart[] = [];
  const unknown: MetricId[] = [];
  for (const id of ids) {
    if (isPointless(id, report)) continue;
    const brief = briefOf<MetricId>(id, report, views[id]);
    if (brief.length === 0) continue;
    if (isUnknown(brief) || (id === 'wip' && startedNever(report))) unknown.push(id);
    else scalars.push(...ofOne(id, report, brief));
  }
  return { id: 'figures', title: 'Key figures', parts: [...scalars, ...notKnown(report, unknown)] };
}

/** Figures that would say nothing: of no item, of few, and of a path that nobody set. */
function isPointless(id: MetricId, { adherence, age, cycleTime }: SomeFigures): boolean {
  if (id === 'age') return age?.count === 0;
  if (id === 'littlesLaw') return (cycleTime?.count ?? 0) < FEW;
  return id === 'adherence' && adherence?.pathFrom !== 'path' && adherence?.limits.length === 0;
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
  return [{ ...first, label: capitalized(metricWords[id]) }];
}

function notKnown({ items }: SomeFigures, ids: readonly MetricId[]): NotePart[] {
  if (ids.length === 0) return [];
  const words = enumerate(ids.map((id) => metricWords[id]));
  return items?.inWindow.finished === 0
    ? [note(`Not known, as nothing was finished: ${words}.`)]
    : [note(`Not known from these files: ${words}; see the end.`)];
}
