import type { Waste } from '../../../../contract/result.ts';
import {
  type NotePart,
  note,
  type Part,
  type ScalarPart,
  scalar,
  type TablePart,
  table,
} from '../../../../model/document/document-parts.ts';
import { moneyText } from '../../../../model/document/money.ts';
import { countOf, formatNumber } from '../../../../model/document/number-format.ts';
import type { MetricView } from '../../../metric.ts';
import { leftOutNotes } from '../../../view/left-out-notes.ts';
import { isDelay, type Line, lineName, moneyColumn, pricesDelay, pricesLabour } from '../../../view/waste-words.ts';
import { breakdownTable, monthTable } from './breakdown-tables.ts';
import { wasteItemTables } from './item-tables.ts';
import { wasteHeadline } from './waste-headline.ts';

/** What waste costs: labour by the hour, delay by the day, never in one table. Money is shown where there are rates. */
export const wasteView: MetricView<Waste> = {
  headline: wasteHeadline,
  brief: (data) => [
    wastedLabour(data, data.labour.cost === null ? 'for money, set --rate' : 'time in active stages, no proof of work'),
    delay(data),
  ],
  full: (data) => [
    wastedLabour(data),
    ...wastedAYear(data),
    delay(data),
    ...delayAYear(data),
    labourLines(data),
    ...labourNotes(data),
    delayLines(data),
    ...delayNotes(data),
    breakdownTable(
      data,
      'Stage',
      data.byStage.map(({ stage, ...row }) => [stage, row]),
    ),
    ...(data.byType.every(({ type }) => type === null)
      ? []
      : [
          breakdownTable(
            data,
            'Type',
            data.byType.map(({ type, ...row }) => [type ?? '(none)', row]),
          ),
        ]),
    ...monthTable(data),
    ...leftOutNotes(data.leftOut),
  ],
  items: wasteItemTables,
  records: ({ byItem, lines }) =>
    byItem === undefined
      ? { columns: lineColumns, rows: lines.map((line) => lineColumns.map((column) => line[column])) }
      : { columns: itemColumns, rows: byItem.map((item) => itemColumns.map((column) => item[column])) },
};

const lineColumns = [
  'line',
  'quantity',
  'unit',
  'hours',
  'cost',
  'share',
  'quantityPerYear',
  'hoursPerYear',
  'costPerYear',
] as const;

const itemColumns = [
  'id',
  'outcome',
  'chargedHours',
  'unassignedHours',
  'abandonedHours',
  'reworkHours',
  'handoffs',
  'handoffHours',
  'wastedHours',
  'waitingDays',
  'blockedDays',
  'pausedDays',
  'abandonedCost',
  'reworkCost',
  'handoffCost',
  'wastedCost',
  'labourCost',
  'waitingCost',
  'blockedCost',
  'delayCost',
] as const;

/** Where no currency is named, a bare number would not say that it is money. */
function costText({ currency }: Waste, amount: number | null): string {
  return `, ${currency === null ? 'cost ' : ''}${moneyText(amount, currency)}`;
}

function wastedLabour(data: Waste, besides?: string): ScalarPart {
  const { hours, wastedCost, wastedHours, wastedShare } = data.labour;
  const cost = pricesLabour(data) ? costText(data, wastedCost) : '';
  const note = `${formatNumber(wastedHours, 'hours')} of ${formatNumber(hours, 'hours')} charged${cost}`;
  return scalar('Wasted labour', wastedShare, 'share', besides === undefined ? note : `${note}; ${besides}`);
}

function delay(data: Waste): ScalarPart {
  const cost = pricesDelay(data) ? costText(data, data.delay.cost) : '';
  const note = `waiting or blocked${cost}`;
  return scalar('Delay, item-days', data.delay.days, 'number', note);
}

function wastedAYear(data: Waste): ScalarPart[] {
  if (data.perYear === null) return [];
  const { labourHours, wastedCost, wastedHours } = data.perYear;
  const cost = pricesLabour(data) ? costText(data, wastedCost) : '';
  const note = `of ${formatNumber(labourHours, 'hours')}, at the pace of the window${cost}`;
  return [scalar('Wasted labour a year', wastedHours, 'hours', note)];
}

function delayAYear(data: Waste): ScalarPart[] {
  if (data.perYear === null) return [];
  const { delayCost, delayDays } = data.perYear;
  const note = `at the pace of the window${pricesDelay(data) ? costText(data, delayCost) : ''}`;
  return [scalar('Delay a year, item-days', delayDays, 'number', note)];
}

