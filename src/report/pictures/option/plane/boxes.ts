import type { Box, Segment, Series } from '../../../../model/document/chart.ts';
import type { Palette } from '../../look.ts';
import { drawnOnAxes, type Place, type SeriesOption } from '../kit/custom.ts';
import { arrowHead, lettering, rectangle, type Shape, straight } from '../kit/shape.ts';
import { plainText, textWidth } from '../kit/text.ts';

type Boxes = Extract<Series, { mark: 'boxes' }>;
type Segments = Extract<Series, { mark: 'segments' }>;

/** @param share how strong its colour is, 0 to 1 */
export function boxSeries(series: Boxes, axes: number, color: string, share: number, floor: number): SeriesOption {
  const draw = ({ at, index }: Place): Shape => {
    const box = series.boxes[index] as Box;
    const [left, top] = at(box.from, box.high);
    const [right, bottom] = at(box.to, Math.max(floor, box.low));
    return rectangle(
      { x: left + 1, y: top, width: Math.max(0, right - left - 2), height: Math.max(0, bottom - top) },
      { fill: color, opacity: share },
    );
  };
  const places = series.boxes.map(({ from, high, to }) => [(from + to) / 2, high] as const);
  return drawnOnAxes(axes, places, draw, { name: series.label });
}

export function segmentSeries(series: Segments, axes: number, color: string, palette: Palette): SeriesOption {
  const draw = ({ area, at, index }: Place): Shape => {
    const { arrow, label, x1, x2, y1, y2 } = series.segments[index] as Segment;
    const [fromX, fromY] = at(x1, y1);
    const [toX, toY] = at(x2, y2);
    const children = [
      straight(fromX, fromY, toX, toY, { stroke: palette.background, lineWidth: 5 }),
      straight(fromX, fromY, toX, toY, { stroke: color, lineWidth: 2.5 }),
    ];
    // A head on a line that is shorter than it would be all there is.
    if (arrow && Math.hypot(toX - fromX, toY - fromY) > 14) children.push(arrowHead(fromX, fromY, toX, toY, color, 10));
    if (label !== '') children.push(labelOf(label, [fromX, fromY], [toX, toY], area, palette));
    return { type: 'group', children };
  };
  const places = series.segments.map(({ x2, y2 }) => [x2, y2] as const);
  return drawnOnAxes(axes, places, draw, { name: series.label, clip: false, z: 6 });
}

/** Beside an upright line, above a level one; inside the plane. */
function labelOf(
  text: string,
  [fromX, fromY]: readonly [number, number],
  [toX, toY]: readonly [number, number],
  area: { x: number; width: number },
  palette: Palette,
): Shape {
  const look = { color: palette.text, bold: true, halo: palette.background } as const;
  const plain = plainText(text);
  if (Math.abs(toX - fromX) < Math.abs(toY - fromY)) {
    const x = Math.min(fromX, toX);
    return lettering(plain, x - 8, (fromY + toY) / 2, { ...look, align: 'right' });
  }
  const half = textWidth(plain, 12) / 2;
  const middle = Math.min(Math.max((fromX + toX) / 2, area.x + half + 2), area.x + area.width - half - 10);
  return lettering(plain, middle, Math.min(fromY, toY) + 7, { ...look, align: 'center', vertical: 'top' });
}
