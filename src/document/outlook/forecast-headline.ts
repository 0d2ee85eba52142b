import type { Forecast } from '../../contract/statistics/forecast-schema.ts';
import { countOf, formatNumber } from '../../model/document/number-format.ts';
import { dateWords } from '../../model/time/date-words.ts';

/** The answer in a sentence. */
export function forecastHeadline({
  howMany,
  items,
  reason,
  status,
  when,
}: Pick<Forecast, 'howMany' | 'items' | 'reason' | 'status' | 'when'>): string {
  if (status === 'tooFew') return `Too few data for a forecast: ${reason}.`;
  const until = howMany === null ? '' : `; ${formatNumber(howMany[85], 'number')} or more by ${dateWords(howMany.by)}`;
  if (items.count === 0) return `Nothing is left to do${howMany === null ? '' : `${until}, 85 % sure`}.`;
  const day = when?.[85] ?? null;
  const what = whatIsLeft({ items });
  if (day === null) {
    const numbers =
      howMany === null ? '' : `; by ${dateWords(howMany.by)} ${formatNumber(howMany[85], 'number')} or more`;
    return `No date within 3 years is 85 % sure for ${what}${numbers}.`;
  }
  return `85 % sure: ${what} done by ${dateWords(day)}${until}.`;
}

/** `16 open items`. */
export function whatIsLeft({ items: { count, source } }: Pick<Forecast, 'items'>): string {
  const kind = { open: 'open ', 'in-progress': '', option: '' }[source];
  return `${countOf(count, `${kind}item`)}${source === 'in-progress' ? ' in progress' : ''}`;
}
