import * as z from 'zod';
import { COMMAND_ONLY } from './command-only.ts';
import {
  type Finding,
  figuresSchema,
  findingSchema,
  gradeSchema,
  headSchema,
  type Item,
  itemSchema,
  type WasteItem,
  type WorkflowFigures,
  wasteItemSchema,
  workflowSchema,
} from './result.ts';
import {
  type ReportOutlook,
  reportOutlookSchema,
  type SinceLast,
  sinceLastSchema,
} from './statistics/report-outlook-schema.ts';
import { count, instant, kindEvidenceSchema, named, stageKindSchema } from './values.ts';

/** A metric that could not be computed, and is null: the others still are. */
export const failureSchema = z.strictObject({
  metric: z.string(),
  message: z.string(),
  /** The values of `--by` for which it could not; null among them: no value. Left out where it is the whole. */
  groups: z.array(z.string().nullable()).optional(),
});

/**
 * The metrics of one set of items as outputs hold them: null where a metric could not be computed, which `failures` names.
 * The types leave out null: only a fault of pitwall's own makes one, and checking `failures` once is enough.
 */
const computedSchema = z.strictObject(
  Object.fromEntries(
    Object.entries(figuresSchema.shape).map(([id, schema]) => [id, schema.nullable()]),
  ) as unknown as typeof figuresSchema.shape,
);

const groupSchema = computedSchema.partial().extend({ by: z.string(), value: z.string().nullable() });

const tailShape = {
  /** With `--by`: the same figures for each value of the field, the most frequent first. */
  groups: z.array(named<Group>(groupSchema)).optional(),
  findings: z.array(named<Finding>(findingSchema)),
  failures: z.array(named<Failure>(failureSchema)),
};

/** Keys as zod takes them. */
function keysOf<Key extends string>(keys: readonly Key[]): { [Each in Key]: true } {
  return Object.fromEntries(keys.map((key) => [key, true])) as { [Each in Key]: true };
}

/** What `report --format json` prints. */
export const reportSchema = headSchema.extend({
  ...computedSchema.omit(keysOf(COMMAND_ONLY)).shape,
  ...tailShape,
  /** Where a history is named: what changed since its last snapshot, and what is to come. */
  sinceLast: named<SinceLast>(sinceLastSchema).optional(),
  outlook: named<ReportOutlook>(reportOutlookSchema).optional(),
});

/** What a single metric's command prints: one of the figures under its key, with its detail. */
const metricReportSchema = headSchema.extend({ ...computedSchema.partial().shape, ...tailShape });

/** What `items --format json` prints. */
export const itemListSchema = headSchema.extend({
  itemList: z.array(named<Item>(itemSchema)),
  findings: z.array(named<Finding>(findingSchema)),
});

/** What one visit costs within the window. Added up over the visits, each figure is the item's. */
const visitCostSchema = z.strictObject({
  /** The line that its charged hours belong to; null: they are no waste. */
  line: z.enum(['abandoned', 'rework']).nullable(),
  chargedHours: z.number(),
  chargedCost: z.number().nullable(),
  charges: z.array(
    z.strictObject({
      /** Null: nobody was assigned, the stage's nameless person is charged. */
      person: z.string().nullable(),
      /** Unblocked working hours that the person had the item in this visit. */
      workingHours: z.number(),
      hours: z.number(),
      /** Among how many items the person's time was divided, on average: workingHours ÷ hours. */
      sharedAmong: z.number(),
      cost: z.number().nullable(),
    }),
  ),
  handoffs: z.array(
    z.strictObject({
      at: instant,
      to: z.array(z.string()),
      /** Null where no minutes are given. */
      hours: z.number().nullable(),
      cost: z.number().nullable(),
    }),
  ),
  /** In the days of `delayBasis`. */
  waitingDays: z.number(),
  blockedDays: z.number(),
  pausedDays: z.number(),
  waitingCost: z.number().nullable(),
  blockedCost: z.number().nullable(),
});

