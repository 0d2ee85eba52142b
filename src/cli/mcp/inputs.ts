import * as z from 'zod';
import { METRICS } from '../../index.ts';

/** Longer is no name, no date and no condition. */
const MOST = 300;

const word = (about: string) =>
  z
    .string()
    .min(1)
    .max(MOST, `is longer than ${MOST} characters`)
    // No pattern: a client's model would have to read it.
    .refine((text) => !/\p{Cc}/u.test(text), 'has control characters')
    .describe(about);

const whole = (least: number, most: number, about: string) => z.int().min(least).max(most).describe(about);

/** Which items and which time an answer is about. */
const selection = {
  from: word('start of the window: a date or an instant').optional(),
  to: word('end of the window (exclusive)').optional(),
  last: word('the window as the last whole days, weeks or months: 30d, 12w, 6m').optional(),
  asOf: word('look from this moment: now, an instant, or the end of a date').optional(),
  basis: z.enum(['elapsed', 'working', 'inclusive']).describe('what durations count').optional(),
  where: z
    .array(word('a condition: type=Bug, team=A,B, type!=Epic'))
    .max(20)
    .describe('conditions that an item must all meet')
    .optional(),
};
const unit = { unit: z.enum(['day', 'week', 'month', 'sprint']).describe("throughput's period").optional() };
const by = { by: word('a field: one result for each of its values, in groups').optional() };
const sle = { sle: word('by when items should be done: 10d or 10d@85%').optional() };
const seed = { seed: whole(0, 1e9, 'where the random numbers start').optional() };

/** The part of an answer that is wanted. */
const paging = {
  list: word('show this list of the answer, as `shortened` names it, with a number for each []').optional(),
  offset: whole(0, 1e7, 'elements of the list to pass over').optional(),
  limit: whole(1, 200, 'elements of the list to show, if they fit').optional(),
};
const series = { series: z.boolean().describe('show series by day, week or month').optional() };

const COMMANDS = METRICS.map(({ command }) => command);
const metric = z.enum(COMMANDS as [string, ...string[]], {
  error: () => `there is no such metric: they are ${COMMANDS.join(', ')}`,
});

/** The inputs of every tool. A key that is not here is refused. */
export const INPUTS = {
  report: z.strictObject({ ...selection, ...unit, ...series, ...paging }),
  metric: z.strictObject({
    metric: metric.describe('which one; explain says what each means'),
    ...selection,
    ...unit,
    ...by,
    ...sle,
    ...series,
    ...paging,
  }),
  items: z.strictObject({
    ...selection,
    offset: paging.offset.describe('items to pass over'),
    limit: paging.limit.describe('items to show, if they fit (20)'),
  }),
  item: z.strictObject({ id: word('the id of the item, as items shows it'), ...selection, ...paging }),
  explain: z.strictObject({ metric: word('a metric, or compare, sensitivity, trend (all)').optional(), ...paging }),
  check: z.strictObject({
    limits: z
      .array(word('cycleTime.p85 <= 10d, or stage[Review].p85 <= 2d'))
      .max(50)
      .describe('limits besides those of the configuration')
      .optional(),
    ...selection,
    ...unit,
    ...by,
    ...sle,
    ...paging,
  }),
  forecast: z.strictObject({
    by: word('how many will be done by the end of this date').optional(),
    items: z
      .union([whole(1, 1e9, 'a number'), z.enum(['open', 'in-progress'])])
      .describe('how many are left (open)')
      .optional(),
    scope: word('how that grows: none, growth, or a factor, 1.0..1.3').optional(),
    sample: word('how many weeks back it looks: 26w').optional(),
    backtest: z.boolean().describe('try it on the past as well').optional(),
    ...seed,
    ...selection,
    ...series,
    ...paging,
  }),
  risk: z.strictObject({ ...selection, ...sle, ...paging }),
  compare: z.strictObject({
    splitAt: word('compare finishes before and from this date').optional(),
    by: word('compare two values of this field').optional(),
    values: z.array(word('a value')).length(2).describe('the two values').optional(),
    metrics: z.array(word('cycleTime, stage[Review]')).max(20).describe('only these').optional(),
    ...seed,
    ...selection,
    ...unit,
    ...paging,
  }),
};

export type ToolName = keyof typeof INPUTS;

export type InputOf<Name extends ToolName> = z.infer<(typeof INPUTS)[Name]>;

/** Pages and series: what an answer shows, not what it is about. */
export interface Wanted {
  list?: string | undefined;
  offset?: number | undefined;
  limit?: number | undefined;
  series?: boolean | undefined;
}
