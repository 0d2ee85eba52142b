/** What the rows of an Analytics export are. */
export type Entity = 'revisions' | 'work items' | 'days' | 'sums';

const STATES = ['State', 'StateCategory', 'WorkItemType', 'ColumnName'];

/**
 * Tells the entities of Analytics apart by their properties: those of the JSON are the columns of the CSV and of an
 * export from Excel or Power BI. Names are compared exactly: other tools write "Work Item ID" or "work_item_id".
 * @returns null for a table that is none of them; `matched` are the columns that say so
 */
export function entityOf(header: readonly string[]): { entity: Entity; matched: string[] } | null {
  const has = (name: string) => header.includes(name);
  const day = ['DateValue', 'DateSK'].find(has);
  const states = STATES.filter(has);
  if (!has('WorkItemId')) {
    const isSum = has('Count') && states.length > 0 && (day !== undefined || has('StateCategory'));
    return isSum ? { entity: 'sums', matched: ['Count', ...states] } : null;
  }
  if (day !== undefined) return { entity: 'days', matched: ['WorkItemId', day, ...states] };
  if (has('Revision')) return { entity: 'revisions', matched: ['WorkItemId', 'Revision', ...states] };
  return states.length > 0 ? { entity: 'work items', matched: ['WorkItemId', ...states] } : null;
}
