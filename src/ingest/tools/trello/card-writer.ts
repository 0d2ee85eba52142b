import { EMPTY } from '../../../model/log/dictionary.ts';
import { type EventLog, NOT_STATED } from '../../../model/log/event-log.ts';
import { own } from '../../text/json/json-values.ts';
import { setField } from '../shared/item-table/item-snapshot.ts';
import { type SetChange, setBefore, writeAssignments, writeBlockedTimes } from '../shared/value-sets.ts';
import { type Board, type Card, creationOfId } from './board.ts';
import { noteArchived, noteCut, noteGone, noteNoDate, noteOtherBoard, noteStateDiffers } from './card-findings.ts';
import { ARCHIVED, beginning, type ListStep, movesOf, type Step } from './card-history.ts';

const MINUTE_MS = 60_000;

/** What a card's timeline is written from. */
export interface WholeCard {
  /** Trello's id. */
  id: string;
  /** As exported; null for a card that no export has any more. */
  today: Card | null;
  /** Ascending. */
  steps: readonly Step[];
  /** Of the lists that it was in, ascending. */
  listSteps: readonly ListStep[];
  /** Since when the exports hold every action of its board; NaN if they hold none. */
  since: number;
  file: number;
  line: number;
}

/** What the writer asks about the boards. */
export interface CardContext {
  nameOf: (listId: string) => string;
  isListClosed: (listId: string) => boolean;
  staysWhenArchived: (listId: string) => boolean;
  memberName: (memberId: string) => string;
  isBlocked: (label: string) => boolean;
  /** Says that what is added from now on comes from this file; returns its name. */
  continueFile: (file: number) => string;
}

/** Writes the timeline of one card. */
export class CardWriter {
  readonly #log: EventLog;
  readonly #context: CardContext;

  constructor(log: EventLog, context: CardContext) {
    this.#log = log;
    this.#context = context;
  }

  write(item: number, card: WholeCard): void {
    const log = this.#log;
    const { today, since } = card;
    const start = beginning(card.steps);
    log.creation(item, start?.kind === 'created' ? start.at : creationOfId(card.id));
    if (today !== null) log.currentStatus.set(item, log.statuses.id(this.#statusOf(today)));
    if (Number.isNaN(since)) this.#writeMembers(item, card, Number.NaN);
    else {
      const begin = this.#begin(item, card);
      if (!Number.isNaN(begin)) this.#writeHistory(item, card, begin);
    }
  }

  /** Where the card's history begins; says so if there was more before. NaN: nothing is known of its past. */
  #begin(item: number, card: WholeCard): number {
    const log = this.#log;
    const { steps, today, since } = card;
    const start = beginning(steps);
    if (start?.kind === 'created') return start.at;
    if (start?.kind === 'arrived') {
      log.cut(item, start.at);
      noteOtherBoard(log, this.#example(item, card));
      return start.at;
    }
    const created = creationOfId(card.id);
    const archivedUnseen =
      today?.closed === true && !steps.some(({ kind }) => kind === 'archived' || kind === 'restored');
    if (created >= since && !archivedUnseen) return created;
    const known = Number.isFinite(since) ? since : (steps[0]?.at ?? lastActivity(today));
    if (Number.isNaN(known)) {
      noteNoDate(log, this.#example(item, card));
      return Number.NaN;
    }
    log.cut(item, known);
    noteCut(log, this.#example(item, card));
    // Just before the oldest action there is, the card was in the list that its first move left.
    return known - 1;
  }

  #writeHistory(item: number, card: WholeCard, begin: number): void {
    const log = this.#log;
    const { nameOf, isListClosed, staysWhenArchived, continueFile } = this.#context;
    const { steps, listSteps, today, line, file } = card;
    const origin = { line, file };
    const { moves, listId, closed } = movesOf({
      steps: joinBoards(steps),
      listSteps,
      today,
      isListClosed,
      staysWhenArchived,
      nameOf,
      begin,
      origin,
    });
    log.upgradeGrade(item, 'full-log');
    for (const move of moves) {
      continueFile(move.file);
      const from = move.from === '' ? EMPTY : log.statuses.id(move.from);
      log.transition(item, move.at, from, log.statuses.id(move.to), NOT_STATED, move.line);
    }
    log.assigneesKnown.set(item, 1);
    this.#writeMembers(item, card, begin);
    this.#writeBlocked(item, card, begin);
    const last = moves.at(-1)?.to ?? '';
    const example = (value: string) => ({ ...this.#example(item, card), value });
    if (last === ARCHIVED) noteArchived(log, example(nameOf(listId)));
    else if (today === null) noteGone(log, example(last));
    if (today !== null && (today.listId !== listId || today.closed !== closed)) {
      noteStateDiffers(log, example(`${nameOf(listId)}, today ${this.#statusOf(today)}`));
    }
  }

  /** Members of a card are its assignees. */
  #writeMembers(item: number, { steps, today }: WholeCard, begin: number): void {
    const log = this.#log;
    const people = (ids: Iterable<string>) => log.people.id([...ids].map(this.#context.memberName));
    if (today !== null) log.currentPeople.set(item, people(today.memberIds));
    if (Number.isNaN(begin)) return;
    const changes = setChanges(steps, 'member');
    const members = setBefore(changes, today?.memberIds ?? []);
    writeAssignments(log, item, members, changes, begin, this.#context.memberName);
  }

  #writeBlocked(item: number, { steps, today }: WholeCard, begin: number): void {
    const { isBlocked } = this.#context;
    const changes = setChanges(steps, 'label').filter(({ value }) => isBlocked(value));
    const labels = setBefore(changes, (today?.labels ?? []).filter(isBlocked));
    writeBlockedTimes(this.#log, item, labels, changes, begin);
  }

  #statusOf({ listId, closed }: Card): string {
    const { isListClosed, staysWhenArchived, nameOf } = this.#context;
    return (closed || isListClosed(listId)) && !staysWhenArchived(listId) ? ARCHIVED : nameOf(listId);
  }

  #example(item: number, { file, line }: WholeCard): { file: string; line: number; item: string } {
    return { file: this.#context.continueFile(file), line, item: this.#log.itemIds[item] as string };
  }
}

/** Fields of a card that no export has any more: its name, as its actions gave it. */
export function writeTitle(log: EventLog, item: number, title: string, board: Board): void {
  setField(log, item, 'title', title);
  setField(log, item, 'team', board.name);
}

/** A card that leaves one board for another is not gone, where both are known. */
function joinBoards(steps: readonly Step[]): Step[] {
  return steps.filter(
    ({ kind, at }) =>
      kind !== 'left' || !steps.some((other) => other.kind === 'arrived' && Math.abs(other.at - at) < MINUTE_MS),
  );
}

function setChanges(steps: readonly Step[], kind: 'member' | 'label'): SetChange[] {
  return steps.flatMap((step) => (step.kind === kind ? [{ at: step.at, value: step.value, added: step.added }] : []));
}

function lastActivity(today: Card | null): number {
  const written = own(today?.object ?? null, 'dateLastActivity');
  return typeof written === 'string' ? Date.parse(written) : Number.NaN;
}
