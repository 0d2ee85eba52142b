/**
 * Puts rows of one instant in the order in which each one's `from` is the `to` before it.
 *
 * A row is an edge from one status to another, so the order sought is a trail that uses every edge once (Hierholzer's
 * algorithm). Leaving each status by its earliest unused row, and splicing loops in where they were left, gives the
 * trail that is first in input order.
 *
 * @param from status of each tied row before it, as comparable integers, in input order
 * @param to status of each row after it
 * @param before the status that the item was in before the tied rows; −1 if unknown
 * @returns the rows' indexes in their new order; null if they do not chain
 */
export function chainedOrder(from: ArrayLike<number>, to: ArrayLike<number>, before: number): number[] | null {
  const count = from.length;
  const leaving = new Map<number, number[]>();
  const balance = new Map<number, number>();
  for (let row = 0; row < count; row++) {
    const source = from[row] as number;
    const target = to[row] as number;
    const rows = leaving.get(source);
    if (rows === undefined) leaving.set(source, [row]);
    else rows.push(row);
    balance.set(source, (balance.get(source) ?? 0) + 1);
    balance.set(target, (balance.get(target) ?? 0) - 1);
  }
  let start = -1;
  for (const [status, surplus] of balance) {
    if (surplus === 0) continue;
    if (surplus > 1 || surplus < -1) return null;
    if (surplus === 1) {
      if (start !== -1) return null;
      start = status;
    }
  }
  const closed = start === -1;
  if (closed) {
    // A round trip can start anywhere: where the item is, if it is on the way, else at the first row.
    start = before !== -1 && leaving.has(before) ? before : (from[0] as number);
  }
  return trail(to, leaving, start, count);
}

function trail(to: ArrayLike<number>, leaving: Map<number, number[]>, start: number, count: number): number[] | null {
  const used = new Map<number, number>();
  const backwards: number[] = [];
  const path: { status: number; row: number }[] = [{ status: start, row: -1 }];
  while (path.length > 0) {
    const { status, row } = path.at(-1) as { status: number; row: number };
    const rows = leaving.get(status);
    const next = used.get(status) ?? 0;
    if (rows !== undefined && next < rows.length) {
      used.set(status, next + 1);
      const taken = rows[next] as number;
      path.push({ status: to[taken] as number, row: taken });
    } else {
      path.pop();
      if (row !== -1) backwards.push(row);
    }
  }
  return backwards.length === count ? backwards.reverse() : null;
}
