import * as z from 'zod';
import { TREND_METRICS } from '../../model/statistics/trend-settings.ts';
import { type Finding, findingSchema, headSchema } from '../result.ts';
import { amount, count, date, named, share } from '../values.ts';

const pointSchema = z.strictObject({
  /** The local date on which the period starts, and the one on which the next starts. */
  start: date,
  end: date,
  /** Null: the period has no point. */
  value: amount,
  /**
   * How far it is from the point before, without a sign; with the scale `log`, by which factor. Null without one of the
   * same definition.
   */
  range: amount,
  /** The items that the value comes from; null where it is no figure of a sample. */
  n: count.nullable(),
  /** Whether it is judged by limits of fewer than 20 points. */
  provisional: z.boolean(),
});

const baselineSchema = z.strictObject({
  /** Its first and its last day, as `--baseline` takes them; null without points. */
  from: date.nullable(),
  to: date.nullable(),
  points: count,
  provisional: z.boolean(),
  /** How far the width of the limits may be off, relative to it; null without limits. */
  widthUncertainty: share,
});

const signalSchema = z.strictObject({
  rule: z.enum(['outside', 'run', 'twoOfThree', 'fourOfFive']),
  /** The first day of its first period, and the last of its last. */
  from: date,
  to: date,
  /** Periods from the first to the last that have a point. */
  points: count,
  direction: z.enum(['above', 'below']),
  /** Whether that is better for this metric; null: it has no better side. */
  good: z.boolean().nullable(),
  /** Whether it reaches to the latest point. */
  latest: z.boolean(),
  message: z.string(),
});

export const seriesSchema = z.strictObject({
  metric: z.enum(TREND_METRICS),
  unit: z.enum(['items', 'days', 'share']),
  better: z.enum(['lower', 'higher']).nullable(),
  /** `log`: limits and signals are those of the logarithms; every value is in the unit all the same. */
  scale: z.enum(['linear', 'log']),
  /** Every complete period of the window, oldest first. */
  points: z.array(pointSchema),
  baseline: baselineSchema,
  mean: amount,
  /** Null without limits, and where the quantity cannot go. */
  upper: amount,
  lower: amount,
  /** How far neighbours differ at most; with the scale `log`, by which factor. */
  rangeUpper: amount,
  /** Why there are no limits. */
  reason: z.enum(['carriesOver', 'tooFew', 'noVariation']).nullable(),
  signals: z.array(signalSchema),
  /** A run that goes on to the end: since when, and the option that makes it the new baseline. */
  shift: z.strictObject({ from: date, option: z.string() }).nullable(),
  /** The chance that a process that does not change gives a signal in so many points; null where it is not known. */
  falseAlarmShare: share,
  /** Where a definition changed: limits and signals are those of the periods from the last one on. */
  breaks: z.array(z.strictObject({ at: date, fingerprint: z.string() })),
  notes: z.array(z.strictObject({ code: z.string(), message: z.string() })),
});

const trendSchema = z.strictObject({
  unit: z.enum(['day', 'week', 'month', 'sprint']),
  rules: z.enum(['both', 'western-electric']),
  /** The history that the points were kept in; null where they come from an export. */
  history: z.strictObject({ file: z.string(), series: z.string() }).nullable(),
  series: z.array(named<TrendSeries>(seriesSchema)),
});

/** What `trend --format json` prints. */
export const trendReportSchema = headSchema.extend({
  trend: named<Trend>(trendSchema),
  findings: z.array(named<Finding>(findingSchema)),
});

export interface TrendReport extends z.infer<typeof trendReportSchema> {}
export interface Trend extends z.infer<typeof trendSchema> {}
export interface TrendSeries extends z.infer<typeof seriesSchema> {}
