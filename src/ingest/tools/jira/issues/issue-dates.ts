import type { EventLog, LogFile } from '../../../../model/log/event-log.ts';
import { HISTORY_GRADES } from '../../../../model/log/history-grade.ts';
import { DATE_ORDER_FINDINGS, isoMinute } from '../../shared/item-table/milestone-rows.ts';

/** What a list of issues says of one of them. NaN: it does not say. */
export interface IssueDates {
  file: LogFile;
  line: number;
  created: number;
  started: number;
  finished: number;
  /** False where the list has no place for a finish: then a missing one means nothing. */
  tellsFinish: boolean;
  updated: number;
  /** True if its timestamps state their offset: they are the better ones. */
  exact: boolean;
}

/** The dates of all issues that lists give, each of which may give other ones. */
export class IssueDateList {
  readonly #dates = new Map<number, IssueDates>();
  readonly #log: EventLog;

  constructor(log: EventLog) {
    this.#log = log;
  }

  note(item: number, dates: IssueDates): void {
    const known = this.#dates.get(item);
    this.#dates.set(item, known === undefined ? dates : together(known, dates));
    dates.file.tellsUntil = latest(dates.file.tellsUntil ?? Number.NaN, dates);
  }

  created(item: number): number {
    return this.#dates.get(item)?.created ?? Number.NaN;
  }

  /** Writes creations and finishes; and of the issues without a history all dates, which are all there is. */
  write(hasHistory: (item: number) => boolean): void {
    const log = this.#log;
    // Those of a file together, so that the log need not go to and fro between files.
    const byFile = new Map<LogFile, [item: number, dates: IssueDates][]>();
    for (const [item, dates] of this.#dates) {
      const own = byFile.get(dates.file);
      if (own === undefined) byFile.set(dates.file, [[item, dates]]);
      else own.push([item, dates]);
    }
    for (const [file, own] of byFile) {
      log.continueFile(file);
      for (const [item, dates] of own) {
        log.creation(item, dates.created);
        if (hasHistory(item)) log.listedFinish(item, dates.finished);
        else this.#writeMilestones(item, dates);
      }
    }
  }

  #writeMilestones(item: number, dates: IssueDates): void {
    const { file, created, finished } = dates;
    let { started } = dates;
    const log = this.#log;
    const isDated = [created, started, finished].some((at) => !Number.isNaN(at));
    log.grade.set(item, HISTORY_GRADES.indexOf(isDated ? 'milestones' : 'snapshot'));
    if (file.grade === 'snapshot' && !isDated) return;
    if (finished < created) this.#note('finished-before-created', item, dates, finished);
    if (finished < started) {
      this.#note('finished-before-started', item, dates, finished);
      started = Number.NaN;
    }
    log.milestones(item, started, finished);
  }

  #note(code: keyof typeof DATE_ORDER_FINDINGS, item: number, { file, line }: IssueDates, at: number): void {
    this.#log.findings.add(code, () => ({ weight: 'warning', ...DATE_ORDER_FINDINGS[code] }), {
      file: file.file,
      line,
      item: this.#log.itemIds[item] as string,
      value: isoMinute(at),
    });
  }
}

/**
 * What two lists say of one issue: the one that knows the later update says whether it is over, and where both give an
 * instant, the one whose instants state their offset says which.
 */
function together(known: IssueDates, given: IssueDates): IssueDates {
  const [older, newer] = given.updated < known.updated ? [given, known] : [known, given];
  const best = older.exact && !newer.exact ? older : newer;
  const other = best === older ? newer : older;
  const pick = (field: 'created' | 'started' | 'finished') => (Number.isNaN(best[field]) ? other[field] : best[field]);
  const isOver = !newer.tellsFinish || !Number.isNaN(newer.finished);
  return {
    ...newer,
    created: pick('created'),
    started: pick('started'),
    finished: isOver ? pick('finished') : Number.NaN,
    tellsFinish: older.tellsFinish || newer.tellsFinish,
    exact: best.exact,
  };
}

/** The latest of an instant and those of a list. */
function latest(at: number, { created, finished, updated }: IssueDates): number {
  return [created, finished, updated].reduce((last, one) => (last >= one || Number.isNaN(one) ? last : one), at);
}
