import type { EventLog, LogFile } from '../../../../model/log/event-log.ts';
import type { JsonRecords, SharedReading } from '../../../format.ts';
import { NamesById } from '../names-by-id.ts';
import type { ItemChange } from './history-entry.ts';
import { noteUnnamedStatus } from './history-findings.ts';
import { type EntryPlace, ItemHistories } from './item-histories.ts';

/** A change of which statuses and people are ids. */
interface WaitingChange {
  item: number;
  place: EntryPlace;
  change: ItemChange;
}

/** Histories that give statuses and people by their ids: any file of the tool may give the names. */
export class NamedHistories implements SharedReading {
  readonly statuses = new NamesById();
  readonly people = new NamesById();
  readonly #log: EventLog;
  readonly #histories: ItemHistories;
  readonly #waiting: WaitingChange[] = [];

  constructor(log: EventLog) {
    this.#log = log;
    this.#histories = new ItemHistories(log);
  }

  knows(key: string): boolean {
    return this.#histories.knows(key);
  }

  track(item: number, file: LogFile, line: number, isWhole: boolean): void {
    this.#histories.track(item, file, line, isWhole, true);
  }

  add(item: number, place: EntryPlace, change: ItemChange): void {
    this.#waiting.push({ item, place, change });
  }

  write(): void {
    for (const { item, place, change } of this.#waiting)
      this.#histories.add(item, place, this.#named(item, place, change));
    this.#histories.write();
  }

  #named(item: number, place: EntryPlace, change: ItemChange): ItemChange {
    if (change.kind === 'status') {
      const named = [change.from, change.to].map((id) => {
        const name = this.statuses.get(id);
        if (name === undefined && id !== '') noteUnnamedStatus(this.#log, item, place, id);
        return name ?? id;
      });
      return { kind: 'status', from: named[0] as string, to: named[1] as string };
    }
    if (change.kind !== 'people') return change;
    const names = (ids: readonly string[]) => ids.map((id) => this.people.get(id) ?? id);
    return {
      kind: 'people',
      removed: change.removed === 'all' ? 'all' : names(change.removed),
      added: names(change.added),
    };
  }
}

/** The histories that all files of the source at hand share. */
export function namedHistories(records: JsonRecords): NamedHistories {
  return records.shared('named histories', () => new NamedHistories(records.log));
}
