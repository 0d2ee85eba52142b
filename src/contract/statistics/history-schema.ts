import * as z from 'zod';
import { amount, count, date, instant } from '../values.ts';

export const periodSchema = z.strictObject({
  /** Its first local day, and the day after its last. */
  start: date,
  end: date,
  unit: z.enum(['day', 'week', 'month', 'sprint']),
});

/** What a period by itself came to; null where the data cannot support it. */
const pointsSchema = z.looseObject({
  throughput: count,
  arrivals: count.nullable(),
  netFlow: z.number().int().nullable(),
  /** The mean of the natural logarithms of the cycle times in days, of the n that finished; null below 6. */
  cycleTime: z.looseObject({ n: count, zeros: count, meanLog: amount }),
  wip: count.nullable(),
  /** The median age in days of the n in progress at its end. */
  age: z.looseObject({ n: count, medianDays: amount }),
  flowEfficiency: z.looseObject({ n: count, share: amount }),
  wastedShare: amount,
});

const perDay = z.array(count).nullable();
/** A count for each local day of the period; null where no item's creation (or start) is known. */
const dailySchema = z.looseObject({
  created: perDay,
  started: perDay,
  finished: z.array(count),
  dropped: z.array(count),
});

const figures = z.record(z.string(), z.json());
const digest = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .nullable();
const fingerprint = z.string().regex(/^[0-9a-f]{16}$/);
const tool = z.looseObject({ name: z.string(), version: z.string() });
const durations = z.array(z.number().nonnegative());

/** What a line said before: each metric that was not what it is now, whole; null where it was not there. */
const restatementSchema = z.looseObject({
  from: z.looseObject({
    /** The other definitions that it had; left out where they were the same. */
    fingerprint: fingerprint.optional(),
    asOf: instant,
    inputHash: digest,
    tool,
    figures,
    points: z.record(z.string(), z.json()),
    daily: dailySchema.optional(),
    durations: durations.optional(),
  }),
  /** The asOf of what replaced it. */
  at: instant,
  cause: z.enum(['data', 'definition']),
});

/** One line of a history. Keys that are not known survive. */
export const snapshotLineSchema = z.looseObject({
  schemaVersion: z.literal(1),
  tool,
  /** What tells the boards of one file apart. */
  series: z.string().min(1),
  period: periodSchema,
  /** A hash of `definitions`. */
  fingerprint,
  /** Whatever changes the meaning of a figure. */
  definitions: z.record(z.string(), z.json()),
  /** The instant that the run looked from. */
  asOf: instant,
  /** The SHA-256 of the input, of several the SHA-256 of theirs in ascending order; null if it was not taken. */
  inputHash: digest,
  /** The items that the input held by the period's end, whatever was selected: to tell another board, and a cut export. */
  board: z.looseObject({
    /** The first date of the input. */
    from: instant,
    items: count,
    /** Hashes of some of their ids, always of the same ones. */
    sample: z.array(z.string()),
  }),
  /** The figures of the report as of the period's end, without lists of items, people and periods. */
  figures,
  points: pointsSchema,
  daily: dailySchema,
  /** The cycle times of what finished in the period, in days, ascending. */
  durations,
  /** What it said before, oldest first. */
  restated: z.array(restatementSchema),
});

export interface SnapshotLine extends z.infer<typeof snapshotLineSchema> {}
export interface Restatement extends z.infer<typeof restatementSchema> {}
export interface Period extends z.infer<typeof periodSchema> {}
export interface Daily extends z.infer<typeof dailySchema> {}
