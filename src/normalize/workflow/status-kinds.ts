import { EMPTY } from '../../model/log/dictionary.ts';
import type { EventLog } from '../../model/log/event-log.ts';
import { type KindEvidence, type StageKind, statusKey } from '../../model/workflow/workflow.ts';
import type { OrderedTransitions } from '../rows/ordered-transitions.ts';
import { knownKind } from './status-kind.ts';

/** A status's kind, and what it rests on. */
export interface EvidentKind {
  kind: StageKind;
  evidence: KindEvidence;
}

/** Of the items with a finish date, in statuses that nothing else explains, nearly all are in the one that means done. */
const SHARE_OF_FINISHES = 0.9;

/** Hardly an item in a status that means done has no finish date. */
const SHARE_WITH_FINISH = 0.95;

/** Fewer finish dates than this show nothing. */
const FEWEST_FINISHES = 5;

/**
 * The kinds of statuses as far as anything but their position says, by status: what the tool says, else the name, else
 * the finish dates of the items that are in them today.
 */
export class StatusKinds {
  readonly #log: EventLog;
  readonly #byDates: string | null;

  constructor(log: EventLog, ordered: OrderedTransitions) {
    this.#log = log;
    this.#byDates = doneByDates(log, ordered);
  }

  /** Null if only position could say. */
  of(status: string): EvidentKind | null {
    const known = knownKind(this.#log, status);
    if (known !== null) return known;
    return statusKey(status) === this.#byDates ? { kind: 'done', evidence: 'dates' } : null;
  }
}

/**
 * The status that finish dates show to mean done, as statuses are compared; null if there is none. A tool that says a
 * status is not over outranks the dates.
 */
function doneByDates(log: EventLog, ordered: OrderedTransitions): string | null {
  if (!log.finished.some((at) => !Number.isNaN(at))) return null;
  const counts = new Map<number, { finished: number; open: number }>();
  let finished = 0;
  for (let item = 0; item < log.itemCount; item++) {
    const key = statusToday(log, ordered, item);
    if (key === -1) continue;
    let count = counts.get(key);
    if (count === undefined) {
      count = { finished: 0, open: 0 };
      counts.set(key, count);
    }
    if (Number.isNaN(log.finished.at(item))) count.open++;
    else {
      count.finished++;
      finished++;
    }
  }
  if (finished < FEWEST_FINISHES) return null;
  let unexplained = 0;
  let best: { key: number; finished: number; open: number } | null = null;
  for (const [key, count] of counts) {
    const name = ordered.keyNames[key] as string;
    if (knownKind(log, name) !== null || log.statusCategories.has(statusKey(name))) continue;
    unexplained += count.finished;
    if (best === null || count.finished > best.finished) best = { key, ...count };
  }
  if (best === null || best.finished < FEWEST_FINISHES || best.finished < unexplained * SHARE_OF_FINISHES) return null;
  if (best.finished < (best.finished + best.open) * SHARE_WITH_FINISH) return null;
  return statusKey(ordered.keyNames[best.key] as string);
}

/** The status that an item is in today, as its source says, else as its last transition does; −1 if neither does. */
function statusToday(log: EventLog, ordered: OrderedTransitions, item: number): number {
  const today = log.currentStatus.at(item);
  if (today !== EMPTY) return ordered.statusKeys[today] as number;
  const end = ordered.offsets[item + 1] as number;
  if (end === ordered.offsets[item]) return -1;
  return ordered.statusKeys[log.transitions.to(ordered.rows[end - 1] as number)] as number;
}
