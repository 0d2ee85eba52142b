import * as z from 'zod';
import { type Adherence, adherenceSchema } from './adherence-schema.ts';
import { type Blocked, blockedSchema } from './blocked-schema.ts';
import { type Bottleneck, bottleneckSchema } from './bottleneck-schema.ts';
import { days, distributionSchema, intervalsDays, type Sample, sampleSchema } from './distribution-schema.ts';
import { type FlowDistribution, flowDistributionSchema } from './flow-distribution-schema.ts';
import { type Handoffs, handoffsSchema } from './handoffs-schema.ts';
import { type Opportunities, opportunitiesSchema } from './opportunities-schema.ts';
import { type ReviewYield, reviewYieldSchema } from './review-yield-schema.ts';
import { type Rework, reworkSchema } from './rework-schema.ts';
import {
  type Expectation,
  expectationSchema,
  type Outlook,
  outlookSchema,
  type Risk,
  riskSchema,
} from './statistics/risk-schema.ts';
import { type ValueStream, valueStreamSchema } from './value-stream-schema.ts';
import {
  amount,
  count,
  date,
  instant,
  kindEvidenceSchema,
  type LeftOut,
  leftOutSchema,
  named,
  share,
  stageKindSchema,
} from './values.ts';
import { type WipLimits, wipLimitsSchema } from './wip-limits-schema.ts';

const outcomeSchema = z.enum(['notStarted', 'inProgress', 'finished', 'dropped']);
export const gradeSchema = z.enum(['full-log', 'stage-dates', 'milestones', 'durations', 'snapshot']);

/** One item's facts: what `items` prints, and what a metric's command adds. */
export const itemSchema = z.strictObject({
  id: z.string(),
  source: z.string(),
  title: z.string().nullable(),
  type: z.string().nullable(),
  assignee: z.array(z.string()).nullable(),
  points: amount,
  stage: z.string().nullable(),
  outcome: outcomeSchema,
  created: instant.nullable(),
  started: instant.nullable(),
  finished: instant.nullable(),
  dropped: instant.nullable(),
  leadTimeDays: days,
  cycleTimeDays: days,
  ageDays: days,
  activeDays: days,
  waitingDays: days,
  blockedDays: days,
  pausedDays: days,
  efficiency: share,
  backwardMoves: count.nullable(),
  reworkDays: days,
  reopened: z.boolean().nullable(),
  handoffs: count.nullable(),
  historyGrade: gradeSchema,
});

const itemsSchema = z.strictObject({
  total: count,
  notStarted: count,
  inProgress: count,
  finished: count,
  dropped: count,
  /** Of the finished and the dropped, those that are over since an instant that nothing says. */
  finishedUndated: count,
  droppedUndated: count,
  inWindow: z.strictObject({ finished: count, finishedUnstarted: count, dropped: count }),
});

const cycleTimeSchema = sampleSchema.extend({
  /** What is still open counts, too: what percentiles with censoring rest on. */
  censoring: z.strictObject({
    /** Items in progress at some time of the window, and those of them that were open, or dropped, when it ended. */
    items: count,
    open: count,
    dropped: count,
    /** The greatest age known: what a percentile that is not reached is more than. */
    lastDays: days,
    /** Finishes of ages at which fewer than five items were in view. */
    finishesLeftOut: count,
  }),
  /** The percentiles with the open items; null where fewer than 5 % of the items are open. A null in it is not reached. */
  censoredPercentilesDays: z.record(z.string(), days).nullable(),
  censoredPercentileIntervalsDays: intervalsDays.nullable(),
  leftOut: z.array(named<LeftOut>(leftOutSchema)),
  byItem: z
    .array(
      z.strictObject({
        id: z.string(),
        title: z.string().nullable(),
        started: instant,
        finished: instant,
        cycleTimeDays: z.number(),
      }),
    )
    .optional(),
  /** On each local day of the window on which an item finished: the items of 28 days up to it; null: fewer than 5. */
  rollingMedian: z.array(z.strictObject({ date, items: count, medianDays: days })).optional(),
  /** How many items took how long: `fromDays` included, `toDays` not. The last one is open where `toDays` is null. */
  bins: z.array(z.strictObject({ fromDays: z.number(), toDays: days, count })).optional(),
});

const leadTimeSchema = sampleSchema.extend({
  leftOut: z.array(named<LeftOut>(leftOutSchema)),
  byItem: z
    .array(z.strictObject({ id: z.string(), created: instant, finished: instant, leadTimeDays: z.number() }))
    .optional(),
});