/** What `item <id> --format json` prints. */
export const itemReportSchema = headSchema.extend({
  item: named<Item>(itemSchema),
  /** What started and stopped the clock, and by which rule; null where it did not start or stop. */
  clock: z.strictObject({
    started: z.strictObject({ at: instant, stage: z.string(), rule: z.string() }).nullable(),
    ended: z.strictObject({ at: instant, stage: z.string(), rule: z.string() }).nullable(),
    /** False where it started, or may have, and the history does not say when. */
    startKnown: z.boolean(),
  }),
  visits: z.array(
    z.strictObject({
      stage: z.string(),
      kind: stageKindSchema,
      start: instant,
      /** Null while the item is still there. */
      end: instant.nullable(),
      timeDays: z.number(),
      /** The part of §4 that its unblocked time inside the clock belongs to. */
      countsAs: z.enum(['active', 'waiting', 'paused', 'before start', 'after end']),
      /** Time of the visit inside the clock, without blocked time. */
      countedDays: z.number(),
      blockedDays: z.number(),
      backwardMove: z.boolean(),
      rework: z.boolean(),
      /** What the visit adds to the item's cost; null where that is not known. */
      cost: named<VisitCost>(visitCostSchema).nullable(),
    }),
  ),
  /** What the item adds to `waste`; null where that is not known. */
  cost: named<WasteItem>(wasteItemSchema).nullable(),
  /** Why the cost is not known; null where it is. */
  costUnknown: z.string().nullable(),
  /** How amounts are labelled. */
  currency: z.string().nullable(),
  assignments: z.array(z.strictObject({ at: instant, people: z.array(z.string()), handoff: z.boolean() })),
  blockedPeriods: z.array(z.strictObject({ start: instant, end: instant.nullable(), reason: z.string().nullable() })),
  /** What each rule did to this item's rows: merged, repeated, filled in. */
  notes: z.array(z.string()),
  findings: z.array(named<Finding>(findingSchema)),
});

/** What `inspect --format json` prints. */
export const inspectionSchema = z.strictObject({
  schemaVersion: z.literal(1),
  tool: z.strictObject({ name: z.literal('pitwall'), version: z.string() }),
  files: z.array(
    z.strictObject({
      file: z.string(),
      format: z.string(),
      formatName: z.string(),
      recognisedBy: z.string(),
      source: z.string(),
      grade: gradeSchema,
      /** Formats of its tool that hold more history. */
      fullerFormats: z.array(z.string()),
      encoding: z.string(),
      delimiter: z.string().nullable(),
      rows: count,
      used: count,
      merged: count,
      rejected: count,
      /** The findings that the rejected rows stand in; they add up to them. */
      rejectedBy: z.array(z.strictObject({ code: z.string(), rows: count })),
      items: count,
      transitions: count,
      mapping: z.record(z.string(), z.string()),
      dateOrder: z.strictObject({
        order: z.enum(['dmy', 'mdy', 'ymd']).nullable(),
        certainty: z.enum(['proved', 'inferred', 'assumed', 'not needed']),
        evidence: z.string().nullable(),
      }),
      zone: z.strictObject({
        certainty: z.enum(['proved', 'inferred', 'assumed', 'not needed']),
        evidence: z.string(),
      }),
      notes: z.array(z.string()),
    }),
  ),
  asOf: instant.nullable(),
  timeZone: z.string(),
  items: count,
  transitions: count,
  first: instant.nullable(),
  last: instant.nullable(),
  workflow: named<WorkflowFigures>(workflowSchema),
  /** How often each status occurs, with the stage it was put in. */
  statuses: z.array(
    z.strictObject({
      status: z.string(),
      count,
      stage: z.string(),
      kind: stageKindSchema,
      /** What the kind rests on. */
      kindFrom: kindEvidenceSchema,
    }),
  ),
  /** What the data left open and nobody said, by the key of the configuration that settles it: `init` writes them. */
  guesses: z.array(z.strictObject({ key: z.string(), what: z.string(), items: count })),
  findings: z.array(named<Finding>(findingSchema)),
  /** The file of the configuration, where it is not the `pitwall.yaml` of the working folder. */
  configuration: z.string().optional(),
});

/** The schema of one metric's command: its key is there. */
export function metricSchema(id: keyof typeof figuresSchema.shape) {
  return metricReportSchema.required({ [id]: true } as Record<typeof id, true>);
}

export interface Report extends z.infer<typeof reportSchema> {}
export interface MetricReport extends z.infer<typeof metricReportSchema> {}
export interface ItemList extends z.infer<typeof itemListSchema> {}
export interface Failure extends z.infer<typeof failureSchema> {}
export interface VisitCost extends z.infer<typeof visitCostSchema> {}
export interface ItemReport extends z.infer<typeof itemReportSchema> {}
export interface Inspection extends z.infer<typeof inspectionSchema> {}
export interface Group extends z.infer<typeof groupSchema> {}
