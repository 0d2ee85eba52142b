import type { ItemReport } from '../contract/output.ts';
import {
  type Document,
  note,
  type Part,
  type ScalarPart,
  type Section,
  scalar,
  table,
} from '../model/document/document-parts.ts';
import { formatInstant } from '../model/time/instant-format.ts';
import { findingsSections } from './sections/head/findings-section.ts';
import { frameSection } from './sections/head/frame-section.ts';
import { headSections } from './sections/head/head-sections.ts';
import { itemCostSection } from './sections/item-cost-section.ts';
import { itemHeadline } from './sections/item-headline.ts';
import { visitsTable } from './sections/item-visits.ts';
import { enumerate, gradeWords, outcomeWords } from './words.ts';

/** Characters of a title: what is longer is no title any more, and would push the story off the screen. */
const TITLE_LENGTH = 160;

const VISIT_FIGURES = [
  'stage',
  'kind',
  'start',
  'end',
  'timeDays',
  'countsAs',
  'countedDays',
  'blockedDays',
  'backwardMove',
  'rework',
] as const;

/** What `item <id>` prints: how one item's figures come about, interval by interval. */
export function itemDocument(report: ItemReport): Document {
  return {
    title: itemHeadline(report),
    sections: [
      ...headSections(report, 'items'),
      { id: 'item', title: '', parts: [...clock(report), ...identity(report)] },
      { id: 'visits', title: 'Where it was', parts: [visitsTable(report), ...blocked(report)] },
      { id: 'facts', title: 'Its figures', parts: knownFacts(report) },
      ...itemCostSection(report),
      ...people(report),
      ...rules(report),
      frameSection(report),
      ...findingsSections(report.findings),
    ],
    data: report,
    records: visitRecords(report),
  };
}

function visitRecords({ visits }: ItemReport): Document['records'] {
  return {
    columns: [
      ...VISIT_FIGURES,
      'line',
      'chargedHours',
      'chargedTo',
      'chargedCost',
      'handoffs',
      'waitingCost',
      'blockedCost',
    ],
    rows: visits.map(({ cost, ...visit }) => [
      ...VISIT_FIGURES.map((figure) => visit[figure]),
      cost?.line ?? null,
      cost?.chargedHours ?? null,
      cost?.charges.map(({ person }) => person ?? '').join(', ') ?? null,
      cost?.chargedCost ?? null,
      cost?.handoffs.length ?? null,
      cost?.waitingCost ?? null,
      cost?.blockedCost ?? null,
    ]),
  };
}

function clipped(title: string): string {
  const characters = [...title];
  return characters.length <= TITLE_LENGTH ? title : `${characters.slice(0, TITLE_LENGTH).join('')}…`;
}

function identity({ item }: ItemReport): ScalarPart[] {
  const described = [item.type, item.points === null ? null : `${item.points} points`].filter((word) => word !== null);
  return [
    ...(item.title === null ? [] : [scalar('Title', clipped(item.title), 'text')]),
    ...(described.length === 0 ? [] : [scalar('Type', described.join(', '), 'text')]),
    ...(item.assignee === null
      ? []
      : [scalar('Assignee', item.assignee.length === 0 ? 'nobody' : item.assignee.join(', '), 'text')]),
    scalar('History', `${gradeWords[item.historyGrade]}, from ${item.source}`, 'text'),
  ];
}

function clock({ item, clock, timeZone }: ItemReport): ScalarPart[] {
  const at = (instant: string) => formatInstant(instant, timeZone);
  const { started, ended, startKnown } = clock;
  const isOver = item.outcome === 'finished' || item.outcome === 'dropped';
  const notStarted = startKnown ? 'never: it was not started' : 'not known: the history does not say when it started';
  const notEnded = isOver ? 'not known: it is over, and the history does not say since when' : 'not yet';
  return [
    scalar('State', `${outcomeWords[item.outcome]}${item.stage === null ? '' : `, in ${item.stage}`}`, 'text'),
    scalar('Created', item.created === null ? 'not known' : at(item.created), 'text'),
    scalar(
      'Clock on',
      started === null ? notStarted : `${at(started.at)}, entering ${started.stage}: ${started.rule}`,
      'text',
    ),
    scalar('Clock off', ended === null ? notEnded : `${at(ended.at)}, entering ${ended.stage}: ${ended.rule}`, 'text'),
  ];
}

/** The figures that are known, and in one line those that are not. */
function knownFacts(report: ItemReport): Part[] {
  const all = facts(report);
  const unknown = all.filter(({ value }) => value === null).map(({ label }) => label.toLowerCase());
  const known = all.filter(({ value }) => value !== null);
  return unknown.length === 0 ? known : [...known, note(`Not known: ${enumerate(unknown)}.`)];
}

/** Before the finish there is no time to it: that is not unknown, it is not yet. */
function facts({ item }: ItemReport): ScalarPart[] {
  const finished = item.outcome === 'finished';
  return [
    ...(finished ? [scalar('Lead time', item.leadTimeDays, 'days', 'creation to finish')] : []),
    ...(finished ? [scalar('Cycle time', item.cycleTimeDays, 'days', 'start to finish')] : []),
    ...(item.ageDays === null ? [] : [scalar('Age', item.ageDays, 'days', 'start until now')]),
    scalar('Active', item.activeDays, 'days', 'somebody works on it'),
    scalar('Waiting', item.waitingDays, 'days', 'committed to, but nobody works on it'),
    scalar('Blocked', item.blockedDays, 'days', 'under a blocked flag'),
    scalar('Paused', item.pausedDays, 'days', 'back in a to-do, done or dropped stage'),
    scalar('Efficiency', item.efficiency, 'share', 'active, of the four'),
    scalar('Backward moves', item.backwardMoves, 'number'),
    scalar('Rework', item.reworkDays, 'days', 'active again after other work'),
    ...(finished ? [scalar('Reopened', item.reopened, 'number')] : []),
    scalar('Hand-offs', item.handoffs, 'number', 'from one person to another'),
  ];
}

function blocked({ blockedPeriods }: ItemReport): Part[] {
  if (blockedPeriods.length === 0) return [];
  return [
    table(
      'Blocked',
      [
        { label: 'From', unit: 'instant' },
        { label: 'Until', unit: 'instant' },
        { label: 'Why', unit: 'text' },
      ],
      blockedPeriods.map((period) => [period.start, period.end, period.reason]),
    ),
  ];
}

function people({ assignments }: ItemReport): Section[] {
  if (assignments.length === 0) return [];
  return [
    {
      id: 'people',
      title: 'Who had it',
      parts: [
        table(
          '',
          [
            { label: 'From', unit: 'instant' },
            { label: 'Who', unit: 'text' },
            { label: 'Hand-off', unit: 'text' },
          ],
          assignments.map((assignment) => [
            assignment.at,
            assignment.people.length === 0 ? 'nobody' : assignment.people.join(', '),
            assignment.handoff,
          ]),
        ),
      ],
    },
  ];
}

function rules({ notes }: ItemReport): Section[] {
  return notes.length === 0
    ? []
    : [{ id: 'rules', title: 'What the rules did', parts: notes.map((text) => note(text)) }];
}
