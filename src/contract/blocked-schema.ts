import * as z from 'zod';
import { amount, count, type LeftOut, leftOutSchema, named, share } from './values.ts';

const kind = z.enum(['blocked', 'waiting']);

export const blockedSchema = z.strictObject({
  /** The days of `waste`: of the items that are not dropped, within the window. */
  blockedDays: z.number(),
  waitingDays: z.number(),
  currency: z.string().nullable(),
  /** Null where part of the days has no rate. */
  cost: amount,
  /** The longest first; `report` holds the ten longest, `blocked` all. */
  reasons: z.array(
    z.strictObject({
      kind,
      /** What the flag says, or the status waited in; null: a flag that says nothing. */
      reason: z.string().nullable(),
      /** Blocked periods, or visits to the status. */
      count,
      items: count,
      days: z.number(),
      /** Of blockedDays + waitingDays. */
      share,
      cost: amount,
    }),
  ),
  leftOut: z.array(named<LeftOut>(leftOutSchema)),
  byItem: z
    .array(
      z.strictObject({
        id: z.string(),
        kind,
        reason: z.string().nullable(),
        count,
        days: z.number(),
        cost: amount,
      }),
    )
    .optional(),
});

export interface Blocked extends z.infer<typeof blockedSchema> {}
