import type { JsonRecords } from '../../../format.ts';
import { requiredInstant } from '../json-rows.ts';
import type { IssueChange, IssuePlace } from './issue-log.ts';
import type { IssueTracker } from './issue-tracker.ts';

/** An event that says something about flow, as a record gives it. */
export interface IssueEventRecord {
  change: IssueChange;
  /** The tracker's own id of the event; empty where the record has none. */
  id: string;
  /** Within what the ids of events are unique. */
  space: string;
  /** The instant, as written. */
  written: unknown;
  file: number;
  line: number;
}

/** Accounts for the row of an event and adds it, unless it was read before. */
export function takeEvent(
  records: JsonRecords,
  tracker: IssueTracker,
  place: IssuePlace,
  { change, id, space, written, file, line }: IssueEventRecord,
): void {
  const at = requiredInstant(records, written);
  if (Number.isNaN(at)) return;
  // Events without ids are the same if they say the same.
  if (tracker.knows(`${space} ${id || JSON.stringify([at, change])}`)) {
    records.file.merged++;
    return;
  }
  records.file.used++;
  tracker.addEvent({ ...change, at, id, file, line }, place);
}
