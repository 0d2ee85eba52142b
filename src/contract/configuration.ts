import * as z from 'zod';
import { FIELDS } from '../model/log/generic-fields.ts';

/**
 * The shape of `pitwall.yaml`. The error text of a value is the cure: what to write instead. What is wrong, and where,
 * is said by whoever reports the error, the same way for every key.
 */

/** A name that YAML takes for a number or a truth value only lacks its quotes. */
const text = (cure: string) =>
  z
    .string({
      error: ({ input }) =>
        typeof input === 'number' || typeof input === 'boolean' ? `Put it in quotes: "${input}"` : cure,
    })
    .trim()
    .min(1, { error: cure });
const matching = (pattern: RegExp, cure: string) => z.string({ error: cure }).regex(pattern, { error: cure });
const choice = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, { error: `Write one of ${values.join(', ')}` });
const wholeNumber = (cure: string) => z.int({ error: cure }).min(1, { error: cure });
// More would only be a slip, and sums of it might leave the range of numbers.
const amount = (cure: string) =>
  z.number({ error: cure }).min(0, { error: cure }).max(1e9, { error: 'Write at most a billion' });

const flag = z.boolean({ error: 'Write true or false' });
const date = z.iso.date({ error: 'Write a date that exists, as YYYY-MM-DD' });
const name = text('Write a name');
const nameList = z.array(name, { error: 'Write a list, such as [Published, Done]' });
const mapping = 'Write a mapping of keys and values';
/** An object whose unknown keys are errors. */
const section = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.strictObject(shape, {
    // The keys themselves are checked against the shape, which knows their names: see `shape-problems.ts`.
    error: (issue) => (issue.code === 'unrecognized_keys' ? undefined : mapping),
  });

const spanOfTime = matching(/^\d{1,4}[dwm]$/, 'Write a number with d, w or m (days, weeks, months), such as 26w');
const shortDuration = matching(
  /^\d{1,6}(\.\d+)?[smhd]$/,
  'Write a number with s, m, h or d (seconds, minutes, hours, days), such as 30s',
);
const HOUR = '(?:[01]\\d|2[0-3]):[0-5]\\d';
const hours = z.array(
  matching(
    new RegExp(`^${HOUR}-(?:${HOUR}|24:00)$`),
    'Write HH:MM-HH:MM in quotes, such as "09:00-17:00"; an end before the start crosses midnight',
  ),
  { error: 'Write a list, such as ["09:00-13:00", "14:00-18:00"]' },
);

const workflow = z
  .array(
    section({
      stage: text('Give the stage a name'),
      kind: choice(['todo', 'active', 'waiting', 'done', 'dropped']),
      /** Besides the stage's own name. */
      statuses: nameList.optional(),
      /** The most items that should be in it at a time. */
      limit: wholeNumber('Write a whole number of items, 1 or more').nullable().optional(),
      /** The team that has the items in it: hand-offs between teams follow from it. */
      owner: text('Write the name of the team that has the items in this stage').optional(),
    }),
    { error: 'Write a list of stages: - { stage: Writing, kind: active, statuses: [In progress] }' },
  )
  .min(1, { error: 'List the stages in the order of the work, or remove the key to have them inferred' });

const weekday = choice(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);
const weekdayHours = hours.optional();

const calendar = section({
  days: z
    .array(weekday, { error: 'Write a list, such as [mon, tue, wed, thu, fri]' })
    .min(1, { error: 'List the working days, such as [mon, tue, wed, thu, fri]' })
    .optional(),
  hours: z
    .union(
      [
        hours.min(1, { error: 'List the working hours, such as ["09:00-17:00"]' }),
        section({
          mon: weekdayHours,
          tue: weekdayHours,
          wed: weekdayHours,
          thu: weekdayHours,
          fri: weekdayHours,
          sat: weekdayHours,
          sun: weekdayHours,
        }),
      ],
      { error: 'Write a list of hours for all days, or a mapping such as { fri: ["08:00-14:00"] }' },
    )
    .optional(),
  holidays: z.array(date, { error: 'Write a list of dates, such as [2026-12-25]' }).optional(),
  /** `ES`, or a region: `ES-MD`. */
  country: text('Write an ISO 3166 code, such as ES or ES-MD').optional(),
});

const percentiles = section({
  points: z
    .array(
      z
        .number({ error: 'Write a number from 0 to 100' })
        .min(0, { error: 'Write a number from 0 to 100' })
        .max(100, { error: 'Write a number from 0 to 100' }),
      { error: 'Write a list, such as [50, 70, 85, 95]' },
    )
    .min(1, { error: 'List at least one point, such as [50, 85]' })
    .optional(),
  method: choice(['linear', 'nearest-rank']).optional(),
});

const column = text("Write a column's name or a path").optional();
const fields = section(
  Object.fromEntries(FIELDS.map((field) => [field, column])) as Record<(typeof FIELDS)[number], typeof column>,
);

const timeLimit = section({
  stage: text('Name a stage of the workflow'),
  /** In days of the basis. */
  maxDays: z
    .number({ error: 'Write a number of days, more than 0' })
    .positive({ error: 'Write a number of days, more than 0' }),
});
const limits = z.union([timeLimit, z.array(timeLimit)], {
  error: 'Write { stage: Review, maxDays: 2 }, or a list of such limits',
});
const patterns = z.union(
  [
    text('Write a pattern, such as "jira-*.csv"'),
    z
      .array(text('Write a pattern, such as "jira-*.csv"'))
      .min(1, { error: 'Write a pattern, such as "jira-*.csv", or a list of them' }),
  ],
  { error: 'Write a pattern, such as "jira-*.csv", or a list of them' },
);
const dateOrder = choice(['dmy', 'mdy']);

