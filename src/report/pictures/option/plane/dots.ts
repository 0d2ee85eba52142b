import type { Dot, PlanePanel, Series } from '../../../../model/document/chart.ts';
import type { Palette } from '../../look.ts';
import type { Paint } from '../kit/colors.ts';
import type { SeriesOption } from '../kit/custom.ts';
import { type Scale, shareAlong } from '../kit/scale.ts';

type Dots = Extract<Series, { mark: 'dots' }>;

/** More dots than this are drawn on a canvas, as one path. */
export const MOST_ELEMENTS = 2000;
/** Below 4 pixels a canvas fills squares instead of tracing circles, which takes a fraction of the time. */
const FAST_SIZE = 3.9;

/** Dots in a column stand side by side where they would cover each other. */
export function dotSeries(
  series: Dots,
  panel: PlanePanel,
  axes: number,
  paint: Paint,
  palette: Palette,
  y: Scale,
  area: { width: number; height: number },
): SeriesOption {
  const { dots } = series;
  const size = dots.length > MOST_ELEMENTS ? FAST_SIZE : dots.length > 800 ? 6 : 8;
  const shifts = panel.x.scale === 'columns' ? sideSteps(dots, size, y, area, panel.x.columns.length) : null;
  const data = dots.map((dot, index) => {
    const value = [dot.x + (shifts?.[index] ?? 0), dot.y];
    if (!dot.marked) return value;
    return { value, symbol: 'diamond', symbolSize: size + 6, itemStyle: { color: palette.tones.signal, opacity: 1 } };
  });
  return {
    type: 'scatter',
    name: series.label,
    xAxisIndex: axes,
    yAxisIndex: axes,
    data,
    symbol: paint.symbol,
    symbolSize: size,
    // As one path instead of an element a dot, where that is so many times faster that it matters.
    large: dots.length > MOST_ELEMENTS && !dots.some(({ marked }) => marked),
    largeThreshold: MOST_ELEMENTS,
    progressive: 0,
    clip: false,
    itemStyle: {
      color: paint.color,
      opacity: dots.length > 5000 ? 0.5 : 0.8,
      ...(dots.length > 800 ? {} : { borderColor: palette.background, borderWidth: 0.8 }),
    },
    emphasis: { itemStyle: { opacity: 1, borderColor: palette.text, borderWidth: 1.5 } },
  };
}

/** For each dot how far it steps aside, in columns: to the place nearest to the middle that none below it takes. */
function sideSteps(
  dots: readonly Dot[],
  size: number,
  y: Scale,
  area: { width: number; height: number },
  columns: number,
): number[] {
  const step = (size + 1) / (area.width / Math.max(1, columns));
  // Very many fold back into their column.
  const most = Math.max(1, 2 * Math.floor(0.4 / step) + 1);
  const order = dots.map((_, index) => index).sort((a, b) => (dots[a]?.y ?? 0) - (dots[b]?.y ?? 0) || a - b);
  // By column, the height of the last dot at each place: 0 is the middle, then to the right and to the left in turn.
  const reached = new Map<number, number[]>();
  const shifts = new Array<number>(dots.length).fill(0);
  for (const [turn, index] of order.entries()) {
    const dot = dots[index] as Dot;
    const height = shareAlong(y, dot.y) * area.height;
    const places = reached.get(dot.x) ?? [];
    reached.set(dot.x, places);
    let place = places.findIndex((last) => height - last > size);
    if (place === -1) place = places.length < most ? places.length : turn % most;
    places[place] = height;
    shifts[index] = Math.ceil(place / 2) * (place % 2 === 1 ? 1 : -1) * step;
  }
  return shifts;
}
