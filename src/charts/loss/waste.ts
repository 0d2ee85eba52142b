import type { Waste } from '../../contract/result.ts';
import type { Bar, ChartUnit, PlanePanel, Series, Tone } from '../../model/document/chart.ts';
import { moneyText } from '../../model/document/money.ts';
import { formatNumber, itemDays } from '../../model/document/number-format.ts';
import type { ChartDefinition } from '../chart-definition.ts';
import { amountAxis, columnsAxis } from '../kit/axes.ts';
import { leftOutNotes } from '../kit/words.ts';

type Line = Waste['lines'][number];
type Stage = Waste['byStage'][number];

/** Labour and delay: two pictures that must not be added up. */
export const wasteChart: ChartDefinition = {
  name: 'waste',
  shows: 'what is lost by line and stage: labour, delay',
  reading:
    'Labour is hours that somebody is paid for; delay is days on which items stood still. They are different money: never add them up. Within a picture, start with the longest bar.',
  needs: ['waste'],
  uses: [],
  answers: [],
  options: [],
  draw(data) {
    const waste = data.waste as Waste;
    const { currency, delay, labour } = waste;
    if (labour.hours === 0 && delay.days === 0 && waste.lines.every(({ quantity }) => (quantity ?? 0) === 0))
      return 'Nothing was worked on in the window as far as the data says, and nothing waited.';
    const share =
      labour.wastedShare === null ? '' : `${formatNumber(labour.wastedShare, 'share')} of labour was wasted, `;
    // Without a rate, what is 0 costs 0 of nothing.
    const cost = (amount: number | null) =>
      amount === null || (amount === 0 && currency === null) ? '' : ` (${moneyText(amount, currency)})`;
    return {
      title: `${share}${formatNumber(labour.wastedHours, 'hours')} of ${formatNumber(labour.hours, 'hours')}${cost(labour.wastedCost)}; delay was ${itemDays(delay.days)}${cost(delay.cost)}.`,
      alternative: `Bars of labour by line and by stage, then bars of delay by line and by stage. ${waste.lines.map((line) => `${nameOf(line)}: ${quantityOf(line)}${cost(line.cost)}.`).join(' ')}`,
      panels: [...labourPanels(waste), ...delayPanels(waste)],
      notes: [...pausedNote(waste), ...leftOutNotes(waste.leftOut)],
    };
  },
};

const isDelay = ({ unit }: Line): boolean => unit === 'days';
const nameOf = ({ line }: Line): string => (line === 'handoffs' ? 'hand-offs' : line);

function quantityOf({ quantity, unit }: Line): string {
  if (quantity === null) return 'not known';
  if (unit === 'hours') return formatNumber(quantity, 'hours');
  return unit === 'days' ? itemDays(quantity) : `${formatNumber(quantity, 'number')} hand-offs`;
}

function labourPanels(waste: Waste): PlanePanel[] {
  const lines = waste.lines.filter((line) => !isDelay(line));
  const priced = lines.some(({ cost }) => (cost ?? 0) > 0);
  const unit: ChartUnit = priced ? 'money' : 'hours';
  const stages = waste.byStage.filter(({ hours }) => hours > 0);
  const byLine = bars(lines, nameOf, (line) => (priced ? line.cost : line.hours));
  return [
    panel('Wasted labour, by line', 'Line', lines.map(nameOf), unit, waste.currency, [
      { mark: 'bars', label: '', tone: 'labour', stacked: false, bars: byLine },
    ]),
    ...(stages.length === 0
      ? []
      : [stagePanel('Wasted labour, by stage', stages, [['wasted', 'labour', 'wastedHours']], 'hours')]),
  ];
}

/** It stands beside the delay, which does not count it. */
function pausedNote({ lines }: Waste): string[] {
  const days = lines.find(({ line }) => line === 'paused')?.quantity ?? 0;
  return days === 0
    ? []
    : [
        `Paused for ${itemDays(days)}: sent back or reopened, and not yet at work again. It is no part of the delay and has no cost.`,
      ];
}

function delayPanels(waste: Waste): PlanePanel[] {
  const all = waste.lines.filter(isDelay);
  const priced = all.some(({ cost }) => (cost ?? 0) > 0);
  const lines = all.filter(({ line }) => line !== 'paused');
  const stages = waste.byStage.filter(({ blockedDays, waitingDays }) => blockedDays > 0 || waitingDays > 0);
  const byLine = bars(lines, nameOf, (line) => (priced ? line.cost : line.quantity));
  return [
    panel('Delay, by line', 'Line', lines.map(nameOf), priced ? 'money' : 'days', waste.currency, [
      { mark: 'bars', label: '', tone: 'delay', stacked: false, bars: byLine },
    ]),
    ...(stages.length === 0
      ? []
      : [
          stagePanel(
            'Delay, by stage',
            stages,
            [
              ['waiting', 'waiting', 'waitingDays'],
              ['blocked', 'blocked', 'blockedDays'],
            ],
            'days',
          ),
        ]),
  ];
}

/** Stages as columns, what is lost in them stacked. */
function stagePanel(
  title: string,
  stages: readonly Stage[],
  parts: readonly (readonly [label: string, tone: Tone, key: 'wastedHours' | 'waitingDays' | 'blockedDays'])[],
  unit: ChartUnit,
): PlanePanel {
  const shown = parts.filter(([, , key]) => stages.some((stage) => stage[key] > 0));
  const series = (shown.length === 0 ? parts.slice(0, 1) : shown).map(
    ([label, tone, key]): Series => ({
      mark: 'bars',
      label,
      tone,
      stacked: shown.length > 1,
      bars: bars(
        stages,
        ({ stage }) => stage,
        (stage) => stage[key],
      ),
    }),
  );
  const names = stages.map(({ stage }) => stage);
  return panel(title, 'Stage', names, unit, null, series);
}

function bars<Row>(rows: readonly Row[], label: (row: Row) => string, value: (row: Row) => number | null): Bar[] {
  return rows.map((row, index) => ({
    from: index - 0.5,
    to: index + 0.5,
    value: value(row),
    label: label(row),
    incomplete: false,
  }));
}

function panel(
  title: string,
  across: string,
  columns: readonly string[],
  unit: ChartUnit,
  currency: string | null,
  series: readonly Series[],
): PlanePanel {
  const heights = columns.map((_, index) =>
    series.reduce((sum, one) => sum + (one.mark === 'bars' ? (one.bars[index]?.value ?? 0) : 0), 0),
  );
  const label = unit === 'money' ? 'Cost' : unit === 'hours' ? 'Hours' : 'Item-days';
  return {
    panel: 'plane',
    title,
    x: columnsAxis(across, columns),
    y: amountAxis(label, unit, heights, unit === 'money' ? currency : null),
    series,
    references: [],
  };
}
