import type { JsonFormat, JsonSample, Probe } from '../../format.ts';
import { objectOf } from '../../text/json/json-values.ts';
import { probeRecords } from '../shared/probe.ts';
import { ActivityRecords, entriesOf } from './activity-records.ts';
import { isActivity } from './monday-entry.ts';
import { ACTIVITY } from './record-parts.ts';

/** What happened on monday.com boards. */
export const mondayActivity: JsonFormat = {
  id: 'monday-activity',
  name: 'monday.com activity log (JSON)',
  tool: 'monday',
  shape: 'json',
  parts: ACTIVITY,
  grade: 'full-log',
  kindEvidence: { tool: null, finishDates: null, statusToday: true },
  identity: { item: 'the number of the item', statuses: null, aliases: null },
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
  open: (records) => new ActivityRecords(records),
};

function probe({ records }: JsonSample): Probe {
  const hasActivity = (record: unknown) =>
    isActivity(record) || (entriesOf(objectOf(record))?.some(isActivity) ?? false);
  return probeRecords(records, hasActivity, ['event', 'entity', 'created_at', 'data']);
}
