import * as z from 'zod';
import { days } from './distribution-schema.ts';
import { amount, count, type LeftOut, leftOutSchema, named, share } from './values.ts';

/** Labour and delay are different money: two columns, never one. */
const costOfAYear = z.strictObject({
  days: z.number(),
  hours: z.number(),
  labourCost: amount,
  delayCost: amount,
});

/** What checks cost, and what they catch. */
export const reviewYieldSchema = z.strictObject({
  /** Fewer visits than this are not judged. */
  minimumVisits: count,
  currency: z.string().nullable(),
  stages: z.array(
    z.strictObject({
      stage: z.string(),
      /** Why the stage is taken for a check. */
      because: z.enum(['configured', 'name', 'sent back']),
      /**
       * Almost always passed, much sent back, or neither; an inferred order in which more goes back than on; too few to
       * say.
       */
      verdict: z.enum(['passes', 'sends back', 'neither', 'order in doubt', 'too few']),
      /** Visits that ended within the window, those resumed after mere waiting taken as one. */
      visits: count,
      passed: count,
      sentBack: count,
      dropped: count,
      passRate: share,
      /** Time in the waiting stages passed since the stage of direction before it. */
      queueDays: z.number(),
      /** Time in the stage itself. */
      ownDays: z.number(),
      /** Queue and own time of one visit. */
      medianDays: days,
      /** Charged within the window. */
      hours: z.number(),
      labourCost: amount,
      delayCost: amount,
      /** The window's figures for a year of 365.25 days; null for windows under 28 days. */
      perYear: costOfAYear.extend({ visits: z.number(), sentBack: z.number() }).nullable(),
      /** Where it sends work back to, and what happens until the work is back. */
      returns: z.strictObject({
        to: z.array(z.strictObject({ to: z.string(), count })),
        /** That are over: the work is back at the stage or past it, or the item ended. */
        over: count,
        meanDays: days,
        meanHours: amount,
        days: z.number(),
        hours: z.number(),
        labourCost: amount,
        perYear: costOfAYear.omit({ delayCost: true }).nullable(),
      }),
    }),
  ),
  leftOut: z.array(named<LeftOut>(leftOutSchema)),
});

export interface ReviewYield extends z.infer<typeof reviewYieldSchema> {}
