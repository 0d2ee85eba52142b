import * as z from 'zod';
import { amount, count, type LeftOut, leftOutSchema, named, share } from './values.ts';

/** Time and labour of rework visits. */
const again = {
  reworkDays: z.number(),
  /** Charged hours, as in `waste`: those within the window. Null if unknown. */
  hours: amount,
  /** Null where part of the hours has no rate. */
  cost: amount,
};

const loops = {
  /** Entries of an `active` stage that the item was in before, with another `active` or a `done` stage in between. */
  repeats: count,
  /** The others: it only left for a `todo`, `waiting` or `dropped` stage, and came back. */
  selfLoops: count,
};

export const reworkSchema = z.strictObject({
  items: count,
  backwardMoves: count,
  reworkDays: z.number(),
  shareOfActive: share,
  reopened: count,
  leftOut: z.array(named<LeftOut>(leftOutSchema)),
  /** From here on: the detail of the command. Reopened items ÷ items of cycle time. */
  reopenRate: share.optional(),
  labour: z.strictObject({ hours: amount, cost: amount, currency: z.string().nullable() }).optional(),
  /** From which stage to which, the most frequent first, with the rework that followed until the next one. */
  moves: z.array(z.strictObject({ from: z.string(), to: z.string(), count, items: count, ...again })).optional(),
  /** Rework that no such move came before: most often after `done`. */
  withoutMove: z.strictObject(again).optional(),
  loops: z.strictObject({ ...loops, items: count }).optional(),
  /** The `active` stages, in order. */
  byStage: z.array(z.strictObject({ stage: z.string(), ...loops, items: count, ...again })).optional(),
  byItem: z
    .array(
      z.strictObject({
        id: z.string(),
        backwardMoves: count,
        reworkDays: z.number(),
        reopened: z.boolean(),
        ...loops,
        hours: amount,
      }),
    )
    .optional(),
});

export interface Rework extends z.infer<typeof reworkSchema> {}
