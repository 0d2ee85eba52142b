import type { Axis, PlanePanel, Reference, Series } from '../../../model/document/chart.ts';
import { padStart, textWidth, truncate } from '../../draw/text-width.ts';
import type { Brush, Paint } from './brush.ts';
import { drawColumnBars } from './column-bars.ts';
import { axisTitle, drawColumnNames, drawTickLabels } from './draw-axes.ts';
import {
  drawAreas,
  drawBand,
  drawBars,
  drawBoxes,
  drawCloud,
  drawColumnDots,
  drawGroups,
  drawLine,
  drawSegments,
  drawStacks,
} from './draw-marks.ts';
import { aboveOf, besideOf, drawReference, placesOf, valuesOf } from './draw-references.ts';
import { drawLegend, type LegendEntry } from './legend.ts';
import { LEAST_PLOT, type Plot, type PlotSize, plotOf } from './plot.ts';
import { evenly, firstShown, notShown } from './shown-part.ts';
import { timeTicks } from './time-ticks.ts';
import { scaleOf, type Tick } from './value-ticks.ts';

/** A panel between two axes, with what its marks mean below it. */
export function drawPlane(panel: PlanePanel, size: PlotSize, brush: Brush): string[] {
  if (panel.x.scale === 'columns' && panel.series.every(({ mark }) => mark === 'bars'))
    return drawColumnBars(panel, brush);
  const scale = scaleOf(panel.y, size === 'small' ? 3 : 6, brush.notation);
  const left = Math.max(...scale.ticks.map(({ label }) => textWidth(brush.say(label)))) + 2;
  const right = besideOf(panel, brush);
  const columns = evenly(panel, Math.max(LEAST_PLOT, brush.width - left - right.width));
  const from = firstShown(panel, columns);
  const plot = plotOf(panel, columns, size, brush, from);
  const paints = paintsOf(panel, brush);
  const said = drawSeries(panel, plot, paints, brush);
  const across = panel.references.filter(({ axis }) => axis === 'x');
  return [
    brush.paint(truncate(brush.say(axisTitle(panel.y)), brush.width), 'quiet'),
    ...aboveOf(across, plot, left, brush),
    ...rowsOf(plot, left, right.labels, panel.references, brush),
    ...belowOf(panel, plot, left, brush),
    ...drawLegend(
      [...paints.legend, ...valuesOf(panel, plot, right.full, brush), ...said, ...notShown(panel, plot)],
      brush,
    ),
  ];
}

/** Which character and colour each series has. */
interface Paints {
  texture: ReadonlyMap<Series, string>;
  paint: ReadonlyMap<Series, Paint>;
  legend: readonly LegendEntry[];
}

function paintsOf({ series }: PlanePanel, { glyphs }: Brush): Paints {
  const texture = new Map<Series, string>();
  const paint = new Map<Series, Paint>();
  const legend: LegendEntry[] = [];
  const used = { area: 0, band: 0, boxes: 0, group: 0 };
  const groups = series.filter(({ mark }) => mark === 'dots').length > 1;
  const named = series.some(({ mark, label }) => mark === 'dots' && label !== '');
  for (const one of series) {
    let mark = '';
    let own: Paint = one.tone;
    if (one.mark === 'area' || (one.mark === 'bars' && one.stacked))
      mark = glyphs.textures[used.area++ % glyphs.textures.length] as string;
    // Every other texture: a fan has few bands, which must look unlike.
    else if (one.mark === 'band') mark = glyphs.bands[Math.min(2 * used.band++, glyphs.bands.length - 1)] as string;
    else if (one.mark === 'boxes') mark = glyphs.bands[Math.min(used.boxes++, glyphs.bands.length - 1)] as string;
    else if (one.mark === 'dots' && groups) {
      mark = glyphs.marks[used.group % glyphs.marks.length] as string;
      own = one.tone === 'group' ? `group-${used.group}` : one.tone;
      used.group++;
    } else if (one.mark === 'dots') mark = named ? glyphs.item : '';
    else if (one.mark === 'line') mark = glyphs.line;
    else if (one.mark === 'bars') mark = glyphs.levels[7] as string;
    else if (one.mark === 'segments') mark = glyphs.axis.level;
    texture.set(one, mark);
    paint.set(one, own);
    if (one.mark === 'line' && one.tone === 'plain' && one.points.some(({ marked }) => marked))
      legend.push({ mark: glyphs.signal, label: 'signal', paint: 'signal' });
    if (one.label !== '') legend.push({ mark, label: one.label, paint: own });
    if (one.mark === 'segments')
      for (const { arrow, label, x1, x2 } of one.segments)
        if (arrow) legend.push({ mark: x1 === x2 ? glyphs.arrow.up : glyphs.arrow.right, label, paint: own });
  }
  return { texture, paint, legend };
}

