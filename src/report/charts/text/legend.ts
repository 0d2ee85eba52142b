import { safeText } from '../../draw/safe-text.ts';
import { textWidth, truncate } from '../../draw/text-width.ts';
import { wrapIndented } from '../../draw/wrap.ts';
import type { Brush, Paint } from './brush.ts';

export interface LegendEntry {
  /** Empty: the label is a sentence, which gets lines of its own. */
  mark: string;
  label: string;
  paint: Paint;
}

const SPACE = '  ';

/** What the marks mean, as many a line as fit. */
export function drawLegend(entries: readonly LegendEntry[], brush: Brush): string[] {
  const lines: string[] = [];
  let line = '';
  let width = 0;
  for (const { label, mark, paint } of entries) {
    if (mark === '') continue;
    const room = brush.width - mark.length - 1;
    const text = truncate(brush.say(safeText(label)), room);
    const shown = `${brush.paint(mark, paint)} ${text}`;
    const own = textWidth(text) + mark.length + 1;
    if (width > 0 && width + SPACE.length + own > brush.width) {
      lines.push(line);
      [line, width] = ['', 0];
    }
    line += width > 0 ? SPACE + shown : shown;
    width += (width > 0 ? SPACE.length : 0) + own;
  }
  if (width > 0) lines.push(line);
  const sentences = entries
    .filter(({ mark }) => mark === '')
    .flatMap(({ label }) => wrapIndented(safeText(label), brush.width));
  return [...lines, ...sentences.map((text) => brush.paint(brush.say(text), 'quiet'))];
}
