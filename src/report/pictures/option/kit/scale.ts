import type { Axis } from '../../../../model/document/chart.ts';
import { formatNumber } from '../../../../model/document/number-format.ts';
import { DAY_MS } from '../../../../model/time/units.ts';

/** An axis with the ends and the ticks that are drawn. */
export interface Scale {
  axis: Axis;
  min: number;
  max: number;
  ticks: readonly { at: number; text: string }[];
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
/** Pixels that a label on a time axis needs. */
const TIME_LABEL = 52;

/**
 * @param pixels how long the axis is
 * @param padded whether room is left after the last value
 */
export function scaleOf(axis: Axis, pixels: number, padded: boolean): Scale {
  switch (axis.scale) {
    case 'time':
      return { axis, min: axis.from, max: axis.to, ticks: timeTicks(axis.from, axis.to, pixels / TIME_LABEL) };
    case 'columns':
      return { axis, min: axis.from, max: axis.to, ticks: axis.columns.map((text, at) => ({ at, text })) };
    case 'log':
      return logScale(axis);
    default:
      return linearScale(axis, pixels, padded);
  }
}

/** How far along the axis a value lies, 0 to 1. */
export function shareAlong({ axis, max, min }: Scale, value: number): number {
  if (axis.scale !== 'log') return (value - min) / (max - min);
  return (Math.log(Math.max(value, min)) - Math.log(min)) / (Math.log(max) - Math.log(min));
}

function linearScale(axis: Axis, pixels: number, padded: boolean): Scale {
  const whole = axis.unit === 'items' || axis.unit === 'points' || axis.unit === 'number';
  const wanted = Math.max(2, Math.min(7, Math.floor(pixels / 45)));
  // A mark that touches the upper edge looks cut off.
  const top = padded ? axis.to + (axis.to - axis.from) * 0.03 : axis.to;
  const coarse = niceStep((axis.to - axis.from) / wanted, whole);
  const fine = niceStep((axis.to - axis.from) / (wanted + 2), whole);
  const end = (step: number) => exact(Math.ceil(top / step - 1e-9) * step);
  // Two more ticks are better than a plane that stays empty above.
  const step = end(fine) < end(coarse) * 0.9 ? fine : coarse;
  const min = exact(Math.floor(axis.from / step + 1e-9) * step);
  const above = end(step);
  const max = axis.unit === 'share' ? Math.min(1, above) : above;
  const count = Math.round((max - min) / step);
  const ticks = Array.from({ length: count + 1 }, (_, index) => {
    const at = exact(min + index * step);
    return { at, text: tickText(axis, at) };
  });
  return { axis, min, max, ticks };
}

/** Without what the binary system adds: 0.7000000000000001. */
function exact(value: number): number {
  return Number(value.toPrecision(12));
}

/** 1, 2, 2.5 or 5 times a power of ten; a whole number where there are no halves. */
function niceStep(rough: number, whole: boolean): number {
  if (!(rough > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 2.5, 5, 10].find((candidate) => candidate * power >= rough * 0.999) ?? 10;
  return whole ? Math.max(1, Math.ceil(factor * power)) : factor * power;
}

function logScale(axis: Axis): Scale {
  const low = Math.floor(Math.log10(axis.from) + 1e-9);
  const high = Math.ceil(Math.log10(axis.to) - 1e-9);
  const ticks = Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index));
  // Between the powers of ten, where there are few of them.
  const all = high - low > 3 ? ticks : ticks.flatMap((at) => [at, at * 3]).filter((at) => at <= 10 ** high);
  return {
    axis,
    min: Math.min(axis.from, 10 ** low),
    max: Math.max(axis.to, 10 ** high),
    ticks: all.map((at) => ({ at, text: tickText(axis, exact(at)) })),
  };
}

function tickText({ unit }: Axis, value: number): string {
  // Whole percents have no decimals beside others that have none.
  if (unit === 'share')
    return Number.isInteger(exact(value * 100)) ? `${exact(value * 100)} %` : formatNumber(value, 'share');
  return Number.isInteger(value) ? formatNumber(value, 'number') : String(value);
}

/** Local dates at which a tick helps: days, Mondays, months or years, as many as there is room for. */
function timeTicks(from: number, to: number, room: number): { at: number; text: string }[] {
  const days = (to - from) / DAY_MS;
  const steps = [1, 2, 7, 14, 28].find((step) => days / step <= room);
  if (steps !== undefined && days < 100) return dayTicks(from, to, steps);
  const months = [1, 2, 3, 6, 12, 24, 60, 120].find((step) => days / 30.4 / step <= room) ?? 240;
  return monthTicks(from, to, months);
}

function dayTicks(from: number, to: number, step: number): { at: number; text: string }[] {
  const ticks = [];
  let day = Math.ceil(from / DAY_MS);
  // 1970-01-05 was a Monday.
  if (step >= 7) while ((day - 4) % 7 !== 0) day++;
  let month = -1;
  for (; day * DAY_MS <= to; day += step) {
    const date = new Date(day * DAY_MS);
    const named = date.getUTCMonth() !== month;
    month = date.getUTCMonth();
    ticks.push({
      at: day * DAY_MS,
      text: named || step >= 7 ? `${date.getUTCDate()} ${MONTHS[month]}` : String(date.getUTCDate()),
    });
  }
  return withYear(ticks);
}

function monthTicks(from: number, to: number, step: number): { at: number; text: string }[] {
  const first = new Date(from);
  let month = first.getUTCFullYear() * 12 + first.getUTCMonth();
  while (month % step !== 0) month++;
  const ticks = [];
  for (; ; month += step) {
    const at = Date.UTC(Math.floor(month / 12), month % 12, 1);
    if (at > to) break;
    if (at >= from)
      ticks.push({ at, text: step >= 12 ? String(Math.floor(month / 12)) : (MONTHS[month % 12] as string) });
  }
  return step >= 12 ? ticks : withYear(ticks);
}

/** The first tick, and the first of each further year, says which year it is. */
function withYear(ticks: readonly { at: number; text: string }[]): { at: number; text: string }[] {
  let year = Number.NaN;
  return ticks.map(({ at, text }) => {
    const own = new Date(at).getUTCFullYear();
    const said = own === year ? text : `${text}\n${own}`;
    year = own;
    return { at, text: said };
  });
}
