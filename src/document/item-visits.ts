import type { ItemReport } from '../contract/output.ts';
import type { TablePart } from '../model/parts.ts';
import type { Basis } from '../model/settings.ts';
import { durationWords } from './words.ts';

/** Each visit of an item to a stage, with what of it counts and as what. */
export function visitsTable({ visits, basis }: ItemReport): TablePart {
  return {
    part: 'table',
    title: '',
    columns: [
      { label: 'From', unit: 'instant' },
      { label: 'Stage', unit: 'text' },
      { label: 'Kind', unit: 'text', expendable: 1 },
      { label: 'Time', unit: 'days' },
      { label: 'Counts as', unit: 'text' },
      { label: 'Counted', unit: 'days' },
      { label: 'Noted', unit: 'text' },
    ],
    rows: visits.map((visit) => [
      visit.start,
      visit.stage,
      visit.kind,
      visit.timeDays,
      visit.countsAs,
      visit.countedDays,
      noted(visit, basis),
    ]),
    empty: 'It was in no stage.',
  };
}

function noted({ backwardMove, rework, blockedDays, end }: ItemReport['visits'][number], basis: Basis): string {
  const words = [
    backwardMove ? 'back' : null,
    rework ? 'rework' : null,
    blockedDays > 0 ? `blocked ${durationWords(blockedDays, basis)}` : null,
    end === null ? 'open' : null,
  ];
  return words.filter((word) => word !== null).join(', ');
}