const ageSchema = distributionSchema.extend({
  /** From creation until now, of the items in progress that are left out because nothing says since when they are. */
  sinceCreated: distributionSchema,
  leftOut: z.array(named<LeftOut>(leftOutSchema)),
  /** What `chance` is the chance of. */
  expectation: named<Expectation>(expectationSchema),
  /** The oldest first; `report` holds the ten oldest, `age` all. */
  byItem: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string().nullable(),
      stage: z.string(),
      started: instant,
      ageDays: z.number(),
      /** Elapsed days since it entered the stage it is in. */
      inStageDays: z.number(),
      /** To meet the expectation: in `report`; `risk` has it of all items. */
      outlook: named<Outlook>(outlookSchema).optional(),
    }),
  ),
  /** How old items finished within the window were when they left each stage for good: the detail of the command. */
  bands: z
    .array(
      z.strictObject({
        stage: z.string(),
        kind: stageKindSchema,
        items: count,
        /** Keyed by the percentile: "50", "85". */
        percentilesDays: z.record(z.string(), days),
      }),
    )
    .optional(),
});

const flowEfficiencySchema = z.strictObject({
  items: count,
  activeDays: z.number(),
  waitingDays: z.number(),
  blockedDays: z.number(),
  pausedDays: z.number(),
  efficiency: share,
  waitToActive: amount,
  medianItem: share,
  leftOut: z.array(named<LeftOut>(leftOutSchema)),
  byItem: z
    .array(
      z.strictObject({
        id: z.string(),
        activeDays: z.number(),
        waitingDays: z.number(),
        blockedDays: z.number(),
        pausedDays: z.number(),
        efficiency: share,
      }),
    )
    .optional(),
  /** The items that finished in each of throughput's periods: the detail of the command. */
  byPeriod: z
    .array(
      z.strictObject({
        start: date,
        end: date,
        complete: z.boolean(),
        items: count,
        activeDays: z.number(),
        waitingDays: z.number(),
        blockedDays: z.number(),
        pausedDays: z.number(),
        efficiency: share,
      }),
    )
    .optional(),
});

const throughputSchema = z.strictObject({
  unit: z.enum(['day', 'week', 'month', 'sprint']),
  periods: z.array(
    z.strictObject({
      start: date,
      end: date,
      complete: z.boolean(),
      finished: count,
      points: amount,
      pointsUnknown: count,
      /** Null where no item's start is known. */
      started: count.nullable(),
      /** Null where no item's creation is known. */
      created: count.nullable(),
      dropped: count,
    }),
  ),
  completePeriods: count,
  meanPerPeriod: amount,
  medianPerPeriod: amount,
  standardDeviation: amount,
  meanPointsPerPeriod: amount,
  leftOut: z.array(named<LeftOut>(leftOutSchema)),
});

const wipSchema = z.strictObject({
  current: count,
  paused: count,
  average: amount,
  byStage: z.array(
    z.strictObject({
      stage: z.string(),
      kind: stageKindSchema,
      current: count,
      average: amount,
      limit: amount,
      overLimitShare: share,
    }),
  ),
  leftOut: z.array(named<LeftOut>(leftOutSchema)),
  /** `stages`: those items in each stage, keyed by its name. They add up to `count`. */
  daily: z.array(z.strictObject({ date, count, stages: z.record(z.string(), count) })).optional(),
});

const cumulativeFlowSchema = z.strictObject({
  days: z.array(
    z.strictObject({
      date,
      /** Null where no item's creation is known. */
      created: count.nullable(),
      /** Null where no item's start is known. */
      started: count.nullable(),
      finished: count,
      dropped: count,
      /** Items in each stage, keyed by its name. */
      stages: z.record(z.string(), count),
      /** Items that had come to each stage or a later one for good, keyed by its name: never falls. Not the dropped ones. */
      reached: z.record(z.string(), count),
    }),
  ),
  /** What lies between two lines of `reached` on the last day; null without days, or without such stages. */
  between: z
    .strictObject({
      date,
      /** The first stage that is not `todo`, and the first that is `done`. */
      from: z.string(),
      to: z.string(),
      arrived: count,
      departed: count,
      /** arrived − departed. */
      items: count,
      /** Days since as many had arrived as have departed by now; null: before the window, or none has. */
      days,
      /** The first day on which that many had arrived. */
      since: date.nullable(),
    })
    .nullable(),
  leftOut: z.array(named<LeftOut>(leftOutSchema)),
});

const littlesLawSchema = z.strictObject({
  averageWip: amount,
  departuresPerDay: amount,
  meanDays: days,
  ratio: amount,
  wipAtStart: count.nullable(),
  wipAtEnd: count.nullable(),
  leftOut: z.array(named<LeftOut>(leftOutSchema)),
});

