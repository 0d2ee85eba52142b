import type { Report } from '../../contract/output.ts';
import { opportunityNotes } from '../../metrics/measures/loss/opportunities/opportunities-view.ts';
import type { Section } from '../../model/document/document-parts.ts';
import type { SomeFigures } from '../views.ts';

/** What to fix first; no section where there is no window to look at. */
export function opportunitiesSection(report: Report): Section[] {
  const { opportunities }: SomeFigures = report;
  if (opportunities === undefined || opportunities.windowDays === 0) return [];
  return [{ id: 'opportunities', title: 'What to fix first', parts: opportunityNotes(opportunities) }];
}