/** @returns what must be said of the marks */
function drawSeries(panel: PlanePanel, plot: Plot, { paint, texture }: Paints, brush: Brush): LegendEntry[] {
  const of = <Mark extends Series['mark']>(mark: Mark) =>
    panel.series.filter((one): one is Extract<Series, { mark: Mark }> => one.mark === mark);
  const textureOf = (one: Series) => texture.get(one) as string;
  const paintOf = (one: Series) => paint.get(one) as Paint;
  for (const one of of('boxes')) drawBoxes(plot, one.boxes, textureOf(one), paintOf(one));
  for (const one of of('band')) drawBand(plot, one, textureOf(one));
  drawAreas(plot, of('area'), textureOf);
  for (const reference of panel.references) drawReference(plot, reference, brush);
  drawStacks(
    plot,
    of('bars').filter(({ stacked }) => stacked),
    textureOf,
  );
  for (const one of of('bars')) if (!one.stacked) drawBars(plot, one, panel.y.unit, panel.x.scale === 'time', brush);
  const dots = of('dots');
  const [only] = dots;
  let numbers = false;
  if (panel.x.scale === 'columns')
    for (const one of dots) numbers = drawColumnDots(plot, one.dots, brush, paintOf(one)) || numbers;
  else if (dots.length > 1)
    drawGroups(
      plot,
      dots.map((one) => ({ dots: one.dots, mark: textureOf(one), paint: paintOf(one) })),
    );
  else if (only !== undefined) drawCloud(plot, only.dots, brush, paintOf(only));
  for (const one of of('line')) drawLine(plot, one, brush);
  for (const one of of('segments')) drawSegments(plot, one.segments, brush, paintOf(one));
  return numbers ? [{ mark: '', label: 'A number stands for as many items.', paint: 'quiet' }] : [];
}

/** The rows of the plot between the tick labels and the names of the lines. */
function rowsOf(
  plot: Plot,
  left: number,
  beside: (reference: Reference) => string,
  references: readonly Reference[],
  brush: Brush,
): string[] {
  const { axis } = brush.glyphs;
  const ticks = new Map<number, string>();
  for (const { label, value } of plot.y.ticks) {
    const at = plot.row(value);
    if (plot.height(value) > 1e-9 && !ticks.has(at)) ticks.set(at, brush.say(label));
  }
  const names = placesOf(plot, references);
  return Array.from({ length: plot.canvas.rows }, (_, row) => {
    const tick = ticks.get(row);
    const label = padStart(tick ?? '', left - 2);
    const line = plot.canvas.line(row, brush);
    const name = names.get(row);
    const start = `${brush.paint(`${label} ${tick === undefined ? axis.upright : axis.levelTick}`, 'quiet')}${line}`;
    if (name === undefined || beside(name) === '') return start.trimEnd();
    const gap = ' '.repeat(Math.max(0, plot.canvas.columns - lineWidth(plot, row)));
    return `${start}${gap} ${brush.paint(beside(name), 'quiet')}`;
  });
}

/** Columns of a row that hold anything. */
function lineWidth({ canvas }: Plot, row: number): number {
  let last = canvas.columns;
  while (last > 0 && !canvas.taken(last - 1, row)) last--;
  return last;
}

/** The axis below the plot, its labels and its title. */
function belowOf({ x }: PlanePanel, plot: Plot, left: number, brush: Brush): string[] {
  const { axis } = brush.glyphs;
  const zero = brush.say(plot.y.ticks[0]?.label ?? '');
  const ticks = ticksOf(x, plot, brush);
  const marks = new Set(ticks.map(({ value }) => plot.column(value)));
  const level = Array.from({ length: plot.canvas.columns }, (_, column) =>
    marks.has(column) ? axis.upTick : axis.level,
  );
  const line = `${padStart(zero, left - 2)} ${axis.corner}${level.join('')}`;
  const names =
    x.scale === 'columns' ? drawColumnNames(x, plot, left, brush) : drawTickLabels(ticks, plot, left, brush, x);
  return [line, ...names].map((text) => brush.paint(text, 'quiet'));
}

function ticksOf(x: Axis, plot: Plot, { notation }: Brush): readonly Tick[] {
  const { columns } = plot.canvas;
  if (x.scale === 'time') return timeTicks(plot.x.from, plot.x.to, columns);
  if (x.scale === 'columns') return x.columns.map((label, value) => ({ value, label }));
  const inside = ({ value }: Tick) => value >= plot.x.from && value <= plot.x.to;
  return scaleOf(x, Math.max(2, Math.floor(columns / 12)), notation).ticks.filter(inside);
}
