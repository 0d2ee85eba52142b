import type { Change } from './actions.ts';

/** A card that is out of sight, in a list that is not for finished work. */
export const ARCHIVED = 'Dropped (archived)';
export const DELETED = 'Deleted';
export const LEFT = 'Removed from the board';

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
  const walk = new CardWalk(parts);
  walk.begin();
  for (const step of inOrder(parts.steps, parts.listSteps)) {
    if ('kind' in step) walk.step(step);
    else walk.listStep(step);
  }
  return walk;
}

/** A card walked through its history. */
class CardWalk {
  readonly moves: Move[] = [];
  listId: string;
  closed: boolean;
  readonly #parts: CardParts;
  readonly #closedLists: Set<string>;
  /** What became of a card that is no longer on the board. */
  #gone = '';
  #status = '';

  constructor(parts: CardParts) {
    this.#parts = parts;
    this.listId = firstList(parts);
    this.closed = beginning(parts.steps)?.kind === 'created' ? false : closedBefore(parts);
    this.#closedLists = listsClosedBefore(parts);
  }

  begin(): void {
    const { steps, begin, origin, nameOf } = this.#parts;
    // A card from another board was in one of its lists before: nothing here says in which.
    if (beginning(steps)?.kind === 'arrived' || this.listId === '') return;
    // An archived card was in its list before: work that was done there stays done.
    if (this.closed || this.#closedLists.has(this.listId)) {
      this.#status = nameOf(this.listId);
      this.moves.push({ at: begin, from: '', to: this.#status, ...origin });
    }
    this.#emit(begin, origin.line, origin.file);
  }

  step(step: Step): void {
    const { begin, nameOf } = this.#parts;
    if (!('listId' in step) || step.at < begin) return;
    if (step.kind === 'moved') {
      // Where the card comes from another list than the log says, the log has a gap: the reader of the log hears of it.
      const isGap = step.fromId !== '' && step.fromId !== this.listId && this.#status === nameOf(this.listId);
      if (isGap) this.#status = nameOf(step.fromId);
      this.listId = step.listId;
      this.#gone = '';
    } else if (step.kind === 'created' || step.kind === 'arrived') {
      this.listId = step.listId || this.listId;
      this.#gone = '';
    } else if (step.kind === 'archived' || step.kind === 'restored') this.closed = step.kind === 'archived';
    else this.#gone = step.kind === 'deleted' ? DELETED : LEFT;
    this.#emit(step.at, step.line, step.file);
  }

  listStep({ at, listId, closed, line, file }: ListStep): void {
    if (closed) this.#closedLists.add(listId);
    else this.#closedLists.delete(listId);
    if (listId === this.listId && at >= this.#parts.begin) this.#emit(at, line, file);
  }

  /** Adds a move if the card's status is another now. */
  #emit(at: number, line: number, file: number): void {
    const hidden = this.closed || this.#closedLists.has(this.listId);
    const isArchived = hidden && !this.#parts.staysWhenArchived(this.listId);
    const next = this.#gone || (isArchived ? ARCHIVED : this.#parts.nameOf(this.listId));
    if (next === this.#status || this.listId === '') return;
    this.moves.push({ at, from: this.#status, to: next, line, file });
    this.#status = next;
  }
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
