import type { Waste, WasteItem } from '../../../../contract/result.ts';
import { note, type Part, type TablePart, table } from '../../../../model/document/document-parts.ts';
import { countOf, formatNumber } from '../../../../model/document/number-format.ts';
import { type Line, lineName, moneyColumn, pricesDelay, pricesLabour } from '../../../view/waste-words.ts';

/** Items shown behind each line. */
const SHOWN = 10;

/** The items behind each line, the largest first; the title says how many are not shown. */
export function wasteItemTables(data: Waste): Part[] {
  const tables = data.lines.flatMap((line) => itemTable(data, line));
  return tables.length > 0 ? tables : [note('No item is behind any line.')];
}

/** What an item adds to each line. */
const parts: Readonly<
  Record<Line['line'], { quantity: (item: WasteItem) => number | null; cost: (item: WasteItem) => number | null }>
> = {
  abandoned: { quantity: (item) => item.abandonedHours, cost: (item) => item.abandonedCost },
  rework: { quantity: (item) => item.reworkHours, cost: (item) => item.reworkCost },
  handoffs: { quantity: (item) => item.handoffs, cost: (item) => item.handoffCost },
  waiting: { quantity: (item) => item.waitingDays, cost: (item) => item.waitingCost },
  blocked: { quantity: (item) => item.blockedDays, cost: (item) => item.blockedCost },
  paused: { quantity: (item) => item.pausedDays, cost: () => null },
};

function itemTable(data: Waste, { hours, line, unit }: Line): TablePart[] {
  const { cost, quantity } = parts[line];
  const all = (data.byItem ?? []).filter((item) => (quantity(item) ?? 0) > 0);
  if (all.length === 0) return [];
  const rows = [...all].sort((a, b) => (quantity(b) ?? 0) - (quantity(a) ?? 0)).slice(0, SHOWN);
  const cut =
    rows.length < all.length
      ? `, the ${rows.length} largest of ${formatNumber(all.length, 'number')}; all of them with --format json`
      : '';
  // Without minutes of a hand-off nobody knows their time, and 0 h would say that it is none.
  const timed = unit === 'handoffs' && hours !== null;
  const priced = line !== 'paused' && (unit === 'days' ? pricesDelay(data) : pricesLabour(data));
  return [
    table(
      `Behind ${lineName(line)}: ${countOf(all.length, 'item')}${cut}`,
      [
        { label: 'Item', unit: 'text' },
        { label: 'State', unit: 'text', expendable: 1 },
        quantityColumns[unit],
        ...(timed ? [{ label: 'Time', unit: 'hours' } as const] : []),
        ...moneyColumn(priced, 'Cost', data),
      ],
      rows.map((item) => [
        item.id,
        states[item.outcome],
        quantity(item),
        ...(timed ? [item.handoffHours] : []),
        ...(priced ? [cost(item)] : []),
      ]),
    ),
  ];
}

const quantityColumns = {
  hours: { label: 'Time', unit: 'hours', bar: true },
  handoffs: { label: 'Hand-offs', unit: 'number', bar: true },
  days: { label: 'Item-days', unit: 'number', bar: true },
} as const;

const states: Readonly<Record<WasteItem['outcome'], string>> = {
  notStarted: 'not started',
  inProgress: 'in progress',
  finished: 'finished',
  dropped: 'dropped',
};
