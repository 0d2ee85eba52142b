import type { Report } from '../contract/output.ts';
import type { MetricId } from '../metrics/metric.ts';
import type { Document } from '../model/document-parts.ts';
import { findingsSection } from './sections/findings-section.ts';
import { flatFigures } from './sections/flat-figures.ts';
import { reportGroupsSection } from './sections/group-table.ts';
import { headerSection, warningNotes } from './sections/header-section.ts';
import { headline } from './sections/headline.ts';
import { keyFiguresSection } from './sections/key-figures-section.ts';
import { oldestSection } from './sections/oldest-section.ts';
import { opportunitiesSection } from './sections/opportunities-section.ts';
import { timeByStageSection } from './sections/time-by-stage-section.ts';
import { computedOf, type Views } from './views.ts';

/** The handful, in the order it is read: how long, how much, how well. Stages and ages have sections of their own. */
const handful: readonly MetricId[] = [
  'items',
  'cycleTime',
  'leadTime',
  'age',
  'wip',
  'throughput',
  'littlesLaw',
  'flowEfficiency',
  'rework',
  'handoffs',
  'waste',
  'bottleneck',
  'reviewYield',
  'adherence',
];

/**
 * What `report` prints: what matters first, what was read, the figures, where the time goes, what is old, what to fix
 * first, what is missing.
 */
export function reportDocument(whole: Report, views: Views): Document {
  const report = computedOf(whole);
  return {
    title: headline(report),
    sections: [
      headerSection(report, warningNotes(report.findings, report.failures)),
      keyFiguresSection(report, views, handful),
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
