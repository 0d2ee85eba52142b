import type { ItemList } from '../contract/output.ts';
import type { Item } from '../contract/result.ts';
import { type Document, table, type Value } from '../model/document/document-parts.ts';
import { countOf, formatNumber } from '../model/document/number-format.ts';
import { findingsSections } from './sections/head/findings-section.ts';
import { frameSection } from './sections/head/frame-section.ts';
import { headSections } from './sections/head/head-sections.ts';
import { knownColumns } from './sections/known-columns.ts';
import { enumerate, outcomeWords } from './words.ts';

/** What `items` prints: one row an item. */
export function itemsDocument(list: ItemList): Document {
  return {
    title: headline(list),
    sections: [
      ...headSections(list, 'items'),
      frameSection(list),
      {
        id: 'items',
        title: '',
        parts: [
          knownColumns(
            table(
              '',
              [
                { label: 'Item', unit: 'text' },
                { label: 'Title', unit: 'text', expendable: 7 },
                { label: 'Type', unit: 'text', expendable: 1 },
                { label: 'Stage', unit: 'text' },
                { label: 'State', unit: 'text', expendable: 5 },
                { label: 'Started', unit: 'instant', expendable: 3 },
                { label: 'Ended', unit: 'instant', expendable: 2 },
                { label: 'Lead time', unit: 'days', expendable: 4 },
                // An item that is over has a cycle time, one in progress an age: the state says which it is.
                { label: 'Cycle/age', unit: 'days' },
                { label: 'Active', unit: 'share', expendable: 6 },
              ],
              list.itemList.map((item) => [
                item.id,
                item.title,
                item.type,
                item.stage,
                outcomeWords[item.outcome],
                item.started,
                item.finished ?? item.dropped,
                item.leadTimeDays,
                item.cycleTimeDays ?? item.ageDays,
                item.efficiency,
              ]),
              'There are no items.',
              { allIn: 'csv' },
            ),
          ),
        ],
      },
      ...findingsSections(list.findings),
    ],
    data: list,
    records: { columns: itemColumns, rows: list.itemList.map(itemRow) },
  };
}

/** How many items there are, and how far they have come. */
function headline({ itemList }: ItemList): string {
  if (itemList.length === 0) return 'There are no items.';
  const [first, ...others] = OUTCOMES.flatMap((outcome) => {
    const count = itemList.filter((item) => item.outcome === outcome).length;
    return count === 0 ? [] : [`${formatNumber(count, 'items')} ${outcomeWords[outcome]}`];
  });
  return `${countOf(itemList.length, 'item')}: ${enumerate([first as string, ...others])}.`;
}

const OUTCOMES = ['finished', 'dropped', 'inProgress', 'notStarted'] as const;

/** Every fact of the contract, under its name there. */
const itemColumns = [
  'id',
  'source',
  'title',
  'type',
  'assignee',
  'points',
  'stage',
  'outcome',
  'created',
  'started',
  'finished',
  'dropped',
  'leadTimeDays',
  'cycleTimeDays',
  'ageDays',
  'activeDays',
  'waitingDays',
  'blockedDays',
  'pausedDays',
  'efficiency',
  'backwardMoves',
  'reworkDays',
  'reopened',
  'handoffs',
  'historyGrade',
] as const satisfies readonly (keyof Item)[];

function itemRow(item: Item): Value[] {
  return itemColumns.map((column) => (column === 'assignee' ? (item.assignee?.join(', ') ?? null) : item[column]));
}
