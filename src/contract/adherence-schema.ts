import * as z from 'zod';
import { days } from './distribution-schema.ts';
import { count, type LeftOut, leftOutSchema, named, share } from './values.ts';

/** The path against what items did, and time limits. */
export const adherenceSchema = z.strictObject({
  path: z.array(z.string()),
  /** `path:`, the active stages of a configured workflow, or the most common way. */
  pathFrom: z.enum(['path', 'workflow', 'most common']),
  /** Finished within the window. */
  items: count,
  onPath: count,
  onPathShare: share,
  withSkips: count,
  withReturns: count,
  withDetours: count,
  /** The path's stages, in its order. */
  stages: z.array(
    z.strictObject({
      stage: z.string(),
      /** Items that never were in it. */
      skipped: count,
      skippedShare: share,
      /** Entries after a later stage of the path had been reached. */
      outOfOrder: count,
    }),
  ),
  /** Active stages that are not on the path, and done ones that were left for more work; the most visited first. */
  detours: z.array(z.strictObject({ stage: z.string(), items: count })),
  /** How many different ways there are. */
  ways: count,
  /** The ten most frequent. */
  variants: z.array(
    z.strictObject({
      /** Its first 50 stages. */
      way: z.array(z.string()),
      /** How many stages it has. */
      steps: count,
      items: count,
      share: z.number(),
      onPath: z.boolean(),
      /** Of the items with a known cycle time. */
      medianDays: days,
      highDays: days,
    }),
  ),
  /** The percentile that `highDays` is. */
  highPoint: z.number(),
  /** `limits:` of the configuration. */
  limits: z.array(
    z.strictObject({
      stage: z.string(),
      maxDays: z.number(),
      /** That ended within the window, or are still open at its end. */
      visits: count,
      over: count,
      overShare: share,
      /** Items with a visit that is over. */
      items: count,
      /** Their longest visit, the worst first; `report` has the ten worst. */
      byItem: z.array(
        z.strictObject({ id: z.string(), days: z.number(), excessDays: z.number(), stillThere: z.boolean() }),
      ),
    }),
  ),
  leftOut: z.array(named<LeftOut>(leftOutSchema)),
  byItem: z
    .array(
      z.strictObject({
        id: z.string(),
        onPath: z.boolean(),
        skipped: z.array(z.string()),
        outOfOrder: count,
        detours: z.array(z.string()),
        cycleTimeDays: days,
      }),
    )
    .optional(),
});

export interface Adherence extends z.infer<typeof adherenceSchema> {}
