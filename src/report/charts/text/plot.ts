import type { Axis, PlanePanel } from '../../../model/document/chart.ts';
import type { Brush } from './brush.ts';
import { Canvas } from './canvas.ts';
import { type Scale, scaleOf, shareOf } from './value-ticks.ts';

/** A panel's cells, and where values lie in them. A row holds the values up to the one at its upper edge. */
export interface Plot {
  canvas: Canvas;
  y: Scale;
  x: { from: number; to: number };
  /** The column of a place on the x axis; outside the canvas where it lies outside. */
  column(x: number): number;
  /** The row of a value. */
  row(y: number): number;
  /** How many rows high a value is, from the lower end of the axis. */
  height(y: number): number;
}

/** Fewer columns than this show nothing. */
export const LEAST_PLOT = 12;

/** How high a panel is drawn. */
export type PlotSize = 'main' | 'small';

/** @param from the first place that is shown, where not all have room */
export function plotOf(
  { x, y }: Pick<PlanePanel, 'x' | 'y'>,
  columns: number,
  size: PlotSize,
  brush: Brush,
  from: number,
): Plot {
  const scale = scaleOf(y, size === 'small' ? 3 : 6, brush.notation);
  const rows = rowsOf(scale, size, brush.width);
  const canvas = new Canvas(columns, rows);
  const range = { from, to: x.to };
  const height = (value: number) => shareOf(scale, value) * rows;
  return {
    canvas,
    y: scale,
    x: range,
    column: (place) => columnOf(x, range, place, columns),
    row: (value) => rowAt(height(value), rows),
    height,
  };
}

/** The place at the right edge still lies in the last column. */
function columnOf({ scale }: Axis, { from, to }: { from: number; to: number }, place: number, columns: number): number {
  const column = Math.floor(((place - from) / (to - from)) * columns);
  return place === to && scale !== 'columns' ? columns - 1 : column;
}

function rowAt(height: number, rows: number): number {
  // What multiplication rounds must not lift a value over the edge that it lies on.
  return rows - Math.min(rows, Math.max(1, Math.ceil(height - 1e-9)));
}

/** Rows that the ticks of a linear scale divide evenly. */
function rowsOf({ log, ticks }: Scale, size: PlotSize, width: number): number {
  const wanted = size === 'small' ? 6 : Math.min(18, Math.max(10, Math.round(width / 5)));
  if (log) return wanted;
  const intervals = ticks.length - 1;
  return intervals * Math.min(6, Math.max(2, Math.round(wanted / intervals)));
}
