import type { TableColumn, TablePart, Unit } from '../../model/document/document-parts.ts';
import { bar } from './bar.ts';
import { type ColumnSize, GAP, type Layout, layout, MATTERS, widthOfAll } from './column-layout.ts';
import { distinctLabels } from './distinct-labels.ts';
import { drawRows, type RowCell, type RowColumn } from './draw-rows.ts';
import { leftOutLines } from './left-out-lines.ts';
import { formatCells, type Notation } from './notation.ts';
import { safeText } from './safe-text.ts';
import type { Style } from './style.ts';
import { padEnd, textWidth, truncate, widest } from './text-width.ts';
import { READING_WIDTH, wrapIndented } from './wrap.ts';

/** Units whose values are words or instants, which are aligned left; numbers are aligned right. */
const leftAligned: readonly Unit[] = ['text', 'instant', 'date'];

/**
 * The lines of a table: a header and one line a row, or one block a row if the columns do not fit side by side; what it is
 * drawn as where columns that matter do not fit; and what was left out for the width.
 */
export function drawTable(part: TablePart, width: number, notation: Notation, style: Style): string[] {
  const { lines, leftOut } = drawn(part, width, notation, style);
  return [...lines, ...leftOut.map(style.context)];
}

function drawn(
  part: TablePart,
  width: number,
  notation: Notation,
  style: Style,
): { lines: string[]; leftOut: readonly string[] } {
  const reading = Math.min(width, READING_WIDTH);
  const title = part.title === '' ? [] : wrapIndented(safeText(part.title), reading).map(style.heading);
  if (part.rows.length === 0) {
    return { lines: [...title, ...wrapIndented(safeText(part.empty), reading).map(style.context)], leftOut: [] };
  }
  const labels = part.columns.map(({ label }) => safeText(label));
  const cells = formatCells(part, notation).map((row) => row.map(safeText));
  const sizes = part.columns.map((column, index): ColumnSize => {
    let natural = Math.max(1, textWidth(labels[index] as string));
    for (const row of cells) natural = Math.max(natural, textWidth(row[index] as string));
    return { natural, cuttable: column.unit === 'text', expendable: column.expendable ?? 0, bar: column.bar === true };
  });
  const fitted = layout(sizes, width);
  if (part.narrow !== undefined && !hasAllThatMatters(sizes, fitted)) {
    const { lines } = drawn(part.narrow, width, notation, style);
    return { lines, leftOut: leftOutLines(null, widthOfAll(sizes), part, width) };
  }
  if (fitted === null) return { lines: [...title, ...stacked(part, labels, cells, width, style)], leftOut: [] };
  const gone = labels.filter((_, index) => !fitted.shown.includes(index));
  return {
    lines: [...title, ...sideBySide(part, labels, cells, fitted, style)],
    leftOut: gone.length === 0 ? [] : leftOutLines(gone, widthOfAll(sizes), part, width),
  };
}

function hasAllThatMatters(columns: readonly ColumnSize[], fitted: Layout | null): boolean {
  return columns.every(
    ({ expendable }, index) => (expendable > 0 && expendable < MATTERS) || fitted?.shown.includes(index) === true,
  );
}

function sideBySide(
  part: TablePart,
  labels: readonly string[],
  cells: readonly (readonly string[])[],
  { shown, widths, barWidth }: Layout,
  style: Style,
): string[] {
  const columns: RowColumn[] = [];
  const header: RowCell[] = [];
  const rows: RowCell[][] = cells.map(() => []);
  for (const [slot, index] of shown.entries()) {
    const column = part.columns[index] as TableColumn;
    const columnWidth = widths[slot] as number;
    const align = leftAligned.includes(column.unit) ? 'left' : 'right';
    columns.push({ width: columnWidth, align, gap: slot === 0 ? 0 : GAP });
    header.push({ text: truncate(labels[index] as string, columnWidth), style: style.header });
    const texts = cells.map((row) => row[index] as string);
    for (const [number, text] of (column.unit === 'text' ? distinctLabels(texts, columnWidth) : texts).entries())
      rows[number]?.push({ text, style: emphasis(text, style) });
    if (barWidth === 0 || column.bar !== true) continue;
    columns.push({ width: barWidth, align: 'left', gap: 1 });
    header.push({ text: '', style: plain });
    const values = part.rows.map((row) => row[index]).map((value) => (typeof value === 'number' ? value : null));
    const largest = values.reduce<number>((most, value) => Math.max(most, value ?? 0), 0);
    for (const [number, value] of values.entries())
      rows[number]?.push({ text: bar(value, largest, barWidth), style: plain });
  }
  return drawRows([header, ...rows], columns);
}

/** One line a cell, one block a row. */
function stacked(
  part: TablePart,
  labels: readonly string[],
  cells: readonly (readonly string[])[],
  width: number,
  style: Style,
): string[] {
  const labelWidth = Math.min(widest(labels), Math.floor(width / 2) - GAP);
  const cellWidth = width - labelWidth - GAP;
  const columns = part.columns.map(({ unit }, index) => {
    const texts = cells.map((row) => row[index] as string);
    return unit === 'text' ? distinctLabels(texts, cellWidth) : texts.map((text) => truncate(text, cellWidth));
  });
  return cells.flatMap((_, number) => [
    ...(number === 0 ? [] : [style.context('·')]),
    ...columns.map((texts, index) => {
      const label = style.context(padEnd(truncate(labels[index] as string, labelWidth), labelWidth));
      const text = texts[number] as string;
      return `${label}${' '.repeat(GAP)}${emphasis(text, style)(text)}`.trimEnd();
    }),
  ]);
}

/** Colours a text that begins with the warning sign. */
function emphasis(text: string, style: Style): (text: string) => string {
  return text.startsWith('▲ ') ? style.warning : plain;
}

function plain(text: string): string {
  return text;
}
