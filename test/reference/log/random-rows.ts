import { offsetAt } from '../time/zone.ts';
import type { ReferenceSettings } from '../types.ts';
import type { Random } from './random.ts';
import { clockChanges, laterThan } from './random-instants.ts';

/** The cells of one row, as the file has them. */
export interface Cells {
  item_id: string;
  title: string;
  type: string;
  assignee: string;
  from_status: string;
  to_status: string;
  timestamp: string;
  points: string;
  created: string;
  resolution: string;
  blocked: string;
}

/** What a whole log has in common. */
export interface LogStyle {
  beginning: number;
  /** Timestamps without an offset, in the analysis zone. */
  localTimes: boolean;
  /** Statuses that the workflow lacks. */
  unknownStatuses: string[];
  severalAssignees: boolean;
  /** Items of about so many rows, which end with their last; 0: as many as come. */
  long: number;
}

const PEOPLE = ['ana', 'Bo', 'çelik', 'dee', 'Eli O’Hara', 'person "f"', ''];
const TYPES = ['Campaign', 'Blog post', 'Landing page', 'Email, drip', ''];
const TITLES = ['Spring, "big" launch', 'two\nlines', 'plain', 'é <b>bold</b>', ' padded ', ''];
/** What a cell says of an item that is blocked. */
const REASONS = ['true', 'Legal', 'no  budget', 'LEGAL', 'No budget'];
const RESOLUTIONS = ['Fixed', "Won't Do", 'Cannot Reproduce', '', ''];

const OFFSETS: [string, number][] = [
  ['Z', 0],
  ['+00:00', 0],
  ['+0530', 330],
  ['-05:00', -300],
  ['+12:00', 720],
  ['-0300', -180],
];

/** A wall clock near a clock change, shown once, twice or never; null in a zone without any. */
function wallNearChange(random: Random, zone: string): number | null {
  const changes = clockChanges(zone);
  if (changes.length === 0) return null;
  const change = random.pick(changes);
  return change + offsetAt(change - 1, zone) + random.whole(-4, 7) * 900_000;
}

/** The instant in one of the many ways to write it. The milliseconds go where there are none. */
function writeInstant(random: Random, instant: number, zone: string, local: boolean): string {
  if (local && random.chance(0.05)) {
    const wall = wallNearChange(random, zone);
    if (wall !== null) return new Date(wall).toISOString().slice(0, -5);
  }
  const [suffix, minutes] = local ? (['', offsetAt(instant, zone) / 60_000] as const) : random.pick(OFFSETS);
  const wall = new Date(instant + minutes * 60_000).toISOString().slice(0, -1);
  return (wall.endsWith('.000') && random.chance(0.8) ? wall.slice(0, -4) : wall) + suffix;
}

/** The status as a careless hand would write it. */
function writeStatus(random: Random, status: string): string {
  return random.weighted([
    [status, 12],
    [status.toUpperCase(), 1],
    [`  ${status} `, 1],
    [status.replaceAll(' ', '  '), 1],
  ]);
}

function randomPeople(random: Random, style: LogStyle): string {
  const first = random.pick(PEOPLE);
  if (!style.severalAssignees || !random.chance(0.2)) return random.chance(0.05) ? ` ${first} ` : first;
  return [first, random.pick(PEOPLE)].filter((person) => person !== '').join('; ');
}

/** The stage to go to next: onwards more often than not. */
function nextStage(random: Random, place: number, stages: ReferenceSettings['workflow']): number {
  const onwards = stages.findIndex(({ kind }, other) => other > place && kind !== 'dropped');
  return random.weighted([
    [onwards < 0 ? place : onwards, 12],
    [random.whole(0, stages.length - 1), 8],
    [place, 2],
  ]);
}

