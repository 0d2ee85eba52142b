import * as z from 'zod';

/** Days; null where there is nothing to compute from. */
export const days: z.ZodNullable<z.ZodNumber> = z.number().nullable();

/** A distribution of durations in days. */
export const distributionSchema = z.strictObject({
  count: z.number().int(),
  meanDays: days,
  /** Of a sample: divided by n − 1. */
  standardDeviationDays: days,
  minDays: days,
  maxDays: days,
  /** Keyed by the percentile: "50", "85". */
  percentilesDays: z.record(z.string(), days),
});

export interface Distribution extends z.infer<typeof distributionSchema> {}

/** The 95 % interval of a percentile; null: too few values for that end. */
const intervalDays = z.tuple([days, days]);

/** By percentile, as `percentilesDays`. */
export const intervalsDays: z.ZodRecord<z.ZodString, typeof intervalDays> = z.record(z.string(), intervalDays);

/** A distribution of what is a sample of more to come, with what it says of that. */
export const sampleSchema = distributionSchema.extend({
  /** Between which of the values each percentile lies. */
  percentileIntervalsDays: intervalsDays,
});

export interface Sample extends z.infer<typeof sampleSchema> {}
