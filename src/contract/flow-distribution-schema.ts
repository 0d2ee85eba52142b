import * as z from 'zod';
import { days, distributionSchema } from './distribution-schema.ts';
import { count, type LeftOut, leftOutSchema, named, share } from './values.ts';

export const flowDistributionSchema = z.strictObject({
  /** The field that items are grouped by: `--by`, else `type`. */
  field: z.string(),
  arrived: count,
  /** The most arrivals first; `report` holds the first ten, `distribution` all. */
  values: z.array(
    z.strictObject({
      /** Null: items without a value. */
      value: z.string().nullable(),
      /** Created within the window. */
      arrived: count,
      /** Of all that arrived. */
      share,
      /** What became of those that arrived, at asOf. */
      ofArrived: z.strictObject({ finished: count, dropped: count, inProgress: count, notStarted: count }),
      /** Within the window, whenever they arrived. */
      finished: count,
      dropped: count,
      /** At asOf, whenever they arrived. */
      inProgress: count,
      notStarted: count,
      medianCycleTimeDays: days,
      /** From the creation to asOf, of the items not started. */
      unstartedAge: distributionSchema,
    }),
  ),
  unstartedAge: distributionSchema,
  leftOut: z.array(named<LeftOut>(leftOutSchema)),
  /** The items not started, the oldest first. */
  byItem: z
    .array(z.strictObject({ id: z.string(), value: z.string().nullable(), stage: z.string(), ageDays: z.number() }))
    .optional(),
});

export interface FlowDistribution extends z.infer<typeof flowDistributionSchema> {}
