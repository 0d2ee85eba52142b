import { EMPTY } from '../../../../model/log/dictionary.ts';
import { type EventLog, NOT_STATED } from '../../../../model/log/event-log.ts';
import { setField } from '../item-table/item-snapshot.ts';
import { type SetChange, setBefore, writeAssignments, writeBlockedTimes } from '../value-sets.ts';
import type { IssueEvent, IssueSnapshot } from './issue-log.ts';
import type { StatusRule } from './issue-status.ts';
import { beforeFirst, CLOSED, isStateChange, OPEN, statusMoves } from './issue-timeline.ts';

/** How a tracker's events are to be read. */
export interface TrackerHabits {
  /** A label replaced by another within this time is one move. */
  swapMs: number;
  /** True where every change of labels and assignees is an event: then one without its event is a sign of missing ones. */
  logsAssignees: boolean;
}

/** All that is known of one issue. */
export interface WholeIssue {
  id: string;
  /** Null where only events name it. */
  snapshot: IssueSnapshot | null;
  /** The id of the item that it is a part of, where that is here; empty otherwise. */
  parent: string;
  /** Ascending. */
  events: readonly IssueEvent[];
  /** Since when the files hold every event of its repository; NaN where they hold none of it. */
  since: number;
  file: number;
  line: number;
}

const SECOND_MS = 1000;

/** Writes issues into the log: their timeline where events give it, their dates otherwise. */
export class IssueWriter {
  readonly #log: EventLog;
  readonly #rule: StatusRule;
  readonly #habits: TrackerHabits;
  readonly #isBlocked: (label: string) => boolean;
  readonly #continueFile: (file: number) => string;
  readonly #extraFields: readonly string[];
  /** Issues whose closing is no event, so that the list's date of it is taken. */
  closingsFromList = 0;

  constructor(
    log: EventLog,
    rule: StatusRule,
    habits: TrackerHabits,
    isBlocked: (label: string) => boolean,
    extraFields: readonly string[],
    continueFile: (file: number) => string,
  ) {
    this.#log = log;
    this.#rule = rule;
    this.#habits = habits;
    this.#isBlocked = (label) => rule.statusOf(label) === null && isBlocked(label);
    this.#extraFields = extraFields;
    this.#continueFile = continueFile;
  }

  /** Returns the item. */
  write(issue: WholeIssue): number {
    const log = this.#log;
    const { snapshot, events, since } = issue;
    this.#continueFile(issue.file);
    const item = log.item(issue.id);
    const created = snapshot?.created ?? Number.NaN;
    log.creation(item, created);
    if (snapshot !== null) this.#writeSnapshot(item, snapshot, issue);
    if (events.length > 0 || created >= since) {
      this.#writeHistory(item, issue, created);
      log.listedFinish(item, snapshot?.closed ?? Number.NaN);
    } else if (snapshot !== null) {
      log.upgradeGrade(item, 'milestones');
      log.milestones(item, Number.NaN, snapshot.closed);
    }
    return item;
  }

