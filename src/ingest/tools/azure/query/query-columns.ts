/** What the columns of a query are called in English: other languages are read as tables of any tool. */
export const ID = 'id';
export const TYPE = 'work item type';
export const STATE = 'state';

/** Columns that only Azure DevOps has: by them its queries differ from other lists with an id and dates. */
export const OWN: readonly string[] = [
  TYPE,
  'activated date',
  'state change date',
  'area path',
  'iteration path',
  'board column',
  'board lane',
  'assigned to',
  'tags',
  'title 1',
];

/** Columns that a query usually has: one with others beside them needs a type and a state to be recognised. */
export const USUAL: readonly string[] = [
  ...OWN,
  ID,
  STATE,
  'title',
  'created date',
  'closed date',
  'resolved date',
  'changed date',
  'story points',
  'effort',
  'size',
  'priority',
  'parent',
  'reason',
  'resolved reason',
  'board column done',
  'created by',
  'closed by',
  'activated by',
  'changed by',
  'resolved by',
  'team project',
  'rev',
  'severity',
  'blocked',
  'remaining work',
  'original estimate',
  'completed work',
  'value area',
  'business value',
  'target date',
  'start date',
  'finish date',
  'due date',
];

/** Field of an item → its column. */
export const FIELDS: Readonly<Record<string, readonly string[]>> = {
  title: ['title'],
  type: [TYPE],
  priority: ['priority'],
  points: ['story points', 'effort', 'size'],
  labels: ['tags'],
  parent: ['parent'],
  team: ['area path'],
  sprint: ['iteration path'],
  project: ['team project'],
  resolution: ['resolved reason', 'reason'],
};
