import type { Rectangle, Shape } from './shape.ts';

/** Where a mark is drawn. */
export interface Place {
  index: number;
  /** The pixel of a position on the axes. */
  at(x: number, y: number): [number, number];
  /** The plane between the axes. */
  area: Rectangle;
}

interface RenderParams {
  dataIndex: number;
  coordSys: { x: number; y: number; width: number; height: number };
}

interface RenderApi {
  coord(position: readonly [number, number]): [number, number];
}

export type SeriesOption = Record<string, unknown>;

/**
 * A series that draws itself.
 * @param places where each mark's hint points to
 */
export function drawnOnAxes(
  axes: number,
  places: readonly (readonly [x: number, y: number])[],
  draw: (place: Place) => Shape | null,
  options: SeriesOption = {},
): SeriesOption {
  return {
    type: 'custom',
    xAxisIndex: axes,
    yAxisIndex: axes,
    data: places,
    encode: { x: 0, y: 1 },
    clip: true,
    renderItem: (params: RenderParams, api: RenderApi) => {
      const { height, width, x, y } = params.coordSys;
      const at = (first: number, second: number) => api.coord([first, second]);
      return draw({ index: params.dataIndex, at, area: { x, y, width, height } });
    },
    ...options,
  };
}

/** Shapes at places of the picture, whatever the axes. */
export function drawnAnywhere(shapes: readonly Shape[], options: SeriesOption = {}): SeriesOption {
  return {
    type: 'custom',
    coordinateSystem: 'none',
    data: shapes.map((_, index) => [index]),
    renderItem: ({ dataIndex }: RenderParams) => shapes[dataIndex],
    ...options,
  };
}