/** The statuses an item goes through, and when. */
function randomPath(random: Random, settings: ReferenceSettings, style: LogStyle): { status: string; at: number }[] {
  const { workflow: stages } = settings;
  const path: { status: string; at: number }[] = [];
  let at = style.beginning + random.whole(0, 60 * 86_400) * 1000;
  let place = random.chance(0.8) ? 0 : random.whole(0, stages.length - 1);
  for (let length = style.long || random.whole(1, 12); length > 0; length -= 1) {
    at = laterThan(random, at, settings);
    const { stage, statuses, kind } = stages[place]!;
    const status =
      style.unknownStatuses.length > 0 && random.chance(0.1)
        ? random.pick(style.unknownStatuses)
        : random.pick([stage, ...statuses]);
    path.push({ status, at });
    if ((kind === 'done' || kind === 'dropped') && random.chance(0.5)) break;
    const before = place;
    place = nextStage(random, place, stages);
    if (style.long > 0 && length > 2 && /done|dropped/.test(stages[place]!.kind)) place = 0;
    // There and straight back again.
    if (random.chance(0.1)) {
      path.push({ status: random.pick([stages[place]!.stage, ...stages[place]!.statuses]), at });
      at += random.whole(0, 59_999);
      place = before;
    }
  }
  return path;
}

/** The rows of one item, in the order in which they came about. */
export function randomItem(random: Random, number: number, settings: ReferenceSettings, style: LogStyle): Cells[] {
  const path = randomPath(random, settings, style);
  const zone = settings.timeZone;
  const first = path[0]!.at;
  const write = (instant: number) => writeInstant(random, instant, zone, style.localTimes);
  const created = random.weighted([
    [() => write(first), 3],
    [() => write(first - random.whole(0, 20 * 86_400) * 1000), 6],
    [() => write(first + random.whole(1, 3 * 86_400) * 1000), 1],
    [() => '', 2],
  ])();
  const constant = {
    type: random.pick(TYPES),
    title: random.pick(TITLES),
    points: random.pick(['1', '2', '3', '5', '0.5', '']),
  };
  const stated = random.weighted([
    ['chain', 6],
    ['messy', 3],
    ['none', 2],
  ]);
  let people = randomPeople(random, style);
  const rows = path.map(({ status, at }, place): Cells => {
    if (random.chance(0.35)) people = randomPeople(random, style);
    let from = path[place - 1]?.status ?? (random.chance(0.5) ? random.pick(settings.workflow).stage : '');
    if (stated === 'none') from = '';
    if (stated === 'messy') {
      from = random.weighted([
        [from, 6],
        ['', 2],
        [random.pick(settings.workflow).stage, 2],
      ]);
    }
    return {
      item_id: random.chance(0.03) ? ` T-${number} ` : `T-${number}`,
      title: random.chance(0.1) ? random.pick(TITLES) : constant.title,
      type: random.chance(0.1) ? random.pick(TYPES) : constant.type,
      assignee: people,
      from_status: from === '' ? '' : writeStatus(random, from),
      to_status: writeStatus(random, status),
      timestamp: write(at),
      points: random.chance(0.1) ? random.pick(['8', '']) : constant.points,
      created: random.chance(0.1) ? '' : created,
      resolution: random.pick(RESOLUTIONS),
      blocked: random.weighted([
        ['false', 6],
        [REASONS[place % REASONS.length]!, 2],
        ['', 2],
      ]),
    };
  });
  return rows.flatMap((row, place) => {
    if (!random.chance(0.06)) return [row];
    const timestamp = style.localTimes ? row.timestamp : write(path[place]!.at);
    return [row, { ...duplicateOf(random, row), timestamp }];
  });
}

/** The same row again, for all that it may look different. */
function duplicateOf(random: Random, row: Cells): Cells {
  return {
    ...row,
    from_status: row.from_status === '' ? '' : writeStatus(random, row.from_status.trim()),
    to_status: random.chance(0.5) ? row.to_status.toUpperCase() : writeStatus(random, row.to_status.trim()),
    title: random.pick(TITLES),
    assignee: random.pick(PEOPLE),
    points: random.pick(['13', row.points]),
    blocked: random.pick(['true', row.blocked]),
  };
}
