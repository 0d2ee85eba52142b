import * as z from 'zod';

/** What many results hold. */

/**
 * The same schema. Its type goes by its name in the types of others: editors and errors print `Finding`, not its parts.
 */
export function named<Type>(schema: z.ZodType<Type>): z.ZodType<Type> {
  return schema;
}

/** An instant: ISO 8601 in UTC with milliseconds. */
export const instant: z.ZodISODateTime = z.iso.datetime({ precision: 3 });
/** A local date of the analysis time zone. */
export const date: z.ZodISODate = z.iso.date();
export const count: z.ZodNumber = z.number().int().nonnegative();
/** 0 to 1, or null. */
export const share: z.ZodNullable<z.ZodNumber> = z.number().nullable();
export const amount: z.ZodNullable<z.ZodNumber> = z.number().nullable();

export const stageKindSchema = z.enum(['todo', 'active', 'waiting', 'done', 'dropped']);
/** What a kind rests on, the strongest first. */
export const kindEvidenceSchema = z.enum(['configuration', 'tool', 'name', 'dates', 'case-ends', 'position']);

/** How many items a figure leaves out because their history cannot support it, and why. */
export const leftOutSchema = z.strictObject({ reason: z.string(), items: count });

export interface LeftOut extends z.infer<typeof leftOutSchema> {}
