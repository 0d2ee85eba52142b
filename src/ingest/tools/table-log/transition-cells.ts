import { Dictionary, EMPTY } from '../../../model/log/dictionary.ts';
import type { PeopleSets } from '../../../model/people/people-sets.ts';
import { headerKey } from '../../table/header-key.ts';

/** Cells that name assignees: each different cell is taken apart once. */
export class AssigneeCells {
  readonly dictionary = new Dictionary();
  readonly #people: PeopleSets;
  readonly #sets: number[] = [];

  constructor(people: PeopleSets) {
    this.#people = people;
  }

  /** The set of people that a cell of the dictionary names: several are separated by `;` or `|`. */
  set(cell: number): number {
    this.#sets[cell] ??= this.#people.id(this.dictionary.value(cell).split(/[;|]/));
    return this.#sets[cell];
  }
}

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

  /** The reason, as an id of the log's reasons; EMPTY if the cell gives none. */
  reason(cell: number): number {
    const text = this.dictionary.value(cell);
    const plain = text.toLowerCase();
    return CLEAR.has(plain) || PLAINLY_SET.has(plain) ? EMPTY : this.#reasons.id(text);
  }
}

/** What a row of a log of all changes is about. */
type ChangeKind = 'status' | 'assignee' | 'blocked' | 'other';

const KINDS: ReadonlyMap<string, ChangeKind> = new Map<string, ChangeKind>([
  ...[
    'status',
    'state',
    'stage',
    'column',
    'list',
    'step',
    'phase',
    'workflow state',
    'board column',
    'kanban column',
    'System.State',
    'System.BoardColumn',
  ].map((name): [string, ChangeKind] => [headerKey(name), 'status']),
  ...['assignee', 'assignees', 'assigned to', 'owner', 'responsible', 'System.AssignedTo'].map(
    (name): [string, ChangeKind] => [headerKey(name), 'assignee'],
  ),
  ...['blocked', 'flagged', 'impediment'].map((name): [string, ChangeKind] => [headerKey(name), 'blocked']),
]);

/** The names of the fields that rows changed: each different name is judged once. */
export class ChangeKinds {
  readonly dictionary = new Dictionary();
  readonly #kinds: ChangeKind[] = [];

  kind(cell: number): ChangeKind {
    this.#kinds[cell] ??= KINDS.get(headerKey(this.dictionary.value(cell))) ?? 'other';
    return this.#kinds[cell];
  }
}
