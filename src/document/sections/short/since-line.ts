import type { SinceLast } from '../../../contract/statistics/report-outlook-schema.ts';
import { note, type Section } from '../../../model/document/document-parts.ts';
import { countOf } from '../../../model/document/number-format.ts';
import type { Basis } from '../../../model/settings.ts';
import { changedFigures, periodName, sinceLastSection } from '../outlook/since-last-section.ts';

/** Changes that are named; of more, the rest is counted. */
const NAMED = 2;

/** What changed since the last snapshot, in a line: the largest changes first. */
export function sinceLine(sinceLast: SinceLast, basis: Basis): Section {
  const { period } = sinceLast;
  if (period === null) return sinceLastSection(sinceLast, basis);
  const changed = changedFigures(sinceLast, basis);
  const named = changed.slice(0, NAMED).map(({ from, good, name, to }) => {
    return `${name} ${from} → ${to} (${good ? 'better' : 'worse'})`;
  });
  const more = changed.length - named.length;
  const rest = more === 0 ? '' : `; ${countOf(more, 'more change')}: --full`;
  const what = named.length === 0 ? 'no figure looks other than it did' : `${named.join(', ')}${rest}`;
  return { id: 'sinceLast', title: '', parts: [note(`Since ${periodName(period)}: ${what}.`)] };
}
