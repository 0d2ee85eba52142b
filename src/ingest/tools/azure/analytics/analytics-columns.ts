import { Dictionary } from '../../../../model/log/dictionary.ts';
import type { InstantColumn, Table } from '../../../format.ts';
import { withoutAccount } from '../fields/identities.ts';
import type { KeptFields } from '../fields/kept-fields.ts';
import {
  ASSIGNED_TO,
  BLOCKED,
  COLUMN,
  COLUMN_DONE,
  PARENT,
  STATE,
  STATE_CATEGORY,
  TAGS,
} from '../fields/reference-names.ts';

/** Field of a work item → the properties that Analytics has for it, the first that is there. */
const PROPERTIES: Readonly<Record<string, readonly string[]>> = {
  'System.Title': ['Title'],
  'System.WorkItemType': ['WorkItemType'],
  [STATE]: ['State'],
  [STATE_CATEGORY]: ['StateCategory'],
  [COLUMN]: ['ColumnName', 'BoardLocation.ColumnName'],
  [COLUMN_DONE]: ['IsDone', 'Done', 'BoardLocation.IsDone', 'BoardLocation.Done'],
  [ASSIGNED_TO]: ['AssignedTo.UserName', 'AssignedTo', 'AssignedToUserSK'],
  [TAGS]: ['TagNames'],
  [PARENT]: ['ParentWorkItemId'],
  [BLOCKED]: ['Blocked'],
  'System.AreaPath': ['Area.AreaPath', 'AreaPath', 'Area.AreaName'],
  'System.IterationPath': ['Iteration.IterationPath', 'IterationPath', 'Iteration.IterationName'],
  'System.TeamProject': ['Project.ProjectName', 'ProjectName'],
  'System.Reason': ['Reason'],
  'Microsoft.VSTS.Common.ResolvedReason': ['ResolvedReason'],
  'Microsoft.VSTS.Common.Priority': ['Priority'],
  'Microsoft.VSTS.Scheduling.StoryPoints': ['StoryPoints'],
  'Microsoft.VSTS.Scheduling.Effort': ['Effort'],
  'Microsoft.VSTS.Scheduling.Size': ['Size'],
};

/** The columns of an Analytics export, by the fields of work items that they hold. */
export class AnalyticsColumns {
  /** Field → name of its column. */
  readonly names = new Map<string, string>();
  readonly #readers = new Map<string, () => string>();

  constructor(table: Table, kept: KeptFields) {
    const open = (field: string, column: number) => {
      const cells = table.category(column, new Dictionary());
      this.names.set(field, table.header[column] as string);
      this.#readers.set(field, () => cells.dictionary.value(cells.id));
    };
    for (const [field, properties] of Object.entries(PROPERTIES)) {
      const column = properties.map((name) => table.header.indexOf(name)).find((index) => index !== -1);
      if (column !== undefined) open(field, column);
    }
    const taken = new Set(this.names.values());
    for (const [column, name] of table.header.entries()) if (!taken.has(name) && kept.keeps(name)) open(name, column);
  }

  /** The current row's values that are not empty. */
  values(): Map<string, string> {
    const values = new Map<string, string>();
    for (const [field, read] of this.#readers) {
      const value = field === ASSIGNED_TO ? withoutAccount(read()) : read();
      if (value !== '') values.set(field, value);
    }
    return values;
  }
}

const BOARDS = ['BoardName', 'BoardLocation.BoardName'];
const TEAMS = ['Team.TeamName', 'TeamName', 'TeamSK', 'BoardLocationSK'];

/** The board that the current row is of, as far as the table says; empty where it has no columns of boards. */
export function boardName(table: Table): () => string {
  if (!table.header.includes('ColumnName')) return () => '';
  const names = [BOARDS, TEAMS].map((group) => group.find((name) => table.header.includes(name)));
  const cells = names
    .filter((name) => name !== undefined)
    .map((name) => table.category(table.header.indexOf(name), new Dictionary()));
  return () => cells.map(({ dictionary, id }) => dictionary.value(id)).join(' of ');
}

/** Opens the first of these dates that the table has; null if it has none. */
export function dateColumn(table: Table, ...names: readonly string[]): InstantColumn | null {
  const column = names.map((name) => table.header.indexOf(name)).find((index) => index !== -1);
  return column === undefined ? null : table.instant(column);
}
