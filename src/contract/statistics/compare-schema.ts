import * as z from 'zod';
import { type Finding, findingSchema, headSchema } from '../result.ts';
import { amount, count, instant, named, share } from '../values.ts';

/** The two ends of a 95 % interval; null where there is none. */
const interval = z.tuple([z.number(), z.number()]).nullable();

const sideSchema = z.strictObject({
  /** `before 2026-04-01`, the name of a file, or a value of the field. */
  label: z.string(),
  files: z.array(z.string()),
  asOf: instant.nullable(),
  /** The window of its finishes: [from, to). */
  from: instant.nullable(),
  to: instant.nullable(),
  /** Items that finished within it. */
  items: count,
});

const metricSchema = z.strictObject({
  /** `cycleTime`, `leadTime`, `throughput`, `flowEfficiency`, `sentBackShare`, `blockedShare`, `wastedShare` or `stage[…]`. */
  metric: z.string(),
  /** Days of the basis, a share from 0 to 1, or items a period. */
  unit: z.enum(['days', 'share', 'per period']),
  better: z.enum(['lower', 'higher']),
  /** What `report` says of the side: of durations the median, of throughput the mean. */
  a: amount,
  b: amount,
  /** B by A; of durations the median over all pairs of an item of each. */
  ratio: amount,
  interval,
  /** b − a. */
  difference: amount,
  p: share,
  /** Over all metrics that could be compared (Holm). */
  pAdjusted: share,
  verdict: z.enum(['improved', 'worse', 'noEvidence', 'tooFew']),
  /** Why there was too little to compare; null otherwise. */
  reason: z.string().nullable(),
  /** The ratio that this much data would have shown in about 8 of 10 cases. */
  detectableRatio: amount,
  /** Items, visits or periods of each side. */
  n: z.strictObject({ a: count, b: count }),
  /** Of durations: the chance that an item of B takes longer than one of A, equal ones half. */
  effect: share,
  effectInterval: interval,
  /** Of durations: how the 50th and the 85th percentile differ. */
  percentiles: z
    .array(z.strictObject({ percent: z.number(), a: z.number(), b: z.number(), difference: z.number(), interval }))
    .nullable(),
});

const mixSchema = z.strictObject({
  /** What items are told apart by: the field `type`, or their `points`. */
  by: z.enum(['type', 'points']),
  /** The cycle time within the two largest. */
  values: z.array(
    z.strictObject({
      value: z.string().nullable(),
      /** Its share of the items of each side. */
      share: z.strictObject({ a: z.number(), b: z.number() }),
      ratio: amount,
      interval,
      p: share,
    }),
  ),
  /** One of them goes the other way than the whole, by more than chance. */
  disagree: z.boolean(),
});

const comparisonSchema = z.strictObject({
  seed: count,
  /** What the sides are: before and from a date, two exports, or two values of a field. */
  kind: z.enum(['dates', 'exports', 'groups']),
  /** Of two values: the field. */
  by: z.string().nullable(),
  /** What throughput is counted by. */
  period: z.enum(['day', 'week', 'month', 'sprint']),
  a: sideSchema,
  b: sideSchema,
  metrics: z.array(named<MetricComparison>(metricSchema)),
  mix: z.array(mixSchema),
  /** What to keep in mind, in sentences. */
  notes: z.array(z.strictObject({ code: z.string(), message: z.string() })),
});

/** What `compare --format json` prints. */
export const compareReportSchema = headSchema.extend({
  compare: named<Comparison>(comparisonSchema),
  findings: z.array(named<Finding>(findingSchema)),
});

export interface CompareReport extends z.infer<typeof compareReportSchema> {}
export interface Comparison extends z.infer<typeof comparisonSchema> {}
export interface MetricComparison extends z.infer<typeof metricSchema> {}
