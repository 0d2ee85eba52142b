import type { Bar, PlanePanel, Series } from '../../../../model/document/chart.ts';
import { formatNumber } from '../../../../model/document/number-format.ts';
import type { Palette } from '../../look.ts';
import { drawnOnAxes, type Place, type SeriesOption } from '../kit/custom.ts';
import { incompletePattern, patternOf } from '../kit/pattern.ts';
import { lettering, type Rectangle, rectangle, type Shape } from '../kit/shape.ts';
import { textWidth } from '../kit/text.ts';

type Bars = Extract<Series, { mark: 'bars' }>;

/** Pixels; wider ones look like areas. */
const WIDEST = 130;
/** More bars than this carry no figure. */
const MOST_FIGURES = 40;

/** The height on which each bar stands: those of a stack before it. */
export function floorsOf(panel: PlanePanel): Map<Series, number[]> {
  const reached = new Map<number, number>();
  const floors = new Map<Series, number[]>();
  for (const series of panel.series) {
    if (series.mark !== 'bars') continue;
    const own = series.bars.map(({ from, value }) => {
      const floor = series.stacked ? (reached.get(from) ?? 0) : 0;
      if (series.stacked) reached.set(from, floor + (value ?? 0));
      return floor;
    });
    floors.set(series, own);
  }
  return floors;
}

export function barSeries(
  series: Bars,
  floors: readonly number[],
  panel: PlanePanel,
  axes: number,
  color: string,
  palette: Palette,
): SeriesOption {
  const pattern = patternOf(series.tone, palette);
  const draw = (place: Place): Shape => {
    const bar = series.bars[place.index] as Bar;
    const floor = floors[place.index] as number;
    const box = boxOf(bar, floor, place, panel);
    if (bar.value === null) return unknownMark(box, palette);
    return { type: 'group', children: box.height > 0 ? [rectangle(box, fill(bar, color, pattern, palette))] : [] };
  };
  return drawnOnAxes(axes, topsOf(series, floors), draw, { name: series.label, clip: false });
}

/** The middle of the upper edge of each bar. */
function topsOf(series: Bars, floors: readonly number[]): (readonly [number, number])[] {
  return series.bars.map(({ from, to, value }, index) => [(from + to) / 2, (floors[index] as number) + (value ?? 0)]);
}

/** The figure above each bar: over every line, so that none runs through it. Null: there are none. */
export function barFigures(series: Bars, panel: PlanePanel, axes: number, palette: Palette): SeriesOption | null {
  if (series.stacked || series.bars.length > MOST_FIGURES) return null;
  const unit = panel.y.unit === 'share' ? 'share' : 'number';
  // In a run of periods a count of none is seen; a column without a bar would seem forgotten.
  const saysNone = unit === 'share' || panel.x.scale === 'columns';
  const draw = (place: Place): Shape => {
    const bar = series.bars[place.index] as Bar;
    const box = boxOf(bar, 0, place, panel);
    const text = bar.value === null || (bar.value === 0 && !saysNone) ? '' : formatNumber(bar.value, unit);
    return lettering(textWidth(text, 11) <= box.width + 6 ? text : '', box.x + box.width / 2, box.y - 3, {
      color: palette.muted,
      size: 11,
      align: 'center',
      vertical: 'bottom',
      halo: palette.background,
    });
  };
  const none = series.bars.map(() => 0);
  return drawnOnAxes(axes, topsOf(series, none), draw, { clip: false, silent: true, z: 6, encode: { x: [], y: [] } });
}

function boxOf(bar: Bar, floor: number, place: Place, { x }: PlanePanel): Rectangle {
  const columns = x.scale === 'columns';
  const inset = columns ? 0.2 : x.scale === 'time' ? 0.08 : 0;
  const [left, bottom] = place.at(bar.from, floor);
  const [right, top] = place.at(bar.to, floor + (bar.value ?? 0));
  const room = right - left;
  const gap = Math.max(Math.min(0.5, room / 4), (room * inset) / 2, columns ? (room - WIDEST) / 2 : 0);
  return { x: left + gap, y: top, width: Math.max(0.5, room - 2 * gap), height: Math.max(0, bottom - top) };
}

function fill(bar: Bar, color: string, pattern: object | null, palette: Palette): Record<string, unknown> {
  if (!bar.incomplete) return { fill: color, ...(pattern === null ? {} : { decal: pattern }) };
  return {
    fill: color,
    opacity: pattern === null ? 0.75 : 0.45,
    decal: pattern ?? incompletePattern(palette),
    stroke: color,
    lineWidth: 1,
    lineDash: [3, 2],
  };
}

/** No bar would say 0. */
function unknownMark({ width, x, y }: Rectangle, { muted }: Palette): Shape {
  return lettering(width >= 6 ? '?' : '', x + width / 2, y - 4, {
    color: muted,
    size: 11,
    align: 'center',
    vertical: 'bottom',
  });
}
