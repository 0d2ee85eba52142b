import type { SnapshotChange, SnapshotReport } from '../../contract/statistics/snapshot-schema.ts';
import { type Document, note, type Part, type Section, table, type Unit } from '../../model/document/document-parts.ts';
import { countOf, formatNumber } from '../../model/document/number-format.ts';
import { dateWords } from '../../model/time/date-words.ts';
import { findingsSections } from '../sections/head/findings-section.ts';
import { frameSection } from '../sections/head/frame-section.ts';
import { headSections } from '../sections/head/head-sections.ts';

/** More rows tell a reader nothing: the others are in the history. */
const MOST_ROWS = 12;

type Snapshot = SnapshotReport['snapshot'];

/** What `snapshot` prints: what became of the history, and what its periods came to. */
export function snapshotDocument(report: SnapshotReport): Document {
  const { snapshot } = report;
  const days = report.basis === 'working' ? 'whole' : 'clock';
  const doubts = report.findings.some(({ weight }) => weight !== 'info');
  const sections: Section[] = [
    ...headSections(report, 'items'),
    {
      id: 'snapshot',
      title: '',
      parts: [...periodTable(snapshot.changes, days), ...notes(snapshot)],
    },
    ...restatedSection(snapshot.changes, days),
    frameSection(report, 'What was read'),
  ];
  return {
    title: headline(snapshot, days),
    sections: doubts ? [...sections, ...findingsSections(report.findings)] : sections,
    data: report,
    records: {
      columns: ['period', 'unit', 'what', 'cause', 'finished', 'cycleTimeMedianDays', 'wip', 'changed'],
      rows: snapshot.changes.map(({ cause, changed, cycleTimeMedianDays, finished, period, what, wip }) => [
        period.start,
        period.unit,
        what,
        cause,
        finished,
        cycleTimeMedianDays,
        wip,
        changed.length,
      ]),
    },
  };
}

type Days = 'clock' | 'whole';

/** What happened, in a sentence. */
function headline({ changes, history }: Snapshot, days: Days): string {
  const file = history ?? 'the history';
  const of = (what: SnapshotChange['what']) => changes.filter((change) => change.what === what);
  const [added, restated, kept, unchanged] = [of('added'), of('restated'), of('kept'), of('unchanged')];
  const also = restated.length === 0 ? '' : `; restated ${periods(restated, added.length > 0 ? 'earlier ' : '')}`;
  const [only] = added;
  if (added.length === 1 && only !== undefined) {
    return `Added ${periodWords(only)} to ${file}: ${figuresOf(only, days)}${also}.`;
  }
  if (added.length > 1) {
    const last = added.at(-1) as SnapshotChange;
    return `Added ${periods(added)} to ${file}, from ${dateWords((only as SnapshotChange).period.start)} to ${dateWords(dayBefore(last.period.end))}${also}.`;
  }
  const [first] = restated;
  if (restated.length === 1 && first !== undefined) {
    return `Restated ${periodWords(first)} in ${file}: ${figuresOf(first, days)} now.`;
  }
  if (restated.length > 1) return `Restated ${periods(restated)} in ${file}: the data have changed.`;
  const [left] = kept;
  if (left !== undefined && unchanged.length === 0) {
    const what = kept.length === 1 ? `${periodWords(left)} as it is` : `${periods(kept)} as they are`;
    return `Left ${what} in ${file}: this export lacks some of the data.`;
  }
  const [same] = unchanged;
  return `Nothing new: ${file} has ${unchanged.length === 1 && same !== undefined ? periodWords(same) : `all ${periods(unchanged)}`} already.`;
}

function figuresOf({ cycleTimeMedianDays, finished, wip }: SnapshotChange, days: Days): string {
  const half = finished === 1 ? 'within' : 'half of them within';
  const median = cycleTimeMedianDays === null ? '' : `, ${half} ${formatNumber(cycleTimeMedianDays, 'days', days)}`;
  const open = wip === null ? '' : `, ${formatNumber(wip, 'number')} in progress at its end`;
  return `${formatNumber(finished, 'number')} finished${median}${open}`;
}

/** `3 earlier weeks`. */
function periods(changes: readonly SnapshotChange[], which = ''): string {
  return countOf(changes.length, `${which}${changes[0]?.period.unit ?? 'period'}`);
}

