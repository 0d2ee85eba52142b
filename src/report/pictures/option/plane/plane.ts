import type { PlanePanel, Series } from '../../../../model/document/chart.ts';
import type { Palette } from '../../look.ts';
import { mixed, type Paint, paintsOf } from '../kit/colors.ts';
import type { SeriesOption } from '../kit/custom.ts';
import { type Scale, scaleOf } from '../kit/scale.ts';
import { lettering, type Rectangle, type Shape } from '../kit/shape.ts';
import { fitText, plainText, textWidth, wrapText } from '../kit/text.ts';
import { axisLabel } from '../kit/values.ts';
import { areaLabels, areaMargin } from './area-labels.ts';
import { barFigures, barSeries, floorsOf } from './bars.ts';
import { boxSeries, segmentSeries } from './boxes.ts';
import { dotSeries } from './dots.ts';
import { areaSeries, bandSeries, lineSeries, stackOf } from './lines.ts';
import { referenceHead, referenceMargin, referenceSeries } from './references.ts';

/** What a panel adds to the picture's option. */
export interface PlaneOption {
  grid: Record<string, unknown>;
  xAxis: Record<string, unknown>;
  yAxis: Record<string, unknown>;
  series: SeriesOption[];
  /** Shapes beside the axes. */
  around: Shape[];
  /** The series of the description behind each series of the option; null: none. */
  sources: (Series | null)[];
}

const SIZE = 12;
/** Pixels along which a slanted name may run. */
const SLANTED = 120;
/** A name that has so many pixels is cut rather than slanted. */
const LEVEL = 96;
/** Pixels for which the ticks are tried, to see how wide their labels are. */
const ROUGH_HEIGHT = 300;

/**
 * A panel between two axes.
 * @param outer where it may draw
 * @param axes which of the picture's axes are its own
 * @param margins the room beside its plane
 */
export function planeOption(
  panel: PlanePanel,
  outer: Rectangle,
  axes: number,
  palette: Palette,
  margins: Margins,
): PlaneOption {
  const inner = innerOf(panel, outer, margins);
  const x = scaleOf(panel.x, inner.width, false);
  const y = scaleOf(panel.y, inner.height, true);
  const { series, sources } = seriesOf(panel, inner, outer, axes, y, palette);
  return {
    grid: { left: inner.x, top: inner.y, width: inner.width, height: inner.height, containLabel: false },
    xAxis: axisOption(x, axes, palette, inner.width, inner.x),
    yAxis: axisOption(y, axes, palette, inner.height, null),
    series,
    sources,
    around: [
      lettering(plainText(axisLabel(panel.y)), outer.x, inner.y - 16 - referenceHead(panel.references), {
        color: palette.muted,
        size: SIZE,
      }),
      lettering(plainText(axisLabel(panel.x)), inner.x + inner.width / 2, outer.y + outer.height - 4, {
        color: palette.muted,
        size: SIZE,
        align: 'center',
        vertical: 'bottom',
      }),
    ],
  };
}

/** Room beside the plane: for the labels of the upright axis, and for what stands at the right end. */
export interface Margins {
  left: number;
  right: number;
}

/** The room that each panel needs; those over the same time get the same, so that a day stands below itself. */
export function marginsOf(panels: readonly PlanePanel[], width: number): Map<PlanePanel, Margins> {
  const shared = new Map<string, Margins>();
  const keyOf = ({ x }: PlanePanel, index: number) => (x.scale === 'time' ? `${x.from} ${x.to}` : `panel ${index}`);
  for (const [index, panel] of panels.entries()) {
    const key = keyOf(panel, index);
    const ticks = scaleOf(panel.y, ROUGH_HEIGHT, true).ticks;
    const own = shared.get(key) ?? { left: 28, right: 16 };
    shared.set(key, {
      left: Math.max(own.left, ...ticks.map(({ text }) => textWidth(text, SIZE) + 14)),
      right: Math.max(own.right, referenceMargin(panel.references), areaMargin(panel, width)),
    });
  }
  return new Map(panels.map((panel, index) => [panel, shared.get(keyOf(panel, index)) as Margins]));
}

function innerOf(panel: PlanePanel, outer: Rectangle, { left, right }: Margins): Rectangle {
  const top = 30 + referenceHead(panel.references);
  const width = Math.max(60, outer.width - left - right);
  const bottom = labelsHeight(scaleOf(panel.x, width, false), width) + 27;
  return { x: outer.x + left, y: outer.y + top, width, height: Math.max(60, outer.height - top - bottom) };
}

/** Pixels that the labels of the axis across take. */
function labelsHeight(x: Scale, width: number): number {
  if (x.axis.scale === 'time') return 30;
  if (x.axis.scale !== 'columns') return 15;
  if (isCrowded(x, width))
    return 8 + Math.min(SLANTED, Math.max(...x.ticks.map(({ text }) => textWidth(text, SIZE)))) * 0.72;
  const lines = x.ticks.map(({ text }) => wrapText(text, roomOf(x, width), SIZE, 3).length);
  return Math.max(1, ...lines) * 15;
}

/** Whether names of columns would have to be cut: then they are slanted. */
function isCrowded(x: Scale, width: number): boolean {
  const room = roomOf(x, width);
  if (room >= LEVEL) return false;
  return x.ticks.some(({ text }) => wrapText(text, room, SIZE, 3).some((line) => line.endsWith('…')));
}

function roomOf({ ticks }: Scale, width: number): number {
  return width / Math.max(1, ticks.length) - 6;
}

