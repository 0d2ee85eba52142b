import * as z from 'zod';
import { named } from './values.ts';

const count = z.number().int().nonnegative();
const amount = z.number().nullable();

const lossSchema = z.strictObject({
  /** Of one person, each time. */
  minutes: z.number(),
  people: count,
  /** `times` in every `count` of the unit. */
  every: z.strictObject({
    times: z.number(),
    count: z.number(),
    unit: z.enum(['day', 'week', 'month', 'quarter', 'sprint', 'year']),
  }),
  occasionsPerYear: z.number(),
  /** How many of the unit a year has, and where that number comes from. */
  unitsPerYear: z.number(),
  unitsFrom: z.string(),
  hoursPerYear: z.number(),
  /** Hours of the calendar's full day, and how many such days the hours are. */
  hoursPerDay: z.number(),
  workingDaysPerYear: z.number(),
  rate: amount,
  currency: z.string().nullable(),
  costPerYear: amount,
});

/** What `leak --format json` prints. */
export const leakSchema = z.strictObject({
  schemaVersion: z.literal(1),
  tool: z.strictObject({ name: z.literal('pitwall'), version: z.string() }),
  leak: named<Leak>(lossSchema),
});

export interface LeakReport extends z.infer<typeof leakSchema> {}
export interface Leak extends z.infer<typeof lossSchema> {}
