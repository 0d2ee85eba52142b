import type { EventLog, LogFile } from '../../../model/event-log.ts';
import { HISTORY_GRADES } from '../../../model/history-grade.ts';

/** What a list of issues says of one of them. NaN: it does not tell. */
export interface IssueDates {
  file: LogFile;
  line: number;
  created: number;
  started: number;
  finished: number;
  updated: number;
  /** True if its timestamps state their offset: they are the better ones. */
  exact: boolean;
  /** True if the issue has a resolution date though its status is none of the done ones. */
  reopened: boolean;
}

/** The dates of all issues that lists give: where several do, the exact ones stand, and of these the latest ones. */
export class IssueDateList {
  readonly #dates = new Map<number, IssueDates>();
  readonly #log: EventLog;

  constructor(log: EventLog) {
    this.#log = log;
  }

  /** True if what is about to be said of an issue is no older than what another file said. */
  isLatest(item: number, updated: number): boolean {
    const known = this.#dates.get(item)?.updated ?? Number.NaN;
    return !(updated < known);
  }

  note(item: number, dates: IssueDates): void {
    const known = this.#dates.get(item);
    const better =
      known === undefined || (dates.exact === known.exact ? this.isLatest(item, dates.updated) : dates.exact);
    if (better) this.#dates.set(item, dates);
  }

  created(item: number): number {
    return this.#dates.get(item)?.created ?? Number.NaN;
  }

  /** Writes creations; and of the issues without a history the other dates, which are all there is. */
  write(hasHistory: (item: number) => boolean): void {
    const log = this.#log;
    for (const [item, dates] of this.#dates) {
      log.creation(item, dates.created);
      if (!hasHistory(item)) this.#writeMilestones(item, dates);
    }
  }

  #writeMilestones(item: number, dates: IssueDates): void {
    const { file, created, finished } = dates;
    let { started } = dates;
    const log = this.#log;
    const told = [created, started, finished].some((at) => !Number.isNaN(at));
    log.grade.set(item, HISTORY_GRADES.indexOf(told ? 'milestones' : 'snapshot'));
    if (file.grade === 'snapshot' && !told) return;
    if (dates.reopened) this.#note('resolved-not-done', item, dates, finished);
    if (finished < created) this.#note('finished-before-created', item, dates, finished);
    if (finished < started) {
      this.#note('finished-before-started', item, dates, finished);
      started = Number.NaN;
    }
    log.milestones(item, started, finished);
  }

  #note(code: keyof typeof NOTES, item: number, { file, line }: IssueDates, at: number): void {
    this.#log.findings.add(code, () => ({ weight: 'warning', ...NOTES[code] }), {
      file: file.file,
      line,
      item: this.#log.itemIds[item] as string,
      value: `${new Date(at).toISOString().slice(0, 16)}Z`,
    });
  }
}

const NOTES = {
  'resolved-not-done': {
    message: 'Issues with a resolution date whose status is none of the done ones: they count as finished on that date',
    cure: 'Clear the resolution of issues that were reopened, or give their changelog, which tells what happened.',
  },
  'finished-before-created': {
    message: 'Items that finished before they were created: the finish stands for both, so that their lead time is 0',
    cure: 'Correct the dates, or leave such items out.',
  },
  'finished-before-started': {
    message: 'Items that finished before they started: the start is left out, so they have no cycle time',
    cure: 'Correct the dates, or leave such items out.',
  },
} as const;