/** A year is shown where the window is long enough for one. */
function labourLines(data: Waste): TablePart {
  const priced = pricesLabour(data);
  const yearly = data.perYear !== null;
  return table(
    'Wasted labour, over all items (not only finished ones)',
    [
      { label: 'Line', unit: 'text' },
      { label: 'Time', unit: 'hours', bar: true },
      ...moneyColumn(priced, 'Cost', data),
      { label: 'Of labour', unit: 'share', expendable: 6 },
      ...(yearly ? [{ label: 'A year', unit: 'hours', expendable: 5 } as const] : []),
      ...(yearly ? moneyColumn(priced, data.currency === null ? 'Cost a year' : 'A year', data, 7) : []),
    ],
    data.lines
      .filter((line) => !isDelay(line))
      .map((line) => [
        lineName(line.line),
        line.hours,
        ...(priced ? [line.cost] : []),
        line.share,
        ...(yearly ? [line.hoursPerYear] : []),
        ...(yearly && priced ? [line.costPerYear] : []),
      ]),
  );
}

function delayLines(data: Waste): TablePart {
  const priced = pricesDelay(data);
  const yearly = data.perYear !== null;
  return table(
    'Delay of items that were not dropped, between start and end: other money than labour',
    [
      { label: 'Line', unit: 'text' },
      { label: 'Item-days', unit: 'number', bar: true },
      ...moneyColumn(priced, 'Cost', data),
      { label: 'Of delay', unit: 'share', expendable: 6 },
      ...(yearly ? [{ label: 'A year', unit: 'number', expendable: 5 } as const] : []),
      ...(yearly ? moneyColumn(priced, data.currency === null ? 'Cost a year' : 'A year', data, 7) : []),
    ],
    data.lines
      .filter(isDelay)
      .map((line) => [
        lineName(line.line),
        line.quantity,
        ...(priced ? [line.cost] : []),
        line.share,
        ...(yearly ? [line.quantityPerYear] : []),
        ...(yearly && priced ? [line.costPerYear] : []),
      ]),
  );
}

function handoffsOf({ lines }: Waste): Line | undefined {
  return lines.find(({ line }) => line === 'handoffs');
}

function labourNotes(data: Waste): NotePart[] {
  const { hours, unassignedHours } = data.labour;
  const { quantity = 0, hours: handoffHours = 0 } = handoffsOf(data) ?? {};
  const times = quantity === null ? 'how many is not known' : countOf(quantity, 'time');
  const nobody =
    unassignedHours > 0 ? `, ${formatNumber(unassignedHours, 'hours')} of it while nobody was assigned` : '';
  const effort =
    data.effort === 'shared'
      ? 'A person’s hour is divided among the items that the person has at once.'
      : 'Effort is full: every item is charged every hour, so two items of a person at once cost two hours.';
  const texts = [
    `Abandoned: work on items that were dropped. Rework: work done again, on other items. Hand-offs: taking over from somebody else, ${times}.`,
    `Charged: ${formatNumber(hours, 'hours')} of working time in active stages${nobody}. That is an allocation and no proof of work. ${effort}`,
    ...((quantity ?? 0) > 0 && handoffHours === null
      ? ['Hand-offs take no time here: set --handoff-minutes, or handoffMinutes under cost: in pitwall.yaml.']
      : []),
    ...[withoutMoney(data)].flatMap((text) => (text === null ? [] : [`Cost: ${text}.`])),
  ];
  return texts.map((text) => note(text));
}

/** How to have money, where hours have no rate. */
function withoutMoney(data: Waste): string | null {
  if (data.labour.cost !== null) return null;
  const part = pricesLabour(data) ? 'part of the hours has no rate: ' : 'for money, ';
  return `${part}set --rate, or hourlyRate under cost: in pitwall.yaml`;
}

function delayNotes(data: Waste): Part[] {
  const texts = [
    'Waiting: in waiting stages. Blocked: under a flag, in any stage. Paused: begun and set aside; no price.',
  ];
  if (data.delay.cost === null) {
    const part = pricesDelay(data) ? 'Cost: part of the days has no price' : 'Days have no price here';
    texts.push(`${part}: set --delay-rate, or delayPerDay under cost: in pitwall.yaml.`);
  }
  return texts.map((text) => note(text));
}
