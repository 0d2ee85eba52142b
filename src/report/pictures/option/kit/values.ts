import type { Axis, Chart, ChartUnit, Series } from '../../../../model/document/chart.ts';
import { formatNumber } from '../../../../model/document/number-format.ts';
import { dateWords } from '../../../../model/time/date-words.ts';

type Notation = Chart['notation'];

/** A value as people read it. */
export function valueText(value: number | null, unit: ChartUnit, currency: string | null, notation: Notation): string {
  if (unit === 'money') return `${formatNumber(value, 'number')}${currency === null ? '' : ` ${currency}`}`;
  return formatNumber(value, unit, notation.days);
}

/** A place on an axis as people read it: a date, a column's name, a value. */
export function placeText(place: number, axis: Axis, notation: Notation): string {
  if (axis.scale === 'columns') return axis.columns[Math.round(place)] ?? '';
  if (axis.scale !== 'time') return valueText(place, axis.unit, axis.currency, notation);
  return dateWords(new Date(place).toISOString().slice(0, 10));
}

/** The label of an axis with its unit. */
export function axisLabel({ currency, label, unit }: Axis): string {
  if (unit === 'days') return `${label} (days)`;
  if (unit === 'money' && currency !== null) return `${label} (${currency})`;
  return label;
}

/** Every place across of a series with a value at each. */
export function pointsOf(series: Series): readonly { x: number; y: number | null }[] {
  return series.mark === 'area' || series.mark === 'line' ? series.points : [];
}
