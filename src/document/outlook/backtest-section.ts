import type { Forecast } from '../../contract/statistics/forecast-schema.ts';
import { note, type Section, scalar, table } from '../../model/document/document-parts.ts';
import { countOf, formatNumber } from '../../model/document/number-format.ts';
import { dateWords } from '../../model/time/date-words.ts';

/** Fewer tries prove little. */
const ENOUGH = 8;

/** How the forecast would have done in the past; nothing where nobody asked. */
export function backtestSection(backtest: Forecast['backtest']): Section[] {
  if (backtest === null) return [];
  const { byOrigin, held, horizonWeeks, interval, origins, pinball } = backtest;
  const ahead = countOf(horizonWeeks, 'week');
  const title = `Tried on the past, ${ahead} ahead`;
  if (held === null) {
    const text = `The history is too short to try it: that takes 8 complete weeks, and ${ahead} after them.`;
    return [{ id: 'backtest', title, parts: [note(text)] }];
  }
  const between =
    interval === null
      ? ''
      : `, between ${formatNumber(interval[0], 'share')} and ${formatNumber(interval[1], 'share')}`;
  const few = `That is ${countOf(origins, 'try', 'tries')}: it proves little.`;
  return [
    {
      id: 'backtest',
      title,
      parts: [
        scalar('"85 %" held in', held[85], 'share', `of ${countOf(origins, 'try', 'tries')}${between}`),
        scalar('"50 %" held in', held[50], 'share'),
        scalar('"95 %" held in', held[95], 'share'),
        scalar('Loss', pinball, 'number', 'pinball loss of the 85 % answer: smaller is better'),
        ...(origins < ENOUGH ? [note(few)] : []),
        table(
          '',
          [
            { label: 'From', unit: 'text' },
            { label: 'To', unit: 'text', expendable: 1 },
            { label: 'Said at 85 %', unit: 'number' },
            { label: 'Came', unit: 'number' },
            { label: 'Held', unit: 'text' },
          ],
          byOrigin.map(({ came, from, said, to }) => [
            dateWords(from),
            dateWords(to),
            said[85],
            came,
            came >= said[85] ? 'yes' : 'no',
          ]),
        ),
      ],
    },
  ];
}
