import type { SeriesPart } from '../../model/document/document-parts.ts';
import { formatValue, type Notation } from './notation.ts';
import { safeText } from './safe-text.ts';
import { sparkline } from './sparkline.ts';
import type { Style } from './style.ts';
import { READING_WIDTH, wrapIndented } from './wrap.ts';

/** Values over time as one sparkline of the latest that fit, with its range. */
export function drawSeries(part: SeriesPart, width: number, notation: Notation, style: Style): string[] {
  const title = wrapIndented(safeText(part.title), Math.min(width, READING_WIDTH)).map(style.heading);
  const shown = part.points.slice(-width);
  const known = shown.map(({ value }) => value).filter((value) => value !== null);
  const [first] = shown;
  const last = shown.at(-1);
  if (first === undefined || last === undefined || known.length === 0)
    return [...title, style.context('Nothing to show.')];
  const least = known.reduce((a, b) => Math.min(a, b));
  const most = known.reduce((a, b) => Math.max(a, b));
  const say = (value: number) => formatValue(value, part.unit, notation);
  const latest = shown.length < part.points.length ? `, the latest ${shown.length} of ${part.points.length}` : '';
  const span = safeText(`${first.label} to ${last.label}${latest}; least ${say(least)}, most ${say(most)}`);
  return [
    ...title,
    sparkline(
      shown.map(({ value }) => value),
      width,
    ),
    ...wrapIndented(span, Math.min(width, READING_WIDTH)).map(style.context),
  ];
}
