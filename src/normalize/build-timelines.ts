import type { EventLog } from '../model/log/event-log.ts';
import type { Settings } from '../model/settings.ts';
import type { Timelines } from '../model/timelines.ts';
import { AssignmentWriter } from './assignments.ts';
import { blockedPeriods } from './blocked-periods.ts';
import { type DatedItem, datedCreation, datedItem, onlyLater } from './rows/dated-item.ts';
import { itemsGoingOn } from './rows/log-end.ts';
import { onlyDates } from './rows/only-dates.ts';
import type { OrderedTransitions } from './rows/ordered-transitions.ts';
import { StatusesOfToday } from './rows/status-today.ts';
import { TodayWriter } from './today.ts';
import { VisitColumns } from './visit-columns.ts';
import { VisitWriter } from './visits.ts';
import type { ResolvedWorkflow } from './workflow/resolved-workflow.ts';

/** What a timeline is made from. */
interface Parts {
  log: EventLog;
  ordered: OrderedTransitions;
  resolved: ResolvedWorkflow;
  settings: Settings;
  asOf: number;
  /** The latest instant of the data. */
  latest: number;
}

/** The items that have only dates. */
interface Dates {
  isDated: (item: number) => boolean;
  of: (item: number) => DatedItem;
}

/** Rebuilds every item's timeline as of an instant; items that did not exist yet are left out. */
export function buildTimelines({ log, ordered, resolved, settings, asOf, latest }: Parts): Timelines {
  const statuses = new StatusesOfToday(log, ordered, resolved);
  const goesOn = itemsGoingOn(log, asOf);
  const isDated = (item: number) => goesOn?.[item] !== 1 && onlyDates(log, ordered, item);
  const dates = { isDated, of: (item: number) => datedItem(log, item, statuses) };
  const created = creations(log, ordered, dates, asOf);
  const order = itemOrder(log, ordered, dates, created, asOf);
  const visits = new VisitColumns(ordered.rows.length + log.itemCount + 1);
  const assignments = new AssignmentWriter(log, ordered.rows.length, asOf);
  const writer = new VisitWriter(log, ordered, resolved, settings.ignoreVisitsShorterThanMs, visits, assignments);
  const count = order.length;
  const timelines: Timelines = {
    count,
    item: order,
    ids: uniqueIds(log, order),
    created: inOrder((item) => created[item] as number, order, new Float64Array(count)),
    offsets: new Int32Array(count + 1),
    start: new Float64Array(0),
    stage: new Int32Array(0),
    milestones: new Uint8Array(count),
    startKnown: new Uint8Array(count),
    stageToday: new Int32Array(count).fill(-1),
    overLater: new Uint8Array(count),
    cutBefore: inOrder((item) => log.cutBefore.at(item), order, new Float64Array(count)),
    grade: inOrder((item) => log.grade.at(item), order, new Int32Array(count)),
    peopleKnown: inOrder((item) => log.assigneesKnown.at(item), order, new Uint8Array(count)),
    ...blockedByItem(log, ordered, order, asOf),
    peopleOffsets: new Int32Array(count + 1),
    peopleAt: assignments.at,
    peopleSet: assignments.set,
  };
  const today = new TodayWriter({ log, ordered, resolved, asOf, latest }, statuses, timelines, visits);
  for (let index = 0; index < count; index++) {
    const item = order[index] as number;
    const begin = created[item] as number;
    assignments.begin(item);
    if (isDated(item)) today.writeDated(index, begin);
    else {
      const end = goesOn?.[item] === 1 ? null : today.endOfLog(item, begin);
      writer.write(item, begin, begin < (timelines.cutBefore[index] as number), end?.visit ?? null);
      if (end !== null) today.noteEnd(index, end);
    }
    timelines.offsets[index + 1] = visits.length;
    timelines.peopleOffsets[index + 1] = assignments.length;
  }
  timelines.start = visits.start.subarray(0, visits.length);
  timelines.stage = visits.stage.subarray(0, visits.length);
  timelines.peopleAt = assignments.at.subarray(0, assignments.length);
  timelines.peopleSet = assignments.set.subarray(0, assignments.length);
  return timelines;
}

/** A column of the log's items in the order of the timelines; loops, because `from` with a function costs ten times more. */
function inOrder<Column extends Float64Array | Int32Array | Uint8Array>(
  read: (item: number) => number,
  order: Int32Array,
  into: Column,
): Column {
  for (let index = 0; index < order.length; index++) into[index] = read(order[index] as number);
  return into;
}

