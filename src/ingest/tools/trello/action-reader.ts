import { countOf } from '../../../model/document/number-format.ts';
import type { JsonRecords } from '../../format.ts';
import { objectOf, own } from '../../text/json/json-values.ts';
import { requiredInstant } from '../shared/json-rows.ts';
import { readAction } from './actions.ts';
import type { TrelloBoards } from './trello-boards.ts';

/** The number of actions that Trello puts into an export, or a page of its interface, at most. */
const MOST_ACTIONS = 1000;

/** Reads the actions of one board out of one file. */
export class ActionReader {
  readonly #records: JsonRecords;
  readonly #boards: TrelloBoards;
  readonly #boardId: string;
  readonly #labels: ReadonlyMap<string, string>;
  readonly #used = new Map<string, number>();
  readonly #unused = new Map<string, number>();
  #count = 0;
  #first = Number.POSITIVE_INFINITY;
  #last = Number.NEGATIVE_INFINITY;

  /** @param labels label id → name, for actions that give ids only */
  constructor(records: JsonRecords, boards: TrelloBoards, boardId: string, labels: ReadonlyMap<string, string>) {
    this.#records = records;
    this.#boards = boards;
    this.#boardId = boardId;
    this.#labels = labels;
  }

  /** Takes one action and accounts for its row. */
  take(value: unknown, fileNumber: number, line: number): void {
    const { file } = this.#records;
    const object = objectOf(value) ?? {};
    const action = readAction(object, this.#labels);
    const at = requiredInstant(this.#records, own(object, 'date'));
    this.#count++;
    if (Number.isNaN(at)) return;
    this.#first = Math.min(this.#first, at);
    this.#last = Math.max(this.#last, at);
    const id = action.id || JSON.stringify(value);
    if (this.#boards.knows(id)) {
      file.merged++;
      return;
    }
    this.#boards.addAction({ ...action, id }, at, this.#boardId, fileNumber, line);
    const isUsed = action.changes.length > 0 || action.list !== null;
    const counts = isUsed ? this.#used : this.#unused;
    counts.set(action.what, (counts.get(action.what) ?? 0) + 1);
    if (isUsed) file.used++;
    else {
      const why = 'Actions that say nothing about flow (comments, positions, names …)';
      this.#records.reject('other-field', why, action.what);
    }
  }

  /**
   * Says how far back the actions go, in notes and to the boards.
   * @param isPage true for a page of the interface: pages go on where the one before ends
   * @returns true if there was any action
   */
  end(isPage: boolean): boolean {
    if (this.#first > this.#last) return false;
    const isFull = this.#count >= MOST_ACTIONS || (isPage && this.#count % 50 === 0);
    this.#boards.addStretch(this.#boardId, {
      from: isFull ? this.#first : Number.NEGATIVE_INFINITY,
      to: isPage ? Number.POSITIVE_INFINITY : this.#last,
    });
    const { notes } = this.#records.file;
    if (isFull) {
      const since = new Date(this.#first).toISOString().slice(0, 10);
      const what = isPage ? 'The page' : 'The export';
      const stops = isPage ? '' : `: Trello stops at ${countOf(MOST_ACTIONS, 'action')}`;
      notes.push(`${what} is full${stops}, and these go back to ${since}. What happened before is missing.`);
    }
    if (this.#used.size > 0) notes.push(`Actions used: ${listed(this.#used)}.`);
    if (this.#unused.size > 0) {
      notes.push(`Actions left out, as they say nothing about flow: ${listed(this.#unused)}.`);
    }
    return true;
  }
}

/** Counts by name, the largest first. */
function listed(counts: ReadonlyMap<string, number>): string {
  const sorted = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const shown = sorted.slice(0, 8).map(([name, count]) => `${name} ${count}`);
  return `${shown.join(', ')}${sorted.length > 8 ? ', …' : ''}`;
}
