import type { Handoffs } from '../../contract/handoffs-schema.ts';
import type { MatrixPanel } from '../../model/document/chart.ts';
import { formatNumber } from '../../model/document/number-format.ts';
import type { ChartDefinition } from '../chart-definition.ts';
import { leftOutNotes } from '../kit/words.ts';

type Pair = { from: string; to: string; count: number };

/** More names than this make a matrix that nobody reads. */
const MOST_NAMES = 24;

/** Who passes work to whom. */
export const handoffsChart: ChartDefinition = {
  name: 'handoffs',
  shows: 'who passes items to whom',
  reading:
    'From the row to the column. A high number is a way that work often takes; a pair that is high both ways is work that goes to and fro.',
  needs: ['handoffs'],
  uses: [],
  answers: [],
  options: [],
  draw(data) {
    const { leftOut, pairs, teams, total } = data.handoffs as Handoffs;
    const people = pairs ?? [];
    const [first] = people;
    if (total === null) return 'The files do not say who had the items through time.';
    if (first === undefined) return 'No item changed hands in the window.';
    const ofTeams = teams?.pairs ?? [];
    return {
      title: `The most frequent hand-off is from ${first.from} to ${first.to}: ${first.count} of ${formatNumber(total, 'number')}.`,
      alternative: `A matrix, from the row to the column. The most frequent: ${people
        .slice(0, 10)
        .map(({ count, from, to }) => `${from} to ${to} ${count}`)
        .join(', ')}.`,
      panels: [
        matrix('Between people', 'From', 'To', people),
        ...(ofTeams.length === 0 ? [] : [matrix('Between teams', 'From', 'To', ofTeams)]),
      ],
      notes: [...fewer(people), ...leftOutNotes(leftOut)],
    };
  },
};

/** Names in the order of the pairs: those that pass or get most come first. */
function namesOf(pairs: readonly Pair[]): string[] {
  return [...new Set(pairs.flatMap(({ from, to }) => [from, to]))];
}

function matrix(title: string, rowsLabel: string, columnsLabel: string, pairs: readonly Pair[]): MatrixPanel {
  const names = namesOf(pairs).slice(0, MOST_NAMES);
  const place = new Map(names.map((name, index) => [name, index]));
  return {
    panel: 'matrix',
    title,
    unit: 'number',
    rowsLabel,
    columnsLabel,
    rows: names,
    columns: names,
    cells: pairs.flatMap(({ count, from, to }) => {
      const row = place.get(from);
      const column = place.get(to);
      return row === undefined || column === undefined ? [] : [{ row, column, value: count, note: null }];
    }),
  };
}

function fewer(pairs: readonly Pair[]): string[] {
  const all = namesOf(pairs).length;
  return all <= MOST_NAMES ? [] : [`Shown are ${MOST_NAMES} of ${all} people: those of the most frequent hand-offs.`];
}
