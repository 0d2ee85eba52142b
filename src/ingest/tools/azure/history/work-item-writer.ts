import type { FindingExample } from '../../../../model/finding.ts';
import { EMPTY } from '../../../../model/log/dictionary.ts';
import { type EventLog, NOT_STATED } from '../../../../model/log/event-log.ts';
import { HISTORY_GRADES, type HistoryGrade } from '../../../../model/log/history-grade.ts';
import type { ReadOptions } from '../../../format.ts';
import { setField } from '../../shared/item-table/item-snapshot.ts';
import { ASSIGNED_TO, IS_DELETED, ITEM_FIELDS } from '../fields/reference-names.ts';
import type { Revision } from '../fields/revision.ts';
import { ItemState } from '../states/item-state.ts';
import { isOver, kindOf } from '../states/state-kinds.ts';
import { statusBy } from '../states/status-choice.ts';
import { type BlockedRule, isYes } from './blocked-rule.ts';
import { type ItemHistory, missingRevisions } from './work-item.ts';

/** What was noticed about the histories of items, by what it is. */
export type Noticed =
  | 'latest-only'
  | 'cut-history'
  | 'late-pictures'
  | 'missing-revisions'
  | 'full-page'
  | 'deleted'
  | 'no-status';

/** Updates that one answer of the API holds at most: an item with so many may have more. */
const UPDATES_A_PAGE = 200;

/** Writes the timelines of work items into the log. */
export class WorkItemWriter {
  readonly noticed = new Map<Noticed, FindingExample[]>();
  readonly #log: EventLog;
  readonly #options: ReadOptions;
  readonly #field: string;
  readonly #blocked: BlockedRule;
  readonly #firstDay: number;

  /**
   * @param field the field that is the status
   * @param firstDay the first day of which there are pictures; NaN where there are none
   */
  constructor(log: EventLog, options: ReadOptions, field: string, blocked: BlockedRule, firstDay: number) {
    this.#log = log;
    this.#options = options;
    this.#field = field;
    this.#blocked = blocked;
    this.#firstDay = firstDay;
  }

  write({ id, revisions, latest }: ItemHistory): void {
    const log = this.#log;
    const first = revisions[0] ?? (latest as Revision);
    log.continueFile(first.file);
    const known = log.itemCount;
    const item = log.item(id);
    const isNew = log.itemCount > known;
    const state = new ItemState(revisions);
    const isLatestOnly = revisions.length === 0 || (revisions.length === 1 && isLatest(first));
    let grade: HistoryGrade = 'full-log';
    if (isLatestOnly) grade = this.#writeLatest(item, latest ?? first, state);
    else if (!this.#writeHistory(item, revisions, state)) grade = 'snapshot';
    if (isNew) log.grade.set(item, HISTORY_GRADES.indexOf(grade));
    else log.upgradeGrade(item, grade);
    if (latest !== null) state.apply(latest);
    this.#writeToday(item, state);
    if (isLatestOnly) this.#note('latest-only', item, first);
    else this.#noticeGaps(item, revisions);
    if (grade === 'snapshot' && !isLatestOnly) this.#note('no-status', item, first);
    if (isYes(state.value(IS_DELETED))) this.#markDeleted(item, first);
  }

  /** An item of which only the latest revision is here: its dates are all that is known of its past. */
  #writeLatest(item: number, revision: Revision, state: ItemState): HistoryGrade {
    state.apply(revision);
    const { created, started, entered } = revision;
    let { finished } = revision;
    if (Number.isNaN(finished) && isOver(kindOf(state))) finished = entered;
    this.#log.creation(item, created);
    if (Number.isNaN(started) && Number.isNaN(finished)) return 'snapshot';
    this.#log.milestones(item, started, finished);
    return 'milestones';
  }

