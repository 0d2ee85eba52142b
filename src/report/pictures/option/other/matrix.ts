import type { Chart, MatrixPanel } from '../../../../model/document/chart.ts';
import type { Palette } from '../../look.ts';
import { inkOn, mixed } from '../kit/colors.ts';
import { drawnAnywhere, type SeriesOption } from '../kit/custom.ts';
import { lettering, type Rectangle, rectangle, type Shape } from '../kit/shape.ts';
import { fitText, plainText, textWidth } from '../kit/text.ts';
import { valueText } from '../kit/values.ts';

const SIZE = 12;
const LABEL = 130;

export function matrixHeight({ columns, rows }: MatrixPanel): number {
  return headHeight(columns) + Math.min(720, Math.max(28 * rows.length, 60)) + 30;
}

function headHeight(columns: readonly string[]): number {
  return Math.min(LABEL, Math.max(...columns.map((name) => textWidth(name, SIZE)), 20)) * 0.72 + 34;
}

/** Rows and columns of people, each cell as dark as its number is high, and the number in it. */
export function matrixSeries(
  panel: MatrixPanel,
  outer: Rectangle,
  palette: Palette,
): { cells: SeriesOption; around: Shape[] } {
  const { columns, rows } = panel;
  const left = Math.min(LABEL, Math.max(...rows.map((name) => textWidth(name, SIZE)), 20)) + 14;
  const head = headHeight(columns);
  const slant = Math.min(LABEL, Math.max(...columns.map((name) => textWidth(name, SIZE)), 20)) * 0.72;
  const wide = Math.min(88, (outer.width - left - slant) / Math.max(1, columns.length));
  const high = (outer.height - head - 30) / Math.max(1, rows.length);
  const at = (row: number, column: number): Rectangle => ({
    x: outer.x + left + column * wide,
    y: outer.y + head + row * high,
    width: wide,
    height: high,
  });
  const most = Math.max(1, ...panel.cells.map(({ value }) => value));
  const shapes = panel.cells.map(({ column, row, value }) => cellShape(at(row, column), value, most, palette, panel));
  const grid = rows.flatMap((_, row) =>
    columns.map((_, column) =>
      rectangle(inset(at(row, column)), { fill: mixed(palette.background, palette.grid, 0.45) }),
    ),
  );
  const size = Math.min(SIZE, high - 2, wide - 2);
  const names = [
    ...rows.map((name, row) => {
      const { height, x, y } = at(row, 0);
      return lettering(fitText(name, LABEL, size), x - 8, y + height / 2, {
        color: palette.text,
        size,
        align: 'right',
      });
    }),
    ...columns.map((name, column): Shape => {
      const { width, x, y } = at(0, column);
      return {
        type: 'group',
        x: x + width / 2,
        y: y - 8,
        rotation: Math.PI / 4,
        children: [lettering(fitText(name, LABEL, size), 0, 0, { color: palette.text, size })],
      };
    }),
    lettering(plainText(`${panel.rowsLabel} ↓   ${panel.columnsLabel} →`), outer.x, outer.y + 10, {
      color: palette.muted,
      size: SIZE,
    }),
  ];
  return { cells: drawnAnywhere(shapes), around: [...grid, ...names] };
}

function inset({ height, width, x, y }: Rectangle): Rectangle {
  return { x: x + 1, y: y + 1, width: Math.max(0.5, width - 2), height: Math.max(0.5, height - 2) };
}

function cellShape(place: Rectangle, value: number, most: number, palette: Palette, panel: MatrixPanel): Shape {
  const strength = 0.15 + 0.85 * (value / most);
  const color = mixed(palette.background, palette.tones.plain, strength);
  const text = valueText(value, panel.unit, null, { timeZone: 'UTC', days: 'clock' });
  const readable = textWidth(text, SIZE) <= place.width - 4 && place.height >= 13;
  return {
    type: 'group',
    children: [
      rectangle(inset(place), { fill: color }),
      ...(readable
        ? [
            lettering(text, place.x + place.width / 2, place.y + place.height / 2, {
              color: inkOn(color),
              align: 'center',
            }),
          ]
        : []),
    ],
  };
}

/** What a cell says when it is pointed at. */
export function cellWords(panel: MatrixPanel, index: number, notation: Chart['notation']): string[] {
  const cell = panel.cells[index];
  if (cell === undefined) return [];
  return [
    `${panel.rows[cell.row]} → ${panel.columns[cell.column]}`,
    valueText(cell.value, panel.unit, null, notation),
    ...(cell.note === null ? [] : [cell.note]),
  ];
}
