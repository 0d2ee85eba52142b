import type { EventLog, LogFile } from '../../../model/log/event-log.ts';
import type { ReadOptions, SharedReading } from '../../format.ts';
import { own, textOf } from '../../text/json/json-values.ts';
import { blockedLabels } from '../shared/text-patterns.ts';
import { seenBefore } from '../shared/value-sets.ts';
import type { Action } from './actions.ts';
import type { Board, Card } from './board.ts';
import { writeFields } from './card-fields.ts';
import { ARCHIVED, DELETED, LEFT, type ListStep, type Step } from './card-history.ts';
import { CardWriter, writeTitle } from './card-writer.ts';
import { type CalledLists, ListNames, learnName } from './list-names.ts';

/** One card over all exports that have it. */
interface CardLog {
  id: string;
  /** From the newest export that has it; null where none has. */
  card: Card | null;
  exported: number;
  boardId: string;
  file: number;
  line: number;
  number: string;
  name: string;
  steps: Step[];
}

/** One board over all its exports. */
interface BoardLog {
  /** From its newest export. */
  board: Board;
  exported: number;
  called: CalledLists;
  listSteps: Map<string, ListStep[]>;
  stretches: Stretch[];
}

/** All boards of a source. Exports of one board add up: each holds the latest actions only. */
export class TrelloBoards implements SharedReading {
  readonly #log: EventLog;
  readonly #options: ReadOptions;
  readonly #files: LogFile[] = [];
  /** The boards that each file is about. */
  readonly #boardsOfFile = new Map<LogFile, Set<string>>();
  readonly #boards = new Map<string, BoardLog>();
  readonly #cards = new Map<string, CardLog>();
  readonly #actions = new Set<string>();
  /** What members are called; of several names the latest. */
  readonly #members: CalledLists = new Map();

  constructor(log: EventLog, options: ReadOptions) {
    this.#log = log;
    this.#options = options;
  }

