import type { Axis } from '../../../model/document/chart.ts';
import { distinctLabels } from '../../draw/distinct-labels.ts';
import { safeText } from '../../draw/safe-text.ts';
import { padEnd, textWidth, widest } from '../../draw/text-width.ts';
import { wrapIndented } from '../../draw/wrap.ts';
import type { Brush } from './brush.ts';
import type { Plot } from './plot.ts';
import { spanText } from './time-ticks.ts';
import type { Tick } from './value-ticks.ts';

/** A name cut shorter than this is a number with the name below. */
const LEAST_NAME = 7;

const UNITS: Partial<Record<Axis['unit'], string>> = { days: '', items: '', points: '', hours: '' };

/** `Cost, EUR`; for a logarithmic scale it says so. */
export function axisTitle({ currency, label, scale, unit }: Axis): string {
  const money = unit === 'money' && currency !== null ? `, ${safeText(currency)}` : (UNITS[unit] ?? '');
  return `${safeText(label)}${money}${scale === 'log' ? ' (logarithmic)' : ''}`;
}

/** Labels below the ticks, as many as do not touch, and what the axis shows. */
export function drawTickLabels(ticks: readonly Tick[], plot: Plot, left: number, brush: Brush, axis?: Axis): string[] {
  let line = '';
  for (const { label, value } of ticks) {
    const text = brush.say(label);
    const middle = left + plot.column(value);
    const start = Math.max(0, Math.min(left + plot.canvas.columns - text.length, middle - Math.floor(text.length / 2)));
    if (line === '' || start >= line.length + 2) line = padEnd(line, start) + text;
  }
  if (axis === undefined) return [line];
  const span = axis.scale === 'time' ? `, ${spanText(plot.x.from, plot.x.to)}` : '';
  const title = brush.say(`${axisTitle(axis)}${span}`);
  const fits = left + textWidth(title) <= brush.width;
  return [line, ...(fits ? [' '.repeat(left) + title] : wrapIndented(title, brush.width))];
}

/** The names of columns below their middles; numbers, with the names below, where these have no room. */
export function drawColumnNames({ columns }: Axis, plot: Plot, left: number, brush: Brush): string[] {
  const names = columns.map((name) => brush.say(safeText(name)));
  const room = Math.max(1, Math.floor(plot.canvas.columns / names.length) - 1);
  const fits = widest(names) <= room || room >= LEAST_NAME;
  const shown = fits ? distinctLabels(names, room) : names.map((_, index) => String(index + 1));
  let line = ' '.repeat(left);
  for (const [index, text] of shown.entries()) {
    const first = left + plot.column(index - 0.5);
    const start = Math.max(first, first + Math.floor((room - textWidth(text)) / 2));
    // Numbers that touch would be read as one.
    const touches = index > 0 && textWidth(line) >= start;
    line = touches ? line : padEnd(line, start) + text;
  }
  if (fits) return [line];
  return [line, ...wrapIndented(names.map((name, index) => `${index + 1} ${name}`).join(', '), brush.width)];
}
