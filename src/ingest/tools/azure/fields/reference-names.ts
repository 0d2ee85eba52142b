import { headerKey } from '../../../table/header-key.ts';

/** Fields of work items that say something about flow, by the reference names that all of Azure DevOps knows them by. */
export const STATE = 'System.State';
export const COLUMN = 'System.BoardColumn';
/** Whether the item is in the second, "done" half of a column that is split. */
export const COLUMN_DONE = 'System.BoardColumnDone';
export const ASSIGNED_TO = 'System.AssignedTo';
export const TAGS = 'System.Tags';
export const PARENT = 'System.Parent';
export const BLOCKED = 'Microsoft.VSTS.CMMI.Blocked';
export const IS_DELETED = 'System.IsDeleted';
/** The address for people, made from the one for programs. */
export const URL = 'url';
/** Given by Analytics alone: what the state means in the process of the project. */
export const STATE_CATEGORY = 'StateCategory';

/** Field of an item → the fields of a work item that it is read from, the first that is filled. */
export const ITEM_FIELDS: Readonly<Record<string, readonly string[]>> = {
  title: ['System.Title'],
  type: ['System.WorkItemType'],
  priority: ['Microsoft.VSTS.Common.Priority'],
  points: [
    'Microsoft.VSTS.Scheduling.StoryPoints',
    'Microsoft.VSTS.Scheduling.Effort',
    'Microsoft.VSTS.Scheduling.Size',
  ],
  labels: [TAGS],
  parent: [PARENT],
  team: ['System.AreaPath'],
  sprint: ['System.IterationPath'],
  project: ['System.TeamProject'],
  url: [URL],
  resolution: ['Microsoft.VSTS.Common.ResolvedReason', 'System.Reason'],
};

/** What a field is called for short: the last part of its reference name. */
export function lastPart(reference: string): string {
  return reference.slice(reference.lastIndexOf('.') + 1);
}

/** True if a person may mean this field: by its reference name or, as `Board Column`, by its display name. */
export function isMeant(name: string, reference: string): boolean {
  const key = headerKey(name);
  return key === headerKey(reference) || key === headerKey(lastPart(reference));
}

/** The columns of one team's board: `WEF_<id>_Kanban.Column`, `….Column.Done` beside it. */
const BOARD_COLUMN = /^WEF_[0-9A-F]+_Kanban\.Column$/i;

/** True for a field that holds columns of a board. */
export function isColumn(reference: string): boolean {
  return reference === COLUMN || BOARD_COLUMN.test(reference);
}

/** The field that says in which half of its column an item is. */
export function doneOf(column: string): string {
  return column === COLUMN ? COLUMN_DONE : `${column}.Done`;
}
