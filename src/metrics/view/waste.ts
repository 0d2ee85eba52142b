import type { Waste } from '../../contract/result.ts';
import { countOf, formatNumber } from '../../model/number-format.ts';
import type { NotePart, ScalarPart, TableColumn, TablePart, Value } from '../../model/parts.ts';
import type { MetricView } from '../metric.ts';
import { leftOutNotes } from './left-out.ts';
import { largest, selectionNote } from './selection.ts';

type Line = Waste['lines'][number];
type Row = Omit<Waste['byStage'][number], 'stage'>;
type Item = NonNullable<Waste['byItem']>[number];

/** What waste costs: labour by the hour, delay by the day, never in one table. Money is shown where there are rates. */
export const wasteView: MetricView<Waste> = {
  brief: (data) => [wastedLabour(data, withoutMoney(data) ?? 'time in active stages, no proof of work'), delay(data)],
  full: (data) => [
    wastedLabour(data),
    ...wastedAYear(data),
    delay(data),
    ...delayAYear(data),
    labourLines(data),
    ...labourNotes(data),
    delayLines(data),
    ...delayNotes(data),
    breakdown(
      data,
      'Stage',
      data.byStage.map(({ stage, ...row }) => [stage, row]),
    ),
    breakdown(
      data,
      'Type',
      data.byType.map(({ type, ...row }) => [type ?? '(none)', row]),
    ),
    ...items(data),
    ...leftOutNotes(data.leftOut),
  ],
  records: ({ byItem, lines }) =>
    byItem === undefined
      ? { columns: lineColumns, rows: lines.map((line) => lineColumns.map((column) => line[column])) }
      : { columns: itemColumns, rows: byItem.map((item) => itemColumns.map((column) => item[column])) },
};

const lineColumns = ['line', 'quantity', 'unit', 'hours', 'cost', 'share'] as const;

const itemColumns = [
  'id',
  'outcome',
  'chargedHours',
  'wastedHours',
  'waitingDays',
  'blockedDays',
  'pausedDays',
  'labourCost',
  'delayCost',
] as const;

const isDelay = ({ unit }: Line) => unit === 'days';

/** True as soon as an hour has a price: the figures alone say whether there are rates. */
function pricesLabour({ byStage, byType, labour, lines }: Waste): boolean {
  const costs = [labour, ...lines.filter((line) => !isDelay(line)), ...byStage, ...byType];
  return costs.some(({ cost }) => (cost ?? 0) > 0);
}

function pricesDelay({ delay, lines }: Waste): boolean {
  return [delay, ...lines.filter(isDelay)].some(({ cost }) => (cost ?? 0) > 0);
}

function money({ currency }: Waste, amount: number | null): string {
  return `${formatNumber(amount, 'number')}${currency === null ? '' : ` ${currency}`}`;
}

/** A column of money; none where nothing has a price. */
function moneyColumn(priced: boolean, what: string, { currency }: Waste): TableColumn[] {
  return priced ? [{ label: currency === null ? what : `${what}, ${currency}`, unit: 'number' }] : [];
}

function wastedLabour(data: Waste, besides?: string): ScalarPart {
  const { hours, wastedCost, wastedHours, wastedShare } = data.labour;
  const cost = pricesLabour(data) ? `, ${money(data, wastedCost)}` : '';
  const note = `${formatNumber(wastedHours, 'hours')} of ${formatNumber(hours, 'hours')} charged${cost}`;
  return {
    part: 'scalar',
    label: 'Wasted labour',
    value: wastedShare,
    unit: 'share',
    note: besides === undefined ? note : `${note}; ${besides}`,
    trend: null,
  };
}

function delay(data: Waste): ScalarPart {
  const cost = pricesDelay(data) ? `, ${money(data, data.delay.cost)}` : '';
  const note = `waiting or blocked${cost}`;
  return { part: 'scalar', label: 'Delay, item-days', value: data.delay.days, unit: 'number', note, trend: null };
}

function wastedAYear(data: Waste): ScalarPart[] {
  if (data.perYear === null) return [];
  const { labourHours, wastedCost, wastedHours } = data.perYear;
  const cost = pricesLabour(data) ? `, ${money(data, wastedCost)}` : '';
  const note = `of ${formatNumber(labourHours, 'hours')}, at the pace of the window${cost}`;
  return [{ part: 'scalar', label: 'Wasted labour a year', value: wastedHours, unit: 'hours', note, trend: null }];
}

function delayAYear(data: Waste): ScalarPart[] {
  if (data.perYear === null) return [];
  const { delayCost, delayDays } = data.perYear;
  const note = `at the pace of the window${pricesDelay(data) ? `, ${money(data, delayCost)}` : ''}`;
  return [{ part: 'scalar', label: 'Delay a year, item-days', value: delayDays, unit: 'number', note, trend: null }];
}

const meanings: Readonly<Record<Line['line'], string>> = {
  abandoned: 'work on items that were dropped',
  rework: 'work done again, on other items',
  handoffs: 'taking over from somebody else',
  waiting: 'in waiting stages',
  blocked: 'under a blocked flag, in any stage',
  paused: 'begun and set aside; has no price',
};

