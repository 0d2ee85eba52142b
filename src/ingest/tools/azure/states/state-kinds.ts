import type { StatusCategory } from '../../../../model/workflow/status-category.ts';
import { statusKey } from '../../../../model/workflow/workflow.ts';
import { STATE, STATE_CATEGORY } from '../fields/reference-names.ts';
import type { ItemState } from './item-state.ts';

/**
 * What the categories mean that every state of a process belongs to. Resolved: made, and waiting to be verified. In
 * progress and completed leave the rest to the name: a team may have put On Hold or Cancelled there.
 */
const CATEGORIES: Readonly<Record<string, StatusCategory>> = {
  proposed: 'todo',
  inprogress: 'in-progress',
  resolved: 'waiting',
  completed: 'closed',
  removed: 'dropped',
};

/** The states of the processes that Azure DevOps comes with (Basic, Agile, Scrum, CMMI), by their categories. */
const STATES: Readonly<Record<string, StatusCategory>> = {
  new: 'todo',
  proposed: 'todo',
  'to do': 'todo',
  active: 'active',
  committed: 'active',
  'in progress': 'active',
  doing: 'active',
  resolved: 'waiting',
  closed: 'done',
  done: 'done',
  completed: 'done',
  removed: 'dropped',
};

/** What a state category says; null for none. */
export function kindOfCategory(category: string): StatusCategory | null {
  const key = statusKey(category).replaceAll(' ', '');
  return Object.hasOwn(CATEGORIES, key) ? (CATEGORIES[key] as StatusCategory) : null;
}

/** What a state means in the processes that Azure DevOps comes with; null for a state of a process of one's own. */
export function kindOfState(state: string): StatusCategory | null {
  const key = statusKey(state);
  return Object.hasOwn(STATES, key) ? (STATES[key] as StatusCategory) : null;
}

/** Counts the votes for each kind of a status, so that one odd row decides nothing. */
export class KindVotes {
  readonly #votes = new Map<string, Map<StatusCategory, number>>();

  vote(status: string, kind: StatusCategory | null, count = 1): void {
    if (kind === null || status === '') return;
    const kinds = this.#votes.get(status) ?? new Map<StatusCategory, number>();
    kinds.set(kind, (kinds.get(kind) ?? 0) + count);
    this.#votes.set(status, kinds);
  }

  /** The kind that most votes are for, of equal ones the first in the alphabet; null without a vote. */
  kindOf(status: string): StatusCategory | null {
    const [first] = [...(this.#votes.get(status) ?? [])].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
    return first?.[0] ?? null;
  }
}

/** What an item's state means: by its category where that is given, else by the processes of Azure DevOps. */
export function kindOf(state: ItemState): StatusCategory | null {
  return kindOfCategory(state.value(STATE_CATEGORY)) ?? kindOfState(state.value(STATE));
}

/** True for a state that items end in; false where the kind is not known. */
export function isOver(kind: StatusCategory | null): boolean {
  return kind === 'closed' || kind === 'done' || kind === 'dropped';
}
