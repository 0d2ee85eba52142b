import type { JsonFormat, JsonRecords, JsonSink } from '../../format.ts';
import { type JsonObject, objectOf, own, textOf } from '../../text/json/json-values.ts';
import { dateOf, ItemSnapshots, latestOf, setField, setToday } from '../shared/item-table/item-snapshot.ts';
import { ListedItems } from '../shared/item-table/listed-items.ts';
import { noteMorePages, noteRepeatedItem, rejectOther } from '../shared/json-rows.ts';
import { probeRecords } from '../shared/probe.ts';
import { TASK } from './record-parts.ts';
import { categoryOfType } from './status-types.ts';

/** Tasks as ClickUp's API gives them. */
export const clickupTasks: JsonFormat = {
  id: 'clickup-tasks',
  name: 'ClickUp tasks (JSON)',
  tool: 'clickup',
  shape: 'json',
  parts: TASK,
  grade: 'milestones',
  kindEvidence: {
    tool: "the status's type (`status.type`)",
    finishDates: '`date_done`, else `date_closed`',
    statusToday: true,
  },
  identity: { item: '`id`', statuses: null, aliases: null },
  description:
    'Tasks with their creation, completion and status of today; when work started only time in status can tell (clickup-time-in-status), which is joined with them.',
  howToGet: [
    'Create an API token in Settings, Apps.',
    'Fetch https://api.clickup.com/api/v2/list/<list>/task?include_closed=true&subtasks=true&page=0, then page=1 and so on until last_page is true.',
    'For the days of each status fetch time in status, too: pitwall formats clickup-time-in-status.',
  ],
  fields: {
    id: 'id',
    created: 'date_created',
    finished: 'date_done, else date_closed',
    status: 'status.status (of today); what it means, by status.type',
    resolution: 'status.status of a task that is done or closed: it may be Cancelled',
    assignee: 'assignees[].username (of today)',
    title: 'name',
    points: 'points; --map points=<path>',
    labels: 'tags[].name',
    parent: 'parent',
    priority: 'priority.priority',
    team: 'list.name',
    url: 'url',
  },
  probe: ({ records }) => probeRecords(records, isTask, ['date_created', 'status.type']),
  open,
};

const PATHS = {
  title: 'name',
  points: 'points',
  labels: 'tags',
  parent: 'parent',
  priority: 'priority.priority',
  team: 'list.name',
  url: 'url',
};

/** When a task was last changed, the surest of what says so first. */
const UPDATES = ['date_updated', 'date_done', 'date_closed', 'date_created'];

function isTask(value: unknown): boolean {
  const task = objectOf(value);
  const status = objectOf(own(task, 'status'));
  return (
    textOf(own(task, 'id')) !== '' &&
    textOf(own(task, 'date_created')) !== '' &&
    textOf(own(status, 'type')) !== '' &&
    textOf(own(status, 'status')) !== ''
  );
}

function open(records: JsonRecords): JsonSink {
  const { log, file } = records;
  const snapshots = new ItemSnapshots(records, PATHS);
  const items = new ListedItems(file);
  file.assignees = 'current';
  Object.assign(file.mapping, {
    id: 'id',
    created: 'date_created',
    finished: 'date_done, date_closed',
    status: 'status',
  });
  return {
    record(value, line) {
      const task = objectOf(value);
      const id = textOf(own(task, 'id'));
      if (task === null || id === '' || objectOf(own(task, 'status')) === null) {
        rejectOther(records, id);
        return;
      }
      const item = log.item(id);
      const isFirst = items.take(item);
      if (!isFirst) noteRepeatedItem(records, item, line);
      if (!log.describe(item, latestOf(records, task, UPDATES), !isFirst)) return;
      writeTask(records, item, task);
      snapshots.write(item, task);
    },
    end() {
      if (own(records.wrapper, 'last_page') === false) noteMorePages(records, 'last_page is false');
    },
  };
}

function writeTask(records: JsonRecords, item: number, task: JsonObject): void {
  const { log } = records;
  const status = objectOf(own(task, 'status'));
  const name = textOf(own(status, 'status'));
  log.upgradeGrade(item, 'milestones');
  log.creation(item, dateOf(records, task, 'date_created'));
  setToday(log, item, name, assigneesOf(task));
  const category = categoryOfType(textOf(own(status, 'type')));
  log.categorize(name, category);
  const done = dateOf(records, task, 'date_done');
  const closed = dateOf(records, task, 'date_closed');
  log.milestones(item, Number.NaN, Number.isNaN(done) ? closed : done);
  if (category === 'closed') setField(log, item, 'resolution', name);
}

function assigneesOf(task: JsonObject): string[] {
  const people = own(task, 'assignees');
  return (Array.isArray(people) ? people : []).map((person) => textOf(own(objectOf(person), 'username')));
}
