import type { Bar, Box, ChartUnit, Dot, Point, Segment, Series } from '../../../model/document/chart.ts';
import { formatValue } from '../../draw/notation.ts';
import type { Brush, Paint } from './brush.ts';
import type { Plot } from './plot.ts';

type Of<Mark extends Series['mark']> = Extract<Series, { mark: Mark }>;

/** Boxes over columns: ages at which items left a stage. */
export function drawBoxes(plot: Plot, boxes: readonly Box[], texture: string, paint: Paint): void {
  const apart = plot.canvas.columns / (plot.x.to - plot.x.from) >= 3;
  for (const { from, high, low, to } of boxes) {
    const [first, last] = [plot.column(from), plot.column(to)];
    const top = plot.row(high);
    const bottom = low <= plot.y.from ? plot.canvas.rows - 1 : plot.row(low) - 1;
    // A narrow gap keeps the columns apart, where it leaves something of them.
    const end = apart ? last - 1 : Math.max(last, first + 1);
    for (let row = top; row <= bottom; row++)
      for (let column = first; column < end; column++) plot.canvas.put(column, row, texture, paint);
  }
}

/** The region between two lines. */
export function drawBand(plot: Plot, { edges, tone }: Of<'band'>, texture: string): void {
  const low = edges.map(({ low: y, x }) => ({ x, y }));
  const high = edges.map(({ high: y, x }) => ({ x, y }));
  for (let column = 0; column < plot.canvas.columns; column++) {
    const [least, most] = [levelAt(plot, low, column), levelAt(plot, high, column)];
    if (least === null || most === null) continue;
    for (let row = plot.row(most); row <= plot.row(least); row++) plot.canvas.put(column, row, texture, tone);
  }
}

/** Areas stacked on one another, the first at the bottom; a column shows the last value that falls into it. */
export function drawAreas(plot: Plot, areas: readonly Of<'area'>[], textureOf: (series: Series) => string): void {
  const { canvas } = plot;
  const values = areas.map(({ points }) => byColumn(plot, points));
  for (let column = 0; column < canvas.columns; column++) {
    let below = 0;
    for (const [index, area] of areas.entries()) {
      const value = values[index]?.[column] ?? null;
      if (value === null || value <= 0) continue;
      const from = rowsUp(plot, below);
      const to = rowsUp(plot, below + value);
      for (let level = from; level < to; level++)
        canvas.put(column, canvas.rows - 1 - level, textureOf(area), area.tone);
      below += value;
    }
  }
}

/** Upright bars beside one another, with their values above where there is room. */
export function drawBars(plot: Plot, { bars, tone }: Of<'bars'>, unit: ChartUnit, apart: boolean, brush: Brush): void {
  const { canvas } = plot;
  const { glyphs } = brush;
  for (const bar of bars) {
    const [first, last] = span(plot, bar, apart);
    if (bar.value === null) {
      for (let column = first; column <= last; column++) canvas.put(column, canvas.rows - 1, '?', 'quiet');
      continue;
    }
    const parts = Math.round(Math.min(canvas.rows, plot.height(bar.value)) * 8);
    const eighths = bar.value > 0 ? Math.max(1, parts) : 0;
    const whole = Math.floor(eighths / 8);
    const top = glyphs.levels[(eighths % 8) - 1];
    for (let column = first; column <= last; column++) {
      for (let level = 0; level < whole; level++) {
        const full = bar.incomplete ? glyphs.incomplete : (glyphs.levels[7] as string);
        canvas.put(column, canvas.rows - 1 - level, full, tone);
      }
      if (top !== undefined)
        canvas.put(column, canvas.rows - 1 - whole, bar.incomplete ? glyphs.incomplete : top, tone);
    }
    if (!apart || last === first) continue;
    const text = brush.say(formatValue(bar.value, unit === 'money' ? 'number' : unit, brush.notation));
    const row = canvas.rows - 1 - Math.ceil(eighths / 8);
    // Bars without a gap leave a blank between their numbers.
    const room = last - first + (last - first >= 2 ? 1 : 0);
    if (text.length <= room && row >= 0)
      canvas.write(first + Math.floor((last - first + 1 - text.length) / 2), row, text, 'quiet');
  }
}

