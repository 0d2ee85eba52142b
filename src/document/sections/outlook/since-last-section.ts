import type { SinceLast } from '../../../contract/statistics/report-outlook-schema.ts';
import { note, type Part, type Section, table } from '../../../model/document/document-parts.ts';
import { countOf, formatNumber } from '../../../model/document/number-format.ts';
import type { Basis } from '../../../model/settings.ts';
import { dateWords } from '../../../model/time/date-words.ts';
import { sentence } from '../../words.ts';

type Figure = SinceLast['figures'][number];

/** What changed since the last snapshot; or why there is none to compare with. */
export function sinceLastSection(sinceLast: SinceLast, basis: Basis): Section {
  const { figures, history, period, reason } = sinceLast;
  if (period === null) {
    const text = sentence(`Not compared with a snapshot of ${history}: ${reason}`);
    return { id: 'sinceLast', title: '', parts: [note(text)] };
  }
  return {
    id: 'sinceLast',
    title: `Since the end of ${periodName(period)}, the last snapshot`,
    parts: [
      table(
        '',
        [
          { label: 'Figure', unit: 'text' },
          { label: 'Then', unit: 'text' },
          { label: 'Now', unit: 'text' },
          { label: 'Change', unit: 'text' },
        ],
        figures.map((figure) => {
          const [from, to] = [figure.from, figure.to].map((value) => shown(value, figure, basis));
          return [nameOf(figure.path, period.unit), from as string, to as string, changeOf(figure, from === to)];
        }),
        'No figure is known then and now.',
      ),
      ...(figures.length === 0 ? [] : [note('Better or worse by a little is often chance; a signal seldom is.')]),
      ...restatements(sinceLast, period.unit),
    ],
  };
}

/** A period as a sentence calls it: `the week of Mon 8 Jun 2026`. */
export function periodName({ start, unit }: NonNullable<SinceLast['period']>): string {
  return unit === 'day' ? dateWords(start) : `the ${unit} of ${dateWords(start)}`;
}

/** The figures that look other than they did, with their values as people read them; the largest change first. */
export function changedFigures({ figures, period }: SinceLast, basis: Basis) {
  const size = ({ from, to }: Figure) =>
    Math.abs((to ?? 0) - (from ?? 0)) / Math.max(Math.abs(from ?? 0), Math.abs(to ?? 0));
  return figures
    .filter(({ good }) => good !== null)
    .toSorted((a, b) => size(b) - size(a))
    .map((figure) => {
      const name = nameOf(figure.path, period?.unit ?? 'period').replace(/^./, (letter) => letter.toLowerCase());
      return { name, from: shown(figure.from, figure, basis), to: shown(figure.to, figure, basis), good: figure.good };
    })
    .filter(({ from, to }) => from !== to);
}

function shown(value: number | null, { unit }: Figure, basis: Basis): string {
  return formatNumber(value, unit, basis === 'working' ? 'whole' : 'clock');
}

/** An arrow with its word: `▼ better`. What looks the same is called so. */
function changeOf({ from, good, to }: Figure, alike: boolean): string | null {
  if (from === null || to === null) return null;
  if (alike || good === null) return 'same';
  return `${to > from ? '▲' : '▼'} ${good ? 'better' : 'worse'}`;
}

function nameOf(path: string, unit: string): string {
  const [metric, , point] = path.split('.');
  switch (metric) {
    case 'cycleTime':
      return `Cycle time, ${point} % within`;
    case 'age':
      return `Age, ${point} % within`;
    case 'throughput':
      return `Throughput a ${unit}`;
    case 'wip':
      return 'Work in progress';
    case 'flowEfficiency':
      return 'Flow efficiency';
    default:
      return 'Wasted labour';
  }
}

function restatements({ restated: { data, definition } }: SinceLast, unit: string): Part[] {
  const causes = [
    ...(data > 0 ? [`${countOf(data, unit)} because data came late or changed`] : []),
    ...(definition > 0 ? [`${countOf(definition, unit)} taken anew by these definitions`] : []),
  ];
  return causes.length === 0 ? [] : [note(`Restated in the history since: ${causes.join('; ')}.`)];
}
