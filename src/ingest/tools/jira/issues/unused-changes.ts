import type { LogFile } from '../../../../model/log/event-log.ts';
import { isTimelineField } from './change-writer.ts';
import type { Change } from './entries.ts';

/** Changes of fields that make no timeline, by field. */
export class UnusedChanges {
  readonly #times = new Map<string, number>();

  note(change: Change): void {
    if (change.field === '' || isTimelineField(change.field)) return;
    this.#times.set(change.fieldName, (this.#times.get(change.fieldName) ?? 0) + 1);
  }

  /** Says in the file's account what was left out. */
  account(file: LogFile): void {
    const unused = [...this.#times].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
    if (unused.length === 0) return;
    const listed = unused.slice(0, 8).map(([field, times]) => `${field} ${times}`);
    file.notes.push(
      `Changes of fields that make no timeline were left out: ${listed.join(', ')}${unused.length > 8 ? ', …' : ''}.`,
    );
  }
}
