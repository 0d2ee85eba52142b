import * as z from 'zod';
import { days, distributionSchema } from './distribution-schema.ts';
import { amount, count, type LeftOut, leftOutSchema, named, share } from './values.ts';

const pairs = z.array(
  z.strictObject({
    from: z.string(),
    to: z.string(),
    count,
    /** From the hand-off to the item's next move, the median: the detail of the command. */
    medianPickUpDays: days.optional(),
  }),
);

const byItem = z.array(
  z.strictObject({
    id: z.string(),
    handoffs: count,
    /** How many of them went back to who had the item before. */
    pingPong: count,
  }),
);

/** What the command adds; null where nobody knows who had the items. */
const detail = {
  /** From a hand-off to the item's next move. */
  pickUp: distributionSchema.nullable(),
  /** The same for each receiver, the one of the most hand-offs first. */
  receivers: z.array(z.strictObject({ receiver: z.string(), pickUp: distributionSchema })).nullable(),
  /** Hand-offs back: `from` passed an item to `to`, and got it back. */
  pingPong: z
    .strictObject({
      count,
      items: count,
      pairs: z.array(z.strictObject({ from: z.string(), to: z.string(), count })),
    })
    .nullable(),
  /** How long each had items between their starts and ends, the longest first; null: nobody had them. */
  holding: z
    .array(
      z.strictObject({
        holder: z.string().nullable(),
        items: count,
        stays: count,
        heldDays: z.number(),
        /** Of the time between start and end of all items. */
        share,
        medianStayDays: days,
      }),
    )
    .nullable(),
  byItem,
};

const exchanges = {
  /** Null where no item's source says who had it through time. */
  total: count.nullable(),
  perItem: amount,
  /** The most frequent first. */
  pairs: pairs.nullable(),
  leftOut: z.array(named<LeftOut>(leftOutSchema)),
};

const teamsSchema = z.strictObject({
  /** Told by the owners of stages, or by the field `team`. */
  by: z.enum(['owner', 'team']),
  ...exchanges,
  ...detail,
});

export const handoffsSchema = z.strictObject({
  ...exchanges,
  ...z.strictObject(detail).partial().shape,
  /** The same between teams; null where neither a stage has an owner nor rows name teams. */
  teams: named<TeamHandoffs>(teamsSchema).nullable().optional(),
});

export interface Handoffs extends z.infer<typeof handoffsSchema> {}
export interface TeamHandoffs extends z.infer<typeof teamsSchema> {}
