import * as z from 'zod';
import { named } from './values.ts';

const count = z.number().int().nonnegative();
const amount = z.number().nullable();

const kind = z.enum(['wait', 'blocked', 'rework', 'abandoned', 'handoffs', 'review']);

/** One thing to fix: what it costs, the evidence, and the effect of one stated change. */
const opportunitySchema = z.strictObject({
  kind,
  /** Where: the stage waited in, sent back from or checked in; null where it is no matter of one stage. */
  stage: z.string().nullable(),
  /** Hours of labour or days of delay. */
  unit: z.enum(['hours', 'days']),
  /** Of the window. */
  quantity: z.number(),
  cost: amount,
  quantityPerYear: z.number(),
  costPerYear: amount,
  /** What an hour or a day of it costs: cost ÷ quantity. */
  rate: amount,
  /** Whether every hour or day of it has that rate; false: it is their mean. */
  rateIsOne: z.boolean(),
  /** Share of all labour or of all delay of the window. */
  share: z.number(),
  /** Items that it touches. */
  items: count,
  evidence: z.strictObject({
    /** What one sentence says. */
    sentence: z.string(),
    /** Visits waited in; visits that were checked and left; null for other kinds. */
    visits: count.nullable(),
    /** Of the visits waited in. */
    medianDays: amount,
    /** Moves back out of the stage; for `review`, of the visits that left it. */
    sentBack: count.nullable(),
    /** Forward exits ÷ (forward + backward). */
    passRate: amount,
    /** How many changes of hands, and minutes of each. */
    handoffs: count.nullable(),
    minutes: amount,
  }),
  change: z.strictObject({
    sentence: z.string(),
    /** How much of it goes away. */
    share: z.number(),
    quantityPerQuarter: z.number(),
    costPerQuarter: amount,
  }),
  /** Most first; `report` holds ten, `opportunities` all. */
  byItem: z.array(z.strictObject({ id: z.string(), quantity: z.number(), cost: amount })),
});

export const opportunitiesSchema = z.strictObject({
  /** By cost a year where everything has a price; else by days a year, hours as working days; null: there is none. */
  rankedBy: z.enum(['cost', 'days']).nullable(),
  currency: z.string().nullable(),
  /** Whether days of delay are elapsed or working ones. */
  delayBasis: z.enum(['elapsed', 'working']),
  /** Whether the order of the stages, and so what is back, was inferred. */
  orderInferred: z.boolean(),
  windowDays: z.number(),
  /** Hours of the calendar's full day: what makes hours days. */
  hoursPerDay: z.number(),
  /** Nothing is named that rests on less. */
  minimum: z.strictObject({ items: count, days: count, visits: count, passRate: z.number() }),
  /**
   * What is not named: because it rests on too few items, because the inferred order of stages is in doubt (they send
   * back more than they let pass), and because there are larger ones.
   */
  tooFewItems: count,
  doubtful: count,
  notNamed: count,
  /** The first is worth most. */
  list: z.array(named<Opportunity>(opportunitySchema)),
});

export interface Opportunities extends z.infer<typeof opportunitiesSchema> {}
export interface Opportunity extends z.infer<typeof opportunitySchema> {}
