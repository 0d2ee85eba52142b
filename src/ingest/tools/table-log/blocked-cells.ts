import { Dictionary, EMPTY } from '../../../model/log/dictionary.ts';

const CLEAR: ReadonlySet<string> = new Set([
  '',
  'false',
  'no',
  'n',
  '0',
  '-',
  'none',
  'null',
  'not blocked',
  'unblocked',
]);
const PLAINLY_SET: ReadonlySet<string> = new Set(['true', 'yes', 'y', '1', 'x', 'blocked', 'impediment', 'flagged']);

/** Cells that say whether an item is blocked: any text that is no "no" says yes, and is the reason unless it is a "yes". */
export class BlockedCells {
  readonly dictionary = new Dictionary();
  readonly #reasons: Dictionary;

  /** @param reasons the log's dictionary of reasons */
  constructor(reasons: Dictionary) {
    this.#reasons = reasons;
  }

  isSet(cell: number): boolean {
    return !CLEAR.has(this.dictionary.value(cell).toLowerCase());
  }

  /** The reason, as an id of the log's reasons; EMPTY if the cell tells none. */
  reason(cell: number): number {
    const text = this.dictionary.value(cell);
    const plain = text.toLowerCase();
    return CLEAR.has(plain) || PLAINLY_SET.has(plain) ? EMPTY : this.#reasons.id(text);
  }
}
