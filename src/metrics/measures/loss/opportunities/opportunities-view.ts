import type { Opportunities, Opportunity } from '../../../../contract/opportunities-schema.ts';
import { type NotePart, note, type TablePart, table } from '../../../../model/document/document-parts.ts';
import { moneyText } from '../../../../model/document/money.ts';
import { countOf, formatNumber, itemDays } from '../../../../model/document/number-format.ts';
import type { MetricView } from '../../../metric.ts';
import { opportunityLines } from './opportunity-lines.ts';

/** Items named under an opportunity. */
const SHOWN_ITEMS = 5;

/** What to fix first, in sentences, and what they were taken from. */
export const opportunitiesView: MetricView<Opportunities> = {
  headline,
  brief: () => [],
  full: (data) => (data.list.length === 0 ? leftOver(data) : [...opportunityNotes(data), listTable(data)]),
  records: ({ list }) => ({
    columns: [...columns],
    rows: list.map((one, index) => [
      index + 1,
      one.kind,
      one.stage,
      one.unit,
      one.quantity,
      one.cost,
      one.quantityPerYear,
      one.costPerYear,
      one.share,
      one.items,
      one.change.quantityPerQuarter,
      one.change.costPerQuarter,
      one.evidence.sentence,
      one.change.sentence,
    ]),
  }),
};

/** The first of them, or why there is none. */
function headline(data: Opportunities): string {
  const [first] = opportunityLines(data, 1);
  if (first !== undefined) return `First to fix: ${first.replace(/^1\. /, '').replace(/^Items /, 'items ')}.`;
  const { items } = data.minimum;
  return data.windowDays < data.minimum.days
    ? (opportunityNotes(data)[0]?.text ?? '')
    : `Nothing to fix was found that rests on ${items} items or more.`;
}

const columns = [
  'rank',
  'kind',
  'stage',
  'unit',
  'quantity',
  'cost',
  'quantityPerYear',
  'costPerYear',
  'share',
  'items',
  'savedPerQuarter',
  'savedCostPerQuarter',
  'evidence',
  'change',
] as const;

/** Each opportunity in its sentences, or why there is none. */
export function opportunityNotes(data: Opportunities): NotePart[] {
  const { list, minimum, rankedBy, windowDays } = data;
  const { days, items } = minimum;
  if (windowDays < days) {
    return [
      note(
        `Not said: the window has ${countOf(Math.floor(windowDays), 'day')}, and a year is not guessed from under ${days}.`,
      ),
    ];
  }
  if (list.length === 0) return [note(`Nothing was found that rests on ${items} items or more.${fewer(data)}`)];
  const order =
    rankedBy === 'cost'
      ? 'Most cost a year first; labour and delay are different money.'
      : 'Most days a year first, hours as working days; with an hourly rate and a price of delay (--rate, --delay-rate) it is by cost.';
  const back = list.some(({ kind }) => kind === 'rework' || kind === 'review');
  return [
    ...list.flatMap((one, index) => sentencesOf(one, index + 1)),
    note(
      `${order} No hour and no day is in two of them, but one change may save under another too. Halving is an example, no forecast.${fewer(data)}`,
    ),
    ...(back && data.orderInferred
      ? [
          note(
            'What is back follows from the order of the stages, which was inferred: pitwall init writes it down to correct.',
          ),
        ]
      : []),
  ];
}

/** What the first line leaves out where it says that nothing was found, or that nothing is said. */
function leftOver(data: Opportunities): NotePart[] {
  if (data.windowDays < data.minimum.days) return [note('A longer export, or a longer window (--from), says more.')];
  const rest = fewer(data).trim();
  if (rest === '') return [note('Nothing was found that rests on fewer, either.')];
  return [note(data.tooFewItems === 0 ? rest : `Of what was found, ${rest}`)];
}

function sentencesOf(one: Opportunity, rank: number): NotePart[] {
  const ids = one.byItem.slice(0, SHOWN_ITEMS).map(({ id, quantity }) => `${id} (${amount(one, quantity)})`);
  return [
    note(`${rank}. ${one.evidence.sentence} ${one.change.sentence}`),
    note(`   Most of it: ${ids.join(', ')}${one.items > ids.length ? ' …' : ''}`),
  ];
}

function amount({ unit }: Opportunity, quantity: number): string {
  return formatNumber(quantity, unit);
}

/** What is not in the list. */
function fewer({ doubtful, list, minimum, notNamed, tooFewItems }: Opportunities): string {
  const smaller =
    notNamed === 0
      ? ''
      : ` ${formatNumber(notNamed, 'number')} smaller ${notNamed === 1 ? 'one is' : 'ones are'} not named.`;
  const few =
    tooFewItems === 0
      ? ''
      : ` ${formatNumber(tooFewItems, 'number')}${list.length === 0 ? '' : ' more'} ${tooFewItems === 1 ? 'touches' : 'touch'} fewer than ${minimum.items} items.`;
  const doubts =
    doubtful === 0
      ? ''
      : ` Not named${list.length === 0 && tooFewItems === 0 ? '' : ' either'}: the rework of ${countOf(doubtful, 'stage')} that sent back more than passed: the inferred order may be wrong (pitwall init writes it down to correct).`;
  return `${smaller}${few}${doubts}`;
}

function listTable({ currency, list, rankedBy }: Opportunities): TablePart {
  const priced = rankedBy === 'cost';
  return table(
    'What they were a year, at the pace of the window',
    [
      { label: 'What', unit: 'text' },
      { label: 'Stage', unit: 'text' },
      { label: 'A year', unit: 'text' },
      ...(priced ? [{ label: 'Cost a year', unit: 'text' } as const] : []),
      { label: 'Share', unit: 'share', expendable: 1 },
      { label: 'Items', unit: 'items' },
    ],
    list.map((one) => [
      words[one.kind],
      one.stage,
      one.unit === 'hours' ? formatNumber(one.quantityPerYear, 'hours') : itemDays(one.quantityPerYear),
      ...(priced ? [moneyText(one.costPerYear, currency)] : []),
      one.share,
      one.items,
    ]),
  );
}

const words: Readonly<Record<Opportunity['kind'], string>> = {
  wait: 'wait',
  blocked: 'blocked',
  rework: 'rework',
  abandoned: 'abandoned',
  handoffs: 'hand-offs',
  review: 'check',
};
