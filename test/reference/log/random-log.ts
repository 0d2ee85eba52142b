import { readTimestamp } from '../time/timestamps.ts';
import type { ReferenceRow, ReferenceSettings } from '../types.ts';
import { Random } from './random.ts';
import { randomBeginning } from './random-instants.ts';
import { type Cells, type LogStyle, randomItem } from './random-rows.ts';
import { randomLists, randomSettings } from './random-settings.ts';
import { randomWindow, wholeWindow } from './random-window.ts';
import { readLog } from './read-log.ts';
import { writeConfig, writeCsv } from './write-log.ts';

/** A random messy log with settings to look at it, the same for the same seed. */

export interface RandomLog {
  csv: string;
  /** What the CSV says, in the order of the file. */
  rows: ReferenceRow[];
  settings: ReferenceSettings;
  /** The configuration file: the settings without asOf, from and to. */
  yaml: string;
  /** asOf, from and to, as options of the command line. */
  args: string[];
}

export interface RandomLogOptions {
  /** At most so many items. Default 25. */
  items?: number;
  /** Items of about so many rows, all of them within the window. */
  long?: number;
  /** Statuses that the workflow lacks, too. Default false. */
  unknownStatuses?: boolean;
  /** Several people in a cell, apart by semicolons. Default false. */
  severalAssignees?: boolean;
  /** Logs whose timestamps have no offset, now and then. Default true. */
  localTimes?: boolean;
}

function inFileOrder(random: Random, rows: Cells[], instants: Map<Cells, number>): Cells[] {
  const order = random.pick(['by item', 'chronological', 'newest first', 'shuffled']);
  if (order === 'by item') return rows;
  if (order === 'shuffled') return random.shuffled(rows);
  const chronological = [...rows].sort((a, b) => instants.get(a)! - instants.get(b)!);
  return order === 'chronological' ? chronological : chronological.reverse();
}

/** Some neighbours at one instant change places. */
function withTiesMixed(random: Random, rows: Cells[], instants: Map<Cells, number>): Cells[] {
  const mixed = [...rows];
  for (let place = 1; place < mixed.length; place += 1) {
    const [before, row] = [mixed[place - 1]!, mixed[place]!];
    if (instants.get(before) === instants.get(row) && random.chance(0.5))
      [mixed[place - 1], mixed[place]] = [row, before];
  }
  return mixed;
}

/** Now and then an item of a log that has some rows moves on in the year 8026. */
function withFarDate(random: Random, csv: string): string {
  return random.chance(0.1) && csv.split('\n').length > 12 ? csv.replace(/\b20\d\d(?=-\d\d-\d\d)/, '8026') : csv;
}

export function randomLog(seed: number, options: RandomLogOptions = {}): RandomLog {
  const random = new Random(seed);
  const drawn = randomSettings(random);
  // By a generator of their own, so that a seed's log is the same whatever is listed.
  const chosen = { ...drawn, ...randomLists(new Random(seed + 7919), drawn.workflow) };
  const zone = chosen.timeZone;
  const style: LogStyle = {
    beginning: randomBeginning(random, zone),
    localTimes: random.chance(0.15) && options.localTimes !== false,
    unknownStatuses: options.unknownStatuses === true ? ['Quux lane', 'Zeta'] : [],
    severalAssignees: options.severalAssignees === true,
    long: options.long ?? 0,
  };
  const count = random.whole(1, options.items ?? 25);
  const items = Array.from({ length: count }, (_, place) => randomItem(random, place + 1, chosen, style));
  const instants = new Map(items.flat().map((row) => [row, readTimestamp(row.timestamp, zone)!]));
  const cells = withTiesMixed(random, inFileOrder(random, items.flat(), instants), instants);

  const columns: (keyof Cells)[] = ['item_id', 'to_status', 'timestamp', 'title', 'type', 'points', 'resolution'];
  if (random.chance(0.9)) columns.push('from_status');
  if (random.chance(0.95)) columns.push('assignee');
  if (random.chance(0.8)) columns.push('created');
  if (random.chance(0.4)) columns.push('blocked');
  const near = writeCsv(random, cells, columns);
  const told = readLog(near, zone);
  const window = options.long === undefined ? randomWindow(random, told, zone) : wholeWindow(told);
  const csv = options.long === undefined ? withFarDate(new Random(seed + 104_729), near) : near;
  const rows = readLog(csv, zone);
  const settings = { ...chosen, ...window.settings };
  return { csv, rows, settings, yaml: writeConfig(settings), args: window.args };
}