/** Bars of which each is a stack of parts, the first series at the bottom. */
export function drawStacks(plot: Plot, stack: readonly Of<'bars'>[], textureOf: (series: Series) => string): void {
  const { canvas } = plot;
  for (const [index, bar] of (stack[0]?.bars ?? []).entries()) {
    const [first, last] = span(plot, bar, true);
    let below = 0;
    for (const series of stack) {
      const value = series.bars[index]?.value ?? 0;
      if (value <= 0) continue;
      const from = rowsUp(plot, below);
      const to = rowsUp(plot, below + value);
      for (let level = from; level < to; level++)
        for (let column = first; column <= last; column++)
          canvas.put(column, canvas.rows - 1 - level, textureOf(series), series.tone);
      below += value;
    }
    // Too little for a row is still not nothing.
    if (below > 0 && plot.height(below) < 0.5)
      for (let column = first; column <= last; column++)
        if (!canvas.taken(column, canvas.rows - 1)) canvas.put(column, canvas.rows - 1, '.', 'quiet');
  }
}

/** Whole rows up to a value; none beyond the plot. */
function rowsUp(plot: Plot, value: number): number {
  return Math.max(0, Math.min(plot.canvas.rows, Math.round(plot.height(value))));
}

/** The first and the last column of a bar; bars that are wide enough leave one column to the next. */
function span(plot: Plot, { from, to }: Bar, apart: boolean): [first: number, last: number] {
  const first = plot.column(from);
  const next = to >= plot.x.to ? plot.canvas.columns : plot.column(to);
  const last = Math.max(first, next - 1);
  return apart && last - first >= 2 ? [first, last - 1] : [first, last];
}

/** A line, one character a column. */
export function drawLine(plot: Plot, { points, stepped, tone }: Of<'line'>, brush: Brush): void {
  if (stepped) drawSteps(plot, points, brush, tone);
  for (let column = 0; column < plot.canvas.columns && !stepped; column++) {
    const y = levelAt(plot, points, column);
    if (y !== null) plot.canvas.put(column, plot.row(y), brush.glyphs.line, tone);
  }
  // Where they have room, points are told from what joins them.
  const own = !stepped && tone === 'plain' && points.length * 2 <= plot.canvas.columns;
  for (const { marked, x, y } of points) {
    if (y === null || !(marked || own)) continue;
    const { item, signal } = brush.glyphs;
    plot.canvas.put(plot.column(x), plot.row(y), marked ? signal : item, marked ? 'signal' : tone);
  }
}

/** A line that is level until the next point. Every point is drawn, also where several share a column. */
function drawSteps(plot: Plot, points: readonly Point[], { glyphs }: Brush, paint: Paint): void {
  const { canvas } = plot;
  const [across, up] = glyphs.braille ? [2, 4] : [1, 1];
  const width = plot.x.to - plot.x.from;
  const columnAt = (x: number) =>
    Math.min(canvas.columns * across - 1, Math.floor(((x - plot.x.from) / width) * canvas.columns * across));
  const levelOf = (y: number) =>
    canvas.rows * up - Math.min(canvas.rows * up, Math.max(1, Math.ceil(plot.height(y) * up - 1e-9)));
  const put = (x: number, y: number) => {
    if (glyphs.braille) canvas.dot(x, y, paint);
    else canvas.put(x, y, glyphs.line, paint);
  };
  let before: number | null = null;
  for (const [index, { x, y }] of points.entries()) {
    if (y === null) {
      before = null;
      continue;
    }
    const level = levelOf(y);
    const first = columnAt(x);
    const last = Math.max(first, columnAt(points[index + 1]?.x ?? plot.x.to) - 1);
    for (let at = Math.min(level, before ?? level); at <= Math.max(level, before ?? level); at++) put(first, at);
    for (let column = first; column <= last; column++) put(column, level);
    before = level;
  }
}

/** Dots by the hundred: braille, or characters for how many fall into a cell. */
export function drawCloud(plot: Plot, dots: readonly Dot[], brush: Brush, paint: Paint): void {
  const { canvas } = plot;
  if (!brush.glyphs.braille) {
    drawDensity(plot, dots, brush, paint);
    return;
  }
  const [across, up] = [canvas.columns * 2, canvas.rows * 4];
  const width = plot.x.to - plot.x.from;
  for (const { x, y } of dots) {
    const place = Math.floor(((x - plot.x.from) / width) * across);
    const level = Math.min(up, Math.max(1, Math.ceil(plot.height(y) * 4 - 1e-9)));
    canvas.dot(Math.min(across - 1, place), up - level, paint);
  }
}

