import { DEFAULT_SETTINGS } from '../settings.ts';
import type { ReferenceCalendar, ReferenceCost, ReferenceSettings, ReferenceStage, Unit, Weekday } from '../types.ts';
import type { Random } from './random.ts';

/** Random settings that walk over everything the definitions let one choose; windows come later, with the data. */

const ZONES = [
  'UTC',
  'Europe/Madrid',
  'America/New_York',
  'Pacific/Auckland',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Asia/Kolkata',
];

const STAGES: ReferenceStage[] = [
  { stage: 'Ideas', kind: 'todo', statuses: ['Backlog', 'Ideas'] },
  { stage: 'Ready', kind: 'todo', statuses: [] },
  { stage: 'Writing', kind: 'active', statuses: ['Writing', 'In progress'] },
  { stage: 'Queue', kind: 'waiting', statuses: ['Waiting for review'] },
  { stage: 'Review', kind: 'active', statuses: ['Review', 'In review'] },
  { stage: 'Rework needed', kind: 'todo', statuses: ['Changes asked'] },
  { stage: 'Legal', kind: 'waiting', statuses: ['Legal hold', 'On hold'] },
  { stage: 'Publishing', kind: 'active', statuses: ['Publishing'] },
  { stage: 'Live', kind: 'done', statuses: ['Published', 'Done'] },
  { stage: 'Released', kind: 'done', statuses: ['Shipped'] },
  { stage: 'Archive', kind: 'done', statuses: ['Archived'] },
  { stage: 'Cancelled', kind: 'dropped', statuses: ["Won't do", 'Duplicate'] },
  { stage: 'Spam', kind: 'dropped', statuses: ['Junk'] },
];

/** Parts of the list, in its order, with something to do and something done. */
function randomWorkflow(random: Random): ReferenceStage[] {
  const always = new Set(['Writing', 'Live', ...(random.chance(0.95) ? ['Ideas'] : [])]);
  const chosen = STAGES.filter(({ stage, kind }) => {
    if (always.has(stage)) return true;
    return stage === 'Ideas' || (kind === 'todo' && !always.has('Ideas')) ? false : random.chance(0.6);
  });
  return chosen.map((stage) =>
    random.chance(0.2) && stage.kind !== 'dropped' ? { ...stage, limit: random.whole(1, 3) } : { ...stage },
  );
}

const WEEK: Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const WORK_WEEK: Weekday[] = WEEK.slice(0, 5);

function randomCalendar(random: Random): ReferenceCalendar {
  const holidays = random.chance(0.5)
    ? ['2025-03-31', '2025-05-01', '2025-09-08', '2025-10-27', '2025-12-25'].filter(() => random.chance(0.6))
    : [];
  const kind = random.pick(['default', 'lunch', 'by day', 'overlapping', 'night', 'round the clock', 'mixed']);
  if (kind === 'default') return { ...DEFAULT_SETTINGS.calendar, holidays };
  if (kind === 'lunch') return { days: WORK_WEEK, hours: ['09:00-12:30', '13:30-18:00'], holidays };
  if (kind === 'overlapping')
    return { days: WORK_WEEK, hours: ['08:00-13:00', '12:00-17:30', '12:15-12:45'], holidays };
  if (kind === 'night')
    return {
      days: WEEK.filter((day) => day === 'sun' || random.chance(0.7)),
      hours: ['22:00-06:00', '01:30-02:30'],
      holidays,
    };
  if (kind === 'round the clock') return { days: WEEK, hours: ['00:00-00:00'], holidays };
  const hours: Partial<Record<Weekday, string[]>> =
    kind === 'by day'
      ? { mon: ['09:00-18:00'], tue: ['09:00-13:00', '14:00-18:30'], thu: ['10:00-16:00'], fri: ['08:00-14:00'] }
      : { sat: ['20:00-04:00'], sun: ['02:00-05:00', '23:00-23:00'], mon: ['22:30-09:15'], wed: ['12:00-12:00'] };
  return { days: WEEK.filter((day) => hours[day] !== undefined), hours, holidays };
}

