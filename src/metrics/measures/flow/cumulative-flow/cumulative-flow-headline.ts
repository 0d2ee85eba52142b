import type { CumulativeFlow } from '../../../../contract/result.ts';
import { formatNumber } from '../../../../model/document/number-format.ts';
import { dateWords } from '../../../../model/time/date-words.ts';

/** What had come, started and gone by the last day. */
export function cumulativeFlowHeadline({ days }: CumulativeFlow): string {
  const last = days.at(-1);
  if (last === undefined) return 'The window holds no day.';
  const { created, date, dropped, finished, started } = last;
  const said = [
    ...(created === null ? [] : [`${formatNumber(created, 'items')} created`]),
    ...(started === null ? [] : [`${formatNumber(started, 'items')} started`]),
    `${formatNumber(finished, 'items')} finished`,
    `${formatNumber(dropped, 'items')} dropped`,
  ];
  return `By the end of ${dateWords(date)}, of all items: ${said.slice(0, -1).join(', ')} and ${said.at(-1)}.`;
}
