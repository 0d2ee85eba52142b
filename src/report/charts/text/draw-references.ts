import type { PlanePanel, Reference } from '../../../model/document/chart.ts';
import { safeText } from '../../draw/safe-text.ts';
import { padEnd, textWidth, truncate } from '../../draw/text-width.ts';
import type { Brush } from './brush.ts';
import type { LegendEntry } from './legend.ts';
import type { Plot } from './plot.ts';

/** From this width on, a line's label stands beside it with its value. */
const ROOMY = 72;
/** A longer name of a line stands below alone, where its value does not fit beside it. */
const SHORT = 6;

export function drawReference(
  { canvas, column, row }: Plot,
  { axis, tone, value }: Reference,
  { glyphs }: Brush,
): void {
  if (axis === 'y')
    for (let at = 0; at < canvas.columns; at++) canvas.put(at, row(value), glyphs.reference.level, tone);
  else for (let at = 0; at < canvas.rows; at++) canvas.put(column(value), at, glyphs.reference.upright, tone);
}

/** Texts to the right of the plot, at the rows of the lines that they name. */
export function besideOf(
  { references }: PlanePanel,
  brush: Brush,
): { labels: (reference: Reference) => string; width: number; full: boolean } {
  const upright = references.filter(({ axis }) => axis === 'y');
  const whole = ({ label, text }: Reference) => brush.say(safeText(`${label} ${text}`));
  const short = ({ label }: Reference) => {
    const text = brush.say(safeText(label));
    return textWidth(text) <= SHORT ? text : '';
  };
  const widthOf = (textOf: (reference: Reference) => string) =>
    upright.reduce((most, one) => Math.max(most, textWidth(textOf(one)) + 1), 0);
  const full = brush.width >= ROOMY && widthOf(whole) <= 24;
  const labels = full ? whole : short;
  return { labels, width: Math.min(widthOf(labels), Math.floor(brush.width / 3)), full };
}

/** The rows at which lines are named: their own or the one beside it; a line without room is named below alone. */
export function placesOf(plot: Plot, references: readonly Reference[]): Map<number, Reference> {
  const names = new Map<number, Reference>();
  for (const reference of references) {
    if (reference.axis !== 'y') continue;
    const own = plot.row(reference.value);
    const row = [own, own - 1, own + 1].find((at) => at >= 0 && at < plot.canvas.rows && !names.has(at));
    if (row !== undefined) names.set(row, reference);
  }
  return names;
}

/** The names of upright lines above the plot, in as many rows as they need. */
export function aboveOf(references: readonly Reference[], plot: Plot, left: number, brush: Brush): string[] {
  const rows: string[] = [];
  const room = left + plot.canvas.columns;
  for (const { label, value } of references) {
    const text = truncate(brush.say(safeText(label)), room);
    const width = textWidth(text);
    const start = Math.max(0, Math.min(room - width, left + plot.column(value) - Math.floor(width / 2)));
    let row = rows.findIndex((line) => textWidth(line) + 1 <= start);
    if (row === -1) row = rows.push('') - 1;
    rows[row] = padEnd(rows[row] as string, start) + text;
  }
  return rows.reverse().map((line) => brush.paint(line, 'quiet'));
}

/** The values of the lines, where they do not stand beside them. */
export function valuesOf({ references }: PlanePanel, plot: Plot, full: boolean, { glyphs }: Brush): LegendEntry[] {
  const beside = new Set(placesOf(plot, references).values());
  return references
    .filter((reference) => !full || !beside.has(reference))
    .map(({ axis, label, text, tone }) => ({
      mark: axis === 'x' ? glyphs.reference.upright : glyphs.reference.level,
      label: `${label} ${text}`,
      paint: tone,
    }));
}
