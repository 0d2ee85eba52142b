import type { AnonymizeOptions, Anonymizer } from '../anonymize/anonymizer.ts';

/**
 * Makes copies of exports that can be shared. It replaces people, titles and free text, and gives a value the same
 * replacement in every copy. Dates, numbers, statuses and ids stay. It also works on files that `open` cannot read.
 *
 * @param options columns to keep, and others to mask
 */
export async function anonymizer(options: AnonymizeOptions = {}): Promise<Anonymizer> {
  // Few runs need it.
  const { Anonymizer } = await import('../anonymize/anonymizer.ts');
  return new Anonymizer(options);
}
