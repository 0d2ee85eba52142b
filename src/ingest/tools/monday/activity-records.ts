import type { JsonRecords, JsonSink } from '../../format.ts';
import { type JsonObject, nameOf, objectOf, own, textOf } from '../../text/json/json-values.ts';
import { setField } from '../shared/item-table/item-snapshot.ts';
import { requiredInstant } from '../shared/json-rows.ts';
import { type ActivityLog, activityLogOf } from './activity-log.ts';
import { type Activity, detailsOf, itemName, itemOf, readActivity } from './monday-entry.ts';

/** A board's activity log holds no more than this many entries. */
const CAP = 10_000;
/** So many entries come where nobody asks for more. */
const DEFAULT_PAGE = 25;

/** The entries of a board's activity log; null for what is no board. */
export function entriesOf(board: JsonObject | null): readonly unknown[] | null {
  const entries = own(board, 'activity_logs');
  return Array.isArray(entries) ? entries : null;
}

/** Reads boards with their activity inside, and entries on their own. */
export class ActivityRecords implements JsonSink {
  readonly #records: JsonRecords;
  readonly #activities: ActivityLog;
  #loose = 0;

  constructor(records: JsonRecords) {
    const { file } = records;
    this.#records = records;
    this.#activities = activityLogOf(records);
    file.assignees = 'full';
    file.mapping = { id: 'data.pulse_id', at: 'created_at', 'from, to': 'data.previous_value, data.value' };
  }

  record(value: unknown, line: number): void {
    const object = objectOf(value);
    const entries = entriesOf(object);
    if (entries === null) {
      this.#loose++;
      this.#takeEntry(object ?? {}, '', line);
      return;
    }
    if (entries.length > 0) this.#records.holds(entries.length);
    else this.#records.reject('not-an-item', 'Boards without any activity', nameOf(object));
    for (const entry of entries) this.#takeEntry(objectOf(entry) ?? {}, nameOf(object), line);
    noteCap(this.#records, entries.length);
  }

  end(): void {
    noteCap(this.#records, this.#loose);
  }

  #takeEntry(entry: JsonObject, board: string, line: number): void {
    const { log, file } = this.#records;
    const id = textOf(own(entry, 'id'));
    if (id !== '' && this.#activities.knows(id)) {
      file.merged++;
      return;
    }
    const details = detailsOf(entry);
    const activity = usedActivity(this.#records, entry, details);
    if (details === null || activity === null) return;
    const at = requiredInstant(this.#records, own(entry, 'created_at'));
    if (Number.isNaN(at)) return;
    file.used++;
    const item = log.item(itemOf(details));
    setField(log, item, 'title', itemName(details));
    setField(log, item, 'team', board);
    if (activity.kind === 'created') log.creation(item, at);
    this.#activities.add(item, { at, id, file, line }, activity);
  }
}

/** What an entry did to its item; null where that says nothing, and the entry is rejected. */
function usedActivity(records: JsonRecords, entry: JsonObject, details: JsonObject | null): Activity | null {
  const event = textOf(own(entry, 'event'));
  if (details === null) {
    records.reject('unreadable-json', 'Entries whose data is no JSON', event);
    return null;
  }
  const activity = itemOf(details) === '' ? null : readActivity(event, details);
  if (activity === null) {
    const why = 'Entries that say nothing about flow (names, dates, texts, the board itself …)';
    records.reject('other-field', why, event);
  }
  return activity;
}

/** Notes a log with as many entries as one answer gives at most. */
function noteCap({ log, file }: JsonRecords, count: number): void {
  if (count !== DEFAULT_PAGE && (count === 0 || count % CAP !== 0)) return;
  log.findings.add(
    'capped-log',
    () => ({
      weight: 'warning',
      message:
        'Activity logs with exactly as many entries as one answer gives: older ones are missing, or another page',
      cure: 'Fetch with limit and page until an answer is empty; beyond 10,000 entries fetch by time (from, to).',
    }),
    { file: file.file, value: `${count} entries` },
  );
}