  /** Takes a board as a file has it, without cards and actions. Returns the file's number, to give with those. */
  addBoard(board: Board, exported: number, file: LogFile): number {
    let number = this.#files.indexOf(file);
    if (number === -1) number = this.#files.push(file) - 1;
    this.#boardsOfFile.set(file, (this.#boardsOfFile.get(file) ?? new Set()).add(board.id));
    const known = this.#boards.get(board.id);
    if (known === undefined) {
      this.#boards.set(board.id, { board, exported, called: new Map(), listSteps: new Map(), stretches: [] });
    } else if (exported > known.exported) Object.assign(known, { board, exported });
    for (const { id, name } of board.members) learnName(this.#members, id, name, Number.POSITIVE_INFINITY);
    return number;
  }

  /** Keeps what a table of cards calls a list. */
  nameList(boardId: string, listId: string, name: string): void {
    const board = this.#boards.get(boardId);
    if (board !== undefined) learnName(board.called, listId, name, Number.NEGATIVE_INFINITY);
  }

  /** Takes a card as exported; false if another export, or this one, has it, too. */
  addCard(card: Card, boardId: string, exported: number, file: number, line: number): boolean {
    const log = this.#cardLog(card.id, boardId, file, line);
    const isFirst = log.card === null;
    if (isFirst || exported > log.exported) {
      Object.assign(log, { card, exported, boardId, name: textOf(own(card.object, 'name')) });
      log.number = textOf(own(card.object, 'idShort')) || log.number;
    }
    return isFirst;
  }

  /** True if the action was read before, from this or another export. */
  knows(actionId: string): boolean {
    return seenBefore(this.#actions, actionId);
  }

  addAction(action: Action, at: number, boardId: string, file: number, line: number): void {
    const board = this.#boards.get(boardId) as BoardLog;
    const { id } = action;
    for (const member of action.members) learnName(this.#members, member.id, member.name, at);
    for (const list of action.lists) learnName(board.called, list.id, list.name, at);
    if (action.list !== null) {
      const { id: listId, closed } = action.list;
      const steps = board.listSteps.get(listId) ?? [];
      steps.push({ at, id, listId, closed, line, file });
      board.listSteps.set(listId, steps);
    }
    if (action.card === null || action.changes.length === 0) return;
    const card = this.#cardLog(action.card.id, boardId, file, line);
    card.number ||= action.card.number;
    card.name ||= action.card.name;
    for (const change of action.changes) card.steps.push({ ...change, at, id, line, file });
  }

  /** Says over which stretch of time a file holds all of the board's actions. */
  addStretch(boardId: string, stretch: Stretch): void {
    this.#boards.get(boardId)?.stretches.push(stretch);
  }

  write(): void {
    const names = new Map([...this.#boards].map(([id, { board, called }]) => [id, new ListNames(board.lists, called)]));
    this.#orderStages(names);
    for (const status of [ARCHIVED, DELETED, LEFT]) this.#log.categorize(status, 'dropped');
    const { kindOf, fields } = this.#options;
    const isDone = (name: string) => kindOf?.(name) === 'done';
    const done = new Map([...names.values()].map((lists) => [lists, lists.doneLists(fields.finished, isDone)]));
    const labels = [...this.#boards.values()].flatMap(({ board }) => [...board.labels.values()]);
    const isBlocked = blockedLabels(fields.blocked, labels);
    const ids = new Set<string>();
    // By file, so that each file's rows are together.
    const cards = [...this.#cards.values()].sort((a, b) => a.file - b.file || a.line - b.line);
    for (const card of cards) {
      const board = this.#boards.get(card.boardId) as BoardLog;
      const number = card.number || card.id;
      let id = this.#boards.size > 1 ? `${board.board.name}#${number}` : number;
      if (ids.has(id)) id = `${id} ${card.id}`;
      ids.add(id);
      this.#continue(card.file);
      const item = this.#log.item(id);
      if (card.card === null) writeTitle(this.#log, item, card.name, board.board);
      else writeFields(this.#log, item, card.card, board.board, this.#options);
      this.#writer(card.boardId, names, done, isBlocked).write(item, {
        id: card.id,
        today: card.card,
        steps: card.steps.sort(byTime),
        listSteps: listIdsOf(card)
          .flatMap((listId) => this.#listSteps(listId))
          .sort(byTime),
        since: board.stretches.length === 0 ? Number.NaN : coveredSince(board.stretches),
        file: card.file,
        line: card.line,
      });
    }
  }

  /** The order of a board's lists is that of the work. */
  #orderStages(names: ReadonlyMap<string, ListNames>): void {
    for (const [file, boards] of this.#boardsOfFile) {
      const [only, ...others] = boards;
      const order = others.length === 0 ? (names.get(only as string)?.order ?? []) : [];
      if (order.length > 0) file.stageOrder = [...order];
    }
  }

  #writer(
    boardId: string,
    names: ReadonlyMap<string, ListNames>,
    done: ReadonlyMap<ListNames, ReadonlySet<string>>,
    isBlocked: (label: string) => boolean,
  ): CardWriter {
    // A card that changed boards was in lists of both.
    const own = names.get(boardId) as ListNames;
    const listsOf = (listId: string) =>
      own.knows(listId) ? own : ([...names.values()].find((lists) => lists.knows(listId)) ?? own);
    return new CardWriter(this.#log, {
      nameOf: (listId) => listsOf(listId).nameOf(listId),
      isListClosed: (listId) => listsOf(listId).isClosed(listId),
      staysWhenArchived: (listId) => done.get(listsOf(listId))?.has(listId) === true,
      memberName: (id) => this.#members.get(id)?.name ?? id,
      isBlocked,
      continueFile: (file) => this.#continue(file),
    });
  }

  #listSteps(listId: string): ListStep[] {
    return [...this.#boards.values()].flatMap(({ listSteps }) => listSteps.get(listId) ?? []);
  }

  #cardLog(id: string, boardId: string, file: number, line: number): CardLog {
    let card = this.#cards.get(id);
    if (card === undefined) {
      const exported = Number.NEGATIVE_INFINITY;
      card = { id, card: null, exported, boardId, file, line, number: '', name: '', steps: [] };
      this.#cards.set(id, card);
    }
    return card;
  }

  #continue(number: number): string {
    const file = this.#files[number] as LogFile;
    this.#log.continueFile(file);
    return file.file;
  }
}

function listIdsOf({ card, steps }: CardLog): string[] {
  const ids = new Set(card === null ? [] : [card.listId]);
  for (const step of steps) {
    if ('listId' in step) ids.add(step.listId);
    if (step.kind === 'moved') ids.add(step.fromId);
  }
  return [...ids];
}

/** Ids of one instant rise, too. */
function byTime(a: { at: number; id: string }, b: { at: number; id: string }): number {
  return a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** A stretch of time over which one file holds everything that happened; it may not reach back to the beginning. */
interface Stretch {
  /** Its oldest entry; −Infinity where the file is known to hold everything before its newest one. */
  from: number;
  /** Its newest entry. */
  to: number;
}

/**
 * Since when files that overlap hold everything: the start of the newest stretch, joined with those that reach into it.
 * @returns −Infinity if they go back to the beginning, or if there are none
 */
function coveredSince(stretches: readonly Stretch[]): number {
  const newestFirst = [...stretches].sort((a, b) => b.to - a.to || a.from - b.from);
  let since = newestFirst[0]?.from ?? Number.NEGATIVE_INFINITY;
  for (const { from, to } of newestFirst) if (to >= since && from < since) since = from;
  return since;
}
