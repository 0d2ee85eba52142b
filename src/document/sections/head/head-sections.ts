import type { Report } from '../../../contract/output.ts';
import type { Head } from '../../../contract/result.ts';
import type { MetricId } from '../../../metrics/metric.ts';
import type { NotePart, Section } from '../../../model/document/document-parts.ts';
import { besideHeadline } from './beside-headline.ts';
import type { Shown } from './end-of-cases.ts';
import { findingsLine } from './findings-line.ts';
import { warningNotes } from './findings-section.ts';
import { frameLine } from './frame-line.ts';
import { guessLine } from './guess-line.ts';

/**
 * What stands under the answer: what it takes for granted, whether the data make figures wrong, and what was read. In brief
 * that is a few lines. `frameSection` and `findingsSections` have the rest.
 * @param metric the only metric that is shown; null where all are, under the headline
 * @param saysEnd whether the answer says what is taken as the end of cases
 */
export function headSections(
  shown: Head & Shown,
  metric: MetricId | null,
  failures: Report['failures'] = [],
  saysEnd = metric === null,
): Section[] {
  const { findings } = shown;
  const section = (parts: readonly NotePart[], only: NonNullable<Section['only']>): Section => ({
    id: 'warnings',
    title: '',
    parts,
    only,
  });
  return [
    section(guessLine(shown, metric, saysEnd), { of: 'frame', at: ['brief'] }),
    section(besideHeadline(shown, metric), { of: 'frame', at: ['whole'] }),
    section(findingsLine(findings, failures), { of: 'findings', at: ['brief'] }),
    section(warningNotes(findings, failures), { of: 'findings', at: ['listed', 'whole'] }),
    section(frameLine(shown), { of: 'frame', at: ['brief'] }),
  ];
}
