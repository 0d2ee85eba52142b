import type { TablePart, Unit, Value } from '../model/parts.ts';
import { bar } from './bar.ts';
import { type ColumnSize, GAP, type Layout, layout } from './column-layout.ts';
import { formatValue, type Notation } from './notation.ts';
import { safeText } from './safe-text.ts';
import type { Style } from './style.ts';
import { padEnd, padStart, textWidth, truncate } from './text-width.ts';
import { wrap } from './wrap.ts';

/** Units whose values are words or instants: they stand to the left, numbers to the right. */
const leftAligned: readonly Unit[] = ['text', 'instant', 'date'];

/** A table's lines: a header and a row a line, or a block a row where the width does not hold them side by side. */
export function drawTable(part: TablePart, width: number, notation: Notation, style: Style): string[] {
  const title = part.title === '' ? [] : wrap(safeText(part.title), width).map(style.heading);
  if (part.rows.length === 0) return [...title, ...wrap(safeText(part.empty), width).map(style.context)];
  const labels = part.columns.map(({ label }) => safeText(label));
  const cells = part.rows.map((row) =>
    part.columns.map(({ unit }, index) => safeText(formatValue(row[index] ?? null, unit, notation))),
  );
  const sizes = part.columns.map((column, index): ColumnSize => {
    let natural = textWidth(labels[index] as string);
    for (const row of cells) natural = Math.max(natural, textWidth(row[index] as string));
    return { natural, cuttable: column.unit === 'text', expendable: column.expendable ?? 0, bar: column.bar === true };
  });
  const fitted = layout(sizes, width);
  return [
    ...title,
    ...(fitted === null ? stacked(labels, cells, width, style) : sideBySide(part, labels, cells, fitted, width, style)),
  ];
}

function sideBySide(
  part: TablePart,
  labels: readonly string[],
  cells: readonly (readonly string[])[],
  { shown, widths, barWidth }: Layout,
  width: number,
  style: Style,
): string[] {
  const largest = part.columns.map((column, index) => (column.bar === true ? largestOf(part.rows, index) : 0));
  const place = (index: number, slot: number, text: string) => {
    const cut = truncate(text, widths[slot] as number);
    const left = leftAligned.includes((part.columns[index] as TablePart['columns'][number]).unit);
    return left ? padEnd(cut, widths[slot] as number) : padStart(cut, widths[slot] as number);
  };
  const hasBar = (index: number) => barWidth > 0 && part.columns[index]?.bar === true;
  const gap = ' '.repeat(GAP);
  const header = shown.map((index, slot) => {
    const text = style.header(place(index, slot, labels[index] as string));
    return hasBar(index) ? text + ' '.repeat(barWidth + 1) : text;
  });
  const lines = cells.map((row, number) =>
    shown.map((index, slot) => {
      const text = emphasis(place(index, slot, row[index] as string), style);
      if (!hasBar(index)) return text;
      const value = part.rows[number]?.[index];
      return `${text} ${padEnd(bar(typeof value === 'number' ? value : null, largest[index] as number, barWidth), barWidth)}`;
    }),
  );
  const gone = labels.filter((_, index) => !shown.includes(index));
  const told = gone.length === 0 ? [] : wrap(`Too narrow to show: ${gone.join(', ')}.`, width).map(style.context);
  return [...[header, ...lines].map((line) => line.join(gap).trimEnd()), ...told];
}

/** One line a cell, one block a row. */
function stacked(
  labels: readonly string[],
  cells: readonly (readonly string[])[],
  width: number,
  style: Style,
): string[] {
  const labelWidth = Math.min(Math.max(...labels.map(textWidth)), Math.floor(width / 2) - GAP);
  return cells.flatMap((row, number) => [
    ...(number === 0 ? [] : [style.context('·')]),
    ...row.map((text, index) => {
      const label = style.context(padEnd(truncate(labels[index] as string, labelWidth), labelWidth));
      return `${label}${' '.repeat(GAP)}${emphasis(truncate(text, width - labelWidth - GAP), style)}`.trimEnd();
    }),
  ]);
}

/** The sign says it without colour. */
function emphasis(text: string, style: Style): string {
  return text.startsWith('▲ ') ? style.warning(text) : text;
}

function largestOf(rows: readonly (readonly Value[])[], index: number): number {
  let largest = 0;
  for (const row of rows) {
    const value = row[index];
    if (typeof value === 'number' && value > largest) largest = value;
  }
  return largest;
}
