import type { ItemReport } from '../../contract/output.ts';
import { type TablePart, table } from '../../model/document/document-parts.ts';
import { durationWords } from '../../model/document/duration-words.ts';
import type { Basis } from '../../model/settings.ts';

type Visit = ItemReport['visits'][number];

/** In days: less than this is rounding. */
const SECOND = 1 / 86_400;

/** Each visit of an item to a stage, with what of it counts and as what. */
export function visitsTable({ visits, basis }: ItemReport): TablePart {
  const partly = visits.some(countsInPart);
  return table(
    '',
    [
      { label: 'From', unit: 'instant' },
      { label: 'Stage', unit: 'text' },
      { label: 'Kind', unit: 'text', expendable: 1 },
      { label: 'Time', unit: 'days' },
      { label: 'Counts as', unit: 'text' },
      ...(partly ? [{ label: 'Counted', unit: 'days' } as const] : []),
      { label: 'Noted', unit: 'text' },
    ],
    visits.map((visit) => [
      visit.start,
      visit.stage,
      visit.kind,
      visit.timeDays,
      visit.countsAs,
      ...(partly ? [visit.countedDays] : []),
      noted(visit, basis),
    ]),
    'It was in no stage.',
  );
}

/** A visit within the clock counts whole but for its blocked time. A column shows where one does not. */
function countsInPart({ countsAs, timeDays, countedDays, blockedDays }: Visit): boolean {
  if (countsAs === 'before start' || countsAs === 'after end') return countedDays !== 0;
  return Math.abs(timeDays - blockedDays - countedDays) > SECOND;
}

function noted({ backwardMove, rework, blockedDays, end }: Visit, basis: Basis): string {
  const words = [
    end === null ? 'open' : null,
    blockedDays > 0 ? `blocked ${durationWords(blockedDays, basis)}` : null,
    backwardMove ? 'back' : null,
    rework ? 'rework' : null,
  ];
  return words.filter((word) => word !== null).join(', ');
}