function periodWords({ period: { start, unit } }: Pick<SnapshotChange, 'period'>): string {
  return unit === 'day' ? dateWords(start) : `the ${unit} of ${dateWords(start)}`;
}

function dayBefore(date: string): string {
  return new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);
}

const WORDS = { added: 'added', unchanged: 'already there', restated: 'restated', kept: 'left as it is' } as const;

function periodTable(changes: readonly SnapshotChange[], days: Days): Part[] {
  if (changes.length < 2) return [];
  const shown = changes.slice(-MOST_ROWS);
  const left = changes.length - shown.length;
  return [
    table(
      '',
      [
        { label: 'From', unit: 'text' },
        { label: 'Finished', unit: 'number' },
        { label: 'Median cycle time', unit: 'text' },
        { label: 'In progress', unit: 'number' },
        { label: 'History', unit: 'text' },
      ],
      shown.map(({ cycleTimeMedianDays, finished, period, what, wip }) => [
        dateWords(period.start),
        finished,
        formatNumber(cycleTimeMedianDays, 'days', days),
        wip,
        WORDS[what],
      ]),
    ),
    ...(left === 0 ? [] : [note(`${periods(changes.slice(0, left), 'earlier ')} not shown; they are in the history.`)]),
  ];
}

function notes({ changes, created, history, lines, newDefinitions, notes: told, series }: Snapshot): Part[] {
  const parts: Part[] = [];
  if (created) parts.push(note(`${history ?? 'The history'} is new: the series \`${series}\` begins with it.`));
  else if (lines > 0) parts.push(note(`The series \`${series}\` has ${countOf(lines, 'line')} now.`));
  if (newDefinitions.length > 0) {
    parts.push(
      note(
        `The definitions are not those of the last snapshot (${newDefinitions.join(', ')}): figures from here on are compared with none of before. --backfill takes earlier periods by the new ones, too.`,
        'warning',
      ),
    );
  }
  const kept = changes.filter(({ what }) => what === 'kept');
  if (kept.length > 0) {
    parts.push(
      note(
        `${periods(kept)} would say something else, but this export is older, or has fewer items or begins later than the one they were taken from: left as before. --period takes one anew all the same.`,
        'warning',
      ),
    );
  }
  // Of an inferred workflow it is said where a series begins.
  const begins = created || newDefinitions.length > 0;
  const worth = told.filter(({ code }) => begins || code !== 'inferredWorkflow');
  return [...parts, ...worth.map(({ message }) => note(message))];
}

/** The figures that people know first, in their words. */
const FIRST: readonly [path: string, name: string, unit: Unit][] = [
  ['points.throughput', 'Finished', 'number'],
  ['points.arrivals', 'Created', 'number'],
  ['points.wip', 'In progress at its end', 'number'],
  ['points.age.medianDays', 'Median age at its end', 'days'],
  ['points.flowEfficiency.share', 'Flow efficiency', 'share'],
  ['points.wastedShare', 'Wasted labour', 'share'],
  ['cycleTime.percentilesDays.50', 'Cycle time to date, 50th percentile', 'days'],
  ['cycleTime.percentilesDays.85', 'Cycle time to date, 85th percentile', 'days'],
];

/** What restated periods said, and say. */
function restatedSection(changes: readonly SnapshotChange[], days: Days): Section[] {
  const restated = changes.filter(({ what }) => what === 'restated').slice(-MOST_ROWS);
  if (restated.length === 0) return [];
  const parts = restated.map(({ changed, period }) => {
    const rows = FIRST.flatMap(([path, name, unit]) => {
      const one = changed.find((change) => change.path === path);
      return one === undefined ? [] : [[name, formatNumber(one.from, unit, days), formatNumber(one.to, unit, days)]];
    });
    const more = changed.length - rows.length;
    if (more > 0)
      rows.push([rows.length === 0 ? countOf(more, 'figure') : `and ${countOf(more, 'more figure')}`, '', '']);
    return table(
      dateWords(period.start),
      [
        { label: 'Figure', unit: 'text' },
        { label: 'Was', unit: 'text' },
        { label: 'Is', unit: 'text' },
      ],
      rows,
      'Only days or single durations changed.',
    );
  });
  return [{ id: 'restated', title: 'What the data now say otherwise', parts }];
}
