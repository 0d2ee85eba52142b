import { suggestionFor } from '../../model/other-words.ts';
import { TREND_METRICS, type TrendMetric, type TrendSettings } from '../../model/statistics/trend-settings.ts';
import { dayOfDate } from '../../model/time/zone.ts';
import { optionError } from '../problems/option-problem.ts';

/** The options of a trend. */
export interface TrendOptions {
  /** Which series: names, or lists with commas; all of them by default. */
  metric?: string | readonly string[];
  /** The periods that lie within these local dates are what the others are compared with: `2026-01-05..2026-05-24`. */
  baseline?: string;
  /** `western-electric` adds two finer rules. */
  rules?: string;
}

/** The options of the trend of a history. */
export interface HistoryTrendOptions extends TrendOptions {
  /** The series of the history; may be left out if it has but one. */
  series?: string;
  /** The period; the one that the latest snapshot has by default. */
  unit?: string;
}

/** @throws PitwallError `bad-option` */
export function trendSettingsOf({ baseline, metric = [], rules }: TrendOptions): TrendSettings {
  if (rules !== undefined && rules !== 'western-electric') {
    throw optionError('--rules', `\`${rules}\` are no rules`, 'Write western-electric, or leave it out');
  }
  return {
    metrics: metricsOf(typeof metric === 'string' ? [metric] : metric),
    baseline: baseline === undefined ? null : baselineOf(baseline),
    rules: rules ?? 'both',
  };
}

function metricsOf(asked: readonly string[]): TrendMetric[] {
  const names = asked.flatMap((list) => String(list).split(',')).map((name) => name.trim());
  const chosen = new Set(names.map(metricOf));
  return TREND_METRICS.filter((metric) => chosen.size === 0 || chosen.has(metric));
}

/** By its key or, as commands are named, in kebab case. */
function metricOf(name: string): TrendMetric {
  const known = TREND_METRICS.find((metric) => metric === name || kebab(metric) === name);
  if (known !== undefined) return known;
  const near = suggestionFor(name, [...TREND_METRICS.map(kebab), ...TREND_METRICS]);
  const cure = near === null ? `Write some of ${TREND_METRICS.map(kebab).join(', ')}` : `Did you mean \`${near}\`?`;
  throw optionError('--metric', `there is no series \`${name}\``, cure);
}

function kebab(metric: string): string {
  return metric.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function baselineOf(text: string): TrendSettings['baseline'] {
  const [first = '', last = '', more] = String(text).split('..');
  const from = dayOfDate(first.trim());
  const to = dayOfDate(last.trim());
  if (more === undefined && from <= to) return { from, to };
  throw optionError(
    '--baseline',
    `\`${text}\` is no span of dates`,
    'Write its first and its last day, such as 2026-01-05..2026-05-24',
  );
}
