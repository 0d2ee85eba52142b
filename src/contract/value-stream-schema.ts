import * as z from 'zod';
import { days } from './distribution-schema.ts';
import { amount, count, type LeftOut, leftOutSchema, named, share, stageKindSchema } from './values.ts';

/** The map of the stages, and the ladder of waiting against working. */
export const valueStreamSchema = z.strictObject({
  stages: z.array(
    z.strictObject({
      stage: z.string(),
      kind: stageKindSchema,
      /** That ended within the window, before the item's end: those that the times are of. */
      visits: count,
      /** Unblocked time in an active stage. */
      medianProcessDays: days,
      totalProcessDays: z.number(),
      /** All other time. */
      medianWaitDays: days,
      totalWaitDays: z.number(),
      /** Open items in it at asOf. */
      current: count,
      entries: count,
      exits: count,
      arrivalsPerWeek: amount,
      departuresPerWeek: amount,
      passRate: share,
      firstPassYield: share,
      /** Where work went back to from here, the most frequent first. */
      returns: z.array(z.strictObject({ to: z.string(), count })),
      /** Where work went next, in the order of the stages; `back`: how many of these moves ended a return. */
      moves: z.array(z.strictObject({ to: z.string(), count, back: count })),
    }),
  ),
  /** Means over the items finished within the window, from creation to finish; they add up. */
  ladder: z.strictObject({
    items: count,
    leadDays: days,
    touchDays: days,
    waitDays: days,
    /** Process cycle efficiency: touch ÷ lead. */
    efficiency: share,
    stages: z.array(z.strictObject({ stage: z.string(), meanWaitDays: days, meanProcessDays: days })),
  }),
  leftOut: z.array(named<LeftOut>(leftOutSchema)),
  byItem: z
    .array(z.strictObject({ id: z.string(), leadDays: z.number(), touchDays: z.number(), waitDays: z.number() }))
    .optional(),
});

export interface ValueStream extends z.infer<typeof valueStreamSchema> {}
