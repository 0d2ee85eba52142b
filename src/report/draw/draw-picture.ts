import type { PicturePart } from '../../model/document/document-parts.ts';
import { formatValue, type Notation } from './notation.ts';
import { safeText } from './safe-text.ts';
import type { Style } from './style.ts';
import { padEnd, textWidth } from './text-width.ts';
import { READING_WIDTH, wrapIndented } from './wrap.ts';

/** In less a strip shows nothing. */
const LEAST = 40;
const GAP = 2;

/** Values as dots along a line from 0, with marks at other values below; five lines at most from 80 columns on. */
export function drawPicture(part: PicturePart, width: number, notation: Notation, style: Style): string[] {
  const room = Math.min(width, READING_WIDTH);
  if (room < LEAST) return [];
  const most = [...part.values, ...part.lines.map(({ value }) => value)].reduce((a, b) => Math.max(a, b), 0);
  if (most <= 0) return [];
  const column = (value: number) => Math.round((Math.max(0, value) / most) * (room - 1));
  const dots = part.values.reduce(
    (counts, value) => counts.set(column(value), (counts.get(column(value)) ?? 0) + 1),
    new Map<number, number>(),
  );
  const marks = new Set(part.lines.map(({ value }) => column(value)));
  const cells = (at: (index: number) => string) => Array.from({ length: room }, (_, index) => at(index)).join('');
  return [
    ...wrapIndented(safeText(part.title), room).map(style.heading),
    cells((index) => dotOf(dots.get(index) ?? 0)).trimEnd(),
    style.context(cells((index) => (index === 0 ? '└' : marks.has(index) ? '┬' : '─'))),
    style.context(labelsOf(part, column, room, notation)),
  ];
}

/** One item is a dot, several at one place are their number. */
function dotOf(count: number): string {
  if (count === 0) return ' ';
  return count === 1 ? '●' : count < 10 ? String(count) : '+';
}

/** Names of the marks below them, as far as they do not touch: the 85th percentile first, then those that are farther apart. */
function labelsOf(
  { lines, unit }: PicturePart,
  column: (value: number) => number,
  room: number,
  notation: Notation,
): string {
  const taken: { start: number; text: string }[] = [];
  const order = [...lines].sort((a, b) => Number(b.label.startsWith('85')) - Number(a.label.startsWith('85')));
  for (const { label, value } of order) {
    const text = safeText(`${label} ${formatValue(value, unit, notation)}`);
    const width = textWidth(text);
    const start = Math.max(0, Math.min(room - width, column(value) - Math.floor(width / 2)));
    const free = taken.every(
      (other) => start + width + GAP <= other.start || other.start + textWidth(other.text) + GAP <= start,
    );
    if (free && width <= room) taken.push({ start, text });
  }
  return taken.sort((a, b) => a.start - b.start).reduce((line, { start, text }) => padEnd(line, start) + text, '');
}
