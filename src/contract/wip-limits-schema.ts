import * as z from 'zod';
import { days } from './distribution-schema.ts';
import { amount, count, instant, type LeftOut, leftOutSchema, named, share, stageKindSchema } from './values.ts';

/** Limits against what was in progress, and limits that would have held; `report` has the stages with a limit alone. */
export const wipLimitsSchema = z.strictObject({
  stages: z.array(
    z.strictObject({
      stage: z.string(),
      kind: stageKindSchema,
      limit: count.nullable(),
      current: count,
      average: amount,
      /** The most at one time. */
      maximum: count,
      /** Time with more than the limit. */
      overDays: days,
      overShare: share,
      /** Items beyond the limit × the time they were. */
      itemDaysBeyond: amount,
      /** Visits that entered while the stage was full, and the others. */
      visitsBeyond: count.nullable(),
      medianDaysBeyond: days,
      medianDaysWithin: days,
      /** For a stage without a limit: the least that held 85 % of the time; null where too little is known. */
      suggestion: z
        .strictObject({
          limit: count,
          heldShare: z.number(),
          /** From that instant on. */
          average: z.number(),
          from: instant,
          days: z.number(),
          visits: count,
        })
        .nullable(),
    }),
  ),
  leftOut: z.array(named<LeftOut>(leftOutSchema)),
});

export interface WipLimits extends z.infer<typeof wipLimitsSchema> {}
