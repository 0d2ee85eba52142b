import type { ItemReport, VisitCost } from '../../contract/output.ts';
import {
  note,
  type Part,
  type Section,
  scalar,
  type TableColumn,
  table,
  type Value,
} from '../../model/document/document-parts.ts';
import { moneyText } from '../../model/document/money.ts';
import { formatNumber, itemDays } from '../../model/document/number-format.ts';

/** One line of the account. */
interface Entry {
  stage: string;
  what: string;
  who: string | null;
  /** Working hours that the person had the item, among how many at once, and what of them fell to it. */
  worked: number | null;
  sharedAmong: number | null;
  hours: number | null;
  days: number | null;
  labourCost: number | null;
  delayCost: number | null;
}

/** What the item costs: each entry that it adds to the cost of waste, and their totals, labour apart from delay. */
export function itemCostSection(report: ItemReport): Section[] {
  const { cost, costUnknown } = report;
  if (cost === null) return costUnknown === null ? [] : [section([note(`Not known, as ${costUnknown}.`)])];
  const entries = report.visits.flatMap(({ cost: own, stage }) => (own === null ? [] : entriesOf(stage, own)));
  if (entries.length === 0) return [section([note('Nothing was charged in the window, and it did not wait in it.')])];
  return [section([...totals(report, cost), costTable(report, entries), ...notes(cost, entries)])];
}

function section(parts: Part[]): Section {
  return { id: 'cost', title: 'What it cost, within the window', parts };
}

function entriesOf(stage: string, cost: VisitCost): Entry[] {
  const none = {
    stage,
    who: null,
    worked: null,
    sharedAmong: null,
    hours: null,
    days: null,
    labourCost: null,
    delayCost: null,
  };
  return [
    ...cost.handoffs.map(({ cost: labourCost, hours, to }) => ({
      ...none,
      what: 'hand-off',
      who: to.join(', '),
      hours,
      labourCost,
    })),
    ...cost.charges.map(({ cost: labourCost, hours, person, sharedAmong, workingHours: worked }) => ({
      ...none,
      what: cost.line ?? 'work',
      who: person ?? 'nobody assigned',
      worked,
      sharedAmong,
      hours,
      labourCost,
    })),
    ...(cost.waitingDays > 0
      ? [{ ...none, what: 'waiting', days: cost.waitingDays, delayCost: cost.waitingCost }]
      : []),
    ...(cost.blockedDays > 0
      ? [{ ...none, what: 'blocked', days: cost.blockedDays, delayCost: cost.blockedCost }]
      : []),
    ...(cost.pausedDays > 0 ? [{ ...none, what: 'paused', days: cost.pausedDays }] : []),
  ];
}

type Cost = NonNullable<ItemReport['cost']>;

function totals({ currency }: ItemReport, cost: Cost): Part[] {
  const hours = cost.chargedHours + cost.handoffHours;
  const days = cost.waitingDays + cost.blockedDays;
  const labour = cost.labourCost === null ? '' : `, ${moneyText(cost.labourCost, currency)}`;
  // Without a rate nothing has a price, and nothing wasted would stand there as a bare 0.
  const wasted =
    cost.wastedCost === null || cost.labourCost === null ? '' : `, ${moneyText(cost.wastedCost, currency)}`;
  const delay = cost.delayCost === null || days === 0 ? '' : `, ${moneyText(cost.delayCost, currency)}`;
  return [
    scalar(
      'Labour',
      `${formatNumber(hours, 'hours')}${labour}; of it wasted ${formatNumber(cost.wastedHours, 'hours')}${wasted}`,
      'text',
    ),
    scalar('Delay', `${itemDays(days)}${delay}`, 'text'),
  ];
}

/** Columns that no entry fills are left out. */
function costTable({ currency }: ItemReport, entries: readonly Entry[]): Part {
  const money = (what: string) => (currency === null ? `${what} cost` : `${what}, ${currency}`);
  const columns: { column: TableColumn; value: (entry: Entry) => Value }[] = [
    { column: { label: 'Stage', unit: 'text' }, value: ({ stage }) => stage },
    { column: { label: 'What', unit: 'text' }, value: ({ what }) => what },
    { column: { label: 'Who', unit: 'text' }, value: ({ who }) => who ?? '' },
    { column: { label: 'Had it', unit: 'hours', expendable: 1 }, value: ({ worked }) => worked },
    { column: { label: 'At once', unit: 'number' }, value: ({ sharedAmong }) => sharedAmong },
    { column: { label: 'Charged', unit: 'hours' }, value: ({ hours }) => hours },
    { column: { label: money('Labour'), unit: 'number' }, value: ({ labourCost }) => labourCost },
    { column: { label: 'Item-days', unit: 'number' }, value: ({ days }) => days },
    { column: { label: money('Delay'), unit: 'number' }, value: ({ delayCost }) => delayCost },
  ];
  const shown = columns.filter(({ value }) => entries.some((entry) => (value(entry) ?? '') !== ''));
  return table(
    '',
    shown.map(({ column }) => column),
    entries.map((entry) => shown.map(({ value }) => value(entry))),
  );
}

function notes({ chargedHours }: Cost, entries: readonly Entry[]): Part[] {
  const shared = entries.some(({ sharedAmong }) => (sharedAmong ?? 1) > 1 + 1e-9);
  return [
    ...(shared
      ? [
          note(
            'At once: among how many items the person’s time was divided then, on average; an item is charged its part.',
          ),
        ]
      : []),
    ...(chargedHours > 0 ? [note('Time in an active stage is an allocation and no proof of work.')] : []),
  ];
}
