import { byTime, type IssueEvent } from './issue-log.ts';
import { isStateChange } from './issue-timeline.ts';
import type { IssueRecord } from './issue-tracker.ts';

/** What becomes of issues that were moved. */
export interface Moves {
  /** Pairs of records that are one issue, each with the events that both have. */
  joined: { old: IssueRecord; now: IssueRecord; repeated: IssueEvent[] }[];
  /** Issues that were moved to where nothing was read. */
  away: IssueRecord[];
}

/**
 * Joins the records of an issue that was moved, so that the later one has the history of both: the tool closes the old
 * one, which is no end of the work, and copies its events to the new one.
 */
export function joinMoved(issues: ReadonlyMap<string, IssueRecord>): Moves {
  const moves: Moves = { joined: [], away: [] };
  const later = new Map<IssueRecord, IssueRecord>();
  const end = (issue: IssueRecord) => {
    let last = issue;
    for (let next = later.get(last); next !== undefined; next = later.get(last)) last = next;
    return last;
  };
  const join = (old: IssueRecord, target: IssueRecord, closes: boolean) => {
    const now = end(target);
    if (now === old || later.has(old)) return;
    later.set(old, now);
    moves.joined.push({ old, now, repeated: takeHistory(old, now, closes) });
  };
  for (const issue of issues.values()) {
    const key = issue.snapshot?.movedTo ?? '';
    if (key === '') continue;
    const target = issues.get(key);
    if (target?.snapshot) join(issue, target, true);
    else moves.away.push(issue);
  }
  for (const issue of issues.values()) {
    const old = issue.cameFrom.length === 0 ? null : originOf(issue, issues);
    if (old !== null) join(old, issue, false);
  }
  return moves;
}

/** The record of an issue before its transfer: of the same creation and title; null unless there is exactly one. */
function originOf(issue: IssueRecord, issues: ReadonlyMap<string, IssueRecord>): IssueRecord | null {
  const { snapshot, cameFrom, scope } = issue;
  if (snapshot === null) return null;
  const isOrigin = (other: IssueRecord) =>
    other !== issue &&
    other.snapshot !== null &&
    other.scope !== scope &&
    cameFrom.some((from) => from === '' || from === other.scope) &&
    other.snapshot.created === snapshot.created &&
    titleOf(other) === titleOf(issue);
  const [origin, ...others] = [...issues.values()].filter(isOrigin);
  return origin === undefined || others.length > 0 ? null : origin;
}

function titleOf({ snapshot }: IssueRecord): string {
  return snapshot?.fields.find(([field]) => field === 'title')?.[1] ?? '';
}

/** Gives an issue the events that it had under its old key. Returns those that it has itself. */
function takeHistory(old: IssueRecord, now: IssueRecord, closes: boolean): IssueEvent[] {
  const events = [...old.events].sort(byTime);
  const last = events.findLast(isStateChange);
  const before = closes && last?.kind === 'closed' ? events.filter((event) => event !== last) : events;
  const known = new Set(now.events.map(said));
  const repeated = before.filter((event) => known.has(said(event)));
  now.events.push(...before.filter((event) => !known.has(said(event))));
  const { snapshot } = now;
  const created = old.snapshot?.created ?? Number.NaN;
  if (snapshot !== null && !(snapshot.created <= created) && !Number.isNaN(created))
    now.snapshot = { ...snapshot, created };
  now.former.push(old.snapshot?.id ?? old.id, ...old.former);
  return repeated;
}

/** What an event says: its copy says the same under another id. */
function said(event: IssueEvent): string {
  const { id: _, file: __, line: ___, ...what } = event;
  return JSON.stringify([what.at, what.kind, 'value' in what ? what.value : '', 'added' in what ? what.added : '']);
}