/** Files that are read in ways of their own: those of one tool, team or site. */
const source = section({
  files: patterns,
  /** Items merge by id within one name. */
  name: name.optional(),
  /** Format id, instead of detecting it. */
  format: text('Write the id of a format, as pitwall formats lists them').optional(),
  sheet: text('Write the name of a sheet').optional(),
  fields: fields.optional(),
  dateOrder: dateOrder.optional(),
  timeZone: text('Write an IANA name, such as Europe/Madrid').optional(),
  /** Status of this source → stage of the workflow. */
  statuses: z
    .record(z.string(), text('Name a stage of the workflow'), {
      error: 'Write a mapping of statuses and stages, such as { "In Progress": Writing }',
    })
    .optional(),
});

const money = amount('Write an amount, 0 or more, without a currency sign');
const rates = z.record(z.string(), money, { error: 'Write a mapping of names and amounts, such as { ana: 80 }' });

const cost = section({
  currency: text('Write a currency, such as EUR').optional(),
  hourlyRate: money.optional(),
  rates: section({ assignee: rates.optional(), stage: rates.optional() }).optional(),
  delayPerDay: z
    .union([money, section({ default: money.optional(), byType: rates.optional() })], {
      error: 'Write an amount, or a mapping such as { default: 40, byType: { Campaign: 250 } }',
    })
    .optional(),
  delayBasis: choice(['elapsed', 'working']).optional(),
  handoffMinutes: amount('Write a number of minutes, 0 or more').optional(),
  effort: choice(['shared', 'full']).optional(),
  staleAfterDays: amount('Write a number of days, 0 or more').optional(),
});

/** By when a share of the items should be done. */
const expectation = section({
  /** Of the basis, from the start of an item. */
  days: z
    .number({ error: 'Write a number of days, more than 0' })
    .positive({ error: 'Write a number of days, more than 0' })
    .max(36_525, { error: 'Write at most a hundred years' }),
  share: z
    .number({ error: 'Write a share between 0 and 1, such as 0.85' })
    .gt(0, { error: 'Write a share between 0 and 1, such as 0.85' })
    .lt(1, { error: 'Write a share between 0 and 1, such as 0.85' })
    .optional(),
});

const expression = text('Write a check, such as "cycleTime.p85 <= 10d"');
/** A limit on a figure: its expression alone, or with what else decides its result. */
const check = z.union(
  [
    expression,
    section({
      name: name.optional(),
      check: expression,
      level: choice(['error', 'warn']).optional(),
      /** The least sample that it is judged by. */
      minimum: wholeNumber('Write a whole number, 1 or more').optional(),
    }),
  ],
  { error: 'Write "cycleTime.p85 <= 10d", or { name: Fast enough, check: "cycleTime.p85 <= 10d" }' },
);

/** What `pitwall.yaml` may hold; all of it is optional. */
export const configurationSchema = section({
  timeZone: text('Write an IANA name, such as Europe/Madrid').optional(),
  basis: choice(['elapsed', 'working', 'inclusive']).optional(),
  unit: choice(['day', 'week', 'month', 'sprint']).optional(),
  last: spanOfTime.optional(),
  workflow: workflow.optional(),
  startPolicy: choice(['first', 'last']).optional(),
  finishPolicy: choice(['first', 'last']).optional(),
  excludePaused: flag.optional(),
  ignoreVisitsShorterThan: shortDuration.optional(),
  commitAt: name.optional(),
  finishAt: name.optional(),
  percentiles: percentiles.optional(),
  calendar: calendar.optional(),
  sprint: section({ days: wholeNumber('Write a whole number of days, 1 or more'), start: date }).optional(),
  fields: fields.optional(),
  dateOrder: dateOrder.optional(),
  sources: z.array(source, { error: 'Write a list of sources: - { files: "jira-*.csv", name: web }' }).optional(),
  dropped: z
    .record(z.string(), nameList, { error: "Write a mapping of fields and lists, such as { resolution: [Won't Do] }" })
    .optional(),
  /** The stages that every item should pass, in order. */
  path: z
    .array(name, { error: 'Write a list of stages, such as [Writing, Review, Publishing]' })
    .min(1, { error: 'List the stages in the order of the path, or remove the key' })
    .optional(),
  /** The stages that check what others made. */
  reviews: z.array(name, { error: 'Write a list of stages, such as [Review]' }).optional(),
  /** The longest that a visit to a stage should take: one limit, or a list of them. */
  limits: limits.optional(),
  cost: cost.optional(),
  /** The service level expectation. */
  sle: expectation.optional(),
  /** What `pitwall check` judges. */
  checks: z.array(check, { error: 'Write a list of checks: - cycleTime.p85 <= 10d' }).optional(),
  /** The file of snapshots, from the folder of the configuration. */
  history: text('Write the name of a file, such as flow.ndjson').optional(),
  /** What tells the board from others in the same history. */
  series: text('Write a short name, such as web-team').optional(),
});

export interface Configuration extends z.infer<typeof configurationSchema> {}
