import type { Leak, LeakReport } from '../contract/leak-schema.ts';
import { type Document, note, scalar } from '../model/document/document-parts.ts';
import { moneyText } from '../model/document/money.ts';
import { countOf, formatNumber } from '../model/document/number-format.ts';

/** What `leak` prints: the product, factor by factor. */
export function leakDocument(report: LeakReport): Document {
  const { leak } = report;
  const { costPerYear, currency, hoursPerDay, hoursPerYear, minutes, people, rate } = leak;
  const person = `${formatNumber(minutes, 'number')} ${minutes === 1 ? 'minute' : 'minutes'}`;
  const days = formatNumber(leak.workingDaysPerYear, 'number');
  const money =
    costPerYear === null ? '' : `, ${currency === null ? 'a cost of ' : ''}${moneyText(costPerYear, currency)}`;
  return {
    title: `${person} of ${countOf(people, 'person', 'people')} ${recurrence(leak)} ${minutes === 1 ? 'comes' : 'come'} to ${formatNumber(hoursPerYear, 'hours')} a year${money}.`,
    sections: [
      {
        id: 'leak',
        title: '',
        parts: [
          scalar('Each time', (minutes * people) / 60, 'hours', `${person} × ${countOf(people, 'person', 'people')}`),
          scalar('Occasions a year', leak.occasionsPerYear, 'number', occasions(leak)),
          scalar(
            'Hours a year',
            hoursPerYear,
            'hours',
            `${days} working days of ${formatNumber(hoursPerDay, 'number')} hours`,
          ),
          ...(costPerYear === null || rate === null
            ? [note('For money, set --rate, or hourlyRate under cost: in pitwall.yaml.')]
            : [
                scalar(
                  currency === null ? 'Cost a year' : `Cost a year, ${currency}`,
                  costPerYear,
                  'number',
                  `at ${moneyText(rate, currency)} an hour`,
                ),
              ]),
        ],
      },
    ],
    data: report,
    records: {
      columns: [
        'minutes',
        'people',
        'occasionsPerYear',
        'hoursPerYear',
        'workingDaysPerYear',
        'rate',
        'currency',
        'costPerYear',
      ],
      rows: [
        [minutes, people, leak.occasionsPerYear, hoursPerYear, leak.workingDaysPerYear, rate, currency, costPerYear],
      ],
    },
  };
}

/** `52 weeks a year ÷ 2 × 3`. */
function occasions({ every: { count, times }, unitsFrom }: Leak): string {
  const divided = count === 1 ? '' : ` ÷ ${formatNumber(count, 'number')}`;
  return `${unitsFrom}${divided}${times === 1 ? '' : ` × ${formatNumber(times, 'number')}`}`;
}

/** `3 times every 2 weeks`. */
function recurrence({ every: { count, times, unit } }: Leak): string {
  const often = times === 1 ? '' : `${formatNumber(times, 'number')} times `;
  const word = unit === 'day' ? 'working day' : unit;
  return `${often}every ${count === 1 ? word : countOf(count, word)}`;
}
