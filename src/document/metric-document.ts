import type { MetricReport } from '../contract/output.ts';
import type { Figures } from '../contract/result.ts';
import { METRICS } from '../metrics/index.ts';
import type { MetricId } from '../metrics/metric.ts';
import { type Document, note, type Part, type Value } from '../model/document/document-parts.ts';
import { metricGroupsSection } from './sections/group-table.ts';
import { findingsSections } from './sections/head/findings-section.ts';
import { frameSection } from './sections/head/frame-section.ts';
import { headSections } from './sections/head/head-sections.ts';
import { metricHeadline } from './sections/metric-headline.ts';
import { computedOf, type SomeFigures, viewOf } from './views.ts';

/** How much of a metric its command shows. */
export interface MetricDocumentOptions {
  /** With the items behind its figures, where the metric has them. */
  items?: boolean;
}

/** What one metric's command prints: the metric in full. */
export function metricDocument<Id extends MetricId>(
  id: Id,
  whole: MetricReport,
  options: MetricDocumentOptions = {},
): Document {
  const report = computedOf(whole);
  const { title } = METRICS[id];
  const view = viewOf(id);
  const figures: SomeFigures = report;
  const data: Figures[Id] | undefined = figures[id];
  const parts: Part[] =
    data === undefined ? [note(`${title} could not be computed.`, 'error')] : view.full(data, report.workflow.stages);
  const behind = data !== undefined && options.items === true ? (view.items?.(data) ?? []) : [];
  return {
    title: metricHeadline(id, report, data),
    sections: [
      ...headSections(report, id, report.failures, true),
      frameSection(report),
      { id, title: '', parts },
      ...(behind.length === 0 ? [] : [{ id: 'items', title: 'The items behind it', parts: behind }]),
      ...metricGroupsSection(id, report),
      ...findingsSections(report.findings, report.failures),
    ],
    data: whole,
    // Made only when asked for: where all visits are listed they are as many as the rows.
    get records() {
      return records(id, report);
    },
  };
}

/** The whole's rows and then each group's; with groups, a first column says whose they are. */
function records(id: MetricId, report: MetricReport): Document['records'] {
  const whole = recordsOf(id, report);
  const { groups } = report;
  if (groups === undefined) return whole;
  const rows: (readonly Value[])[] = whole.rows.map((row) => [null, ...row]);
  for (const group of groups) {
    const own = recordsOf(id, group);
    const places = whole.columns.map((column) => own.columns.indexOf(column));
    for (const row of own.rows) rows.push([group.value ?? '', ...places.map((place) => row[place] ?? null)]);
  }
  return { columns: ['group', ...whole.columns], rows };
}

function recordsOf<Id extends MetricId>(id: Id, figures: SomeFigures): Document['records'] {
  const data: Figures[Id] | undefined = figures[id];
  return data === undefined ? { columns: [], rows: [] } : viewOf(id).records(data);
}
