import type { ScalarPart } from '../../model/document/document-parts.ts';
import { formatValue, type Notation } from './notation.ts';
import { safeText } from './safe-text.ts';
import { sparkline, TREND_WIDTH } from './sparkline.ts';
import type { Style } from './style.ts';
import { padEnd, padStart, textWidth, truncate } from './text-width.ts';
import { wrap } from './wrap.ts';

const GAP = 2;
/** With at least this width, notes go next to their figures; with less, below them. */
const NOTE_WIDTH = 28;

/** A label and a sentence, which wraps next to its label. */
export function drawProse(parts: readonly ScalarPart[], width: number, notation: Notation, style: Style): string[] {
  const labelWidth = Math.min(widest(parts.map(({ label }) => safeText(label))), Math.floor(width / 3));
  return parts.flatMap((part) => {
    const value = safeText(formatValue(part.value, part.unit, notation));
    const text = part.note === null ? value : `${value} (${safeText(part.note)})`;
    return wrap(text, width - labelWidth - GAP).map((line, index) => {
      const label = padEnd(index === 0 ? truncate(safeText(part.label), labelWidth) : '', labelWidth);
      return `${style.context(label)}${' '.repeat(GAP)}${line}`.trimEnd();
    });
  });
}

/** Lines of label, figure, sparkline and note. */
export function drawFigures(parts: readonly ScalarPart[], width: number, notation: Notation, style: Style): string[] {
  const values = parts.map(({ value, unit }) => safeText(formatValue(value, unit, notation)));
  const valueWidth = Math.min(widest(values), Math.floor(width / 2));
  const labelWidth = Math.min(widest(parts.map(({ label }) => safeText(label))), width - valueWidth - GAP);
  const indent = labelWidth + GAP + valueWidth + GAP;
  const beside = width - indent >= NOTE_WIDTH;
  return parts.flatMap((part, index) => {
    const label = padEnd(truncate(safeText(part.label), labelWidth), labelWidth);
    const value = style.headline(padStart(truncate(values[index] as string, valueWidth), valueWidth));
    const first = `${label}${' '.repeat(GAP)}${value}`;
    const notes = context(part, beside ? width - indent : width - GAP);
    if (!beside) return [first, ...notes.map((line) => ' '.repeat(GAP) + style.context(line))];
    const [head = '', ...rest] = notes;
    return [
      head === '' ? first : `${first}${' '.repeat(GAP)}${style.context(head)}`,
      ...rest.map((line) => ' '.repeat(indent) + style.context(line)),
    ];
  });
}

function context({ scale, trend, note }: ScalarPart, width: number): string[] {
  const drawn = trend === null ? null : sparkline(trend, TREND_WIDTH, scale);
  const words = [drawn, note === null ? null : safeText(note)].filter((word) => word !== null);
  return words.length === 0 ? [] : wrap(words.join(' '), width);
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(textWidth));
}
