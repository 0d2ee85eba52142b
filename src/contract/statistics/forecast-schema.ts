import * as z from 'zod';
import { type Finding, findingSchema, headSchema } from '../result.ts';
import { count, date, named } from '../values.ts';

const day = date.nullable();
const share = z.number().min(0).max(1);
/** Of at least so many, with the chance that the key says. */
const numbers = { 50: count, 70: count, 85: count, 95: count };

const backtestSchema = z.strictObject({
  /** Weeks that each try looked ahead. */
  horizonWeeks: count,
  /** Mondays from which it was tried. */
  origins: count,
  /** The share of them at which at least as many came as it said; null without origins. */
  held: z.strictObject({ 50: share, 85: share, 95: share }).nullable(),
  /** The 95 % interval of the share at 85 %. */
  interval: z.tuple([share, share]).nullable(),
  /** The mean loss of the answer at 85 %. */
  pinball: z.number().nullable(),
  byOrigin: z.array(
    z.strictObject({ from: date, to: date, said: z.strictObject({ 50: count, 85: count, 95: count }), came: count }),
  ),
});

/** How many are done with these chances: of at least so many, so that 95 is the least and 5 the most. */
const fan = { 5: count, 15: count, 50: count, 85: count, 95: count };

/** What was done in the last weeks, and what may come on top of it. */
const burnUpSchema = z.strictObject({
  /**
   * Finished by the end of a date, counted from the first one, week by week up to the end of the data: as many weeks as lie
   * ahead, but at least 4, and no more than the history has.
   */
  past: z.array(z.strictObject({ date, done: count })),
  /** By the end of a date: the last day of the data, then week by week to the one in which all is done with 95 %. */
  ahead: z.array(z.strictObject({ date, done: z.strictObject(fan) })),
  /** What `past` has, and all that is left; what the scope adds is not in it. */
  total: count,
});

export const forecastSchema = z.strictObject({
  seed: count,
  trials: count,
  /** `tooFew`: the history does not allow one, and `reason` says what is missing. */
  status: z.enum(['ok', 'tooFew']),
  reason: z.string().nullable(),
  /** The weeks that it draws from: the first Monday, the last Sunday, how many, and what finished in them. */
  history: z.strictObject({ from: day, to: day, weeks: count, finished: count }),
  scope: z.strictObject({
    kind: z.enum(['none', 'growth', 'factor']),
    from: z.number().nullable(),
    to: z.number().nullable(),
  }),
  /** What is left, and who says so. */
  items: z.strictObject({ count, source: z.enum(['open', 'in-progress', 'option']) }),
  /** The local date at whose end it is done with that chance; null: not within 156 weeks. */
  when: z.strictObject({ 50: day, 70: day, 85: day, 95: day }).nullable(),
  /** The most that are done by the end of a date with that chance; null without `--by`. */
  howMany: z.strictObject({ by: date, ...numbers }).nullable(),
  /** That all is done by the end of that date: 0.01 to 0.99. */
  chance: z.strictObject({ by: date, items: count, share }).nullable(),
  /**
   * The share of the trials in which all is done between two dates, both included: by day, or by week if these are more
   * than six weeks. Left out unless it is asked for; the trials that it lacks end later.
   */
  distribution: z.array(z.strictObject({ from: date, to: date, share })).optional(),
  /** Left out unless it is asked for. */
  burnUp: burnUpSchema.optional(),
  /** How often it held in the past; null without `--backtest`. */
  backtest: backtestSchema.nullable(),
  warnings: z.array(z.strictObject({ code: z.string(), message: z.string() })),
});

/** What `forecast --format json` prints. */
export const forecastReportSchema = headSchema.extend({
  forecast: named<Forecast>(forecastSchema),
  findings: z.array(named<Finding>(findingSchema)),
});

export interface ForecastReport extends z.infer<typeof forecastReportSchema> {}
export interface Forecast extends z.infer<typeof forecastSchema> {}