const stageSchema = z.strictObject({
  stage: z.string(),
  kind: stageKindSchema,
  visits: count,
  items: count,
  timeDays: named<Sample>(sampleSchema),
  totalDays: z.number(),
  share,
  entries: count,
  exits: count,
  growth: z.number().int(),
  forwardExits: count.nullable(),
  backwardExits: count.nullable(),
  droppedExits: count.nullable(),
  passRate: share,
  firstPassYield: share,
  leftOut: z.array(named<LeftOut>(leftOutSchema)),
  /** Every visit that ended within the window: the detail of the `stages` command. */
  byVisit: z.array(z.strictObject({ id: z.string(), start: instant, end: instant, timeDays: z.number() })).optional(),
});

const wasteLine = z.enum(['abandoned', 'rework', 'handoffs', 'waiting', 'blocked', 'paused']);

const wasteBreakdown = {
  /** Charged hours and those of hand-offs, at the stage after the hand-off. */
  hours: z.number(),
  wastedHours: z.number(),
  waitingDays: z.number(),
  blockedDays: z.number(),
  /** Of the hours: labour and delay are not mixed. */
  cost: amount,
};

/** What one item contributes to `waste`: added up over the items, each figure is a line's or a total's. */
export const wasteItemSchema = z.strictObject({
  id: z.string(),
  outcome: outcomeSchema,
  chargedHours: z.number(),
  unassignedHours: z.number(),
  abandonedHours: z.number(),
  reworkHours: z.number(),
  handoffs: count.nullable(),
  /** 0 where no minutes are given. */
  handoffHours: z.number(),
  /** Abandoned, rework and hand-offs. */
  wastedHours: z.number(),
  waitingDays: z.number(),
  blockedDays: z.number(),
  pausedDays: z.number(),
  abandonedCost: amount,
  reworkCost: amount,
  handoffCost: amount,
  wastedCost: amount,
  /** Of the charged hours and of hand-offs. */
  labourCost: amount,
  waitingCost: amount,
  blockedCost: amount,
  delayCost: amount,
});

export const wasteSchema = z.strictObject({
  effort: z.enum(['shared', 'full']),
  currency: z.string().nullable(),
  lines: z.array(
    z.strictObject({
      line: wasteLine,
      /** Hours of labour, hand-offs (null where nobody knows who had the items), or days of delay. */
      quantity: amount,
      unit: z.enum(['hours', 'handoffs', 'days']),
      hours: amount,
      cost: amount,
      /** Of labour.hours or of delay.days. */
      share,
      /** The quantity, the hours and the cost for a year of 365.25 days; null for windows under 28 days. */
      quantityPerYear: amount,
      hoursPerYear: amount,
      costPerYear: amount,
    }),
  ),
  labour: z.strictObject({
    hours: z.number(),
    unassignedHours: z.number(),
    cost: amount,
    wastedHours: z.number(),
    wastedCost: amount,
    wastedShare: share,
  }),
  delay: z.strictObject({ days: z.number(), cost: amount }),
  /** The window's figures for a year of 365.25 days; null for windows under 28 days. */
  perYear: z
    .strictObject({
      labourHours: z.number(),
      labourCost: amount,
      wastedHours: z.number(),
      wastedCost: amount,
      delayDays: z.number(),
      delayCost: amount,
    })
    .nullable(),
  byStage: z.array(z.strictObject({ stage: z.string(), ...wasteBreakdown })),
  /** Most hours first; null: items without a type. */
  byType: z.array(z.strictObject({ type: z.string().nullable(), ...wasteBreakdown })),
  /** Every local month that the window touches. Added up in their order, quantities, hours and costs are the lines'. */
  byMonth: z.array(
    z.strictObject({
      /** `2026-03`. */
      month: z.string(),
      /** Whether the window holds the whole of it. */
      complete: z.boolean(),
      ...wasteBreakdown,
      wastedCost: amount,
      delayCost: amount,
      lines: z.array(z.strictObject({ line: wasteLine, quantity: amount, hours: amount, cost: amount })),
    }),
  ),
  leftOut: z.array(named<LeftOut>(leftOutSchema)),
  /** Items that cost anything. */
  byItem: z.array(named<WasteItem>(wasteItemSchema)).optional(),
});

export const findingSchema = z.strictObject({
  code: z.string(),
  weight: z.enum(['error', 'warning', 'info']),
  count,
  message: z.string(),
  cure: z.string(),
  examples: z.array(
    z.strictObject({
      file: z.string().optional(),
      line: z.number().int().optional(),
      item: z.string().optional(),
      value: z.string().optional(),
    }),
  ),
});

