import type { Change } from './actions.ts';

/** A card that is out of sight, in a list that is not the last. Its name makes it count as given up. */
export const ARCHIVED = 'Dropped (archived)';
const DELETED = 'Deleted';
const LEFT = 'Removed from the board';

/** A change of a card with its instant, in the order in which it happened. */
export type Step = Change & { at: number; id: string; line: number; file: number };

/** A list archived or restored: the cards in it go out of sight with it. */
export interface ListStep {
  at: number;
  id: string;
  listId: string;
  closed: boolean;
  line: number;
  file: number;
}

/** A change of status; `from` is empty for the first. */
export interface Move {
  at: number;
  from: string;
  to: string;
  line: number;
  file: number;
}

/** What a card's history is made from. */
export interface CardParts {
  /** Ascending. */
  steps: readonly Step[];
  /** Of the lists that the card was in, ascending. */
  listSteps: readonly ListStep[];
  /** The card's list and whether it is archived, as exported; null for a card that the export has no more. */
  today: { listId: string; closed: boolean } | null;
  /** True for a list that is archived today. */
  isListClosed: (listId: string) => boolean;
  /** True for a list whose archived cards stay what they are: done, as a rule. */
  staysWhenArchived: (listId: string) => boolean;
  nameOf: (listId: string) => string;
  /** Where the history begins: the creation, or the instant by which the card's list is known. */
  begin: number;
  /** Where the first entry comes from. */
  origin: { line: number; file: number };
}

/** The moves of a card from status to status, and the list that it ends in. */
export function movesOf(parts: CardParts): { moves: Move[]; listId: string; closed: boolean } {
  const { steps, nameOf, begin, origin } = parts;
  const moves: Move[] = [];
  const started = beginning(steps);
  let listId = firstList(parts);
  let closed = started?.kind === 'created' ? false : closedBefore(parts);
  let gone = '';
  let status = '';
  const closedLists = listsClosedBefore(parts);
  const emit = (at: number, line: number, file: number) => {
    const hidden = closed || closedLists.has(listId);
    const next = gone || (hidden && !parts.staysWhenArchived(listId) ? ARCHIVED : nameOf(listId));
    if (next === status || listId === '') return;
    moves.push({ at, from: status, to: next, line, file });
    status = next;
  };
  // What comes from another board was in one of its lists before: nothing here tells in which.
  if (started?.kind !== 'arrived' && listId !== '') {
    // An archived card was in its list before: work that was done there stays done.
    if (closed || closedLists.has(listId)) {
      moves.push({ at: begin, from: '', to: nameOf(listId), ...origin });
      status = nameOf(listId);
    }
    emit(begin, origin.line, origin.file);
  }
  for (const step of inOrder(steps, parts.listSteps)) {
    if ('kind' in step) {
      if (!('listId' in step) || step.at < begin) continue;
      if (step.kind === 'moved') {
        // Where the card came from elsewhere than the log says, the log has a gap: it is for the reader to hear of it.
        if (step.fromId !== '' && step.fromId !== listId && status === nameOf(listId)) status = nameOf(step.fromId);
        listId = step.listId;
        gone = '';
      } else if (step.kind === 'created' || step.kind === 'arrived') {
        listId = step.listId || listId;
        gone = '';
      } else if (step.kind === 'archived' || step.kind === 'restored') closed = step.kind === 'archived';
      else gone = step.kind === 'deleted' ? DELETED : LEFT;
      emit(step.at, step.line, step.file);
    } else {
      if (step.closed) closedLists.add(step.listId);
      else closedLists.delete(step.listId);
      if (step.listId === listId && step.at >= begin) emit(step.at, step.line, step.file);
    }
  }
  return { moves, listId, closed };
}

/** The action with which the card came to the board; undefined if the history begins with another. */
export function beginning(steps: readonly Step[]): Step | undefined {
  const first = steps.find((step) => step.kind !== 'member' && step.kind !== 'label');
  return first?.kind === 'created' || first?.kind === 'arrived' ? first : undefined;
}

/** The list that the card was in first, as far as is known. */
function firstList({ steps, today }: CardParts): string {
  for (const step of steps) {
    if (!('listId' in step)) continue;
    const listId = step.kind === 'moved' ? step.fromId : step.listId;
    if (listId !== '') return listId;
  }
  return today?.listId ?? '';
}

/** Whether the card was archived before its first change. */
function closedBefore({ steps, today }: CardParts): boolean {
  const first = steps.find((step) => step.kind === 'archived' || step.kind === 'restored');
  return first === undefined ? (today?.closed ?? false) : first.kind === 'restored';
}

/** The lists that were archived when the history begins. */
function listsClosedBefore({ listSteps, steps, today, isListClosed, begin }: CardParts): Set<string> {
  const ids = new Set(listSteps.map(({ listId }) => listId));
  for (const step of steps) if ('listId' in step) ids.add(step.listId);
  if (today !== null) ids.add(today.listId);
  const closed = new Set<string>();
  for (const id of ids) {
    const own = listSteps.filter(({ listId }) => listId === id);
    const last = own.findLast(({ at }) => at < begin);
    const next = own[0];
    const isClosed = last?.closed ?? (next === undefined ? isListClosed(id) && !isUsed(id, steps) : !next.closed);
    if (isClosed) closed.add(id);
  }
  return closed;
}

/** True if the card came to the list within its history: then the list was open at that time. */
function isUsed(id: string, steps: readonly Step[]): boolean {
  return steps.some((step) => (step.kind === 'moved' || step.kind === 'created') && step.listId === id);
}

function inOrder(steps: readonly Step[], listSteps: readonly ListStep[]): (Step | ListStep)[] {
  // Both are ascending, and sorting keeps the order of ties: a card's own change comes first.
  return [...steps, ...listSteps].sort((a, b) => a.at - b.at);
}
