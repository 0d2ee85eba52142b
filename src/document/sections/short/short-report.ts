import type { Report } from '../../../contract/output.ts';
import type { ReportOutlook, SinceLast } from '../../../contract/statistics/report-outlook-schema.ts';
import type { Section } from '../../../model/document/document-parts.ts';
import { ageStripSection } from '../age-strip.ts';
import { reportGroupsSection } from '../group-table.ts';
import { trendPeriodsSection } from '../outlook/trend-periods.ts';
import { timeByStageSection } from '../time-by-stage-section.ts';
import { firstToFixSection } from './first-to-fix.ts';
import { outlookLines } from './outlook-lines.ts';
import { shortFiguresSection } from './short-figures.ts';
import { sinceLine } from './since-line.ts';

/** Rows of the table of stages. */
const STAGES = 4;

/** What the report says on two screens: what a lead reads in two minutes. `report --full` has the rest. */
export function shortReport(
  report: Report,
  charts: boolean,
  outlook: ReportOutlook | undefined,
  sinceLast: SinceLast | undefined,
): Section[] {
  return [
    ...(sinceLast === undefined ? [] : [sinceLine(sinceLast, report.basis)]),
    shortFiguresSection(report),
    ...reportGroupsSection(report),
    ...timeByStageSection(report, STAGES),
    ...firstToFixSection(report),
    ...outlookLines(report, outlook),
    ...(charts ? picture(report, outlook) : []),
  ];
}

/** The ages of what is in progress; else throughput, of which the key figures have a line already. */
function picture(report: Report, outlook: ReportOutlook | undefined): Section[] {
  const ages = ageStripSection(report);
  if (ages.length > 0 || outlook === undefined) return ages;
  return trendPeriodsSection(outlook.throughput, outlook.signals.unit);
}
