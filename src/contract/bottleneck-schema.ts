import * as z from 'zod';
import { days } from './distribution-schema.ts';
import { amount, count, type LeftOut, leftOutSchema, named, stageKindSchema } from './values.ts';

/** The stage whose queue grows by more than chance. */
export const bottleneckSchema = z.strictObject({
  /** Null: none stands out. */
  stage: z.string().nullable(),
  /** Where most of what left the bottleneck went next. */
  feeds: z.string().nullable(),
  /** Equal parts of the window that are compared; 0: the window is too short to judge. */
  parts: count,
  partDays: days,
  /** A stage grows if so much growth is at most so likely where nothing grows: 0.05 ÷ the stages that are tested. */
  threshold: amount,
  stages: z.array(
    z.strictObject({
      stage: z.string(),
      kind: stageKindSchema,
      verdict: z.enum(['grows', 'steady', 'too few']),
      entries: count,
      exits: count,
      growth: z.number().int(),
      /** Arrivals ÷ departures. */
      load: amount,
      growthPerWeek: amount,
      firstHalfGrowth: z.number().int().nullable(),
      secondHalfGrowth: z.number().int().nullable(),
      /** How likely at least so much growth is where arrivals and departures keep pace. */
      chance: amount,
      wipAtStart: count,
      wipAtEnd: count,
      /** Median time of the visits that ended in the first and in the second half of the window. */
      firstHalfVisitDays: days,
      secondHalfVisitDays: days,
      /** Items in it at the end of each part. */
      wip: z.array(count).optional(),
    }),
  ),
  leftOut: z.array(named<LeftOut>(leftOutSchema)),
});

export interface Bottleneck extends z.infer<typeof bottleneckSchema> {}
