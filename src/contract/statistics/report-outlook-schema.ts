import * as z from 'zod';
import { TREND_METRICS } from '../../model/statistics/trend-settings.ts';
import { amount, count, named } from '../values.ts';
import { forecastSchema } from './forecast-schema.ts';
import { type Period, periodSchema } from './history-schema.ts';
import { type Expectation, expectationSchema } from './risk-schema.ts';
import { seriesSchema, type TrendSeries } from './trend-schema.ts';

/** What changed since the last snapshot of a history. */
export const sinceLastSchema = z.strictObject({
  /** The history's file, as it was named. */
  history: z.string(),
  /** The period of the snapshot that the run is compared with; null without one, and `reason` says why. */
  period: named<Period>(periodSchema).nullable(),
  reason: z.string().nullable(),
  figures: z.array(
    z.strictObject({
      /** As `check` names it: `cycleTime.percentilesDays.85`. */
      path: z.string(),
      unit: z.enum(['days', 'items', 'number', 'share']),
      /** As of the end of that period, and now. */
      from: amount,
      to: amount,
      /** Whether the change is for the better; null: nothing changed, or one of the two is not known. */
      good: z.boolean().nullable(),
    }),
  ),
  /** Periods that were restated since that snapshot was first taken, by cause. */
  restated: z.strictObject({ data: count, definition: count }),
});

/** What the report says besides its figures: what does not look like chance, and what is to come. */
export const reportOutlookSchema = z.strictObject({
  /** Signals of `trend` that reach into the latest complete period. */
  signals: z.strictObject({
    unit: z.enum(['day', 'week', 'month', 'sprint']),
    /** The series that were judged in that period; where there are none, `reason` says why. */
    judged: z.array(z.enum(TREND_METRICS)),
    reason: z.string().nullable(),
    latest: z.array(
      z.strictObject({ metric: z.enum(TREND_METRICS), good: z.boolean().nullable(), message: z.string() }),
    ),
  }),
  /** Throughput as `trend` gives it: period by period, with its limits. */
  throughput: named<TrendSeries>(seriesSchema),
  /** As `forecast` gives it without options. */
  forecast: forecastSchema.pick({
    seed: true,
    trials: true,
    status: true,
    reason: true,
    items: true,
    when: true,
    warnings: true,
  }),
  /** As `risk` gives it. */
  risk: z.strictObject({
    expectation: named<Expectation>(expectationSchema),
    /** Items in progress, and those of them whose chance is not known. */
    items: count,
    unknown: count,
    /** How many will miss the expectation on average, of those whose chance is known; null where none is. */
    expectedMisses: amount,
    /** How many the expectation allows: their number × (1 − share). */
    allowedMisses: amount,
  }),
});

export interface SinceLast extends z.infer<typeof sinceLastSchema> {}
export interface ReportOutlook extends z.infer<typeof reportOutlookSchema> {}
