import type { Report } from '../contract/output.ts';
import type { ReportOutlook, SinceLast } from '../contract/statistics/report-outlook-schema.ts';
import { KEY_FIGURE_IDS } from '../metrics/index.ts';
import type { Document, Section } from '../model/document/document-parts.ts';
import type { KindEffect } from '../model/workflow/kind-effect.ts';
import { ageStripSection } from './sections/age-strip.ts';
import { besideHeadline } from './sections/beside-headline.ts';
import { findingsSection } from './sections/findings-section.ts';
import { flatFigures } from './sections/flat-figures.ts';
import { reportGroupsSection } from './sections/group-table.ts';
import { headerSection, warningNotes } from './sections/header-section.ts';
import { headline } from './sections/headline.ts';
import { keyFiguresSection } from './sections/key-figures-section.ts';
import { kindQuestionSection } from './sections/kind-question.ts';
import { type Limits, limitsSection } from './sections/limits-section.ts';
import { oldestSection } from './sections/oldest-section.ts';
import { opportunitiesSection } from './sections/opportunities-section.ts';
import { outlookSection } from './sections/outlook/outlook-section.ts';
import { sinceLastSection } from './sections/outlook/since-last-section.ts';
import { trendPeriodsSection } from './sections/outlook/trend-periods.ts';
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
  /** True for the page of a job or a message: what a lead reads first is on top, and what was read comes after it. */
  summary?: boolean;
}

/**
 * What `report` prints: what matters first, what was read, what changed and what is to come, the figures, where the time
 * goes, what is old, what to fix first, what is missing.
 */
export function reportDocument(whole: Report, options: ReportDocumentOptions = {}): Document {
  const { charts = true, outlook, sinceLast, summary = false } = options;
  const report = computedOf(whole);
  const warnings = [...besideHeadline(report, null), ...warningNotes(report.findings, report.failures)];
  const news = newsOf(report, options);
  const figures = [
    keyFiguresSection(report, KEY_FIGURE_IDS),
    ...(charts && outlook !== undefined ? trendPeriodsSection(outlook.throughput, outlook.signals.unit) : []),
    ...(charts ? ageStripSection(report) : []),
    ...reportGroupsSection(report),
    ...timeByStageSection(report),
    ...oldestSection(report),
  ];
  const first = opportunitiesSection(report);
  const sections = summary
    ? [{ id: 'warnings', title: '', parts: warnings }, ...news, ...first, ...figures, readSection(report)]
    : [headerSection(report, warnings), ...news, ...figures, ...first];
  return {
    title: headline(report),
    sections: [
      ...sections,
      ...kindQuestionSection(options.question),
      findingsSection(report.findings, report.failures, report),
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

function newsOf({ basis }: Report, { limits, outlook, sinceLast }: ReportDocumentOptions): Section[] {
  return [
    ...(sinceLast === undefined ? [] : [sinceLastSection(sinceLast, basis)]),
    ...(outlook === undefined ? [] : [outlookSection(outlook, basis)]),
    ...(limits === undefined ? [] : [limitsSection(limits)]),
  ];
}

/** What was read, under a heading of its own. */
function readSection(report: Report): Section {
  return { ...headerSection(report), title: 'What was read' };
}
