import { EMPTY } from '../../model/log/dictionary.ts';
import type { EventLog } from '../../model/log/event-log.ts';
import { INSTANT, INSTANT_ROW, ITEM, ROW, type Transitions } from '../../model/log/transitions.ts';
import { statusKey } from '../../model/workflow/workflow.ts';
import { inputPlaces } from './input-order.ts';
import { chainedOrder } from './tied-rows.ts';

/** Statuses as they are compared. */
interface ComparedStatuses {
  /** The status of each dictionary id as statuses are compared; −1 for none. */
  statusKeys: Int32Array;
  /** One status as written for each key: the first in the alphabet, whatever the order of the rows. */
  keyNames: string[];
  /** The stage that a key's source gives it; null where the workflow says. */
  keyStages: (string | null)[];
}

/** The transitions of each item in the order in which they happened, duplicates left out. */
export interface OrderedTransitions extends ComparedStatuses {
  /** Item i of the log owns rows[offsets[i]] to rows[offsets[i + 1] − 1]. */
  offsets: Int32Array;
  /** Indexes of the log's transitions. */
  rows: Int32Array;
}

/** Gives statuses that differ only in letter case and white space the same number. */
function compareStatuses(log: EventLog): ComparedStatuses {
  const statusKeys = new Int32Array(log.statuses.size).fill(-1);
  const keyNames: string[] = [];
  const keyStages: (string | null)[] = [];
  const known = new Map<string, number>();
  for (let id = EMPTY + 1; id < log.statuses.size; id++) {
    const written = log.statuses.value(id).trim().replace(/\s+/g, ' ');
    const stage = log.statusStages.get(id) ?? null;
    const key = stage === null ? statusKey(written) : JSON.stringify([statusKey(stage), statusKey(written)]);
    const index = known.get(key);
    if (index === undefined) {
      known.set(key, keyNames.length);
      statusKeys[id] = keyNames.length;
      keyNames.push(written);
      keyStages.push(stage);
    } else {
      statusKeys[id] = index;
      if (preferred(written, keyNames[index] as string)) keyNames[index] = written;
    }
  }
  return { statusKeys, keyNames, keyStages };
}

/** "In progress" before "IN PROGRESS" and "in progress": the spelling a person would choose. */
function preferred(a: string, b: string): boolean {
  const plain = (text: string) => (text === text.toUpperCase() ? 2 : text === text.toLowerCase() ? 1 : 0);
  return plain(a) - plain(b) < 0 || (plain(a) === plain(b) && a < b);
}

/**
 * Orders each item's transitions: newest-first files turned round, duplicates dropped, by instant, ties by the chain of
 * their statuses where they have one and by input order otherwise.
 *
 * @param asOf later transitions do not exist
 */
export function orderTransitions(log: EventLog, asOf: number): OrderedTransitions {
  const { transitions } = log;
  const places = inputPlaces(log);
  const { offsets, rows, untidy } = byItem(log, asOf, places);
  const statuses = compareStatuses(log);
  let kept = 0;
  for (let item = 0; item < log.itemCount; item++) {
    const start = offsets[item] as number;
    const end = offsets[item + 1] as number;
    offsets[item] = kept;
    if (untidy[item] === 0) {
      if (kept === start) kept = end;
      else for (let index = start; index < end; index++) rows[kept++] = rows[index] as number;
      continue;
    }
    if (!transitions.ascending) sortSegment(rows, start, end, transitions, places);
    kept = keepChained(log, statuses, rows, start, end, kept);
  }
  offsets[log.itemCount] = kept;
  return { offsets, rows: rows.subarray(0, kept), ...statuses };
}

/** Writes the rows [start, end) of an item back from `kept` on, those of one instant chained; returns the new `kept`. */
function keepChained(
  log: EventLog,
  statuses: ComparedStatuses,
  rows: Int32Array,
  start: number,
  end: number,
  kept: number,
): number {
  const { transitions } = log;
  let place = kept;
  let last = -1;
  for (let index = start; index < end; ) {
    const row = rows[index] as number;
    const instant = transitions.at(row);
    let next = index + 1;
    while (next < end && transitions.at(rows[next] as number) === instant) next++;
    if (next === index + 1) rows[place++] = row;
    else for (const tied of tiedRows(log, statuses, rows, index, next, last)) rows[place++] = tied;
    last = statuses.statusKeys[transitions.to(rows[place - 1] as number)] as number;
    index = next;
  }
  return place;
}