  /** Returns false if nothing is known of the item's status through time. */
  #writeHistory(item: number, revisions: readonly Revision[], state: ItemState): boolean {
    const log = this.#log;
    const first = revisions[0] as Revision;
    const isCut = this.#isCut(revisions);
    const stated = revisions.map(({ created }) => created).filter((at) => !Number.isNaN(at));
    const created = stated.length === 0 ? Number.NaN : Math.min(...stated);
    const begin = Number.isNaN(created) && !isCut ? first.at : created;
    log.creation(item, begin);
    let status = '';
    let person = '';
    let flagged = '';
    let last = first;
    for (const revision of revisions) {
      const { at, file, line, rev, whole } = revision;
      if (file !== last.file) log.continueFile(file);
      state.enter(revision);
      const before = statusBy(this.#field, state);
      state.apply(revision);
      const now = statusBy(this.#field, state);
      if (Number.isNaN(at)) continue;
      if (revision === first) status = this.#begin(item, first, isCut, begin, before, now);
      else {
        // What came to pass in revisions that are missing did so at a time that nobody knows.
        if (rev > last.rev + 1 && before !== status) log.cut(item, at);
        if (rev > last.rev + 1 && whole && now !== status) log.cut(item, at + 1);
      }
      const moved = now !== status || (now !== before && revision !== first);
      if (now !== '' && moved) {
        log.transition(item, at, log.statuses.id(before || status), log.statuses.id(now), NOT_STATED, line);
        status = now;
      }
      const owner = state.value(ASSIGNED_TO);
      if (owner !== person) log.assignment(item, at, log.people.id([owner]));
      person = owner;
      const reason = this.#blocked.reasonIn(state);
      if (reason !== flagged && (reason === '') !== (flagged === '')) {
        log.flag(item, at, reason !== '', -1, log.reasons.id(reason));
      }
      flagged = reason;
      last = revision;
    }
    log.assigneesKnown.set(item, revisions.every(knowsOwner) ? 1 : 0);
    return status !== '';
  }

  /** Writes what the item was in when its history begins; returns the status that the first change then starts from. */
  #begin(item: number, first: Revision, isCut: boolean, created: number, before: string, now: string): string {
    const log = this.#log;
    const enter = (at: number, status: string) => {
      if (status !== '') log.transition(item, at, EMPTY, log.statuses.id(status), NOT_STATED, first.line);
      return status;
    };
    // The picture of a day is dated at its beginning, before anything that happened on it.
    if (!isCut) return enter(first.kind === 'day' ? Math.max(created, first.at) : Math.min(created, first.at), now);
    if (before !== '' && before !== now) {
      log.cut(item, first.at);
      return enter(first.at - 1, before);
    }
    log.cut(item, first.at + 1);
    return enter(first.at, now);
  }

  #isCut(revisions: readonly Revision[]): boolean {
    const first = revisions[0] as Revision;
    if (first.kind === 'revision') return first.rev > 1;
    return first.at <= this.#firstDay && !(first.created >= first.at);
  }

  #writeToday(item: number, state: ItemState): void {
    const log = this.#log;
    const status = statusBy(this.#field, state);
    if (status !== '') log.currentStatus.set(item, log.statuses.id(status));
    const owner = state.value(ASSIGNED_TO);
    if (owner !== '') log.currentPeople.set(item, log.people.id([owner]));
    writeFields(log, this.#options, item, state);
  }

  #noticeGaps(item: number, revisions: readonly Revision[]): void {
    const first = revisions[0] as Revision;
    const { between } = missingRevisions(revisions);
    if (first.rev > 1) this.#note('cut-history', item, first, `from revision ${first.rev}`);
    else if (this.#isCut(revisions)) this.#note('late-pictures', item, first);
    if (between > 0) this.#note('missing-revisions', item, first, `${between} missing`);
    const updates = revisions.filter(({ whole }) => !whole).length;
    if (updates > 0 && updates % UPDATES_A_PAGE === 0) this.#note('full-page', item, first, `${updates} updates`);
  }

  /** A field marks them, so that they can be left out. */
  #markDeleted(item: number, first: Revision): void {
    setField(this.#log, item, 'deleted', 'true');
    this.#note('deleted', item, first);
  }

  #note(what: Noticed, item: number, { file, line }: Revision, value = ''): void {
    const example = { file: file.file, line, item: this.#log.itemIds[item] as string };
    const all = this.noticed.get(what) ?? [];
    this.noticed.set(what, all);
    all.push(value === '' ? example : { ...example, value });
  }
}

/** True for a record of the present alone. */
function isLatest({ kind, whole, rev }: Revision): boolean {
  return kind === 'latest' || (kind === 'revision' && whole && rev > 1);
}

/** Updates include every change of owner; whole revisions only do where they come with the field. */
function knowsOwner({ whole, carried }: Revision): boolean {
  return !whole || carried.has(ASSIGNED_TO);
}

/** Writes the fields of an item as they are after its last revision, and those that the user names. */
function writeFields(log: EventLog, { fields, extraFields }: ReadOptions, item: number, state: ItemState): void {
  const set = (field: string, value: string) => setField(log, item, field, value);
  for (const [field, references] of Object.entries(ITEM_FIELDS)) {
    const named = Object.hasOwn(fields, field) ? state.meant(fields[field] as string) : '';
    set(field, named || firstOf(references, state));
  }
  for (const field of extraFields) {
    if (!Object.hasOwn(ITEM_FIELDS, field)) set(field, state.meant(field));
  }
}

function firstOf(references: readonly string[], state: ItemState): string {
  for (const reference of references) {
    const value = state.value(reference);
    if (value !== '') return value;
  }
  return '';
}
