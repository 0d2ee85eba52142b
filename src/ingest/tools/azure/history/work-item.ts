import type { Revision } from '../fields/revision.ts';

/** What is known of an item, put in order. */
export interface ItemHistory {
  id: string;
  /** The records of its past, from the first to the last. */
  revisions: readonly Revision[];
  /** What it is now, where a record says so on its own. */
  latest: Revision | null;
  /** Pictures of days that say again, and less exactly, what revisions say. */
  superfluous: readonly Revision[];
  /** Pictures of days on other boards than the one that counts. */
  otherBoards: readonly Revision[];
}

/** What is missing of the numbers of an item's revisions. */
export interface MissingRevisions {
  /** How many before the first one that is here. */
  before: number;
  /** How many between it and the last one. */
  between: number;
}

/** One work item with its records of all files. */
export class WorkItem {
  readonly id: string;
  readonly #byKey = new Map<string, Revision>();

  constructor(id: string) {
    this.id = id;
  }

  /** Takes a revision; false if it was taken before, as where pages overlap. */
  add(revision: Revision): boolean {
    const key = keyOf(revision);
    const known = this.#byKey.get(key);
    if (known !== undefined) {
      if (revision.kind === 'latest' && isNewer(revision, known)) this.#byKey.set(key, revision);
      return false;
    }
    this.#byKey.set(key, revision);
    return true;
  }

  /** The records of the history, in order: revisions, or pictures of days where there are none. */
  history(): ItemHistory {
    const all = [...this.#byKey.values()];
    const days = this.#days();
    const board = boardOf(days);
    const revisions = all.filter(({ kind }) => kind === 'revision');
    return {
      id: this.id,
      revisions: inOrder(revisions.length > 0 ? revisions : days.filter((day) => day.board === board)),
      latest: all.find(({ kind }) => kind === 'latest') ?? null,
      superfluous: revisions.length > 0 ? days : [],
      otherBoards: revisions.length > 0 ? [] : days.filter((day) => day.board !== board),
    };
  }

  #days(): Revision[] {
    return [...this.#byKey.values()].filter(({ kind }) => kind === 'day');
  }
}

/** True for what an item is now, if it is at least as late as what is known: by its revision, else by its last change. */
function isNewer(one: Revision, known: Revision): boolean {
  const latest = ({ at, entered, finished }: Revision) => Math.max(...[at, entered, finished].map((when) => when || 0));
  return one.rev !== known.rev ? one.rev > known.rev : latest(one) >= latest(known);
}

function keyOf({ kind, rev, update, whole, at, board }: Revision): string {
  if (kind === 'revision') return `${rev} ${whole ? 'whole' : update}`;
  return kind === 'day' ? `${at} ${board}` : kind;
}

/**
 * An item is on the board of each team that sees it, in a column of its own there. Its columns are those of one board,
 * the one that has most of its days.
 */
function boardOf(days: readonly Revision[]): string {
  const counts = new Map<string, number>();
  for (const { board } of days) counts.set(board, (counts.get(board) ?? 0) + 1);
  const [most] = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return most?.[0] ?? '';
}

/**
 * Puts revisions as they followed each other. Their numbers say so: the clocks of servers differ, so a time that steps
 * back is taken for the time before it.
 */
function inOrder(revisions: Revision[]): Revision[] {
  // Of one revision, the item as a whole comes after the change that made it so, and then changes nothing.
  const wholeLast = (a: Revision, b: Revision) => Number(a.whole) - Number(b.whole);
  revisions.sort((a, b) => a.rev - b.rev || wholeLast(a, b) || compareTimes(a.at, b.at) || a.update - b.update);
  let last = Number.NaN;
  let until = Number.NaN;
  for (const revision of revisions) {
    // One without its own time began when the one before it ended; the first one, when the item was created.
    const stated = [revision.at, until, revision.created].find((at) => !Number.isNaN(at)) ?? Number.NaN;
    revision.at = stated < last || Number.isNaN(stated) ? last : stated;
    if (revision.linksOnly) continue;
    last = revision.at;
    until = revision.until;
  }
  return revisions;
}

function compareTimes(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return a - b;
}

/** Which numbers are missing among revisions in order. */
export function missingRevisions(revisions: readonly Revision[]): MissingRevisions {
  const first = revisions[0]?.rev ?? 0;
  const last = revisions.at(-1)?.rev ?? 0;
  if (last === 0) return { before: 0, between: 0 };
  const numbers = new Set(revisions.map(({ rev }) => rev));
  return { before: first - 1, between: last - first + 1 - numbers.size };
}
