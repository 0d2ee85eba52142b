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

export type Distribution = z.infer<typeof distributionSchema>;
