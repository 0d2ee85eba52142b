import { setBefore } from '../value-sets.ts';
import type { IssueEvent } from './issue-log.ts';
import type { StatusRule } from './issue-status.ts';

export const OPEN = 'Open';
export const CLOSED = 'Closed';

/** Labels set this soon after an issue was made are part of making it. */
const MAKING_MS = 60_000;

/** A change of status; `from` is empty for the first. */
export interface StatusMove {
  at: number;
  from: string;
  to: string;
  /** Why it was closed; empty where it was not, or nobody says. */
  reason: string;
  /** The event that it comes from; null for the beginning. */
  event: IssueEvent | null;
}

/** What an issue was before its first event. */
export interface Before {
  labels: Set<string>;
  isClosed: boolean;
}

/**
 * What an issue was before its first event: where that is anything but a new issue, events are missing.
 * @param events ascending
 */
export function beforeFirst(events: readonly IssueEvent[], labels: readonly string[], closedToday: boolean): Before {
  const changes = events.flatMap((event) => (event.kind === 'label' ? [event] : []));
  const first = events.find(isStateChange);
  return {
    labels: setBefore(changes, labels),
    isClosed: first === undefined ? closedToday : first.kind === 'reopened',
  };
}

/** True for a closing or an opening. */
export function isStateChange({ kind }: IssueEvent): boolean {
  return kind === 'closed' || kind === 'reopened' || kind === 'opened';
}

/**
 * The moves of an issue between statuses.
 *
 * Closed wins over whatever a label or a project says. Of several labels that are statuses, the one added last holds. A
 * label that is taken off and replaced within `swapMs` is one move, at the instant of the new one.
 *
 * @param events ascending
 * @param begin the creation, or the instant by which `before` held
 * @param isMaking true where `begin` is the creation
 */
export function statusMoves(
  events: readonly IssueEvent[],
  before: Before,
  rule: StatusRule,
  begin: number,
  isMaking: boolean,
  swapMs: number,
): StatusMove[] {
  let held = [...before.labels].filter((label) => rule.statusOf(label) !== null).sort();
  let closed = before.isClosed;
  let project = '';
  let reason = '';
  const status = () => {
    if (closed) return CLOSED;
    const label = rule.source === 'labels' ? held.at(-1) : undefined;
    if (label !== undefined) return rule.statusOf(label) as string;
    return (rule.source === 'project' && project) || OPEN;
  };
  const take = (event: IssueEvent) => {
    if (event.kind === 'closed') {
      closed = true;
      reason = event.reason;
    } else if (event.kind === 'reopened' || event.kind === 'opened') closed = false;
    else if (event.kind === 'project') project = event.value;
    else if (event.kind === 'label' && rule.statusOf(event.value) !== null) {
      held = held.filter((label) => label !== event.value);
      if (event.added) held.push(event.value);
    }
  };
  let next = 0;
  if (isMaking) {
    for (; next < events.length; next++) {
      const event = events[next] as IssueEvent;
      if (event.at > begin + MAKING_MS || isStateChange(event)) break;
      take(event);
    }
  }
  const entries: Omit<StatusMove, 'from'>[] = [{ at: begin, to: status(), reason: closed ? reason : '', event: null }];
  for (; next < events.length; next++) {
    const event = events[next] as IssueEvent;
    take(event);
    const last = entries.at(-1) as (typeof entries)[number];
    const to = status();
    if (to === last.to) continue;
    // The label that was taken off was replaced.
    if (last.to === OPEN && last.event?.kind === 'label' && !closed && event.at - last.at <= swapMs) entries.pop();
    if (to !== entries.at(-1)?.to) entries.push({ at: event.at, to, reason: closed ? reason : '', event });
  }
  return entries.map((entry, index) => ({ ...entry, from: entries[index - 1]?.to ?? '' }));
}
