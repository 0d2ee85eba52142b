import type { Risk } from '../../../../contract/statistics/risk-schema.ts';
import { note, type Part, scalar, table } from '../../../../model/document/document-parts.ts';
import { countOf, formatNumber } from '../../../../model/document/number-format.ts';
import type { MetricView } from '../../../metric.ts';
import { chanceWords } from '../../../view/chance-words.ts';
import { leftOutNotes } from '../../../view/left-out-notes.ts';
import { selectionNote } from '../../../view/selection.ts';
import { riskHeadline } from './risk-headline.ts';

/** Rows that a table on a terminal shows. */
const SHOWN = 20;
/** Fewer finished items say little of the next ones. */
const FEW = 10;

/** Items in progress by their chance to meet the expectation. */
export const riskView: MetricView<Risk> = {
  headline: (data, { basis }) => riskHeadline(data, basis),
  brief: (data) => [
    scalar('Items', data.items, 'items'),
    scalar('Expectation', data.expectation.days, 'days'),
    scalar('Late', data.late, 'items'),
    scalar('Expected misses', data.expectedMisses, 'number'),
  ],
  full: (data) => [...summary(data), ...items(data), ...notes(data)],
  records: (data) => ({
    columns: [
      'id',
      'title',
      'stage',
      'ageDays',
      'chance',
      'atLeast',
      'late',
      'remaining50Days',
      'remaining85Days',
      'n',
      'nInStage',
      'reason',
    ],
    rows: data.byItem.map((item) => [
      item.id,
      item.title,
      item.stage,
      item.ageDays,
      item.chance,
      item.atLeast,
      item.late,
      item.remainingDays[50],
      item.remainingDays[85],
      item.n,
      item.nInStage,
      item.reason,
    ]),
  }),
};

function summary({ expectation, expectedMisses, items, unknown }: Risk): Part[] {
  const { days, share, source } = expectation;
  const known = items - unknown;
  const allowed = formatNumber(known * (1 - share), 'number');
  const percent = formatNumber(share, 'share');
  return [
    scalar('Expectation', days, 'days', `for ${percent} of the items, ${SOURCES[source]}`),
    scalar(
      'Expected misses',
      expectedMisses,
      'number',
      known === 0
        ? null
        : `of ${countOf(known, 'item')}; ${formatNumber(1 - share, 'share')} of them would be ${allowed}`,
    ),
  ];
}

const SOURCES = {
  option: 'as asked for',
  configuration: 'as configured (sle)',
  censoredPercentile: 'their own past with the open ones; set sle in pitwall.yaml',
} as const;

function items({ byItem }: Risk): Part[] {
  const rows = byItem.slice(0, SHOWN);
  const which = selectionNote('least likely', rows.length, byItem.length);
  return [
    table(
      which === null ? 'In progress, the least likely first' : `In progress, the least likely first: ${which}`,
      [
        { label: 'Item', unit: 'text' },
        { label: 'Title', unit: 'text', expendable: 6 },
        { label: 'Stage', unit: 'text' },
        { label: 'Age', unit: 'days' },
        { label: 'Chance', unit: 'text' },
        { label: '50 % in', unit: 'days', expendable: 2 },
        { label: '85 % in', unit: 'days', expendable: 3 },
        { label: 'Of', unit: 'items', expendable: 1 },
      ],
      rows.map((item) => [
        item.id,
        item.title,
        item.stage,
        item.ageDays,
        chanceWords(item),
        item.remainingDays[50],
        item.remainingDays[85],
        item.n,
      ]),
      'Nothing is in progress.',
    ),
  ];
}

function notes(data: Risk): Part[] {
  const { byItem, followed, leftOut } = data;
  if (byItem.length === 0) return leftOutNotes(leftOut);
  const count = (holds: (item: Risk['byItem'][number]) => boolean) => byItem.filter(holds).length;
  const older = count(({ chance, reason }) => chance === null && reason === 'olderThanAny');
  const startless = count(({ reason }) => reason === 'startUnknown');
  const atLeast = count((item) => item.atLeast);
  const be = (items: number) => (items === 1 ? 'is' : 'are');
  return [
    note(
      'Chance: to be done within the expectation, if it is not dropped. 50 % in, 85 % in: how much longer such items took, by age and stage. Of: how many items were unfinished at its age.',
    ),
    ...(followed.finished < FEW
      ? [note(`Only ${countOf(followed.finished, 'finished item')} to go by: the chances are rough.`, 'warning')]
      : []),
    ...(older > 0
      ? [note(`${countOf(older, 'item')} ${be(older)} older than any other item ever was: no chance is known.`)]
      : []),
    ...(startless > 0
      ? [note(`${countOf(startless, 'item')} started, but nobody knows when: no chance is known.`)]
      : []),
    ...(atLeast > 0 ? [note(`≥: no item was followed for so long, so the chance of ${atLeast} is that or more.`)] : []),
    ...(followed.dropped > 0
      ? [note(`${countOf(followed.dropped, 'dropped item')} counted as open, up to the drop.`)]
      : []),
    ...leftOutNotes(leftOut),
  ];
}
