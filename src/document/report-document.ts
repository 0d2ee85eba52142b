import type { Report } from '../contract/output.ts';
import { KEY_FIGURE_IDS } from '../metrics/index.ts';
import type { Document } from '../model/document-parts.ts';
import { ageStripSection } from './sections/age-strip.ts';
import { besideHeadline } from './sections/beside-headline.ts';
import { findingsSection } from './sections/findings-section.ts';
import { flatFigures } from './sections/flat-figures.ts';
import { reportGroupsSection } from './sections/group-table.ts';
import { headerSection, warningNotes } from './sections/header-section.ts';
import { headline } from './sections/headline.ts';
import { keyFiguresSection } from './sections/key-figures-section.ts';
import { oldestSection } from './sections/oldest-section.ts';
import { opportunitiesSection } from './sections/opportunities-section.ts';
import { timeByStageSection } from './sections/time-by-stage-section.ts';
import { computedOf } from './views.ts';

export interface ReportDocumentOptions {
  /** False leaves out small pictures; they are in no other output than text. */
  charts?: boolean;
}

/**
 * What `report` prints: what matters first, what was read, the figures, where the time goes, what is old, what to fix
 * first, what is missing.
 */
export function reportDocument(whole: Report, { charts = true }: ReportDocumentOptions = {}): Document {
  const report = computedOf(whole);
  return {
    title: headline(report),
    sections: [
      headerSection(report, [...besideHeadline(report, null), ...warningNotes(report.findings, report.failures)]),
      keyFiguresSection(report, KEY_FIGURE_IDS),
      ...(charts ? ageStripSection(report) : []),
      ...reportGroupsSection(report),
      ...timeByStageSection(report),
      ...oldestSection(report),
      ...opportunitiesSection(report),
      findingsSection(report.findings, report.failures, report),
    ],
    data: whole,
    // Made only when asked for: with very many stages they are larger than all else.
    get records() {
      return flatFigures(whole);
    },
  };
}
