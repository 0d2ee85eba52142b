import { Dictionary } from '../../../model/log/dictionary.ts';
import { headerKey } from '../../table/header-key.ts';

/** What a row of a log of all changes is about. */
export type ChangeKind = 'status' | 'assignee' | 'blocked' | 'other';

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
