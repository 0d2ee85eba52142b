import { EMPTY } from '../../../../model/log/dictionary.ts';
import { type EventLog, NOT_STATED } from '../../../../model/log/event-log.ts';
import { Users } from '../../shared/names-by-id.ts';
import type { Change } from './entries.ts';
import { StatusNames } from './status-names.ts';

/** The changes that make a timeline, by Jira's name of the field in lower case. */
export type TimelineField = 'status' | 'assignee' | 'flagged';

export function isTimelineField(field: string): field is TimelineField {
  return field === 'status' || field === 'assignee' || field === 'flagged';
}

/** What an issue had in these fields at an instant. */
export interface Beginning {
  at: number;
  /** As `StatusNames` gives it; 0 where nobody knows. */
  status: number;
  assignee: string;
  /** Why it was flagged; empty if it was not. */
  flag: string;
  line: number;
}

/** Writes changes of issues into the log, and names what they name by id alone. */
export class ChangeWriter {
  readonly users = new Users();
  readonly statuses: StatusNames;
  readonly #log: EventLog;

  constructor(log: EventLog) {
    this.#log = log;
    this.statuses = new StatusNames(log);
  }

  /** Learns the names that a change gives; to be called for the changes of an issue before they are written. */
  learn(change: Change): void {
    if (change.field !== 'status') return;
    this.statuses.learn(change.from, change.fromText, change.at);
    this.statuses.learn(change.to, change.toText, change.at);
  }

  /** Writes a change of one of the fields of a timeline; others make none. */
  write(item: number, change: Change, line: number): void {
    const log = this.#log;
    if (change.field === 'status') {
      const to = this.statuses.of(change.to, change.toText);
      if (to !== EMPTY) log.transition(item, change.at, this.statusBefore(change), to, NOT_STATED, line);
    } else if (change.field === 'assignee') {
      log.assignment(item, change.at, log.people.id([this.users.ofChange(change.to, change.toText)]));
    } else if (change.field === 'flagged') {
      const on = change.toText !== '';
      log.flag(item, change.at, on, -1, on ? log.reasons.id(change.toText) : EMPTY);
    }
  }

  /** The status that the issue had before a change of it. */
  statusBefore(change: Change): number {
    return this.statuses.of(change.from, change.fromText);
  }

  /** What the issue had before the change of another field. */
  before(change: Change): string {
    return change.field === 'assignee' ? this.users.ofChange(change.from, change.fromText) : change.fromText;
  }

  /** Jira logs changes only: writes what an issue began with. */
  begin(item: number, { at, status, assignee, flag, line }: Beginning): void {
    const log = this.#log;
    if (status !== EMPTY) log.transition(item, at, EMPTY, status, NOT_STATED, line);
    if (assignee !== '') log.assignment(item, at, log.people.id([assignee]));
    // Any value of the field Flagged means blocked; the value is the reason.
    if (flag !== '') log.flag(item, at, true, -1, log.reasons.id(flag));
  }
}
