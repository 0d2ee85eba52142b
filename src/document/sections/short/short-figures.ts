import type { Distribution } from '../../../contract/distribution-schema.ts';
import type { Report } from '../../../contract/output.ts';
import type { MetricId } from '../../../metrics/metric.ts';
import { dependable, typical } from '../../../metrics/view/percentile.ts';
import type { ScalarPart, Section } from '../../../model/document/document-parts.ts';
import { durationWords } from '../../../model/document/duration-words.ts';
import { countOf } from '../../../model/document/number-format.ts';
import type { Basis } from '../../../model/settings.ts';
import type { SomeFigures } from '../../views.ts';
import { capitalized, metricName } from '../../words.ts';
import { keyFiguresSection, type Shape } from '../key-figures-section.ts';

/** The figures that a team asks for first, a line each. When no start is known, the time from creation is what there is. */
export function shortFiguresSection(report: Report): Section {
  const { cycleTime, leadTime }: SomeFigures = report;
  const times = (cycleTime?.count ?? 0) > 0 || (leadTime?.count ?? 0) === 0 ? 'cycleTime' : 'leadTime';
  const shapes = new Map<MetricId, Shape>([
    ['items', (brief) => brief.map((line) => ({ ...line, label: 'Finished' }))],
    [times, (brief) => timesLine(times, report[times], brief, report.basis)],
    ['wip', (brief) => brief],
    ['age', (brief) => brief.slice(-1)],
    ['throughput', (brief) => brief.slice(0, 1)],
    ['flowEfficiency', (brief) => brief],
    ['waste', (brief) => brief],
  ]);
  return keyFiguresSection(report, shapes);
}

/** Both percentiles in one line; of a single item its own time. */
function timesLine(
  id: 'cycleTime' | 'leadTime',
  times: Distribution,
  brief: readonly ScalarPart[],
  basis: Basis,
): readonly ScalarPart[] {
  const [first, second] = brief;
  const [middle, most] = [typical(times), dependable(times)];
  if (first === undefined || second === undefined || middle === null || most === null) return brief;
  const half = middle.point === 50 ? 'half' : `${middle.point} %`;
  const note = `${half} of ${countOf(times.count, 'item')} within; ${most.point} % within ${durationWords(most.days, basis)}`;
  return [{ ...first, label: capitalized(metricName(id)), note }];
}