/** @param left pixels left of the axis across; null: it is the upright one */
function axisOption(
  scale: Scale,
  axes: number,
  palette: Palette,
  pixels: number,
  left: number | null,
): Record<string, unknown> {
  const { axis, max, min, ticks } = scale;
  const upright = left === null;
  const texts = new Map(ticks.map(({ at, text }) => [at, text]));
  const crowded = !upright && axis.scale === 'columns' && isCrowded(scale, pixels);
  // A slanted name ends below its column and begins to the left of it, within the picture.
  const slantedRoom = (column: number) =>
    Math.min(SLANTED, ((left ?? 0) + ((column + 0.5) * pixels) / Math.max(1, ticks.length)) * Math.SQRT2 - 12);
  const formatter = (value: number) => {
    const text = texts.get(value) ?? texts.get(Number(value.toPrecision(12))) ?? '';
    if (axis.scale !== 'columns') return text;
    return crowded
      ? fitText(text, slantedRoom(value), SIZE)
      : wrapText(text, roomOf(scale, pixels), SIZE, 3).join('\n');
  };
  const at = ticks.map((tick) => tick.at);
  return {
    type: axis.scale === 'log' ? 'log' : 'value',
    gridIndex: axes,
    min,
    max,
    axisLine: { show: !upright, onZero: false, lineStyle: { color: palette.muted } },
    axisTick: { show: axis.scale === 'time', customValues: at, lineStyle: { color: palette.muted } },
    axisLabel: {
      customValues: at,
      formatter,
      color: palette.muted,
      fontSize: SIZE,
      lineHeight: 15,
      hideOverlap: false,
      ...(crowded ? { rotate: 45 } : {}),
    },
    // Lines at the ticks that are labelled, and nowhere else.
    splitLine: { show: upright, lineStyle: { color: palette.grid } },
  };
}

function seriesOf(panel: PlanePanel, inner: Rectangle, outer: Rectangle, axes: number, y: Scale, palette: Palette) {
  const paints = paintsOf(panel.series, palette);
  const floors = floorsOf(panel);
  const stack = stackOf(panel.series);
  const boxes = panel.series.filter(({ mark }) => mark === 'boxes' || mark === 'band');
  const series: SeriesOption[] = [];
  const sources: (Series | null)[] = [];
  for (const [index, one] of panel.series.entries()) {
    const paint = paints[index] as Paint;
    sources.push(one);
    switch (one.mark) {
      case 'bars':
        series.push(barSeries(one, floors.get(one) ?? [], panel, axes, paint.color, palette));
        break;
      case 'dots':
        series.push(dotSeries(one, panel, axes, paint, palette, y, inner));
        break;
      case 'line':
        series.push(lineSeries(one, axes, paint.color, palette));
        break;
      case 'area':
        series.push(areaSeries(one, stack.get(one) ?? [], axes, paint.color, palette));
        break;
      case 'band':
        series.push(bandSeries(one, axes, paint.color, bandShare(boxes.indexOf(one), boxes.length)));
        break;
      case 'boxes':
        series.push(boxSeries(one, axes, paint.color, bandShare(boxes.indexOf(one), boxes.length), y.min));
        break;
      case 'segments':
        series.push(segmentSeries(one, axes, paint.color, palette));
    }
  }
  const areas = panel.series.filter(({ mark }) => mark === 'area');
  if (areas.length > 0) {
    const colors = new Map(panel.series.map((one, index) => [one, (paints[index] as Paint).color]));
    series.push(areaLabels(panel, stack, axes, colors, palette, outer.width), hintLine(panel, stack, axes));
    sources.push(null, null);
  }
  if (panel.references.length > 0) {
    series.push(referenceSeries(panel.references, axes, palette));
    sources.push(null);
  }
  for (const one of panel.series) {
    const figures = one.mark === 'bars' ? barFigures(one, panel, axes, palette) : null;
    if (figures === null) continue;
    series.push(figures);
    sources.push(null);
  }
  return { series, sources };
}

/** The further out, the stronger. */
function bandShare(index: number, count: number): number {
  return count < 2 ? 0.3 : 0.18 + (0.5 * index) / (count - 1);
}

/** Not seen; the pointer finds the day on it. */
function hintLine(
  panel: PlanePanel,
  stack: ReadonlyMap<Series, readonly { high: number }[]>,
  axes: number,
): SeriesOption {
  const top = panel.series.filter(({ mark }) => mark === 'area').at(-1);
  const points = top?.mark === 'area' ? top.points : [];
  return {
    type: 'line',
    xAxisIndex: axes,
    yAxisIndex: axes,
    data: points.map(({ x }, index) => [x, stack.get(top as Series)?.[index]?.high ?? 0]),
    symbol: 'none',
    lineStyle: { opacity: 0 },
    itemStyle: { opacity: 0 },
    z: 7,
  };
}

/** With a single series, the panel's title says what it is. */
function saidByTitle({ series, title }: PlanePanel): boolean {
  return series.length === 1 && title !== '';
}

/** What the legend of a panel shows: series with a label that do not carry their name themselves. */
export function legendOf(
  panel: PlanePanel,
  palette: Palette,
): { label: string; series: Series; paint: Paint; share: number }[] {
  const paints = paintsOf(panel.series, palette);
  const boxes = panel.series.filter(({ mark }) => mark === 'boxes' || mark === 'band');
  return panel.series.flatMap((series, index) => {
    if (series.label === '' || series.mark === 'area' || saidByTitle(panel)) return [];
    const paint = paints[index] as Paint;
    const share = boxes.includes(series) ? bandShare(boxes.indexOf(series), boxes.length) : 1;
    return [
      {
        label: fitText(series.label, 200, SIZE),
        series,
        paint: { ...paint, color: share === 1 ? paint.color : mixed(palette.background, paint.color, share) },
        share,
      },
    ];
  });
}
