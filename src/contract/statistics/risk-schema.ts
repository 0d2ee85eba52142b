import * as z from 'zod';
import { days } from '../distribution-schema.ts';
import { amount, count, type LeftOut, leftOutSchema, named, share } from '../values.ts';

/** By when a share of the items should be done: the service level expectation. */
export const expectationSchema = z.strictObject({
  /** Of the basis; null where nothing was configured, and too few items finished for a percentile. */
  days,
  share: z.number(),
  /** Who says so: the option, the configuration, or the percentile of the items' own past with the open ones. */
  source: z.enum(['option', 'configuration', 'censoredPercentile']),
});

/** Why a chance, or the time that is left, is not known. */
const reason = z.enum(['olderThanAny', 'startUnknown', 'noExpectation']).nullable();

/** What may come of one item in progress. */
export const outlookSchema = z.strictObject({
  /** To be done in time, if it is not dropped. */
  chance: share,
  /** The chance is this or more: no item known was followed for so long. */
  atLeast: z.boolean(),
  /** It has reached the days of the expectation. */
  late: z.boolean(),
  reason,
});

export const riskSchema = z.strictObject({
  expectation: named<Expectation>(expectationSchema),
  /** Items in progress; those whose chance is not known, and those that are late. */
  items: count,
  unknown: count,
  late: count,
  /** Not late, and less likely than not to make it. */
  unlikely: count,
  /** How many items will miss it on average, of those whose chance is known; null where none is. */
  expectedMisses: amount,
  /** The items that the chances are taken from: all that started, those that finished, and those that were dropped. */
  followed: z.strictObject({ items: count, finished: count, dropped: count }),
  leftOut: z.array(named<LeftOut>(leftOutSchema)),
  /** The lowest chance first; unknown ones last. */
  byItem: z.array(
    outlookSchema.extend({
      id: z.string(),
      title: z.string().nullable(),
      stage: z.string(),
      ageDays: days,
      /** By when half of the items of its age were done, and 85 %: from now. */
      remainingDays: z.strictObject({ 50: days, 85: days }),
      /** Items that were unfinished at its age, and those of them that were in its stage then. */
      n: count,
      nInStage: count,
    }),
  ),
});

export interface Expectation extends z.infer<typeof expectationSchema> {}
export interface Outlook extends z.infer<typeof outlookSchema> {}
export interface Risk extends z.infer<typeof riskSchema> {}
