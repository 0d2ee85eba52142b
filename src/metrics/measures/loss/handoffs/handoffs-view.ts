import type { Handoffs, TeamHandoffs } from '../../../../contract/handoffs-schema.ts';
import {
  note,
  type Part,
  type ScalarPart,
  scalar,
  type TablePart,
  table,
} from '../../../../model/document/document-parts.ts';
import { countOf, formatNumber } from '../../../../model/document/number-format.ts';
import type { MetricView } from '../../../metric.ts';
import { leftOutNotes } from '../../../view/left-out-notes.ts';
import { dependable, typical } from '../../../view/percentile.ts';
import { largest, selectionNote } from '../../../view/selection.ts';
import { handoffMatrix } from './handoff-matrix.ts';
import { handoffsHeadline } from './handoffs-headline.ts';

/** How often work changes hands, how long it then waits, and who has it. */
export const handoffsView: MetricView<Handoffs> = {
  headline: handoffsHeadline,
  brief: (data) => [perItem(data)],
  full: (data) => [
    { ...perItem(data), note: data.total === null ? unknown : 'over the finished items of cycle time' },
    scalar('In all', data.total, 'number'),
    ...scalars(data),
    ...leftOutNotes(data.leftOut),
    ...tables(data, 'people'),
    ...byItem(data),
    ...teams(data.teams ?? null),
  ],
  records: (data) =>
    data.byItem === undefined
      ? { columns: ['from', 'to', 'count'], rows: (data.pairs ?? []).map((pair) => [pair.from, pair.to, pair.count]) }
      : {
          columns: ['id', 'handoffs', 'pingPong'],
          rows: data.byItem.map((item) => [item.id, item.handoffs, item.pingPong]),
        },
};

/** Rows of each table: there are several. */
const SHOWN = 10;

const unknown = 'no source says who had an item through time';

function perItem(data: Handoffs): ScalarPart {
  return scalar(
    'Hand-offs an item',
    data.perItem,
    'number',
    data.total === null ? unknown : `${countOf(data.total, 'change')} from one person to another`,
  );
}

function scalars({ pickUp, pingPong, total }: Handoffs | TeamHandoffs): ScalarPart[] {
  if (total === null || total === 0 || pickUp == null || pingPong == null) return [];
  const [low, high] = [typical(pickUp), dependable(pickUp)];
  return [
    scalar(
      'Sent back to the giver',
      pingPong.count,
      'number',
      `${formatNumber(pingPong.count / total, 'share')} of hand-offs, on ${countOf(pingPong.items, 'item')}`,
    ),
    ...[low, high].flatMap((percentile, index): ScalarPart[] =>
      percentile === null || (index === 1 && percentile.point === low?.point)
        ? []
        : [
            scalar(
              `Next move, ${percentile.point} % within`,
              percentile.days,
              'days',
              index === 0 ? 'from the hand-off until the item moves on' : null,
            ),
          ],
    ),
  ];
}

function tables(data: Handoffs | TeamHandoffs, who: 'people' | 'teams'): Part[] {
  if (data.total === null || data.pairs === null) return [];
  if (data.pairs.length === 0) return [note(`No finished item changed hands between ${who}.`), ...holding(data, who)];
  return [
    ...(data.pingPong === undefined ? [] : [handoffMatrix(data.pairs, who)]),
    pairTable(data, data.pairs),
    ...receivers(data),
    ...pingPong(data),
    ...holding(data, who),
  ];
}

function pairTable(data: Handoffs | TeamHandoffs, pairs: NonNullable<Handoffs['pairs']>): TablePart {
  const rows = largest(pairs, (pair) => pair.count).slice(0, SHOWN);
  const note = selectionNote('most frequent', rows.length, pairs.length, 'json');
  return table(
    `Between whom${note === null ? '' : `: ${note}`}`,
    [
      { label: 'From', unit: 'text' },
      { label: 'To', unit: 'text' },
      { label: 'Hand-offs', unit: 'number', bar: true },
      ...(data.pickUp === undefined ? [] : [{ label: 'Median to next move', unit: 'days', expendable: 5 } as const]),
    ],
    rows.map((pair) => [
      pair.from,
      pair.to,
      pair.count,
      ...(data.pickUp === undefined ? [] : [pair.medianPickUpDays ?? null]),
    ]),
    'No finished item changed hands.',
  );
}

