import type { Distribution } from '../../contract/distribution-schema.ts';
import type { Head } from '../../contract/result.ts';
import type { Reference } from '../../model/document/chart.ts';
import { daysText } from './words.ts';

/** A line at each percentile of a distribution, the lowest first. */
export function percentileLines(
  { percentilesDays }: Pick<Distribution, 'percentilesDays'>,
  axis: 'x' | 'y',
  head: Head,
): Reference[] {
  return Object.entries(percentilesDays).flatMap(([point, days]) =>
    days === null
      ? []
      : [{ axis, value: days, label: `${point} %`, text: daysText(days, head), tone: 'limit' as const }],
  );
}

/** `50 % at 17.1 d, 85 % at 29.8 d`. */
export function linesInWords(lines: readonly Reference[]): string {
  return lines.map(({ label, text }) => `${label} at ${text}`).join(', ');
}
