import type { Table } from '../../format.ts';
import { findName } from '../../table/column-words/header-names.ts';

/**
 * Names of a transition log's columns, the surest first: `issue_id` goes before `id`, which in a file that has both
 * numbers the changes.
 */
export const TRANSITION_NAMES = {
  id: [
    'item_id',
    'issue key',
    'issue id',
    'ticket id',
    'work item id',
    'case id',
    'card id',
    'task id',
    'item',
    'issue',
    'ticket',
    'case',
    'card',
    'task',
    'key',
    'id',
    'number',
  ],
  to: [
    'to',
    'to status',
    'new status',
    'to state',
    'to stage',
    'new state',
    'new stage',
    'original to value',
    'to value',
    'to string',
    'new value',
    'status',
    'state',
    'stage',
    'activity',
    'column',
  ],
  from: [
    'from',
    'from status',
    'old status',
    'previous status',
    'from state',
    'from stage',
    'old state',
    'previous state',
    'old stage',
    'previous stage',
    'original from value',
    'from value',
    'from string',
    'old value',
    'previous value',
  ],
  at: [
    'at',
    'timestamp',
    'changed at',
    'change date',
    'changed date',
    'changed on',
    'changed',
    'transitioned at',
    'transition date',
    'transition time',
    'date time',
    'when',
    'performed on',
    'date',
    'time',
    'created date',
  ],
  created: ['created', 'created at', 'created date', 'creation date', 'created on', 'date created', 'opened at'],
  assignee: ['assignee', 'assigned to', 'owner', 'resource', 'person', 'responsible', 'assignees'],
  blocked: ['blocked', 'is blocked', 'flagged', 'impediment'],
  field: ['field', 'field name', 'property', 'change type'],
} as const satisfies Record<string, readonly string[]>;

/** Fields of an item that a row may carry. */
export const TRANSITION_FIELDS: Readonly<Record<string, readonly string[]>> = {
  title: ['title', 'name', 'summary', 'subject'],
  type: ['type', 'issue type', 'work item type', 'item type'],
  points: ['points', 'story points', 'estimate', 'estimation'],
  team: ['team'],
  labels: ['labels', 'tags'],
  priority: ['priority'],
  parent: ['parent', 'parent key', 'parent id', 'epic', 'epic link'],
  url: ['url', 'link'],
  resolution: ['resolution'],
};

export type TransitionColumn = keyof typeof TRANSITION_NAMES;

/**
 * What a column is read from: what the user mapped, else a column by name, else (for the instant) a date and a time
 * that stand apart; null if there is nothing.
 */
export function transitionColumn(
  header: readonly string[],
  fields: Readonly<Record<string, string>>,
  column: TransitionColumn,
): string | null {
  const mapped = Object.hasOwn(fields, column) ? fields[column] : undefined;
  if (mapped !== undefined) return mapped;
  const names: readonly string[] = TRANSITION_NAMES[column];
  const found = findName(
    header,
    column === 'created' ? names.filter((name) => !isInstant(header, fields, name)) : names,
  );
  if (found === -1) return column === 'at' ? changeCreated(header) : null;
  const name = header[found] as string;
  const time = findName(header, ['time']);
  const parted = column === 'at' && time !== -1 && found === findName(header, ['date']);
  return parted ? `{${name}} {${header[time] as string}}` : name;
}

/** In a row that says from what to what, and has no other instant, `created` is when the change was made. */
function changeCreated(header: readonly string[]): string | null {
  const bothSides = [TRANSITION_NAMES.from, TRANSITION_NAMES.to].every((names) => findName(header, names) !== -1);
  const found = bothSides ? findName(header, ['created', 'created at', 'created on']) : -1;
  return found === -1 ? null : (header[found] as string);
}

/** True if the column of this name is the one that the changes' instants are read from. */
function isInstant(header: readonly string[], fields: Readonly<Record<string, string>>, name: string): boolean {
  const at = transitionColumn(header, fields, 'at');
  return at !== null && findName(header, [name]) === findName(header, [at]);
}

/** The same for an open table, noted in its mapping. */
export function openColumn(table: Table, column: TransitionColumn): string | null {
  const source = transitionColumn(table.header, table.options.fields, column);
  if (source !== null) table.file.mapping[column] = source;
  return source;
}