function labourLines(data: Waste): TablePart {
  const priced = pricesLabour(data);
  return {
    part: 'table',
    title: 'Wasted labour, over all items (not only finished ones)',
    columns: [
      { label: 'Line', unit: 'text' },
      { label: 'Time', unit: 'hours', bar: true },
      ...moneyColumn(priced, 'Cost', data),
      { label: 'Of labour', unit: 'share' },
      { label: 'Meaning', unit: 'text', expendable: 1 },
    ],
    rows: data.lines
      .filter((line) => !isDelay(line))
      .map((line) => [
        line.unit === 'handoffs' ? 'hand-offs' : line.line,
        line.hours,
        ...(priced ? [line.cost] : []),
        line.share,
        line.unit === 'handoffs' ? `${meanings.handoffs}${times(line.quantity)}` : meanings[line.line],
      ]),
    empty: '',
  };
}

function times(handoffs: number | null): string {
  return handoffs === null ? '; not known' : `, ${countOf(handoffs, 'time')}`;
}

function delayLines(data: Waste): TablePart {
  const priced = pricesDelay(data);
  return {
    part: 'table',
    title: 'Delay of items that were not dropped, between start and end: other money than labour',
    columns: [
      { label: 'Line', unit: 'text' },
      { label: 'Item-days', unit: 'number', bar: true },
      ...moneyColumn(priced, 'Cost', data),
      { label: 'Of delay', unit: 'share' },
      { label: 'Meaning', unit: 'text', expendable: 1 },
    ],
    rows: data.lines
      .filter(isDelay)
      .map((line) => [line.line, line.quantity, ...(priced ? [line.cost] : []), line.share, meanings[line.line]]),
    empty: '',
  };
}

function labourNotes(data: Waste): NotePart[] {
  const { hours, unassignedHours } = data.labour;
  const { quantity = 0, hours: handoffHours = 0 } = data.lines.find(({ unit }) => unit === 'handoffs') ?? {};
  const nobody =
    unassignedHours > 0 ? `, ${formatNumber(unassignedHours, 'hours')} of it while nobody was assigned` : '';
  const effort =
    data.effort === 'shared'
      ? 'A person’s hour is divided among the items that the person has at once.'
      : 'Effort is full: every item is charged every hour, so two items of a person at once cost two hours.';
  const texts = [
    `Charged: ${formatNumber(hours, 'hours')} of working time in active stages${nobody}. That is an allocation and no proof of work. ${effort}`,
    ...((quantity ?? 0) > 0 && handoffHours === null
      ? ['Hand-offs take no time here: set handoffMinutes under cost: in pitwall.yaml.']
      : []),
    ...[withoutMoney(data)].flatMap((text) => (text === null ? [] : [`Cost: ${text}.`])),
  ];
  return texts.map((text) => ({ part: 'note', weight: 'info', text }));
}

/** How to have money, where hours have no rate. */
function withoutMoney(data: Waste): string | null {
  if (data.labour.cost !== null) return null;
  const part = pricesLabour(data) ? 'part of the hours has no rate: ' : 'for money, ';
  return `${part}set hourlyRate under cost: in pitwall.yaml`;
}

function delayNotes(data: Waste): NotePart[] {
  if (data.delay.cost !== null) return [];
  const part = pricesDelay(data) ? 'Cost: part of the days has no price' : 'Days have no price here';
  return [{ part: 'note', weight: 'info', text: `${part}: set delayPerDay under cost: in pitwall.yaml.` }];
}

/** Where labour and delay go, by one field. Delay has no money here: a row would mix it with labour's. */
function breakdown(data: Waste, label: 'Stage' | 'Type', all: readonly (readonly [string, Row])[]): TablePart {
  const priced = pricesLabour(data);
  const rows = all.filter(([, row]) => row.hours > 0 || row.waitingDays > 0 || row.blockedDays > 0);
  return {
    part: 'table',
    title: label === 'Type' ? 'By type' : 'By stage (a hand-off counts in the stage after it)',
    columns: [
      { label, unit: 'text' },
      { label: 'Labour', unit: 'hours', bar: true },
      ...moneyColumn(priced, 'Cost', data),
      { label: 'Wasted', unit: 'hours' },
      { label: 'Waiting, d', unit: 'number', expendable: 2 },
      { label: 'Blocked, d', unit: 'number', expendable: 1 },
    ],
    rows: rows.map(([name, row]): Value[] => [
      name,
      row.hours,
      ...(priced ? [row.cost] : []),
      row.wastedHours,
      row.waitingDays,
      row.blockedDays,
    ]),
    empty: 'Nothing was charged, waited or was blocked in the window.',
  };
}

function items(data: Waste): TablePart[] {
  const wasteful = (data.byItem ?? []).filter(({ wastedHours }) => wastedHours > 0);
  if (wasteful.length === 0) return [];
  const rows = largest(wasteful, (item) => item.wastedHours);
  const note = selectionNote('largest', rows.length, wasteful.length);
  const priced = pricesLabour(data);
  return [
    {
      part: 'table',
      title: `Items with wasted labour, hand-offs included, most first${note === null ? '' : `: ${note}`}`,
      columns: [
        { label: 'Item', unit: 'text' },
        { label: 'State', unit: 'text', expendable: 1 },
        { label: 'Wasted', unit: 'hours', bar: true },
        { label: 'Charged', unit: 'hours' },
        ...moneyColumn(priced, 'Labour', data),
        { label: 'Waiting, d', unit: 'number', expendable: 2 },
      ],
      rows: rows.map((item) => [
        item.id,
        states[item.outcome],
        item.wastedHours,
        item.chargedHours,
        ...(priced ? [item.labourCost] : []),
        item.waitingDays,
      ]),
      empty: '',
    },
  ];
}

const states: Readonly<Record<Item['outcome'], string>> = {
  notStarted: 'not started',
  inProgress: 'in progress',
  finished: 'finished',
  dropped: 'dropped',
};
