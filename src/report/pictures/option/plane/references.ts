import type { Reference } from '../../../../model/document/chart.ts';
import type { Palette } from '../../look.ts';
import { drawnOnAxes, type Place, type SeriesOption } from '../kit/custom.ts';
import { apart, lettering, type Shape, straight } from '../kit/shape.ts';
import { plainText, textWidth } from '../kit/text.ts';

const SIZE = 12;
const LINE = 15;

/** How wide the margin must be in which the labels of level lines stand. */
export function referenceMargin(references: readonly Reference[]): number {
  const widths = references.filter(({ axis }) => axis === 'y').map((one) => textWidth(wording(one), SIZE) + 16);
  return Math.max(0, ...widths);
}

/** How high the margin must be in which the labels of upright lines stand. */
export function referenceHead(references: readonly Reference[]): number {
  const upright = references.filter(({ axis }) => axis === 'x').length;
  return upright === 0 ? 0 : Math.min(upright, 4) * LINE + 4;
}

function wording({ label, text }: Reference): string {
  return plainText(label === '' ? text : `${label}  ${text}`);
}

/** All lines of a panel at once, so that their labels can make room for each other. */
export function referenceSeries(references: readonly Reference[], axes: number, palette: Palette): SeriesOption {
  const draw = (place: Place): Shape => ({
    type: 'group',
    silent: true,
    children: [
      ...levels(
        references.filter(({ axis }) => axis === 'y'),
        place,
        palette,
      ),
      ...uprights(
        references.filter(({ axis }) => axis === 'x'),
        place,
        palette,
      ),
    ],
  });
  return drawnOnAxes(axes, [[0, 0]], draw, { clip: false, silent: true, z: 5, encode: { x: [], y: [] } });
}

/** The higher the percentile, the longer the dashes. */
function dash(index: number): number[] {
  return [
    [2, 3],
    [4, 3],
    [8, 3],
    [14, 3],
  ][Math.min(index, 3)] as number[];
}

function levels(references: readonly Reference[], { area, at }: Place, palette: Palette): Shape[] {
  const right = area.x + area.width;
  const heights = references.map(({ value }) => at(0, value)[1]);
  const labels = apart(heights, LINE, area.y + 2, area.y + area.height - 4);
  return references.flatMap((reference, index) => {
    const [y, label] = [heights[index] as number, labels[index] as number];
    const color = palette.tones[reference.tone];
    return [
      straight(area.x, y, right, y, { stroke: color, lineWidth: 1.3, lineDash: dash(index) }),
      straight(right, y, right + 8, label, { stroke: color, lineWidth: 0.8 }),
      lettering(wording(reference), right + 11, label, { color: palette.text, size: SIZE }),
    ];
  });
}

/** Each on a line of its own, the first line at the bottom: close values then never write over each other. */
function uprights(references: readonly Reference[], { area, at }: Place, palette: Palette): Shape[] {
  return references.flatMap((reference, index) => {
    const [x] = at(reference.value, 0);
    const color = palette.tones[reference.tone];
    const text = wording(reference);
    const fromTop = area.y - 8 - ((references.length - 1 - index) % 4) * LINE;
    const fits = x + 6 + textWidth(text, SIZE) <= area.x + area.width + 60;
    return [
      straight(x, area.y + area.height, x, fromTop + 5, { stroke: color, lineWidth: 1.3, lineDash: dash(index) }),
      lettering(text, fits ? x + 4 : x - 4, fromTop, {
        color: palette.text,
        halo: palette.background,
        size: SIZE,
        align: fits ? 'left' : 'right',
      }),
    ];
  });
}
