import type { Point, Series } from '../../../../model/document/chart.ts';
import type { Palette } from '../../look.ts';
import { drawnOnAxes, type Place, type SeriesOption } from '../kit/custom.ts';
import { patternOf } from '../kit/pattern.ts';
import type { Shape } from '../kit/shape.ts';

type Line = Extract<Series, { mark: 'line' }>;
type Area = Extract<Series, { mark: 'area' }>;
type Band = Extract<Series, { mark: 'band' }>;

/** More points than this carry no symbol of their own. */
const MOST_SYMBOLS = 80;

export function lineSeries(series: Line, axes: number, color: string, palette: Palette): SeriesOption {
  const few = series.points.length <= MOST_SYMBOLS && !series.stepped && series.tone === 'plain';
  const data = series.points.map(({ marked, x, y }) =>
    marked
      ? { value: [x, y], symbol: 'diamond', symbolSize: 12, itemStyle: { color: palette.tones.signal } }
      : { value: [x, y], symbol: few ? 'circle' : 'none' },
  );
  const quiet = series.tone === 'limit' || series.tone === 'context';
  return {
    type: 'line',
    name: series.label,
    xAxisIndex: axes,
    yAxisIndex: axes,
    data,
    ...(series.stepped ? { step: 'end' } : {}),
    showSymbol: true,
    showAllSymbol: true,
    symbolSize: quiet ? 3 : 5,
    connectNulls: false,
    clip: false,
    lineStyle: { color, width: quiet ? 1.5 : 2.5, type: quiet ? [6, 4] : 'solid' },
    itemStyle: { color },
    z: 4,
  };
}

/** The heights between which each area lies: on those before it. */
export function stackOf(series: readonly Series[]): Map<Series, { low: number; high: number }[]> {
  const reached = new Map<number, number>();
  const stack = new Map<Series, { low: number; high: number }[]>();
  for (const one of series) {
    if (one.mark !== 'area') continue;
    const own = one.points.map(({ x, y }) => {
      const low = reached.get(x) ?? 0;
      const high = low + (y ?? 0);
      reached.set(x, high);
      return { low, high };
    });
    stack.set(one, own);
  }
  return stack;
}

export function areaSeries(
  series: Area,
  edges: readonly { low: number; high: number }[],
  axes: number,
  color: string,
  palette: Palette,
): SeriesOption {
  const pattern = patternOf(series.tone, palette);
  const runs = runsOf(series.points);
  const draw = ({ at, index }: Place): Shape => {
    const run = runs[index] as number[];
    const edge = (which: 'low' | 'high') =>
      run.map((point) => at((series.points[point] as Point).x, (edges[point] as { low: number; high: number })[which]));
    const [low, high] = [edge('low'), edge('high')];
    const outline: Shape = {
      type: 'polyline',
      shape: { points: high },
      style: { fill: 'none', stroke: palette.background, lineWidth: 1.2 },
    };
    const body: Shape = {
      type: 'polygon',
      shape: { points: [...high, ...low.reverse()] },
      style: { fill: color, ...(pattern === null ? {} : { decal: pattern }) },
    };
    return { type: 'group', silent: true, children: [body, outline] };
  };
  const places = runs.map((run) => [series.points[run[0] as number]?.x ?? 0, 0] as const);
  return drawnOnAxes(axes, places, draw, { name: series.label, silent: true });
}

/** The places of points between gaps. */
function runsOf(points: readonly Point[]): number[][] {
  const runs: number[][] = [];
  let open = false;
  for (const [index, { y }] of points.entries()) {
    if (y === null) open = false;
    else {
      if (!open) runs.push([]);
      open = true;
      (runs.at(-1) as number[]).push(index);
    }
  }
  return runs;
}

export function bandSeries(series: Band, axes: number, color: string, share: number): SeriesOption {
  const draw = ({ at }: Place): Shape => ({
    type: 'polygon',
    shape: {
      points: [
        ...series.edges.map(({ high, x }) => at(x, high)),
        ...series.edges.map(({ low, x }) => at(x, low)).reverse(),
      ],
    },
    style: { fill: color, opacity: share },
  });
  const [first] = series.edges;
  if (first === undefined) return drawnOnAxes(axes, [], draw);
  return drawnOnAxes(axes, [[first.x, first.low]], draw, { name: series.label, silent: true });
}
