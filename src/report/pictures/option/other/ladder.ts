import type { Chart, LadderPanel } from '../../../../model/document/chart.ts';
import type { Palette } from '../../look.ts';
import { drawnAnywhere, type SeriesOption } from '../kit/custom.ts';
import { patternOf } from '../kit/pattern.ts';
import { lettering, type Rectangle, rectangle, type Shape, straight } from '../kit/shape.ts';
import { fitText, textWidth } from '../kit/text.ts';
import { valueText } from '../kit/values.ts';

export const LADDER_HEIGHT = 170;
const SIZE = 12;
/** Pixels that the shortest step takes, so that it can be seen. */
const LEAST = 3;

/** Steps as long as they took: waiting on the upper line, work on the lower one. */
export function ladderSeries(
  panel: LadderPanel,
  outer: Rectangle,
  palette: Palette,
  notation: Chart['notation'],
): { steps: SeriesOption; around: Shape[] } {
  const total = panel.steps.reduce((sum, { days }) => sum + days, 0);
  const left = outer.x + 52;
  const room = outer.width - 60 - LEAST * panel.steps.length;
  const [upper, lower] = [outer.y + 46, outer.y + 96];
  const taken = { wait: Number.NEGATIVE_INFINITY, work: Number.NEGATIVE_INFINITY };
  let x = left;
  const shapes = panel.steps.map(({ days, label, step }, index): Shape => {
    const wide = LEAST + (total === 0 ? 0 : (days / total) * room);
    const y = step === 'wait' ? upper : lower;
    const tone = step === 'wait' ? 'waiting' : 'active';
    const pattern = patternOf(tone, palette);
    const box = rectangle(
      { x, y, width: wide, height: 22 },
      {
        fill: palette.tones[tone],
        stroke: palette.background,
        lineWidth: 1,
        ...(pattern === null ? {} : { decal: pattern }),
      },
    );
    const value = valueText(days, 'days', null, notation);
    const texts = stepTexts(label, value, { x, y, width: wide, height: 22 }, step === 'wait', taken, palette, outer);
    const turns = index > 0 && panel.steps[index - 1]?.step !== step;
    const rise = straight(x, upper + 22, x, lower, { stroke: palette.muted, lineWidth: 1 });
    x += wide;
    return { type: 'group', children: [...(turns ? [rise] : []), box, ...texts] };
  });
  return {
    steps: drawnAnywhere(shapes),
    around: [
      lettering('wait', outer.x, upper + 11, { color: palette.muted, size: SIZE }),
      lettering('work', outer.x, lower + 11, { color: palette.muted, size: SIZE }),
    ],
  };
}

/** Name and days beside the step, where the one before it left room. */
function stepTexts(
  label: string,
  value: string,
  box: Rectangle,
  above: boolean,
  taken: { wait: number; work: number },
  palette: Palette,
  outer: Rectangle,
): Shape[] {
  const key = above ? 'wait' : 'work';
  const wanted = Math.max(textWidth(value, SIZE), Math.min(textWidth(label, SIZE), Math.max(box.width - 4, 90)));
  const start = Math.min(Math.max(box.x, taken[key]), outer.x + outer.width - wanted);
  if (start < taken[key] || start > box.x + Math.max(box.width, 24)) return [];
  taken[key] = start + wanted + 10;
  const [first, second] = above ? [box.y - 24, box.y - 9] : [box.y + 32, box.y + 47];
  return [
    lettering(fitText(label, wanted + 2, SIZE), start, first, { color: palette.text, size: SIZE }),
    lettering(value, start, second, { color: palette.muted, size: SIZE }),
  ];
}
