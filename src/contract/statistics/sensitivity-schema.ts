import * as z from 'zod';
import { type Finding, findingSchema, headSchema } from '../result.ts';
import { amount, count, named, share } from '../values.ts';

/** The figures of the headline under one definition. */
const headline = {
  /** Percentiles of cycle time, in days of the definition; null: no item has a cycle time. */
  cycleTime: z.strictObject({ 50: amount, 85: amount }),
  /** Finished items a period, over the complete ones. */
  throughput: amount,
  flowEfficiency: share,
};

const sensitivitySchema = z.strictObject({
  /** The run's own definitions. */
  base: z.strictObject({
    ...headline,
    /** Items with a cycle time. */
    items: count,
    /** The period of throughput. */
    unit: z.enum(['day', 'week', 'month', 'sprint']),
    /** What it measures, in words. */
    definition: z.string(),
  }),
  /** Each other definition: the run's own with one thing changed. */
  rows: z.array(
    z.strictObject({
      change: z.string(),
      /** What is changed: the same word for all changes of one kind. */
      aspect: z.enum([
        'start policy',
        'start',
        'finish policy',
        'finish',
        'days',
        'percentile rule',
        'paused',
        'blocked',
      ]),
      /** How the configuration says it; null: it has no key for it. */
      setting: z.string().nullable(),
      ...headline,
      /** Items whose cycle time differs; where none does, those whose own flow efficiency does. */
      itemsDiffer: count,
      /** The item that differs most, with both values: days of cycle time, or the share of its own efficiency. */
      example: z
        .strictObject({ id: z.string(), base: amount, changed: amount, unit: z.enum(['days', 'share']) })
        .nullable(),
    }),
  ),
  /** What tools whose definitions are published would print of these files. */
  tools: z.array(
    z.strictObject({
      tool: z.string(),
      definition: z.string(),
      /** Where that is written. */
      source: z.string(),
      figure: z.enum(['85th percentile', 'mean', 'median']),
      /** Days; null: no item has that time. */
      value: amount,
    }),
  ),
});

/** What `sensitivity --format json` prints. */
export const sensitivityReportSchema = headSchema.extend({
  sensitivity: named<Sensitivity>(sensitivitySchema),
  findings: z.array(named<Finding>(findingSchema)),
});

export interface SensitivityReport extends z.infer<typeof sensitivityReportSchema> {}
export interface Sensitivity extends z.infer<typeof sensitivitySchema> {}
