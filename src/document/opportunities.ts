import type { Report } from '../contract/output.ts';
import { opportunityNotes } from '../metrics/view/opportunities.ts';
import type { Section } from '../model/parts.ts';
import type { SomeFigures } from './views.ts';

/** What to fix first; no section where it could not be computed. */
export function opportunitiesSection(report: Report): Section[] {
  const { opportunities }: SomeFigures = report;
  if (opportunities === undefined) return [];
  return [{ id: 'opportunities', title: 'What to fix first', parts: opportunityNotes(opportunities) }];
}