/** Rule 4: the creation given, unless there is none or it is later than the first transition. */
function creations(log: EventLog, ordered: OrderedTransitions, dates: Dates, asOf: number): Float64Array {
  const created = new Float64Array(log.itemCount);
  for (let item = 0; item < log.itemCount; item++) {
    const given = log.created.at(item);
    const known = given <= asOf ? given : Number.NaN;
    const begin = ordered.offsets[item] as number;
    if (begin === ordered.offsets[item + 1]) {
      created[item] = dates.isDated(item) ? datedCreation(dates.of(item), known, asOf) : known;
      continue;
    }
    const first = log.transitions.at(ordered.rows[begin] as number);
    // What the item was in when its log begins is no sign of when it was created.
    if (Number.isNaN(known) && first < log.cutBefore.at(item)) {
      created[item] = Number.NaN;
      continue;
    }
    if (known > first) noteLateCreation(log, item, ordered.rows[begin] as number);
    created[item] = Number.isNaN(known) ? first : Math.min(known, first);
  }
  return created;
}

function noteLateCreation(log: EventLog, item: number, row: number): void {
  log.findings.add(
    'created-after-first',
    () => ({
      weight: 'warning',
      message: 'items whose creation is given as later than their first transition; the transition counts',
      cure: 'Check the time zone of the creation column',
    }),
    {
      file: log.fileOfTransition(row).file,
      line: log.transitions.line(row),
      item: log.itemIds[item] as string,
      value: new Date(log.created.at(item)).toISOString(),
    },
  );
}

/** Items that exist at asOf, by creation and then by id: an order that the order of the rows does not change. */
function itemOrder(
  log: EventLog,
  ordered: OrderedTransitions,
  dates: Dates,
  created: Float64Array,
  asOf: number,
): Int32Array {
  const exists = new Int32Array(log.itemCount);
  let count = 0;
  for (let item = 0; item < log.itemCount; item++) {
    if (
      ordered.offsets[item] !== ordered.offsets[item + 1] ||
      (created[item] as number) <= asOf ||
      (dates.isDated(item) && !onlyLater(dates.of(item), asOf))
    ) {
      exists[count++] = item;
    }
  }
  const order = exists.subarray(0, count);
  for (let index = 1; index < order.length; index++) {
    if (before(order[index - 1] as number, order[index] as number) > 0) return order.sort(before);
  }
  return order;

  function before(a: number, b: number): number {
    const createdA = created[a] as number;
    const createdB = created[b] as number;
    if (createdA !== createdB && !(Number.isNaN(createdA) && Number.isNaN(createdB))) {
      if (Number.isNaN(createdA)) return 1;
      if (Number.isNaN(createdB)) return -1;
      return createdA - createdB;
    }
    const idA = log.itemIds[a] as string;
    const idB = log.itemIds[b] as string;
    if (idA !== idB) return idA < idB ? -1 : 1;
    return log.sourceOf(a) < log.sourceOf(b) ? -1 : 1;
  }
}

/** Ids for output: with the source before it where two sources have the same id. */
function uniqueIds(log: EventLog, order: Int32Array): string[] {
  // In a log by time the items often are in order as they came: then no second list of them is needed.
  const single = new Set(log.files.map(({ source }) => source)).size < 2;
  if (single && order.length === log.itemCount && order.every((item, index) => item === index)) return log.itemIds;
  const ids: string[] = new Array(order.length);
  for (let index = 0; index < order.length; index++) ids[index] = log.itemIds[order[index] as number] as string;
  if (single) return ids;
  const seen = new Map<string, number>();
  for (const id of ids) seen.set(id, (seen.get(id) ?? 0) + 1);
  return ids.map((id, index) => (seen.get(id) === 1 ? id : `${log.sourceOf(order[index] as number)}/${id}`));
}

function blockedByItem(
  log: EventLog,
  ordered: OrderedTransitions,
  order: Int32Array,
  asOf: number,
): Pick<Timelines, 'blockedOffsets' | 'blockedStart' | 'blockedEnd' | 'blockedReason'> {
  const places = log.flagTransition.values().some((transition) => transition !== -1) ? placesOf(log, ordered) : null;
  const periods = blockedPeriods(log, asOf, (transition) => (places === null ? -1 : (places[transition] as number)));
  const offsets = new Int32Array(order.length + 1);
  const start = new Float64Array(periods.start.length);
  const end = new Float64Array(periods.start.length);
  const reason = new Int32Array(periods.start.length);
  let next = 0;
  for (let index = 0; index < order.length; index++) {
    const item = order[index] as number;
    for (let period = periods.offsets[item] as number; period < (periods.offsets[item + 1] as number); period++) {
      start[next] = periods.start[period] as number;
      reason[next] = periods.reason[period] as number;
      end[next++] = periods.end[period] as number;
    }
    offsets[index + 1] = next;
  }
  return {
    blockedOffsets: offsets,
    blockedStart: start.subarray(0, next),
    blockedEnd: end.subarray(0, next),
    blockedReason: reason.subarray(0, next),
  };
}

/** The place of each transition among the ordered ones; −1: left out. */
function placesOf(log: EventLog, ordered: OrderedTransitions): Int32Array {
  const places = new Int32Array(log.transitionCount).fill(-1);
  for (let place = 0; place < ordered.rows.length; place++) places[ordered.rows[place] as number] = place;
  return places;
}