/** The rows [start, end), all of one instant, without duplicates, and chained if they can be. */
function tiedRows(
  log: EventLog,
  { keyNames, statusKeys }: ComparedStatuses,
  rows: Int32Array,
  start: number,
  end: number,
  before: number,
): number[] {
  const { transitions } = log;
  const tied: number[] = [];
  // A pair of statuses as one number: a string for each row of a log of whole days would cost more than the rest.
  const seen = new Set<number>();
  let allHaveFrom = true;
  for (let index = start; index < end; index++) {
    const row = rows[index] as number;
    const source = statusKeys[transitions.from(row)] as number;
    const pair = (source + 1) * (keyNames.length + 1) + (statusKeys[transitions.to(row)] as number);
    if (seen.has(pair)) {
      noteDuplicate(log, row);
      continue;
    }
    seen.add(pair);
    tied.push(row);
    if (source === -1) allHaveFrom = false;
  }
  if (!allHaveFrom || tied.length < 2) return tied;
  const order = chainedOrder(
    tied.map((row) => statusKeys[transitions.from(row)] as number),
    tied.map((row) => statusKeys[transitions.to(row)] as number),
    before,
  );
  return order === null ? tied : Array.from(order, (place) => tied[place] as number);
}

/** A stable counting sort of the transitions by item, in input order; those after asOf are left out. */
function byItem(
  log: EventLog,
  asOf: number,
  places: Int32Array | null,
): {
  offsets: Int32Array;
  rows: Int32Array;
  /** 1 for each item of which a row is not later than the row before it: the others are in order as they are. */
  untidy: Uint8Array;
} {
  const { cells, instants, length } = log.transitions;
  const offsets = new Int32Array(log.itemCount + 1);
  for (let row = 0; row < length; row++) {
    if ((instants[row * INSTANT_ROW + INSTANT] as number) <= asOf) {
      const next = (cells[row * ROW + ITEM] as number) + 1;
      offsets[next] = (offsets[next] as number) + 1;
    }
  }
  for (let item = 0; item < log.itemCount; item++) {
    offsets[item + 1] = (offsets[item + 1] as number) + (offsets[item] as number);
  }
  const rows = new Int32Array(offsets[log.itemCount] as number);
  const next = offsets.slice(0, log.itemCount);
  const untidy = new Uint8Array(log.itemCount);
  // Here rows come one after another; to compare the rows of an item later would fetch each from another place.
  const last = new Float64Array(log.itemCount).fill(Number.NEGATIVE_INFINITY);
  // The row at a place is the row whose mirror image it is: places are their own inverse.
  for (let place = 0; place < length; place++) {
    const row = places === null ? place : (places[place] as number);
    const instant = instants[row * INSTANT_ROW + INSTANT] as number;
    if (instant > asOf) continue;
    const item = cells[row * ROW + ITEM] as number;
    const index = next[item] as number;
    rows[index] = row;
    next[item] = index + 1;
    if (instant > (last[item] as number)) last[item] = instant;
    else untidy[item] = 1;
  }
  return { offsets, rows, untidy };
}

/** Sorts rows[start, end), which are in input order, by instant; stable. One look suffices where they are in order. */
function sortSegment(
  rows: Int32Array,
  start: number,
  end: number,
  transitions: Transitions,
  places: Int32Array | null,
): void {
  let inOrder = true;
  for (let index = start + 1; index < end; index++) {
    if (transitions.at(rows[index] as number) < transitions.at(rows[index - 1] as number)) {
      inOrder = false;
      break;
    }
  }
  if (inOrder) return;
  const place = (row: number) => (places === null ? row : (places[row] as number));
  rows.subarray(start, end).sort((a, b) => transitions.at(a) - transitions.at(b) || place(a) - place(b));
}

function noteDuplicate(log: EventLog, row: number): void {
  const file = log.fileOfTransition(row);
  if (file.rowPerTransition === true) {
    file.merged++;
    file.used--;
  }
  log.findings.add(
    'duplicate',
    () => ({
      weight: 'info',
      message: 'rows that repeat another row (same item, instant, from and to) count once',
      cure: 'Nothing to do; the first of them counts',
    }),
    {
      file: file.file,
      line: log.transitions.line(row),
      item: log.itemIds[log.transitions.item(row)] as string,
      value: log.statuses.value(log.transitions.to(row)),
    },
  );
}
