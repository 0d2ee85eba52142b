import type { PlanePanel, Series } from '../../../model/document/chart.ts';
import { moneyText } from '../../../model/document/money.ts';
import { distinctLabels } from '../../draw/distinct-labels.ts';
import { formatValue } from '../../draw/notation.ts';
import { safeText } from '../../draw/safe-text.ts';
import { padEnd, padStart, truncate, widest } from '../../draw/text-width.ts';
import type { Brush } from './brush.ts';
import { axisTitle } from './draw-axes.ts';
import { drawLegend } from './legend.ts';

type Bars = Extract<Series, { mark: 'bars' }>;

const MOST_NAME = 24;

/** Bars of named columns, drawn from left to right with the name before and the value behind: names need room. */
export function drawColumnBars({ series, x, y }: PlanePanel, brush: Brush): string[] {
  const stacks = series.filter((one): one is Bars => one.mark === 'bars');
  const values = x.columns.map((_, index) => stacks.map(({ bars }) => bars[index]?.value ?? null));
  const texts = values.map((parts) => brush.say(parts.map((value) => textOf(value, y)).join(' + ')));
  const room = Math.max(4, Math.min(MOST_NAME, Math.floor(brush.width / 3)));
  const names = distinctLabels(
    x.columns.map((name) => brush.say(safeText(name))),
    room,
  );
  const nameWidth = widest(names);
  const textWidth = widest(texts);
  const length = Math.max(4, brush.width - nameWidth - textWidth - 2);
  const several = stacks.length > 1;
  const lines = names.map((name, index) => {
    const bar = drawBar(values[index] ?? [], stacks, y.to, length, brush);
    return `${padEnd(name, nameWidth)} ${padStart(texts[index] ?? '', textWidth)} ${bar}`.trimEnd();
  });
  const legend = several
    ? stacks.map(({ label, tone }, index) => ({ mark: brush.glyphs.textures[index] ?? '', label, paint: tone }))
    : [];
  return [brush.paint(truncate(brush.say(axisTitle(y)), brush.width), 'quiet'), ...lines, ...drawLegend(legend, brush)];

  function textOf(value: number | null, axis: PlanePanel['y']): string {
    if (axis.unit === 'money') return moneyText(value, null);
    return formatValue(value, axis.unit, { ...brush.notation, days: 'whole' });
  }
}

function drawBar(
  parts: readonly (number | null)[],
  stacks: readonly Bars[],
  most: number,
  length: number,
  brush: Brush,
): string {
  const { lengths, textures } = brush.glyphs;
  if (stacks.length === 1) {
    const [value = null] = parts;
    if (value === null || value <= 0) return '';
    const eighths = Math.max(1, Math.round((value / most) * length * 8));
    const text = (lengths[7] as string).repeat(Math.floor(eighths / 8)) + (lengths[(eighths % 8) - 1] ?? '');
    return brush.paint(text, stacks[0]?.tone ?? 'plain');
  }
  let drawn = '';
  let before = 0;
  for (const [index, value] of parts.entries()) {
    const from = Math.round((before / most) * length);
    before += value ?? 0;
    const to = Math.round((before / most) * length);
    drawn += brush.paint((textures[index] ?? '#').repeat(Math.max(0, to - from)), stacks[index]?.tone ?? 'plain');
  }
  return drawn;
}
