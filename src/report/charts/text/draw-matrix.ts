import type { MatrixPanel } from '../../../model/document/chart.ts';
import { formatNumber } from '../../../model/document/number-format.ts';
import { distinctLabels } from '../../draw/distinct-labels.ts';
import { safeText } from '../../draw/safe-text.ts';
import { padEnd, padStart, textWidth, widest } from '../../draw/text-width.ts';
import { wrapIndented } from '../../draw/wrap.ts';
import type { Brush } from './brush.ts';

const MOST_NAME = 20;

/** From each row to each column, as numbers; columns have the numbers of their rows. */
export function drawMatrix({ cells, columns, columnsLabel, rows, rowsLabel }: MatrixPanel, brush: Brush): string[] {
  const values = new Map(cells.map(({ column, row, value }) => [`${row} ${column}`, value]));
  const texts = cells.map(({ value }) => brush.say(formatNumber(value, 'number')));
  const size = Math.max(widest(texts), String(columns.length).length) + 1;
  const number = String(rows.length).length;
  const room = Math.max(4, Math.min(MOST_NAME, Math.floor(brush.width / 3)));
  const fits = Math.max(1, Math.floor((brush.width - number - 1 - room) / size));
  const shown = Math.min(columns.length, fits);
  const names = distinctLabels(
    rows.slice(0, shown).map((name) => brush.say(safeText(name))),
    room,
  );
  const nameWidth = Math.max(widest(names), 1);
  const head = ' '.repeat(number + 1 + nameWidth);
  const numbers = Array.from({ length: shown }, (_, index) => padStart(String(index + 1), size)).join('');
  const most = cells.reduce((largest, { value }) => Math.max(largest, value), 0);
  // Nobody passes work to himself; the diagonal only shows where rows and columns meet.
  const empty = (row: number, column: number) => (row === column ? '' : brush.glyphs.none);
  const lines = names.map((name, row) => {
    const line = Array.from({ length: shown }, (_, column) => {
      const value = values.get(`${row} ${column}`);
      const text = value === undefined ? empty(row, column) : brush.say(formatNumber(value, 'number'));
      const paint = value === undefined ? 'quiet' : 'signal';
      const stands = value === undefined || value * 2 > most;
      return ' '.repeat(size - textWidth(text)) + (stands ? brush.paint(text, paint) : text);
    }).join('');
    return `${brush.paint(padStart(String(row + 1), number), 'quiet')} ${padEnd(name, nameWidth)}${line}`.trimEnd();
  });
  const less = shown < rows.length ? [`The first ${shown} of ${rows.length}: make it wider to see more.`] : [];
  const key = `${rowsLabel}: the row. ${columnsLabel}: the column, by the row's number.`;
  return [
    brush.paint(head + numbers, 'quiet'),
    ...lines,
    ...[key, ...less].flatMap((text) => wrapIndented(text, brush.width)).map((text) => brush.paint(text, 'quiet')),
  ];
}
