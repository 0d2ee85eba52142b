import type { LogFile } from '../../../../model/log/event-log.ts';
import { isTimelineField, type TimelineField } from './change-writer.ts';
import type { Change } from './entries.ts';

/** The earliest change of a field that is known. */
export interface FirstChange {
  change: Change;
  /** Its place among changes of one instant. */
  order: number;
  file: LogFile;
  line: number;
}

/** A run of an issue's entries, by their places in its changelog from the oldest on. */
interface Stretch {
  start: number;
  end: number;
  /** Instant of its first entry. */
  at: number;
}

/** The latest instant there is: before it, everything is missing. */
const END_OF_TIME = 8.64e15;

/** What is known of one issue's history that comes in parts: pages, rows, or the recent end that a search gives. */
export class ItemHistory {
  /** Entries by id, so that what overlapping parts repeat counts once. */
  readonly #seen = new Set<string>();
  /** Entries without an id: nobody knows whether one is given twice. */
  #unnamed = 0;
  readonly #first: Partial<Record<TimelineField, FirstChange>> = {};
  readonly #stretches: Stretch[] = [];
  /** How many entries Jira says there are; NaN if it does not say. */
  total = Number.NaN;
  /** Instant of the earliest entry. */
  since = Number.NaN;
  /** Where it was met first, for messages. */
  readonly file: LogFile;
  readonly line: number;

  constructor(file: LogFile, line: number) {
    this.file = file;
    this.line = line;
  }

  /** Notes an entry; false if it is known already. */
  note(id: string, at: number): boolean {
    if (!(this.since <= at)) this.since = at;
    if (id === '') {
      this.#unnamed++;
      return true;
    }
    if (this.#seen.has(id)) return false;
    this.#seen.add(id);
    return true;
  }

  /** Keeps the change if it is the earliest of its field. */
  noteChange(change: Change, order: number, file: LogFile, line: number): void {
    if (!isTimelineField(change.field)) return;
    const known = this.#first[change.field];
    const earlier =
      known === undefined || change.at < known.change.at || (change.at === known.change.at && order < known.order);
    if (earlier) this.#first[change.field] = { change, order, file, line };
  }

  first(field: TimelineField): FirstChange | null {
    return this.#first[field] ?? null;
  }

  /** Notes which places of the changelog a part holds, if it says so. */
  noteStretch(start: number, count: number, total: number, at: number): void {
    if (!Number.isNaN(total)) this.total = Number.isNaN(this.total) ? total : Math.max(this.total, total);
    if (!Number.isNaN(start) && count > 0) this.#stretches.push({ start, end: start + count, at });
  }

  /** How many different entries are known. */
  get known(): number {
    return this.#seen.size + this.#unnamed;
  }

  /** The instant before which something is missing; NaN where all is there, as far as anything says. */
  cutBefore(): number {
    if (!(this.total > this.known)) return Number.NaN;
    let reached = 0;
    let cut = Number.NaN;
    for (const { start, end, at } of this.#stretches.sort((a, b) => a.start - b.start || b.end - a.end)) {
      if (start > reached) cut = at;
      reached = Math.max(reached, end);
    }
    // What is missing at the end may say anything about today.
    if (reached < this.total) return END_OF_TIME;
    return Number.isNaN(cut) ? this.since : cut;
  }
}