function drawDensity(plot: Plot, dots: readonly Dot[], { glyphs }: Brush, paint: Paint): void {
  const counts = new Map<number, number>();
  const { columns } = plot.canvas;
  for (const { x, y } of dots) {
    const cell = plot.row(y) * columns + Math.min(columns - 1, plot.column(x));
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  for (const [cell, count] of counts) {
    const level = count === 1 ? 0 : count < 4 ? 1 : count < 10 ? 2 : 3;
    plot.canvas.put(cell % columns, Math.floor(cell / columns), glyphs.density[level] ?? '@', paint);
  }
}

/** Dots of several groups: each group has a mark, and a cell shows the group with most dots in it. */
export function drawGroups(plot: Plot, groups: readonly { dots: readonly Dot[]; mark: string; paint: Paint }[]): void {
  const { columns, rows } = plot.canvas;
  const most = new Int32Array(columns * rows);
  for (const { dots, mark, paint } of groups) {
    const own = new Int32Array(columns * rows);
    for (const { x, y } of dots) {
      const cell = plot.row(y) * columns + Math.max(0, Math.min(columns - 1, plot.column(x)));
      own[cell]! += 1;
      if ((own[cell] as number) <= (most[cell] as number)) continue;
      most[cell] = own[cell] as number;
      plot.canvas.put(cell % columns, Math.floor(cell / columns), mark, paint);
    }
  }
}

/**
 * Dots over named columns, side by side where several are at one height; their number where they have no room.
 * @returns whether there are numbers
 */
export function drawColumnDots(plot: Plot, dots: readonly Dot[], brush: Brush, paint: Paint): boolean {
  const { canvas } = plot;
  let numbers = false;
  const rows = new Map<string, Dot[]>();
  for (const dot of dots) {
    const key = `${dot.x} ${plot.row(dot.y)}`;
    const own = rows.get(key);
    if (own === undefined) rows.set(key, [dot]);
    else own.push(dot);
  }
  for (const own of rows.values()) {
    const [{ x, y }] = own as [Dot, ...Dot[]];
    const first = plot.column(x - 0.5);
    const room = Math.max(1, plot.column(x + 0.5) - first - 1);
    const row = plot.row(y);
    if (own.length * 2 - 1 > room) {
      numbers ||= own.length > 1;
      const count = own.length === 1 ? brush.glyphs.item : `${own.length}`;
      const text = count.length <= room ? count : '+';
      canvas.write(first + Math.floor((room - text.length) / 2), row, text, paint);
      continue;
    }
    const start = first + Math.floor((room - (own.length * 2 - 1)) / 2);
    for (let index = 0; index < own.length; index++) canvas.put(start + index * 2, row, brush.glyphs.item, paint);
  }
  return numbers;
}

/** Straight pieces, level or upright; slanted ones are drawn column by column. */
export function drawSegments(plot: Plot, segments: readonly Segment[], brush: Brush, paint: Paint): void {
  const { axis, arrow } = brush.glyphs;
  for (const { arrow: points, x1, x2, y1, y2 } of segments) {
    const [left, right] = [plot.column(Math.min(x1, x2)), plot.column(Math.max(x1, x2))];
    if (left === right) {
      const [top, bottom] = [plot.row(Math.max(y1, y2)), plot.row(Math.min(y1, y2))];
      for (let row = top; row <= bottom; row++) plot.canvas.put(left, row, axis.upright, paint);
      if (points) plot.canvas.put(left, y2 >= y1 ? top : bottom, arrow.up, paint);
      continue;
    }
    for (let column = left; column <= right; column++) {
      const share = (column - left) / (right - left);
      const y = x1 <= x2 ? y1 + share * (y2 - y1) : y2 + share * (y1 - y2);
      plot.canvas.put(column, plot.row(y), axis.level, paint);
    }
    if (points) plot.canvas.put(plot.column(x2), plot.row(y2), arrow.right, paint);
  }
}

/** The last value that falls into each column; a column without one has that of the column before it. */
function byColumn(plot: Plot, points: readonly Point[]): (number | null)[] {
  const values = new Array<number | null | undefined>(plot.canvas.columns).fill(undefined);
  for (const { x, y } of points) {
    const column = plot.column(x);
    if (column >= 0 && column < values.length) values[column] = y;
  }
  let last: number | null = null;
  return values.map((value) => {
    if (value !== undefined) last = value;
    return last;
  });
}

/** The height of a line of straight pieces in the middle of a column; null beyond its ends and in its gaps. */
function levelAt(plot: Plot, points: readonly { x: number; y: number | null }[], column: number): number | null {
  const { from, to } = plot.x;
  const width = (to - from) / plot.canvas.columns;
  const x = from + (column + 0.5) * width;
  let low = 0;
  let high = points.length - 1;
  if (high < 0) return null;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((points[middle] as { x: number }).x <= x) low = middle;
    else high = middle - 1;
  }
  const before = points[low] as { x: number; y: number | null };
  const after = points[low + 1];
  // A single point has no pieces; it is where it is.
  const near = [before, after].find((point) => point !== undefined && Math.abs(point.x - x) <= width / 2);
  if (after === undefined || before.x > x) return near?.y ?? null;
  if (before.y === null || after.y === null) return near?.y ?? null;
  return before.y + ((after.y - before.y) * (x - before.x)) / (after.x - before.x || 1);
}
