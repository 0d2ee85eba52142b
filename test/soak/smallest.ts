import type { Failure, ReadingProcess } from './reading-process.ts';
import { PLAIN, type Spelling } from './spelling.ts';
import type { Change, WorkItem } from './work.ts';

/** Items and the file of them that is read wrongly. */
export interface FailingCase {
  items: readonly WorkItem[];
  spelling: Spelling;
  failure: Failure;
}

/** What a small file may take to be read, in milliseconds, at least: each that hangs takes all of it. */
const LEAST_PATIENCE_MS = 1500;

/**
 * Makes a failing case smaller for as long as it fails in the same way: fewer items, then fewer rows, then a plainer
 * file and plainer cells.
 * @param milliseconds to stop after, with what was reached
 */
export async function smallest(found: FailingCase, reader: ReadingProcess, milliseconds: number): Promise<FailingCase> {
  const search = new Search(found, reader, Date.now() + milliseconds, await patience(found.items, reader));
  await search.fewer(
    (items) => [...items],
    (_, items) => items,
  );
  await search.plainerFile();
  await search.plainerCells();
  await search.fewer(
    (items) => items.flatMap(changesOf),
    (_, changes) => withChanges(changes),
  );
  await search.fewer(
    (items) => [...items],
    (_, items) => items,
  );
  return search.best;
}

/** What a file may take: several times what the smallest takes with a new process, on this machine as busy as it is. */
async function patience([item]: readonly WorkItem[], reader: ReadingProcess): Promise<number> {
  reader.end();
  const start = Date.now();
  await reader.failure({ items: [item as WorkItem], spellings: [PLAIN] });
  return Math.max(LEAST_PATIENCE_MS, 3 * (Date.now() - start));
}

class Search {
  best: FailingCase;
  readonly #reader: ReadingProcess;
  readonly #deadline: number;
  readonly #patience: number;

  constructor(found: FailingCase, reader: ReadingProcess, deadline: number, patience: number) {
    this.best = found;
    this.#reader = reader;
    this.#deadline = deadline;
    this.#patience = patience;
  }

  /** Leaves out halves, quarters and so on of what the items are made of, down to single parts. */
  async fewer<Part>(
    parts: (items: readonly WorkItem[]) => Part[],
    joined: (items: readonly WorkItem[], parts: Part[]) => readonly WorkItem[],
  ): Promise<void> {
    for (
      let size = Math.ceil(parts(this.best.items).length / 2);
      size >= 1;
      size = size === 1 ? 0 : Math.ceil(size / 2)
    ) {
      for (let at = 0; at < parts(this.best.items).length; ) {
        const all = parts(this.best.items);
        const rest = [...all.slice(0, at), ...all.slice(at + size)];
        const smaller = rest.length > 0 && (await this.#fails({ ...this.best, items: joined(this.best.items, rest) }));
        if (!smaller) at += size;
        if (this.#over()) return;
      }
    }
  }

  /** Takes over what the plain spelling says, one choice after another. */
  async plainerFile(): Promise<void> {
    for (const key of Object.keys(PLAIN) as (keyof Spelling)[]) {
      if (key !== 'seed') await this.#fails({ ...this.best, spelling: { ...this.best.spelling, [key]: PLAIN[key] } });
    }
  }

  /** Empties what may be empty, first of all items, then of each. */
  async plainerCells(): Promise<void> {
    const changed = (change: Partial<Change>) => (item: WorkItem) => ({
      ...item,
      changes: item.changes.map((old) => ({ ...old, ...change })),
    });
    const steps: ((item: WorkItem, place: number) => WorkItem)[] = [
      (item) => ({ ...item, title: '' }),
      (item) => ({ ...item, type: '' }),
      changed({ people: [] }),
      changed({ points: '' }),
      changed({ rows: 1 }),
      changed({ from: '', to: 'Done' }),
      (item, place) => ({ ...item, id: `A-${place + 1}` }),
      (item) => ({ ...item, changes: item.changes.slice(0, 1) }),
    ];
    for (const step of steps) {
      if (await this.#fails({ ...this.best, items: this.best.items.map(step) })) continue;
      for (let at = 0; at < this.best.items.length && !this.#over(); at++) {
        const items = this.best.items.map((item, place) => (place === at ? step(item, place) : item));
        await this.#fails({ ...this.best, items });
      }
    }
  }

  /** True, and it is the best so far, if a case fails in the same way. */
  async #fails({ items, spelling }: FailingCase): Promise<boolean> {
    if (this.#over()) return false;
    const { kind } = this.best.failure;
    // What is compared with the first file needs the first file.
    const spellings = kind === 'items' || kind === 'report' ? [PLAIN, spelling] : [spelling];
    const failure = await this.#reader.failure({ items, spellings }, this.#patience);
    if (failure?.kind !== kind) return false;
    this.best = { items, spelling, failure };
    return true;
  }

  #over(): boolean {
    return Date.now() > this.#deadline;
  }
}

function changesOf(item: WorkItem): [WorkItem, Change][] {
  return item.changes.map((change) => [item, change]);
}

/** The items of which changes are left, each with those alone. */
function withChanges(changes: readonly [WorkItem, Change][]): WorkItem[] {
  const items = new Map<WorkItem, WorkItem>();
  for (const [item, change] of changes) {
    const kept = items.get(item) ?? { ...item, changes: [] };
    kept.changes.push(change);
    items.set(item, kept);
  }
  return [...items.values()];
}
