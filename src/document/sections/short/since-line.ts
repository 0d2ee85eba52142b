import type { SinceLast } from '../../../contract/statistics/report-outlook-schema.ts';
import { note, type Section } from '../../../model/document/document-parts.ts';
import type { Basis } from '../../../model/settings.ts';
import { changedFigures, periodName, sinceLastSection } from '../outlook/since-last-section.ts';

/** What changed since the last snapshot, in a line: how many figures for the better and the worse, and the largest change. */
export function sinceLine(sinceLast: SinceLast, basis: Basis): Section {
  const { period } = sinceLast;
  if (period === null) return sinceLastSection(sinceLast, basis);
  const changed = changedFigures(sinceLast, basis);
  const [largest] = changed;
  const better = changed.filter(({ good }) => good).length;
  const counts = [
    ...(better === 0 ? [] : [`${better} better`]),
    ...(better === changed.length ? [] : [`${changed.length - better} worse`]),
  ];
  const what =
    largest === undefined
      ? 'no figure looks other than it did'
      : `${counts.join(', ')}; ${largest.name} ${largest.from} → ${largest.to}`;
  return { id: 'sinceLast', title: '', parts: [note(`Since ${periodName(period)}: ${what}.`)] };
}
