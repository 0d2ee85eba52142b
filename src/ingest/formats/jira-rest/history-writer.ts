import { EMPTY } from '../../../model/dictionary.ts';
import { NOT_STATED } from '../../../model/event-log.ts';
import type { JsonRecords } from '../../format.ts';
import type { CustomFields } from './custom-fields.ts';
import { type Change, readChanges } from './histories.ts';
import type { Issue } from './issue.ts';
import { objectOf, own, textOf } from './json.ts';
import { NamesById, type Users } from './names.ts';

/** The latest instant there is: before it, everything is missing. */
const END_OF_TIME = 8.64e15;

/** Writes the timelines of issues that come with their changelog. */
export class HistoryWriter {
  /** Changes of fields that make no timeline, by field. */
  readonly unused = new Map<string, number>();
  readonly #records: JsonRecords;
  readonly #users: Users;
  readonly #custom: CustomFields;
  readonly #statuses = new NamesById();

  constructor(records: JsonRecords, users: Users, custom: CustomFields) {
    this.#records = records;
    this.#users = users;
    this.#custom = custom;
  }

  /**
   * Jira logs changes only, not what an issue began with. That is what its first change of a field changed from, or,
   * without a change, what it is today.
   */
  write(item: number, issue: Issue, created: number, line: number): void {
    const histories = issue.histories as readonly unknown[];
    const changes = readChanges(histories, this.#records);
    const isCut = issue.historyTotal > histories.length;
    if (isCut) this.#noteCut(item, issue, changes, line);
    for (const change of changes) this.#learn(change);
    this.#writeStatuses(item, issue, changes, isCut ? Number.NaN : created, line);
    this.#writeAssignees(item, issue, changes, isCut ? Number.NaN : created);
    this.#writeFlags(item, changes, isCut ? Number.NaN : created);
  }

  #learn(change: Change): void {
    this.#custom.learnChange(change);
    if (change.field === 'status') {
      this.#statuses.learn(change.from, change.fromText);
      this.#statuses.learn(change.to, change.toText);
    } else if (change.field !== 'assignee' && change.field !== 'flagged') {
      this.unused.set(change.fieldName, (this.unused.get(change.fieldName) ?? 0) + 1);
    }
  }

  #writeStatuses(item: number, issue: Issue, changes: readonly Change[], created: number, line: number): void {
    const { log } = this.#records;
    const moves = changes.filter((change) => change.field === 'status');
    const first = moves[0];
    const initial = first === undefined ? currentStatus(issue) : this.#status(first.from, first.fromText);
    // An issue said to be created after its first change began with that change, as far as can be told.
    if (initial !== '' && !Number.isNaN(created) && !(first !== undefined && first.at < created)) {
      log.transition(item, created, EMPTY, log.statuses.id(initial), NOT_STATED, line);
    }
    for (const move of moves) {
      const from = log.statuses.id(this.#status(move.from, move.fromText));
      const to = this.#status(move.to, move.toText);
      if (to !== '') log.transition(item, move.at, from, log.statuses.id(to), NOT_STATED, line);
    }
  }

  /** Names are those of the time of the change; an entry that lacks one is told by its id. */
  #status(id: string, name: string): string {
    return name || this.#statuses.get(id) || id;
  }

  #writeAssignees(item: number, issue: Issue, changes: readonly Change[], created: number): void {
    const { log } = this.#records;
    const moves = changes.filter((change) => change.field === 'assignee');
    const first = moves[0];
    const initial =
      first === undefined
        ? this.#users.ofObject(own(issue.fields, 'assignee'))
        : this.#users.ofChange(first.from, first.fromText);
    if (initial !== '' && !Number.isNaN(created) && !(first !== undefined && first.at < created)) {
      log.assignment(item, created, log.people.id([initial]));
    }
    for (const move of moves) {
      log.assignment(item, move.at, log.people.id([this.#users.ofChange(move.to, move.toText)]));
    }
  }

  /** Any value of the field Flagged means blocked; the value is the reason. */
  #writeFlags(item: number, changes: readonly Change[], created: number): void {
    const { log } = this.#records;
    const moves = changes.filter((change) => change.field === 'flagged');
    const wasFlagged = moves[0]?.fromText ?? '';
    if (wasFlagged !== '' && !Number.isNaN(created)) log.flag(item, created, true, -1, log.reasons.id(wasFlagged));
    for (const move of moves) {
      if (move.toText === '') log.flag(item, move.at, false);
      else log.flag(item, move.at, true, -1, log.reasons.id(move.toText));
    }
  }

  #noteCut(item: number, issue: Issue, changes: readonly Change[], line: number): void {
    const { log, file, instant } = this.#records;
    const since = changes[0]?.at ?? instant.call(this.#records, own(issue.fields, 'updated'));
    log.cut(item, Number.isNaN(since) ? END_OF_TIME : since);
    const have = (issue.histories as readonly unknown[]).length;
    log.findings.add(
      'cut-history',
      () => ({
        weight: 'warning',
        message: 'Issues whose changelog is cut short: what happened before its first entry is unknown',
        cure: 'Fetch their whole changelog (GET /issue/{key}/changelog, page by page) in place of the one in the search result.',
      }),
      { file: file.file, line, item: issue.key, value: `${have} of ${issue.historyTotal} entries` },
    );
  }
}

/** The name of the issue's status today. */
export function currentStatus(issue: Issue): string {
  return textOf(own(objectOf(own(issue.fields, 'status')), 'name'));
}
