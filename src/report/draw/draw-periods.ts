import type { PeriodsPart } from '../../model/document/document-parts.ts';
import { formatValue, type Notation } from './notation.ts';
import { safeText } from './safe-text.ts';
import type { Style } from './style.ts';
import { widest } from './text-width.ts';
import { READING_WIDTH, wrapIndented } from './wrap.ts';

/** In less it shows nothing. */
const LEAST = 40;
/** Rows of points, and heights in each: those of a braille character. */
const ROWS = 3;
const HEIGHTS = 4;
/** A dot at each height of a cell, from the top. */
const DOTS = ['⠁', '⠂', '⠄', '⡀'] as const;

/**
 * Periods as dots from left to right, with the lines that they are judged by, and signals marked; five lines at most from 80
 * columns on. Of more periods than there is room for, the latest are shown.
 */
export function drawPeriods(part: PeriodsPart, width: number, notation: Notation, style: Style): string[] {
  const room = Math.min(width, READING_WIDTH);
  const texts = part.lines.map(({ label, value }) => safeText(`${label} ${formatValue(value, part.unit, notation)}`));
  const columns = Math.floor((room - widest(texts) - 1) / 2);
  const points = part.points.slice(-Math.max(1, columns));
  if (room < LEAST || columns < 1 || points.every(({ value }) => value === null)) return [];
  const levelOf = levels(part, points);
  const lineRows = rowsOf(part, levelOf);
  const rows = Array.from({ length: ROWS }, (_, row) => {
    const line = lineRows.get(row);
    // Blanks have no colour, so that those at the end of a row can go.
    const blank = line === undefined ? ' ' : style.context('┄');
    const cells = points.map(({ marked, value }) => {
      const level = value === null ? -1 : levelOf(value);
      if (Math.floor(level / HEIGHTS) !== row) return blank;
      return marked ? '◆' : (DOTS[level % HEIGHTS] as string);
    });
    const name = line === undefined ? '' : ` ${style.context(texts[line] as string)}`;
    return `${cells.join(blank)}${name}`.trimEnd();
  });
  const [first, last] = [points[0], points.at(-1)] as [PeriodsPart['points'][number], PeriodsPart['points'][number]];
  const signal = points.some(({ marked }) => marked) ? '; ◆ signal' : '';
  const span = safeText(`${first.label} to ${last.label}${signal}`);
  return [
    ...wrapIndented(safeText(part.title), room).map(style.heading),
    ...rows,
    ...wrapIndented(span, room).map(style.context),
  ];
}

/** Heights from the top, so that every point and line has one. */
function levels({ lines, logarithmic, unit }: PeriodsPart, points: PeriodsPart['points']): (value: number) => number {
  const height = (value: number) => (logarithmic ? Math.log(value) : value);
  const known = [...points, ...lines].flatMap(({ value }) => (value === null ? [] : [height(value)]));
  const least = known.reduce((a, b) => Math.min(a, b), logarithmic || unit === 'days' ? (known[0] ?? 0) : 0);
  const most = known.reduce((a, b) => Math.max(a, b));
  const last = ROWS * HEIGHTS - 1;
  return (value) =>
    most > least ? Math.round(((most - height(value)) / (most - least)) * last) : Math.floor(last / 2);
}

/** The line that each row shows: limits before the mean, where they share one. */
function rowsOf({ lines }: PeriodsPart, levelOf: (value: number) => number): Map<number, number> {
  const rows = new Map<number, number>();
  const order = lines.map((_, at) => at).sort((a, b) => Number(isMean(lines[a])) - Number(isMean(lines[b])));
  for (const at of order) {
    const row = Math.floor(levelOf((lines[at] as { value: number }).value) / HEIGHTS);
    if (!rows.has(row)) rows.set(row, at);
  }
  return rows;
}

function isMean(line: PeriodsPart['lines'][number] | undefined): boolean {
  return line?.label === 'mean';
}
