import type { Risk } from '../../contract/statistics/risk-schema.ts';
import type { Bar } from '../../model/document/chart.ts';
import { countOf, formatNumber } from '../../model/document/number-format.ts';
import type { ChartDefinition } from '../chart-definition.ts';
import { amountAxis, columnsAxis } from '../kit/axes.ts';
import { daysText, leftOutNotes } from '../kit/words.ts';

/** More open items than this are a list. */
const MOST_ITEMS = 30;

/** Open items by their chance to meet the expectation. */
export const riskChart: ChartDefinition = {
  name: 'risk',
  shows: 'open items by their chance to be done as expected',
  reading:
    'Each bar is an item in progress; the shorter, the less likely it is done within the expectation, if it is not dropped. Those at the top need help first; a chance of 0 % means that it is late already.',
  needs: ['risk'],
  uses: [],
  answers: [],
  options: [],
  draw(data) {
    const { byItem, expectation, expectedMisses, items, leftOut, unknown } = data.risk as Risk;
    const known = byItem.filter(({ chance }) => chance !== null);
    if (known.length === 0) return 'Nothing is in progress whose chance is known.';
    const shown = known.slice(0, MOST_ITEMS);
    const bars = shown.map(
      ({ chance, id, title }, index): Bar => ({
        from: index - 0.5,
        to: index + 0.5,
        value: chance,
        label: title === null ? id : `${id}: ${title}`,
        incomplete: false,
        id,
      }),
    );
    const names = shown.map(({ id, late }) => (late ? `${id} (late)` : id));
    return {
      title: `Of ${countOf(items, 'item')} in progress, ${formatNumber(expectedMisses, 'number')} will miss ${daysText(expectation.days, data)} on average, if none is dropped.`,
      alternative: `A bar for each item in progress, the least likely first: ${shown
        .slice(0, 10)
        .map(({ chance, id }) => `${id} ${formatNumber(chance, 'share')}`)
        .join(', ')}.`,
      panels: [
        {
          panel: 'plane',
          title: '',
          x: columnsAxis('Item', names),
          y: { ...amountAxis(`Chance to take ${daysText(expectation.days, data)} or less`, 'share', []), to: 1 },
          series: [{ mark: 'bars', label: '', tone: 'signal', stacked: false, bars }],
          references: [],
        },
      ],
      notes: [
        ...(shown.length < known.length ? [`Shown are the ${shown.length} least likely of ${known.length}.`] : []),
        ...(unknown === 0 ? [] : [`Of ${countOf(unknown, 'item')} the chance is not known.`]),
        ...leftOutNotes(leftOut),
      ],
    };
  },
};
