import type { Report } from '../contract/output.ts';
import type { ReportOutlook, SinceLast } from '../contract/statistics/report-outlook-schema.ts';
import { KEY_FIGURE_IDS } from '../metrics/index.ts';
import type { Document, Section } from '../model/document/document-parts.ts';
import type { KindEffect } from '../model/workflow/kind-effect.ts';
import { ageStripSection } from './sections/age-strip.ts';
import { flatFigures } from './sections/flat-figures.ts';
import { reportGroupsSection } from './sections/group-table.ts';
import { findingsSections } from './sections/head/findings-section.ts';
import { frameSection } from './sections/head/frame-section.ts';
import { headSections } from './sections/head/head-sections.ts';
import { headline } from './sections/headline.ts';
import { keyFiguresSection } from './sections/key-figures-section.ts';
import { kindQuestionSection } from './sections/kind-question.ts';
import { type Limits, limitsSection } from './sections/limits-section.ts';
import { oldestSection } from './sections/oldest-section.ts';
import { opportunitiesSection } from './sections/opportunities-section.ts';
import { outlookSection } from './sections/outlook/outlook-section.ts';
import { sinceLastSection } from './sections/outlook/since-last-section.ts';
import { trendPeriodsSection } from './sections/outlook/trend-periods.ts';
import { shortReport } from './sections/short/short-report.ts';
import { timeByStageSection } from './sections/time-by-stage-section.ts';
import { computedOf } from './views.ts';

export interface ReportDocumentOptions {
  /** False leaves out small pictures; they are in no other output than text. */
  charts?: boolean;
  /** What `Analysis.sinceLast` gave: what changed since the last snapshot. */
  sinceLast?: SinceLast;
  /** What `Analysis.outlook` gave: signals, the forecast and the items at risk. */
  outlook?: ReportOutlook;
  /** What the first of `Analysis.questions` would change. */
  question?: KindEffect;
  /** What `Checks.judge` gave, or why it could not. */
  limits?: Limits;
  /** True for a screen: what fits two screens of 24 lines. */
  short?: boolean;
  /** True for the page of a job or a message: what a lead reads first is on top, and what was read comes after it. */
  summary?: boolean;
}

/**
 * What `report` prints: what matters first, what was read, what changed and what is to come, the figures, where the time
 * goes, what is old, what to fix first, what is missing.
 */
export function reportDocument(whole: Report, options: ReportDocumentOptions = {}): Document {
  const { charts = true, outlook, short = false, sinceLast } = options;
  const report = computedOf(whole);
  const sections = short ? shortReport(report, charts, outlook, sinceLast) : wholeReport(report, charts, options);
  return {
    title: headline(report),
    sections: [
      ...headSections(report, null, report.failures),
      ...kindQuestionSection(options.question),
      ...sections,
      ...findingsSections(report.findings, report.failures, report),
    ],
    data: {
      ...whole,
      ...(sinceLast === undefined ? {} : { sinceLast }),
      ...(outlook === undefined ? {} : { outlook }),
    },
    // Made only when asked for: with very many stages they are larger than all else.
    get records() {
      return flatFigures(whole);
    },
  };
}

/** Everything; for the page of a job in an order of its own. */
function wholeReport(report: Report, charts: boolean, options: ReportDocumentOptions): Section[] {
  const { outlook, summary = false } = options;
  const news = newsOf(report, options);
  const figures = [
    keyFiguresSection(report, new Map(KEY_FIGURE_IDS.map((id) => [id, (brief) => brief]))),
    ...(charts && outlook !== undefined ? trendPeriodsSection(outlook.throughput, outlook.signals.unit) : []),
    ...(charts ? ageStripSection(report) : []),
    ...reportGroupsSection(report),
    ...timeByStageSection(report),
    ...oldestSection(report),
  ];
  const first = opportunitiesSection(report);
  return summary
    ? [...news, ...first, ...figures, frameSection(report, 'What was read')]
    : [frameSection(report), ...news, ...figures, ...first];
}

function newsOf({ basis }: Report, { limits, outlook, sinceLast }: ReportDocumentOptions): Section[] {
  return [
    ...(sinceLast === undefined ? [] : [sinceLastSection(sinceLast, basis)]),
    ...(outlook === undefined ? [] : [outlookSection(outlook, basis)]),
    ...(limits === undefined ? [] : [limitsSection(limits)]),
  ];
}
