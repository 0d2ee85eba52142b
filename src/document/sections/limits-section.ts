import type { CheckReport } from '../../contract/statistics/check-schema.ts';
import { note, type Section } from '../../model/document/document-parts.ts';
import { checkDocument } from '../check-document.ts';
import { sentence } from '../words.ts';

/** What became of the limits: their report, or why there is none. */
export type Limits = CheckReport | { reason: string };

/** The limits of the configuration, the worst first. */
export function limitsSection(limits: Limits): Section {
  const title = 'Limits';
  if ('reason' in limits) {
    return {
      id: 'limits',
      title,
      parts: [note(sentence(`The limits could not be judged: ${limits.reason}`), 'warning')],
    };
  }
  const document = checkDocument(limits);
  return {
    id: 'limits',
    title,
    parts: [note(document.title), ...(document.sections.find(({ id }) => id === 'checks')?.parts ?? [])],
  };
}
