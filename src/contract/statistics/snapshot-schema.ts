import * as z from 'zod';
import { type Finding, findingSchema, headSchema } from '../result.ts';
import { amount, count, instant, named } from '../values.ts';
import { periodSchema } from './history-schema.ts';

const changeSchema = z.strictObject({
  period: periodSchema,
  /** `added`; `unchanged`: it was there; `restated`: it said something else; `kept`: the input holds no longer all of it. */
  what: z.enum(['added', 'unchanged', 'restated', 'kept']),
  /** Why it said something else; null where it did not. */
  cause: z.enum(['data', 'definition']).nullable(),
  finished: count,
  cycleTimeMedianDays: amount,
  wip: count.nullable(),
  /** The figures that changed, by their paths, with what they were; points of the period have `points` before them. */
  changed: z.array(z.strictObject({ path: z.string(), from: amount, to: amount })),
});

/** What `snapshot --format json` prints. */
export const snapshotReportSchema = headSchema.extend({
  snapshot: z.strictObject({
    /** The history's file, as it was named; null where it is none. */
    history: z.string().nullable(),
    /** True if there was no history before. */
    created: z.boolean(),
    /** True if the history is another one now. */
    changed: z.boolean(),
    series: z.string(),
    fingerprint: z.string(),
    /** Lines of the series, those of other definitions included. */
    lines: count,
    /** By period. */
    changes: z.array(changeSchema),
    /** Definitions of the latest line of the series that this run does not share, as `key`s of `definitions`. */
    newDefinitions: z.array(z.string()),
    /** What is worth knowing besides. */
    notes: z.array(z.strictObject({ code: z.string(), message: z.string() })),
    /** The last instant of the input. */
    lastEvent: instant.nullable(),
  }),
  findings: z.array(named<Finding>(findingSchema)),
});

export interface SnapshotReport extends z.infer<typeof snapshotReportSchema> {}
export interface SnapshotChange extends z.infer<typeof changeSchema> {}
