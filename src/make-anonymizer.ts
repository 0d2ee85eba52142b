import type { AnonymizeOptions, Anonymizer } from './anonymize/anonymizer.ts';

/**
 * Makes copies of exports that may be shared: people, titles and free text are replaced, the same value by the same word
 * in every copy; dates, numbers, statuses and ids stay. It works on files that `open` cannot read, too.
 *
 * @param options columns to keep or to mask besides
 */
export async function anonymizer(options: AnonymizeOptions = {}): Promise<Anonymizer> {
  // Few runs need it.
  const { Anonymizer } = await import('./anonymize/anonymizer.ts');
  return new Anonymizer(options);
}
