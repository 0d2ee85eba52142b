import type { PlanePanel, Series } from '../../../../model/document/chart.ts';
import type { Palette } from '../../look.ts';
import { legendOf } from '../plane/plane.ts';
import type { Paint } from './colors.ts';
import { patternOf } from './pattern.ts';
import { lettering, rectangle, type Shape, straight } from './shape.ts';
import { textWidth } from './text.ts';

const SIZE = 12;
const ROW = 20;

interface Entry {
  label: string;
  series: Series;
  paint: Paint;
}

/**
 * The legend's shapes and its height: 0 without entries.
 * @param met what is explained above already; what this legend explains is added
 */
export function legend(
  panel: PlanePanel,
  met: Set<string>,
  x: number,
  y: number,
  width: number,
  palette: Palette,
): { shapes: Shape[]; height: number } {
  const entries: Entry[] = legendOf(panel, palette).filter(({ label, series }) => {
    const key = JSON.stringify([label, series.mark, series.tone]);
    return !met.has(key) && met.add(key);
  });
  const shapes: Shape[] = [];
  let [left, top] = [x, y];
  for (const { label, paint, series } of entries) {
    const wide = 26 + textWidth(label, SIZE) + 18;
    if (left > x && left + wide > x + width) {
      left = x;
      top += ROW;
    }
    shapes.push(...swatch(series, paint, left, top + ROW / 2, palette));
    shapes.push(lettering(label, left + 24, top + ROW / 2, { color: palette.text, size: SIZE }));
    left += wide;
  }
  return { shapes, height: entries.length === 0 ? 0 : top + ROW - y + 6 };
}

function swatch(series: Series, { color, symbol }: Paint, x: number, y: number, palette: Palette): Shape[] {
  switch (series.mark) {
    case 'dots':
      return [symbolShape(symbol, x + 9, y, color)];
    case 'line': {
      const quiet = series.tone === 'limit' || series.tone === 'context';
      return [
        straight(x, y, x + 18, y, {
          stroke: color,
          lineWidth: quiet ? 1.5 : 2.5,
          ...(quiet ? { lineDash: [6, 4] } : {}),
        }),
      ];
    }
    case 'segments':
      return [straight(x, y, x + 18, y, { stroke: color, lineWidth: 2.5 })];
    default: {
      const pattern = patternOf(series.tone, palette);
      const style = { fill: color, ...(pattern === null ? {} : { decal: pattern }) };
      return [rectangle({ x, y: y - 6, width: 18, height: 12 }, style, 2)];
    }
  }
}

/** The symbols of dots, as large as in a legend. */
function symbolShape(symbol: string, x: number, y: number, color: string): Shape {
  const polygon = (points: number[][]): Shape => ({ type: 'polygon', shape: { points }, style: { fill: color } });
  switch (symbol) {
    case 'rect':
      return rectangle({ x: x - 4.5, y: y - 4.5, width: 9, height: 9 }, { fill: color });
    case 'roundRect':
      return rectangle({ x: x - 4.5, y: y - 4.5, width: 9, height: 9 }, { fill: color }, 3);
    case 'triangle':
      return polygon([
        [x, y - 5],
        [x + 5, y + 5],
        [x - 5, y + 5],
      ]);
    case 'diamond':
      return polygon([
        [x, y - 6],
        [x + 5, y],
        [x, y + 6],
        [x - 5, y],
      ]);
    case 'arrow':
      return polygon([
        [x, y - 5],
        [x + 4, y + 5],
        [x, y + 2],
        [x - 4, y + 5],
      ]);
    case 'pin':
      return {
        type: 'group',
        children: [
          { type: 'circle', shape: { cx: x, cy: y - 1.5, r: 4 }, style: { fill: color } },
          polygon([
            [x - 3.4, y + 0.4],
            [x + 3.4, y + 0.4],
            [x, y + 6],
          ]),
        ],
      };
    default:
      return { type: 'circle', shape: { cx: x, cy: y, r: 4.5 }, style: { fill: color } };
  }
}