function randomCost(random: Random, stages: string[]): ReferenceCost {
  const cost: ReferenceCost = { currency: random.pick(['EUR', 'USD']), effort: random.pick(['shared', 'full']) };
  if (random.chance(0.85)) cost.hourlyRate = random.pick([50, 62.5]);
  if (random.chance(0.7)) {
    cost.rates = {
      assignee: { ana: 80, 'Eli O’Hara': 33 },
      ...(random.chance(0.6) ? { stage: { [stages.at(-1)!]: 120 } } : {}),
    };
  }
  const delay = random.pick(['none', 'number', 'by type', 'no default']);
  if (delay === 'number') cost.delayPerDay = 40;
  if (delay === 'by type') cost.delayPerDay = { default: 40, byType: { Campaign: 250 } };
  if (delay === 'no default') cost.delayPerDay = { byType: { Campaign: 250, 'Blog post': 15 } };
  if (random.chance(0.4)) cost.delayBasis = random.pick(['elapsed', 'working']);
  if (random.chance(0.8)) cost.handoffMinutes = random.pick([20, 45]);
  if (random.chance(0.3)) cost.staleAfterDays = random.pick([1, 7, 30]);
  return cost;
}

/** The lists of stages that some figures are about, in an order of their own. */
export function randomLists(
  random: Random,
  workflow: ReferenceStage[],
): Pick<ReferenceSettings, 'path' | 'reviews' | 'limits' | 'sle'> {
  const open = workflow.filter(({ kind }) => kind !== 'done' && kind !== 'dropped').map(({ stage }) => stage);
  const some = () => random.shuffled(open).slice(0, random.whole(1, open.length));
  return {
    ...(random.chance(0.4) ? { path: some() } : {}),
    ...(random.chance(0.4) ? { reviews: some() } : {}),
    ...(random.chance(0.6)
      ? { limits: some().map((stage) => ({ stage, maxDays: random.pick([0.01, 0.5, 2, 7]) })) }
      : {}),
    ...(random.chance(0.5)
      ? { sle: { days: random.pick([0.5, 3, 10, 60]), ...(random.chance(0.5) ? { share: 0.7 } : {}) } }
      : {}),
  };
}

export function randomSettings(random: Random): ReferenceSettings {
  const workflow = randomWorkflow(random);
  const named = (...kinds: ReferenceStage['kind'][]) =>
    workflow.filter(({ kind }) => kinds.includes(kind)).map(({ stage }) => stage);
  const unit: Unit = random.pick(['day', 'week', 'month', 'sprint']);
  return {
    ...DEFAULT_SETTINGS,
    timeZone: random.pick(ZONES),
    basis: random.pick(['elapsed', 'working', 'inclusive']),
    workflow,
    startPolicy: random.pick(['first', 'last']),
    finishPolicy: random.weighted([
      ['last', 2],
      ['first', 1],
    ]),
    commitAt: random.chance(0.25) ? random.pick(named('active', 'waiting')) : null,
    finishAt: random.chance(0.25) ? random.pick(named('done')) : null,
    excludePaused: random.chance(0.35),
    ignoreVisitsShorterThan: random.chance(0.25) ? random.pick([30_000, 60_000, 3_600_000]) : 0,
    unit,
    sprint:
      unit === 'sprint' ? { days: random.pick([7, 10, 14]), start: random.pick(['2025-01-06', '2025-07-02']) } : null,
    percentiles: {
      points: random.chance(0.7) ? [50, 70, 85, 95] : random.pick([[50], [10, 50, 90], [25, 50, 75, 99]]),
      method: random.pick(['linear', 'nearest-rank']),
    },
    calendar: randomCalendar(random),
    dropped: random.chance(0.3) ? { resolution: ["Won't Do", 'Cannot Reproduce'] } : {},
    cost: randomCost(random, named('active')),
  };
}