function receivers(data: Handoffs | TeamHandoffs): TablePart[] {
  if (data.receivers == null) return [];
  const rows = largest(data.receivers, ({ pickUp }) => pickUp.count).slice(0, SHOWN);
  const note = selectionNote('with the most', rows.length, data.receivers.length, 'json');
  const [low, high] = [typical(rows[0]!.pickUp)?.point ?? 50, dependable(rows[0]!.pickUp)?.point ?? 85];
  return [
    table(
      `How long items lay after a hand-off, until their next move, by receiver${note === null ? '' : `: ${note}`}`,
      [
        { label: 'To', unit: 'text' },
        { label: 'Hand-offs', unit: 'number', bar: true },
        { label: `${low} % within`, unit: 'days' },
        { label: `${high} % within`, unit: 'days', expendable: 5 },
        { label: 'Longest', unit: 'days', expendable: 1 },
      ],
      rows.map(({ pickUp, receiver }) => [
        receiver,
        pickUp.count,
        typical(pickUp)?.days ?? null,
        dependable(pickUp)?.days ?? null,
        pickUp.maxDays,
      ]),
    ),
  ];
}

function pingPong({ pingPong: found }: Handoffs | TeamHandoffs): TablePart[] {
  if (found == null || found.count === 0) return [];
  const rows = largest(found.pairs, ({ count }) => count).slice(0, SHOWN);
  const note = selectionNote('most frequent', rows.length, found.pairs.length, 'json');
  return [
    table(
      `Passed on, and sent back at the next hand-off${note === null ? '' : `: ${note}`}`,
      [
        { label: 'From', unit: 'text' },
        { label: 'To, and back', unit: 'text' },
        { label: 'Times', unit: 'number', bar: true },
      ],
      rows.map(({ from, to, count }) => [from, to, count]),
    ),
  ];
}

function holding({ holding: held }: Handoffs | TeamHandoffs, who: 'people' | 'teams'): Part[] {
  if (held == null || held.length === 0) return [];
  const rows = largest(held, ({ heldDays }) => heldDays).slice(0, SHOWN);
  const which = selectionNote('longest', rows.length, held.length, 'json');
  const shared = held.reduce((sum, { share }) => sum + (share ?? 0), 0) > 1.0005;
  return [
    table(
      `Which ${who} had the items, between start and end${which === null ? '' : `: ${which}`}`,
      [
        { label: who === 'people' ? 'Person' : 'Team', unit: 'text' },
        { label: 'Share', unit: 'share', bar: true },
        { label: 'Had items for', unit: 'days', expendable: 6 },
        { label: 'Items', unit: 'items', expendable: 2 },
        { label: 'Stays', unit: 'number', expendable: 1 },
        { label: 'Median stay', unit: 'days', expendable: 5 },
      ],
      rows.map((row) => [row.holder ?? '(nobody)', row.share, row.heldDays, row.items, row.stays, row.medianStayDays]),
    ),
    ...(shared ? [note(`Several ${who} had items at once, so the shares add up to more than 100 %.`)] : []),
  ];
}

function byItem({ byItem: items = [] }: Handoffs): TablePart[] {
  if (items.length === 0) return [];
  const rows = largest(items, ({ handoffs }) => handoffs).slice(0, SHOWN);
  const note = selectionNote('with the most', rows.length, items.length);
  return [
    table(
      `Items that changed hands${note === null ? '' : `: ${note}`}`,
      [
        { label: 'Item', unit: 'text' },
        { label: 'Hand-offs', unit: 'number', bar: true },
        { label: 'Sent back', unit: 'number' },
      ],
      rows.map(({ handoffs, id, pingPong }) => [id, handoffs, pingPong]),
    ),
  ];
}

const toldBy = {
  owner: 'Teams are the owners of the stages, as configured.',
  team: 'Teams are what the rows say in the field team.',
} as const;

function teams(data: TeamHandoffs | null): Part[] {
  if (data === null) return [];
  return [
    note(`Between teams: ${toldBy[data.by]}`),
    scalar(
      'Hand-offs between teams, an item',
      data.perItem,
      'number',
      data.total === null ? 'not known of any finished item' : `${formatNumber(data.total, 'number')} in all`,
    ),
    ...scalars(data),
    ...leftOutNotes(data.leftOut),
    ...tables(data, 'teams'),
  ];
}
