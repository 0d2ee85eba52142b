import type { Adherence } from '../../../../contract/adherence-schema.ts';
import {
  type NotePart,
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
import { adherenceHeadline } from './adherence-headline.ts';

/** The path against what items did, and who was too long where. */
export const adherenceView: MetricView<Adherence> = {
  headline: adherenceHeadline,
  brief: (data) => [
    scalar(
      'On the path',
      data.onPathShare,
      'share',
      `of ${countOf(data.items, 'finished item')} went it, and no other way`,
    ),
    ...mostBroken(data.limits),
  ],
  full: (data) => [
    ...summary(data),
    deviations(data),
    ...detours(data),
    ...variants(data),
    ...data.limits.flatMap(limit),
    ...leftOutNotes(data.leftOut),
  ],
  records: (data) => ({
    columns: ['id', 'onPath', 'skipped', 'outOfOrder', 'detours', 'cycleTimeDays'],
    rows: (data.byItem ?? []).map((item) => [
      item.id,
      item.onPath,
      item.skipped.join('; '),
      item.outOfOrder,
      item.detours.join('; '),
      item.cycleTimeDays,
    ]),
  }),
};

/** The limit that most items break, in a line. */
function mostBroken(limits: Adherence['limits']): ScalarPart[] {
  const most = limits.reduce<Adherence['limits'][number] | null>(
    (top, limit) => (limit.items > (top?.items ?? 0) ? limit : top),
    limits[0] ?? null,
  );
  if (most === null) return [];
  const { items, maxDays, over, stage, visits } = most;
  return [
    scalar(
      'Over a time limit',
      items,
      'items',
      `${formatNumber(maxDays, 'days')} in ${stage}: ${formatNumber(over, 'number')} of ${countOf(visits, 'visit')} took longer`,
    ),
  ];
}

function arrows(stages: readonly string[]): string {
  return stages.length === 0 ? 'no stage' : stages.join(' → ');
}

const FROM = {
  path: 'path: in the configuration',
  workflow: 'the active stages of the configured workflow',
  'most common': 'the most common way; path: in pitwall.yaml says another',
} as const;

function summary(data: Adherence): Part[] {
  const share = (label: string, items: number, note: string): ScalarPart =>
    scalar(label, data.items === 0 ? null : items / data.items, 'share', `${countOf(items, 'item')}: ${note}`);
  return [
    scalar('Path', arrows(data.path), 'text', FROM[data.pathFrom]),
    ...noPath(data),
    share('On the path', data.onPath, `this way and no other, of ${countOf(data.items, 'finished item')}`),
    share('Skipped a step', data.withSkips, 'never in one of its stages'),
    share('Out of order', data.withReturns, 'in one of its stages after a later one, as when sent back'),
    share('Off the path', data.withDetours, 'in a stage that is not on it'),
  ];
}

/** Under this share of the items even the most common way is no path. */
const COMMON = 0.1;

function noPath({ onPathShare, pathFrom }: Adherence): NotePart[] {
  if (pathFrom !== 'most common' || onPathShare === null || onPathShare >= COMMON) return [];
  const text =
    'No way is common here, so nothing below says that an item went wrong: set path: to say how it should go.';
  return [note(text, 'warning')];
}

function deviations({ stages }: Adherence): TablePart {
  return table(
    'Steps of the path that items skipped, or took out of order',
    [
      { label: 'Stage', unit: 'text' },
      { label: 'Skipped by', unit: 'items', bar: true },
      { label: 'Of all', unit: 'share' },
      { label: 'Out of order', unit: 'number' },
    ],
    stages.map((stage) => [stage.stage, stage.skipped, stage.skippedShare, stage.outOfOrder]),
    'No finished item was in an active stage: there is no path to keep to.',
  );
}

function detours({ detours: rows }: Adherence): TablePart[] {
  if (rows.length === 0) return [];
  return [
    table(
      'Stages that are not on the path',
      [
        { label: 'Stage', unit: 'text' },
        { label: 'Items', unit: 'items', bar: true },
      ],
      rows.map(({ stage, items }) => [stage, items]),
    ),
  ];
}

/** The ways as sentences: in a column of a table they would be cut where they differ. */
function variants({ highPoint, items, variants: rows, ways }: Adherence): Part[] {
  if (rows.length === 0) return [];
  const which = rows.length < ways ? `; the ${rows.length} most frequent:` : ', the most frequent first:';
  return [
    scalar('Ways', `${countOf(ways, 'way')} of ${countOf(items, 'finished item')}${which}`, 'text'),
    ...rows.map(
      (variant): ScalarPart =>
        scalar(
          `${formatNumber(variant.share, 'share')}, ${countOf(variant.items, 'item')}`,
          wayText(variant.way, variant.steps),
          'text',
          variant.medianDays === null
            ? null
            : `50 % within ${formatNumber(variant.medianDays, 'days')}, ${highPoint} % within ${formatNumber(variant.highDays, 'days')}`,
        ),
    ),
  ];
}

/** `Writing → (Review → Writing) ×2 → Publishing`: going back and forth is written once. */
function wayText(way: readonly string[], steps: number): string {
  if (way.length === 0) return 'no active stage';
  const words: string[] = [];
  for (let at = 0; at < way.length; ) {
    let times = 1;
    const same = (other: number) => way[other] === way[at] && way[other + 1] === way[at + 1];
    while (at + 1 < way.length && at + 2 * times + 1 < way.length && same(at + 2 * times)) times++;
    words.push(times === 1 ? (way[at] as string) : `(${way[at]} → ${way[at + 1]}) ×${times}`);
    at += times === 1 ? 1 : 2 * times;
  }
  return words.join(' → ') + (steps > way.length ? ` → ${formatNumber(steps - way.length, 'number')} more` : '');
}

/** Rows of a table on a terminal. */
const SHOWN = 20;

function limit({
  byItem,
  items,
  maxDays,
  over,
  overShare,
  stage,
  visits,
}: Adherence['limits'][number]): (TablePart | NotePart)[] {
  const shown = byItem.slice(0, SHOWN);
  const worst = shown.length < items ? `; the ${shown.length} worst` : '';
  return [
    table(
      `Longer than ${formatNumber(maxDays, 'days')} in ${stage}: ${formatNumber(over, 'number')} of ${countOf(visits, 'visit')}${overShare === null ? '' : ` (${formatNumber(overShare, 'share')})`}, by ${countOf(items, 'item')}${worst}`,
      [
        { label: 'Item', unit: 'text' },
        { label: 'Time', unit: 'days', bar: true },
        { label: 'Too long by', unit: 'days' },
        { label: 'Still there', unit: 'text' },
      ],
      shown.map((item) => [item.id, item.days, item.excessDays, item.stillThere]),
      'No item was longer in it.',
    ),
  ];
}
