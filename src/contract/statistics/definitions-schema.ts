import * as z from 'zod';
import { WEEKDAYS } from '../../model/settings.ts';
import { date, stageKindSchema } from '../values.ts';

const hours = z.array(z.string().regex(/^\d{1,2}:\d{2}-\d{1,2}:\d{2}$/));
const weekday = z.enum(WEEKDAYS);

/** What an output says of the definitions that a snapshot was taken by. What it lacks is what is usual, or nothing. */
export const definitionsSchema = z.object({
  timeZone: z.string().catch('UTC'),
  basis: z.enum(['elapsed', 'working', 'inclusive']).catch('elapsed'),
  sprint: z.object({ days: z.number().int().positive(), start: date }).nullable().catch(null),
  calendar: z
    .object({
      days: z.array(weekday).min(1),
      hours: z.union([hours, z.partialRecord(weekday, hours)]),
      holidays: z.union([z.array(date), z.object({ count: z.number() })]),
    })
    .catch({ days: [...WEEKDAYS.slice(0, 5)], hours: ['09:00-17:00'], holidays: [] }),
  workflow: z
    .array(
      z.object({
        stage: z.string(),
        kind: stageKindSchema,
        statuses: z.array(z.string()),
        limit: z.number().nullable(),
      }),
    )
    .catch([]),
  where: z.array(z.object({ field: z.string(), negated: z.boolean(), values: z.array(z.string()) })).catch([]),
});

export interface ToldDefinitions extends z.infer<typeof definitionsSchema> {}
