/** Fields of an update: name → what it was and what it is; `undefined`: nothing. */
export type Changes = Record<string, readonly [was: unknown, is: unknown]>;

export const STATE = 'System.State';
export const COLUMN = 'System.BoardColumn';
export const ASSIGNED = 'System.AssignedTo';
export const TAGS = 'System.Tags';

/** The day of March 2026 as Azure DevOps writes an instant. */
export const march = (day: string) => `2026-03-${day}:00.000Z`;

/** An update as the API gives it. */
export function update(item: number, rev: number, at: string, changes: Changes, more: object = {}) {
  const fields = Object.fromEntries(
    Object.entries({ 'System.ChangedDate': [undefined, march(at)] as const, ...changes }).map(([field, [was, is]]) => [
      field,
      { ...(was === undefined ? {} : { oldValue: was }), ...(is === undefined ? {} : { newValue: is }) },
    ]),
  );
  return { id: rev, workItemId: item, rev, revisedDate: '9999-01-01T00:00:00Z', fields, ...more };
}

/** A revision as the API gives it. */
export function revision(item: number, rev: number, at: string, fields: Record<string, unknown>, more: object = {}) {
  return { id: item, rev, fields: { 'System.ChangedDate': march(at), ...fields }, ...more };
}
