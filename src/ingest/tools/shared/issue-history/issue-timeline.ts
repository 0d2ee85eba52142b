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
  const state = new IssueState(before, rule);
  let next = 0;
  // Events of the making are part of the first entry.
  for (; isMaking && next < events.length; next++) {
    const event = events[next] as IssueEvent;
    if (event.at > begin + MAKING_MS || isStateChange(event)) break;
    state.take(event);
  }
  const entries: Omit<StatusMove, 'from'>[] = [{ at: begin, to: state.status, reason: state.reason, event: null }];
  for (; next < events.length; next++) {
    const event = events[next] as IssueEvent;
    state.take(event);
    const last = entries.at(-1) as (typeof entries)[number];
    const to = state.status;
    if (to === last.to) continue;
    // The label that was taken off was replaced.
    const isSwap = last.to === OPEN && last.event?.kind === 'label' && event.at - last.at <= swapMs;
    if (isSwap && !state.isClosed) entries.pop();
    if (to !== entries.at(-1)?.to) entries.push({ at: event.at, to, reason: state.reason, event });
  }
  return entries.map((entry, index) => ({ ...entry, from: entries[index - 1]?.to ?? '' }));
}

/** What an issue is after each of its events. */
class IssueState {
  readonly #rule: StatusRule;
  #labels: string[];
  #project = '';
  #reason = '';
  isClosed: boolean;

  constructor(before: Before, rule: StatusRule) {
    this.#rule = rule;
    this.#labels = [...before.labels].filter((label) => rule.statusOf(label) !== null).sort();
    this.isClosed = before.isClosed;
  }

  /** Why it is closed; empty where it is not, or nobody says. */
  get reason(): string {
    return this.isClosed ? this.#reason : '';
  }

  get status(): string {
    if (this.isClosed) return CLOSED;
    const label = this.#rule.source === 'labels' ? this.#labels.at(-1) : undefined;
    if (label !== undefined) return this.#rule.statusOf(label) as string;
    return (this.#rule.source === 'project' && this.#project) || OPEN;
  }

  take(event: IssueEvent): void {
    if (event.kind === 'closed') {
      this.isClosed = true;
      this.#reason = event.reason;
    } else if (event.kind === 'reopened' || event.kind === 'opened') this.isClosed = false;
    else if (event.kind === 'project') this.#project = event.value;
    else if (event.kind === 'label' && this.#rule.statusOf(event.value) !== null) {
      this.#labels = this.#labels.filter((label) => label !== event.value);
      if (event.added) this.#labels.push(event.value);
    }
  }
}
