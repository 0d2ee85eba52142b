import type { JsonFormat, JsonRecords, JsonSample, JsonSink, Probe } from '../../format.ts';
import { type JsonObject, nameOf, objectOf, own, textOf } from '../../text/json/json-values.ts';
import { setField } from '../shared/item-table/item-snapshot.ts';
import { UNREADABLE } from '../shared/required-cells.ts';
import { detailsOf, isActivity, itemName, itemOf, readActivity } from './activity.ts';
import { activityLogOf } from './activity-log.ts';

/** A board's activity log holds no more than this many entries. */
const CAP = 10_000;
/** So many entries come where nobody asks for more. */
const DEFAULT_PAGE = 25;

/** What happened on monday.com boards. */
export const mondayActivity: JsonFormat = {
  id: 'monday-activity',
  name: 'monday.com activity log (JSON)',
  tool: 'monday',
  shape: 'json',
  grade: 'full-log',
  description:
    'Every change of an item’s columns and group with its time. How far back it goes depends on the plan, and no board gives more than 10,000 entries. Not confirmed: how moves between groups name the group they left. An archived item keeps its last status.',
  howToGet: [
    'Create an API token in your avatar’s menu, Developers, API access tokens.',
    'Post to https://api.monday.com/v2: { boards(ids: <board>) { id name activity_logs(limit: 1000, page: 1) { id event entity user_id created_at data } } }, then page: 2 and so on; without limit only the latest 25 come.',
    'Save each answer, one after another in one file or each in its own, and give them all together.',
  ],
  fields: {
    id: 'data.pulse_id',
    at: 'created_at (17 digits)',
    'from, to':
      'data.previous_value and data.value of the status column with most changes, else moves between groups; --map to=<column, or group> chooses',
    created: 'event create_pulse',
    assignee: 'data.textual_value of the people column with most changes; --map assignee=<column>',
    title: 'data.pulse_name',
    team: 'the board',
  },
  probe,
  open,
};

function entriesOf(board: JsonObject | null): readonly unknown[] | null {
  const entries = own(board, 'activity_logs');
  return Array.isArray(entries) ? entries : null;
}

function probe({ records }: JsonSample): Probe {
  const found = records.filter(
    (record) => isActivity(record) || (entriesOf(objectOf(record))?.some(isActivity) ?? false),
  ).length;
  if (found === 0 || found < records.length / 2)
    return { score: 'no', matched: [], missing: ['event', 'entity', 'created_at', 'data'] };
  return { score: 'certain', matched: ['event', 'entity', 'created_at', 'data'], missing: [] };
}

function open(records: JsonRecords): JsonSink {
  const { log, file } = records;
  const activities = activityLogOf(records);
  let loose = 0;
  file.assignees = 'full';
  file.mapping = { id: 'data.pulse_id', at: 'created_at', 'from, to': 'data.previous_value, data.value' };
  return {
    record(value, line) {
      const object = objectOf(value);
      const entries = entriesOf(object);
      if (entries === null) {
        loose++;
        takeEntry(object ?? {}, '', line);
        return;
      }
      if (entries.length > 0) records.holds(entries.length);
      else records.reject('not-an-item', 'Boards without any activity', nameOf(object));
      for (const entry of entries) takeEntry(objectOf(entry) ?? {}, nameOf(object), line);
      noteCap(entries.length);
    },
    end() {
      noteCap(loose);
    },
  };

  function takeEntry(entry: JsonObject, board: string, line: number): void {
    const id = textOf(own(entry, 'id'));
    const event = textOf(own(entry, 'event'));
    if (id !== '' && activities.knows(id)) {
      file.merged++;
      return;
    }
    const details = detailsOf(entry);
    if (details === null) {
      records.reject('unreadable-json', 'Entries whose data is no JSON', event);
      return;
    }
    const pulse = itemOf(details);
    const activity = pulse === '' ? null : readActivity(event, details);
    if (activity === null) {
      records.reject(
        'other-field',
        'Entries that say nothing about flow (names, dates, texts, the board itself …)',
        event,
      );
      return;
    }
    const written = own(entry, 'created_at');
    const at = records.instant(written);
    if (Number.isNaN(at)) {
      records.reject('unreadable-date', UNREADABLE, textOf(written));
      return;
    }
    file.used++;
    const item = log.item(pulse);
    setField(log, item, 'title', itemName(details));
    setField(log, item, 'team', board);
    if (activity.kind === 'created') log.creation(item, at);
    activities.add(item, { at, id, file, line }, activity);
  }

  function noteCap(count: number): void {
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
}