  #writeSnapshot(item: number, snapshot: IssueSnapshot, { parent, events }: WholeIssue): void {
    const log = this.#log;
    const set = (field: string, value: string) => setField(log, item, field, value);
    for (const [field, value] of labelFields(snapshot.labels)) set(field, value);
    for (const [field, value] of snapshot.fields) {
      if (KEPT.has(field) || this.#extraFields.includes(field)) set(field, value);
    }
    set('parent', parent);
    set('labels', snapshot.labels.join(';'));
    log.currentPeople.set(item, log.people.id(snapshot.assignees));
    if (!isOutdated(snapshot, events)) log.currentStatus.set(item, log.statuses.id(this.#statusOf(snapshot)));
  }

  #statusOf({ isClosed, labels, projectStatus }: IssueSnapshot): string {
    if (isClosed) return CLOSED;
    if (this.#rule.source === 'project') return projectStatus || OPEN;
    return labels.map(this.#rule.statusOf).find((status) => status !== null) ?? OPEN;
  }

  #writeHistory(item: number, issue: WholeIssue, created: number): void {
    const log = this.#log;
    const { snapshot, since } = issue;
    const events = this.#withClosing(issue);
    const before = beforeFirst(events, snapshot?.labels ?? [], snapshot?.isClosed ?? false);
    const firstAt = events[0]?.at ?? created;
    const isMissing = this.#missesEvents(issue, events, before);
    const isCut = created < since || isMissing;
    const cutAt = created < since && Number.isFinite(since) ? Math.min(since, firstAt) : firstAt;
    const begin = isCut ? cutAt - 1 : Number.isNaN(created) ? firstAt : Math.min(created, firstAt);
    if (isCut) {
      log.cut(item, cutAt);
      this.#noteCut(item, issue);
    }
    const moves = statusMoves(events, before, this.#rule, begin, !isCut, this.#habits.swapMs);
    for (const { at, from, to, reason, event } of moves) {
      this.#continueFile(event?.file ?? issue.file);
      const fromId = from === '' ? EMPTY : log.statuses.id(from);
      const row = log.transition(item, at, fromId, log.statuses.id(to), NOT_STATED, event?.line ?? issue.line);
      if (to === CLOSED || from === CLOSED) {
        const store = log.field('resolution');
        store.set(item, row, store.dictionary.id(reason));
      }
    }
    log.upgradeGrade(item, 'full-log');
    this.#writeFlags(item, events, before.labels, begin);
    if (this.#habits.logsAssignees) this.#writeAssignees(item, events, snapshot?.assignees ?? [], begin);
  }

  /** The events, with the closing of the list where no event closes the issue. */
  #withClosing({ snapshot, events, file, line }: WholeIssue): readonly IssueEvent[] {
    if (snapshot === null || !snapshot.isClosed || !(snapshot.closed > 0)) return events;
    const { closed } = snapshot;
    const last = events.findLast(isStateChange);
    if (last?.kind === 'closed' || (last !== undefined && last.at >= closed - SECOND_MS)) return events;
    this.closingsFromList++;
    const reason = snapshot.fields.find(([field]) => field === 'resolution')?.[1] ?? '';
    const closing: IssueEvent = { kind: 'closed', reason, at: closed, id: '', file, line };
    return [...events, closing].sort((a, b) => a.at - b.at);
  }

  /** True if the issue was something before its first event that a new issue is not. */
  #missesEvents(
    { snapshot }: WholeIssue,
    events: readonly IssueEvent[],
    before: { labels: Set<string>; isClosed: boolean },
  ): boolean {
    if (before.isClosed) return true;
    if ([...before.labels].some((label) => this.#rule.statusOf(label) !== null)) return true;
    if (!this.#habits.logsAssignees) return false;
    return before.labels.size > 0 || setBefore(changesOf(events, 'assignee'), snapshot?.assignees ?? []).size > 0;
  }

  #writeFlags(item: number, events: readonly IssueEvent[], labelsBefore: Set<string>, begin: number): void {
    const held = new Set([...labelsBefore].filter(this.#isBlocked));
    const changes = changesOf(events, 'label').filter(({ value }) => this.#isBlocked(value));
    writeBlockedTimes(this.#log, item, held, changes, begin);
  }

  #writeAssignees(item: number, events: readonly IssueEvent[], today: readonly string[], begin: number): void {
    this.#log.assigneesKnown.set(item, 1);
    const changes = changesOf(events, 'assignee');
    writeAssignments(this.#log, item, setBefore(changes, today), changes, begin);
  }

  #noteCut(item: number, { file, line }: WholeIssue): void {
    const log = this.#log;
    log.findings.add(
      'missing-events',
      () => ({
        weight: 'warning',
        message: 'Issues whose history is cut: events before the first one here are missing',
        cure: 'Fetch all pages of the events (gh api --paginate follows them) and give them together.',
      }),
      { file: this.#continueFile(file), line, item: log.itemIds[item] as string },
    );
  }
}

/** True for what an issue was before it was closed or reopened last: that is not what it is today. */
function isOutdated(snapshot: IssueSnapshot, events: readonly IssueEvent[]): boolean {
  const last = events.findLast(isStateChange);
  if (last === undefined || !(last.at > snapshot.updated + SECOND_MS)) return false;
  return (last.kind === 'closed') !== snapshot.isClosed;
}

/** Fields of a list of issues that are kept whether somebody asks for them or not. */
const KEPT: ReadonlySet<string> = new Set([
  'title',
  'type',
  'priority',
  'points',
  'parent',
  'team',
  'url',
  'resolution',
  'sprint',
]);

function changesOf(events: readonly IssueEvent[], kind: 'label' | 'assignee'): SetChange[] {
  return events.flatMap((event) =>
    event.kind === kind ? [{ at: event.at, value: event.value, added: event.added }] : [],
  );
}

/** Fields that trackers have no place for, by the labels that teams use for them. */
const PATTERNS: readonly (readonly [field: string, RegExp])[] = [
  ['priority', /^(?:priority|prio)\s*(?:::|:|\/|-)\s*(\S.*)$/i],
  ['priority', /^(p\d)$/i],
  ['points', /^(?:story ?points?|points?|sp|estimate)\s*(?:::|:|\/|-)?\s*(\d+(?:\.\d+)?)$/i],
  ['points', /^(\d+(?:\.\d+)?) ?(?:points?|sp)$/i],
  ['type', /^(?:type|kind)\s*(?:::|:|\/)\s*(\S.*)$/i],
];

/** The fields that labels give: the first label of each field counts. */
function labelFields(labels: readonly string[]): Map<string, string> {
  const fields = new Map<string, string>();
  for (const label of labels) {
    for (const [field, pattern] of PATTERNS) {
      const value = pattern.exec(label)?.[1];
      if (value !== undefined && !fields.has(field)) fields.set(field, value);
    }
  }
  return fields;
}
