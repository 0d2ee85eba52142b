import * as z from 'zod';
import { COMPARISONS } from '../../model/statistics/check.ts';
import { type Failure, failureSchema } from '../output.ts';
import { type Finding, findingSchema, headSchema } from '../result.ts';
import { amount, count, date, named } from '../values.ts';

const resultSchema = z.strictObject({
  name: z.string(),
  /** The expression as written. */
  check: z.string(),
  /** The figure's path within the output of `report`, or of the metric's own command. */
  path: z.string(),
  operator: z.enum(COMPARISONS),
  /** Null where the data cannot support it. */
  value: amount,
  /** In the unit of the value; null where there is no baseline to take it from. */
  limit: amount,
  unit: z.enum(['days', 'hours', 'share', 'number']),
  /** What a relative limit is a multiple of; null for the others. */
  baseline: z
    .strictObject({
      factor: z.number(),
      /** The median of the figure over snapshots of the history, in the unit of the value; null without any. */
      value: amount,
      /** How many snapshots have the figure. */
      periods: count,
      /** The first day of the first of them, and the day after the last. */
      from: date.nullable(),
      to: date.nullable(),
      /** How many periods before the run's last complete one the latest snapshot is. */
      agePeriods: count.nullable(),
      /** Why there is no baseline; null if there is one. */
      reason: z.string().nullable(),
    })
    .nullable(),
  /** The sample behind the value; null where the figure has none. */
  n: count.nullable(),
  status: z.enum(['passed', 'failed', 'tooFew', 'noBaseline']),
  level: z.enum(['error', 'warn']),
  /** The result in words. */
  message: z.string(),
});

/** What `check --format json` prints. */
export const checkSchema = headSchema.extend({
  check: z.strictObject({
    /** The worst first. */
    results: z.array(named<CheckResult>(resultSchema)),
    passed: count,
    failed: count,
    tooFew: count,
    noBaseline: count,
  }),
  findings: z.array(named<Finding>(findingSchema)),
  failures: z.array(named<Failure>(failureSchema)),
});

export interface CheckReport extends z.infer<typeof checkSchema> {}
export interface CheckResult extends z.infer<typeof resultSchema> {}
