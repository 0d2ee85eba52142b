/** A change of an item's status. Those of one item have instants of their own: what ties mean, hangs on the order of rows. */
export interface Change {
  at: number;
  from: string;
  to: string;
  people: string[];
  points: string;
  /** How often its row stands in the file. */
  rows: number;
}

/** One item as a tracker knows it; every text as it must come out of a file again. */
export interface WorkItem {
  id: string;
  title: string;
  type: string;
  created: number;
  changes: Change[];
}

/** Columns of a file, and the keys of its JSON. */
export const COLUMNS = ['id', 'title', 'type', 'points', 'assignee', 'from', 'to', 'at', 'created'] as const;
export type Column = (typeof COLUMNS)[number];

/** A row before it is written. */
export interface Row {
  item: WorkItem;
  change: Change;
}

/** The rows of all items, the oldest first. */
export function rowsOf(items: readonly WorkItem[]): Row[] {
  return items
    .flatMap((item) =>
      item.changes.flatMap((change) => Array.from({ length: change.rows }, (): Row => ({ item, change }))),
    )
    .sort((a, b) => a.change.at - b.change.at);
}