export const workflowSchema = z.strictObject({
  inferred: z.boolean(),
  stages: z.array(
    z.strictObject({
      name: z.string(),
      kind: stageKindSchema,
      /** What the kind rests on, the strongest first: position is a guess. */
      kindFrom: kindEvidenceSchema,
      statuses: z.array(z.string()),
      limit: z.number().nullable(),
    }),
  ),
});

const sourceSchema = z.strictObject({
  file: z.string(),
  format: z.string(),
  source: z.string(),
  grade: gradeSchema,
  rows: count,
  used: count,
  merged: count,
  rejected: count,
  items: count,
  /** Formats of its tool that hold more history: `pitwall formats <id>` says how to get one. */
  fullerFormats: z.array(z.string()),
});

const calendarSchema = z.strictObject({
  /** True where nothing was configured: Monday to Friday, 09:00 to 17:00, no holidays. */
  assumed: z.boolean(),
  hoursPerDay: z.number(),
  description: z.string(),
});

/** The metrics of one set of items. */
export const figuresSchema = z.strictObject({
  items: named<Items>(itemsSchema),
  cycleTime: named<CycleTime>(cycleTimeSchema),
  leadTime: named<LeadTime>(leadTimeSchema),
  age: named<Age>(ageSchema),
  flowEfficiency: named<FlowEfficiency>(flowEfficiencySchema),
  throughput: named<Throughput>(throughputSchema),
  wip: named<Wip>(wipSchema),
  cumulativeFlow: named<CumulativeFlow>(cumulativeFlowSchema),
  littlesLaw: named<LittlesLaw>(littlesLawSchema),
  stages: z.array(named<StageFigures>(stageSchema)),
  rework: named<Rework>(reworkSchema),
  handoffs: named<Handoffs>(handoffsSchema),
  waste: named<Waste>(wasteSchema),
  opportunities: named<Opportunities>(opportunitiesSchema),
  valueStream: named<ValueStream>(valueStreamSchema),
  reviewYield: named<ReviewYield>(reviewYieldSchema),
  wipLimits: named<WipLimits>(wipLimitsSchema),
  bottleneck: named<Bottleneck>(bottleneckSchema),
  adherence: named<Adherence>(adherenceSchema),
  blocked: named<Blocked>(blockedSchema),
  distribution: named<FlowDistribution>(flowDistributionSchema),
  risk: named<Risk>(riskSchema),
});

/** What every output has around its figures. */
export const headSchema = z.strictObject({
  schemaVersion: z.literal(1),
  tool: z.strictObject({ name: z.literal('pitwall'), version: z.string() }),
  asOf: instant.nullable(),
  /** Where asOf comes from: the option, or the latest event in the data. */
  asOfSource: z.enum(['data', 'option']),
  timeZone: z.string(),
  basis: z.enum(['elapsed', 'working', 'inclusive']),
  calendar: calendarSchema,
  window: z.strictObject({ from: instant.nullable(), to: instant.nullable() }),
  sources: z.array(named<SourceFigures>(sourceSchema)),
  workflow: named<WorkflowFigures>(workflowSchema),
  /** What `--where` kept, as written. */
  where: z.array(z.string()),
  /** The file of the configuration, where it is not the `pitwall.yaml` of the working folder. */
  configuration: z.string().optional(),
});

export type { LeftOut } from './values.ts';
export interface Finding extends z.infer<typeof findingSchema> {}
export interface Item extends z.infer<typeof itemSchema> {}
export interface Items extends z.infer<typeof itemsSchema> {}
export interface CycleTime extends z.infer<typeof cycleTimeSchema> {}
export interface LeadTime extends z.infer<typeof leadTimeSchema> {}
export interface Age extends z.infer<typeof ageSchema> {}
export interface FlowEfficiency extends z.infer<typeof flowEfficiencySchema> {}
export interface Throughput extends z.infer<typeof throughputSchema> {}
export interface Wip extends z.infer<typeof wipSchema> {}
export interface CumulativeFlow extends z.infer<typeof cumulativeFlowSchema> {}
export interface LittlesLaw extends z.infer<typeof littlesLawSchema> {}
export interface StageFigures extends z.infer<typeof stageSchema> {}
export interface Waste extends z.infer<typeof wasteSchema> {}
export interface WasteItem extends z.infer<typeof wasteItemSchema> {}
export interface Figures extends z.infer<typeof figuresSchema> {}
export interface WorkflowFigures extends z.infer<typeof workflowSchema> {}
export interface Head extends z.infer<typeof headSchema> {}
export interface SourceFigures extends z.infer<typeof sourceSchema> {}
