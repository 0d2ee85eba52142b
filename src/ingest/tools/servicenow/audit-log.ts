import type { EventLog, LogFile } from '../../../model/log/event-log.ts';
import type { SharedReading } from '../../format.ts';
import type { ItemChange } from '../shared/item-history/history-entry.ts';
import { ItemHistories } from '../shared/item-history/item-histories.ts';

/** A change of one field of a record, as one row of the audit log has it. */
export interface AuditEntry {
  /** The record's `sys_id`. */
  record: string;
  at: number;
  /** The entry's own id; empty where the export leaves it out. */
  id: string;
  change: ItemChange;
  file: LogFile;
  line: number;
}

/** What audit logs say, over all files: which record an id means may show only once the lists of records have been read. */
export class AuditLog implements SharedReading {
  readonly #log: EventLog;
  readonly #entries: AuditEntry[] = [];
  readonly #known = new Set<string>();
  readonly #withPeople = new Set<LogFile>();

  constructor(log: EventLog) {
    this.#log = log;
  }

  /** Adds an entry; false if another file, or this one, has it too. */
  add(entry: AuditEntry): boolean {
    const { record, at, change } = entry;
    const key = entry.id === '' ? JSON.stringify([record, at, change]) : entry.id;
    if (this.#known.has(key)) return false;
    this.#known.add(key);
    this.#entries.push(entry);
    if (change.kind === 'people') this.#withPeople.add(entry.file);
    return true;
  }

  write(): void {
    const histories = new ItemHistories(this.#log);
    for (const { record, change, ...place } of this.#entries) {
      this.#log.continueFile(place.file);
      const item = this.#log.item(record);
      histories.track(item, place.file, place.line, false, this.#withPeople.has(place.file));
      histories.add(item, place, change);
    }
    for (const file of this.#withPeople) file.assignees = 'full';
    histories.write();
  }
}
