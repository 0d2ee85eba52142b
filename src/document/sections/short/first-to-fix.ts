import type { Report } from '../../../contract/output.ts';
import { opportunityNotes } from '../../../metrics/measures/loss/opportunities/opportunities-view.ts';
import { opportunityLines } from '../../../metrics/measures/loss/opportunities/opportunity-lines.ts';
import { note, type Section } from '../../../model/document/document-parts.ts';
import type { SomeFigures } from '../../views.ts';

const NAMED = 3;

/** What to fix first, a line each; or why nothing is named. */
export function firstToFixSection(report: Report): Section[] {
  const { opportunities }: SomeFigures = report;
  if (opportunities === undefined || opportunities.windowDays === 0) return [];
  const lines = opportunityLines(opportunities, NAMED);
  const title = 'What to fix first';
  if (lines.length === 0) return [{ id: 'opportunities', title, parts: opportunityNotes(opportunities) }];
  const parts = lines.map((line) => note(line));
  return [{ id: 'opportunities', title: `${title}: pitwall opportunities says why`, parts }];
}
