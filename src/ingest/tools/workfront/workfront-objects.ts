import type { JsonFormat, JsonRecords, JsonSink } from '../../format.ts';
import { type JsonObject, nameOf, objectOf, own, textOf } from '../../text/json/json-values.ts';
import { dateOf, ItemSnapshots, setToday } from '../shared/item-table/item-snapshot.ts';
import { ListedItems } from '../shared/item-table/listed-items.ts';
import { noteRepeatedItem, rejectOther } from '../shared/json-rows.ts';
import { probeRecords } from '../shared/probe.ts';
import { OBJECT } from './record-parts.ts';

const PATHS = {
  title: 'name',
  type: 'objCode',
  parent: 'parentID',
  priority: 'priority',
  team: 'project.name',
};

/** Tasks, issues and projects as Workfront's API gives them. */
export const workfrontObjects: JsonFormat = {
  id: 'workfront-objects',
  name: 'Workfront tasks and issues (JSON)',
  tool: 'workfront',
  shape: 'json',
  parts: OBJECT,
  grade: 'milestones',
  kindEvidence: {
    tool: 'its codes of statuses, which are fixed',
    finishDates: '`actualCompletionDate`',
    statusToday: true,
  },
  identity: { item: '`ID`', statuses: null, aliases: null },
  description:
    'Tasks, issues and projects with their entry, actual start and actual completion, and their status of today (a code such as INP); planned dates are a plan and are left out. It cannot tell the statuses in between.',
  howToGet: [
    'Fetch <site>/attask/api/v19.0/task/search?fields=ID,objCode,name,status,entryDate,actualStartDate,actualCompletionDate,assignedTo:name,project:name&$$LIMIT=2000&$$FIRST=0, page by page (optask in place of task for issues).',
    'Save each answer as a file and give them all together.',
  ],
  fields: {
    id: 'ID',
    created: 'entryDate',
    started: 'actualStartDate',
    finished: 'actualCompletionDate',
    status: 'status (of today)',
    assignee: 'assignedTo.name (of today)',
    ...PATHS,
  },
  probe: ({ records }) => probeRecords(records, isObject, ['objCode', 'ID', 'status']),
  open,
};

/** What the codes of a task's status mean that Workfront itself brings; a site adds codes of its own. */
const CODES = { NEW: 'todo', INP: 'in-progress', CPL: 'done' } as const;

function isObject(value: unknown): boolean {
  const object = objectOf(value);
  const isTask = /^(?:TASK|OPTASK|PROJ)$/.test(textOf(own(object, 'objCode')));
  return isTask && textOf(own(object, 'ID')) !== '';
}

function open(records: JsonRecords): JsonSink {
  const { log, file } = records;
  const snapshots = new ItemSnapshots(records, PATHS);
  const items = new ListedItems(file);
  file.assignees = 'current';
  for (const [code, category] of Object.entries(CODES)) log.categorize(code, category);
  Object.assign(file.mapping, {
    id: 'ID',
    created: 'entryDate',
    started: 'actualStartDate',
    finished: 'actualCompletionDate',
    status: 'status',
    assignee: 'assignedTo.name',
  });

  return {
    record(value, line) {
      if (!isObject(value)) {
        rejectOther(records, textOf(own(objectOf(value), 'ID')));
        return;
      }
      const object = objectOf(value) as JsonObject;
      const item = log.item(textOf(own(object, 'ID')));
      if (!items.take(item)) {
        noteRepeatedItem(records, item, line);
        return;
      }
      log.creation(item, dateOf(records, object, 'entryDate'));
      log.milestones(item, dateOf(records, object, 'actualStartDate'), dateOf(records, object, 'actualCompletionDate'));
      setToday(log, item, textOf(own(object, 'status')), [nameOf(own(object, 'assignedTo'))]);
      snapshots.write(item, object);
    },
  };
}
