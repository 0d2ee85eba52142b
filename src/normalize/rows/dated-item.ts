import type { EventLog } from '../../model/log/event-log.ts';
import { dayOf } from './status-differs.ts';
import { isOver, type StatusesOfToday, type StatusToday } from './status-today.ts';

/** What counts of an item that has only dates, once its status of today has been heard. */
export interface DatedItem {
  created: number;
  /** NaN: not started, or not known. */
  started: number;
  /** NaN: not over, or not known since when. */
  ended: number;
  /** What it became at `ended`. */
  end: 'done' | 'dropped';
  /** Its status of today, where that counts. */
  today: StatusToday | null;
  /** What does not fit; empty where all does. */
  differs: string;
}

/**
 * Rule 10: both the dates and the status of today must fit. Where they do not, a status counts whose kind is sure, else
 * the date. No asOf changes this: a plan was one at any time.
 */
export function datedItem(log: EventLog, item: number, statuses: StatusesOfToday): DatedItem {
  const dates = datesOf(log, item);
  const today = statuses.of(item);
  if (today === null) return dates;
  if (today.isSure) return bySureStatus(dates, today);
  if (!today.isSurelyOpen || Number.isNaN(dates.ended)) return byDates(log, item, dates, today);
  return { ...byDates(log, item, { ...dates, ended: Number.NaN }, today), differs: unusedFinish(dates) };
}

function datesOf(log: EventLog, item: number): DatedItem {
  return {
    created: log.created.at(item),
    started: log.started.at(item),
    ended: log.finished.at(item),
    end: 'done',
    today: null,
    differs: '',
  };
}

function bySureStatus(dates: DatedItem, today: StatusToday): DatedItem {
  const { ended, started } = dates;
  const isDated = !Number.isNaN(ended);
  if (isOver(today)) {
    if (!isDated) return { ...dates, today, differs: 'over, and no date says since when' };
    if (today.kind === 'done') return { ...dates, today };
    return { ...dates, today, end: 'dropped', differs: `dropped, with a finish date, ${dayOf(ended)}` };
  }
  const unused = isDated ? unusedFinish(dates) : '';
  // A start that the status denies was planned, or has been taken back.
  if (today.kind !== 'todo' || Number.isNaN(started)) return { ...dates, today, ended: Number.NaN, differs: unused };
  const differs = unused || `to do, with a start date, ${dayOf(started)}, which does not count`;
  return { ...dates, today, started: Number.NaN, ended: Number.NaN, differs };
}

function unusedFinish({ ended }: DatedItem): string {
  return `not over, with a finish date, ${dayOf(ended)}, which does not count`;
}

/** The status is a guess: what the dates say counts, and the status where they say nothing. */
function byDates(log: EventLog, item: number, dates: DatedItem, today: StatusToday): DatedItem {
  const { ended, started } = dates;
  if (!Number.isNaN(ended)) {
    return isOver(today) ? { ...dates, today } : { ...dates, differs: `finished on ${dayOf(ended)} by its date` };
  }
  if (isOver(today)) return { ...dates, differs: 'not over by its dates' };
  if (!Number.isNaN(started)) {
    return today.kind === 'todo'
      ? { ...dates, differs: `started on ${dayOf(started)} by its date` }
      : { ...dates, today };
  }
  if (today.kind === 'todo' || !tellsStarts(log, item)) return { ...dates, today };
  return { ...dates, differs: 'not started by its dates' };
}

/** True if an item has a start date, or its file a column for one. */
export function tellsStarts(log: EventLog, item: number): boolean {
  if (!Number.isNaN(log.started.at(item))) return true;
  return Object.hasOwn(log.files[log.itemFile.at(item)]?.mapping ?? {}, 'started');
}

/** A start or end before the creation given moves the creation; without a creation given, none is known. */
export function datedCreation({ started, ended }: DatedItem, known: number, asOf: number): number {
  const dates = [started, ended].filter((at) => at <= asOf);
  return Number.isNaN(known) ? known : Math.min(known, ...dates);
}

/** True if every date of an item that counts is after asOf. */
export function onlyLater({ created, started, ended }: DatedItem, asOf: number): boolean {
  const dates = [created, started, ended].filter((at) => !Number.isNaN(at));
  return dates.length > 0 && dates.every((at) => at > asOf);
}
