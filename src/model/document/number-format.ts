import type { Unit } from './document-parts.ts';

/** Said where a value is not known. */
export const UNKNOWN = '—';

/**
 * A number as people read it: rounded, with its unit. The one place where figures become text. Nothing separates
 * thousands: a comma, a point or a space would make another number, or none, of what is pasted into a spreadsheet.
 *
 * @param days `clock`: a day is 24 hours, so less than one is written in hours, minutes or seconds. `whole`: days may
 * be working days, of which nobody but the calendar knows the hours, so they stay days (`0.38 d`).
 * @throws RangeError for NaN and infinity: what cannot be computed is null, so these are a defect
 */
export function formatNumber(value: number | null, unit: Unit, days: 'clock' | 'whole' = 'whole'): string {
  if (value === null) return UNKNOWN;
  if (!Number.isFinite(value)) throw new RangeError(`a figure in ${unit} is ${value}; unknown must be null`);
  if (value < 0) return negative(formatNumber(-value, unit, days));
  switch (unit) {
    case 'days':
      return days === 'clock' ? clockTime(value) : wholeDays(value);
    case 'hours':
      return hours(value);
    case 'share':
      return percent(value);
    case 'per day':
      return `${plainNumber(value)} / d`;
    default:
      return plainNumber(value);
  }
}

/** A count with its noun: `1 item`, `12430 items`. */
export function countOf(count: number, noun: string, plural = `${noun}s`): string {
  return `${formatNumber(count, 'number')} ${count === 1 ? noun : plural}`;
}

/** Days that items waited: `1 item-day`, `24.5 item-days`. */
export function itemDays(days: number): string {
  return `${formatNumber(days, 'number')} ${days === 1 ? 'item-day' : 'item-days'}`;
}

/** Less than nothing, but by less than can be shown: `<1 s` turns into `>-1 s`. */
export function negative(text: string): string {
  if (text.startsWith('<')) return `>-${text.slice(1)}`;
  return text.startsWith('>') ? `<-${text.slice(1)}` : `-${text}`;
}

function hours(value: number): string {
  if (value === 0) return '0 h';
  return value < 0.05 ? '<0.1 h' : `${decimals(value, 1)} h`;
}

function clockTime(days: number): string {
  if (days === 0) return '0 d';
  const steps: [size: number, limit: number, unit: string][] = [
    [86_400, 60, 's'],
    [1440, 60, 'min'],
    [24, 24, 'h'],
  ];
  if (days * 86_400 < 1) return '<1 s';
  for (const [size, limit, unit] of steps) {
    // As rounded, so that 9.97 minutes are 10 and not 10.0 min, and 59.97 are 1 h and not 60 min.
    const digits = unit !== 'h' && round(days * size, 1) >= 10 ? 0 : 1;
    if (round(days * size, digits) < limit) return `${decimals(days * size, digits)} ${unit}`;
  }
  return `${decimals(days, 1)} d`;
}

function wholeDays(days: number): string {
  if (days === 0) return '0 d';
  if (days < 0.005) return '<0.01 d';
  return `${decimals(days, round(days, 2) < 1 ? 2 : 1)} d`;
}

/** Never 0 % for something nor 100 % for less than all. */
function percent(share: number): string {
  const hundred = share * 100;
  if (share === 0 || share === 1) return `${hundred} %`;
  if (hundred < 0.05) return '<0.1 %';
  if (share < 1 && hundred >= 99.95) return '>99.9 %';
  return `${decimals(hundred, round(hundred, 1) < 10 || (hundred >= 99.5 && share < 1) ? 1 : 0)} %`;
}

/** Whole numbers as they are, others with up to three digits that count. */
function plainNumber(value: number): string {
  if (Number.isInteger(value)) return String(value);
  if (value < 0.005) return '<0.01';
  return decimals(value, round(value, 2) < 10 ? 2 : 1)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
}

/** At most `digits` decimals; none from 100 on, where they would feign precision. */
export function decimals(value: number, digits: number): string {
  return round(value, digits) < 100 ? round(value, digits).toFixed(digits) : Math.round(value).toFixed(0);
}

function round(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
