import type { JsonFormat, JsonSample, Probe } from '../../format.ts';
import { probeRecords } from '../shared/probe.ts';
import { BugRecords } from './bug-records.ts';
import { bugOf, historyOf } from './changes.ts';
import { BUG } from './record-parts.ts';

/** Bugs and their history as Bugzilla's REST API gives them, together or apart. */
export const bugzillaBugs: JsonFormat = {
  id: 'bugzilla-bugs',
  name: 'Bugzilla bugs and history (REST, JSON)',
  tool: 'bugzilla',
  shape: 'json',
  parts: BUG,
  grade: 'full-log',
  kindEvidence: { tool: '`is_open` of the bug', finishDates: '`cf_last_resolved`', statusToday: true },
  identity: { item: '`id`', statuses: null, aliases: null },
  description:
    'Bugs with their creation and fields of today, and their history with every change of status and assignee. The two are different requests, and creation is in the first alone: give both. Dependencies are no blocked flags and are not read.',
  howToGet: [
    'Fetch the bugs: <site>/rest/bug?product=<product>&limit=1000&offset=0, page by page.',
    'Fetch the history of each: <site>/rest/bug/<id>/history (several with <site>/rest/bug/<id>/history?ids=<id>&ids=<id>).',
    'Save the answers one after another in one file or each in its own, and give them all together.',
  ],
  fields: {
    id: 'id',
    created: 'creation_time',
    'from, to, at': 'history[].when and changes[] of status',
    finished: 'cf_last_resolved (without history)',
    status: 'status; whether it is over, by is_open',
    assignee: 'changes[] of assigned_to, assigned_to',
    resolution: 'resolution, else the last change of it',
    title: 'summary',
    type: 'type',
    points: '--map points=<custom field>',
    labels: 'keywords',
    priority: 'priority',
    team: 'product',
  },
  probe,
  open: (records) => new BugRecords(records),
};

function probe({ records }: JsonSample): Probe {
  const withHistory = records.some((record) => historyOf(bugOf(record)) !== null);
  const marks = withHistory ? ['history', 'changes'] : ['creation_time', 'component'];
  const missing = ['history[].changes[].field_name', 'creation_time', 'component'];
  return probeRecords(records, (record) => bugOf(record) !== null, marks, missing);
}
