import type { PlanePanel, Series } from '../../../../model/document/chart.ts';
import type { Palette } from '../../look.ts';
import { drawnOnAxes, type Place, type SeriesOption } from '../kit/custom.ts';
import { apart, lettering, type Shape, straight } from '../kit/shape.ts';
import { fitText, textWidth } from '../kit/text.ts';

const SIZE = 12;
const LINE = 15;
const WIDEST = 170;
/** Names nearer to each other than this are written over each other. */
const NEAREST = 13;

/** Pixels that a name may take: on a phone the areas need them more. */
function roomOf(width: number): number {
  return Math.min(WIDEST, width * 0.3);
}

/**
 * How wide the margin must be in which the names of areas stand.
 * @param width pixels of the whole panel
 */
export function areaMargin(panel: PlanePanel, width: number): number {
  const widths = panel.series
    .filter(({ mark }) => mark === 'area')
    .map(({ label }) => Math.min(roomOf(width), textWidth(label, SIZE)) + 24);
  return Math.max(0, ...widths);
}

/** The name of each area beside its right end: nobody has to match colours with a legend. */
export function areaLabels(
  panel: PlanePanel,
  stack: ReadonlyMap<Series, readonly { low: number; high: number }[]>,
  axes: number,
  colors: ReadonlyMap<Series, string>,
  palette: Palette,
  width: number,
): SeriesOption {
  const areas = panel.series.filter(({ mark }) => mark === 'area');
  const draw = ({ area, at }: Place): Shape => {
    const right = area.x + area.width;
    const middles = areas.map((series) => {
      const edge = stack.get(series)?.at(-1) ?? { low: 0, high: 0 };
      return at(panel.x.to, (edge.low + edge.high) / 2)[1];
    });
    const heights = areas.map((series) => {
      const edge = stack.get(series)?.at(-1) ?? { low: 0, high: 0 };
      return edge.high - edge.low;
    });
    const named = thickest(heights, Math.max(1, Math.floor(area.height / NEAREST)));
    // From the top down, so that names keep the order of their areas where these have no height.
    const order = areas.flatMap((_, index) => (named.has(index) ? [index] : [])).reverse();
    const gap = Math.min(LINE, area.height / Math.max(1, order.length));
    const moved = apart(
      order.map((index) => middles[index] as number),
      gap,
      area.y + 4,
      area.y + area.height - 4,
    );
    return {
      type: 'group',
      silent: true,
      children: order.flatMap((index, place) => {
        const series = areas[index] as Series;
        const [from, to] = [middles[index] as number, moved[place] as number];
        return [
          straight(right + 2, from, right + 14, to, { stroke: colors.get(series) ?? palette.muted, lineWidth: 2 }),
          lettering(fitText(series.label, roomOf(width), SIZE), right + 18, to, { color: palette.text, size: SIZE }),
        ];
      }),
    };
  };
  return drawnOnAxes(axes, [[0, 0]], draw, { clip: false, silent: true, z: 5, encode: { x: [], y: [] } });
}

/** The places of the largest heights, where there is no room for all. */
function thickest(heights: readonly number[], most: number): ReadonlySet<number> {
  const order = heights
    .map((_, index) => index)
    .sort((a, b) => (heights[b] as number) - (heights[a] as number) || b - a);
  return new Set(order.slice(0, most));
}
