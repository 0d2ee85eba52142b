import type { Axis } from '../../../model/document/chart.ts';
import { formatNumber } from '../../../model/document/number-format.ts';
import type { Notation } from '../../draw/notation.ts';

export interface Tick {
  value: number;
  label: string;
}

/** An axis of amounts with round ends. */
export interface Scale {
  from: number;
  to: number;
  log: boolean;
  ticks: readonly Tick[];
}

const MINUTE = 1 / 1440;
const HOUR = 1 / 24;
/** Parts of a day that people count in, in days. */
const PARTS = [MINUTE, 2 * MINUTE, 5 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 4 * HOUR, 6 * HOUR, 12 * HOUR];
const LOG_DAYS = [MINUTE, 10 * MINUTE, HOUR, 6 * HOUR];

/**
 * Round values along an axis, its ends included.
 * @param most how many intervals there may be
 */
export function scaleOf(axis: Axis, most: number, notation: Notation): Scale {
  if (axis.scale === 'log') return logScale(axis, notation);
  const step = stepOf(axis, Math.max(1, most), notation);
  const first = Math.floor(axis.from / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(axis.to / step - 1e-9));
  const ticks: Tick[] = [];
  for (let at = first; at <= last; at++)
    ticks.push({ value: at * step, label: labelOf(at * step, step, axis, notation) });
  return { from: first * step, to: last * step, log: false, ticks };
}

/** Where a value lies between the ends, 0 to 1. */
export function shareOf({ from, log, to }: Scale, value: number): number {
  if (!log) return (value - from) / (to - from);
  return value <= from ? 0 : Math.log(value / from) / Math.log(to / from);
}

function stepOf(axis: Axis, most: number, notation: Notation): number {
  const fits = (step: number) => Math.ceil(axis.to / step - 1e-9) - Math.floor(axis.from / step + 1e-9) <= most;
  const whole = axis.unit === 'items' || axis.unit === 'points';
  if (axis.unit === 'days' && notation.days === 'clock') {
    const part = PARTS.find((step) => step < 1 && fits(step));
    if (part !== undefined) return part;
  }
  const range = axis.to - axis.from;
  const least = range / most;
  let size = 10 ** Math.floor(Math.log10(least > 0 && Number.isFinite(least) ? least : 1));
  if ((whole || (axis.unit === 'days' && notation.days === 'clock')) && size < 1) size = 1;
  // Ends at the edges of a huge range may need a step more.
  for (let tries = 0; tries < 400; tries++, size *= 10) {
    const digit = [1, 2, 5].find((one) => fits(one * size));
    if (digit !== undefined) return digit * size;
  }
  return range > 0 ? range : 1;
}

/** A decade or a part of a day at each tick, from the one below the least to the one above the most. */
function logScale(axis: Axis, notation: Notation): Scale {
  const parts = axis.unit === 'days' && notation.days === 'clock' ? LOG_DAYS : [0.001, 0.01, 0.1];
  const steps = [...parts];
  for (let decade = 1; decade < 1e12; decade *= 10) steps.push(decade, 3 * decade);
  const below = steps.findLast((step) => step <= axis.from) ?? Math.max(axis.from, 1e-6);
  const above = steps.find((step) => step >= axis.to && step > below) ?? axis.to * 2;
  const ticks = steps
    .filter((step) => step >= below && step <= above)
    .map((value) => ({ value, label: labelOf(value, value, axis, notation) }));
  return { from: below, to: above, log: true, ticks };
}

/** `10 d`, `6 h`, `30 min`, `20 %`, `1500`. */
function labelOf(value: number, step: number, { unit }: Axis, { days }: Notation): string {
  const rounded = Math.round(value * 1e6) / 1e6;
  if (rounded === 0) return '0';
  if (unit === 'share') return `${plain(rounded * 100, step * 100)} %`;
  if (unit === 'hours') return `${plain(rounded, step)} h`;
  if (unit !== 'days') return plain(rounded, step);
  if (days === 'clock' && Math.abs(step) < 1 && Math.abs(rounded) < 1) {
    const minutes = Math.round(rounded * 1440);
    return minutes % 60 === 0 ? `${minutes / 60} h` : `${minutes} min`;
  }
  return `${plain(rounded, step)} d`;
}

/** A number with as many decimals as the step has. */
function plain(value: number, step: number): string {
  if (Number.isInteger(value)) return formatNumber(value, 'number');
  const decimals = Math.min(6, Math.max(0, Math.ceil(-Math.log10(Math.abs(step) || 1) - 1e-9)));
  return value
    .toFixed(Math.max(1, decimals))
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
}
