import type { JsonFormat, JsonRecords, JsonSink } from '../../format.ts';
import { type JsonObject, nameOf, objectOf, own, textOf } from '../../text/json/json-values.ts';
import { dateOf, ItemSnapshots, latestOf, setField, setToday } from '../shared/item-table/item-snapshot.ts';
import { ListedItems } from '../shared/item-table/listed-items.ts';
import { noteMorePages, noteRepeatedItem, rejectOther } from '../shared/json-rows.ts';
import { probeRecords } from '../shared/probe.ts';
import { countRejected } from '../shared/row-findings.ts';
import { TASK } from './record-parts.ts';
import { takeStory } from './take-story.ts';
import { customField, isTask } from './task.ts';
import { taskHistoriesOf } from './task-histories.ts';

/** Tasks as Asana's API gives them. */
export const asanaTasks: JsonFormat = {
  id: 'asana-tasks',
  name: 'Asana tasks (JSON)',
  tool: 'asana',
  shape: 'json',
  parts: TASK,
  grade: 'milestones',
  kindEvidence: {
    tool: '`completed`, unless a section or field is the status',
    finishDates: '`completed_at`',
    statusToday: true,
  },
  identity: { item: '`gid`', statuses: '`gid` of the section', aliases: null },
  description:
    'Tasks with their creation, completion and section of today; when they came to a section only their stories tell (asana-stories), which are joined with them.',
  howToGet: [
    'Create a personal access token in My settings, Apps, Manage developer apps.',
    'Fetch https://app.asana.com/api/1.0/projects/<project>/tasks?limit=100&opt_fields=name,completed,completed_at,created_at,assignee.name,parent,tags.name,memberships.project.name,memberships.section.name,custom_fields.name,custom_fields.display_value,custom_fields.number_value,permalink_url,resource_type, page by page (next_page.offset).',
    'For the history fetch the stories of each task, too (pitwall formats asana-stories), and give all files together.',
  ],
  fields: {
    id: 'gid',
    created: 'created_at',
    finished: 'completed_at',
    status:
      'memberships[].section.name, Completed if completed; --map to=<sections, completed, project or custom field> chooses',
    assignee: 'assignee.name (of today)',
    points: 'custom field Story Points, Points or Estimate; --map points=<custom field>',
    title: 'name',
    labels: 'tags[].name',
    parent: 'parent.gid',
    priority: 'custom field Priority',
    team: 'memberships[].project.name',
    url: 'permalink_url',
  },
  probe: ({ records }) =>
    probeRecords(records, isTask, ['gid', 'resource_type', 'completed'], ['gid', 'resource_type: task']),
  open,
};

const PATHS = { title: 'name', labels: 'tags', parent: 'parent.gid', priority: 'Priority', url: 'permalink_url' };
/** When a task was last changed: whichever of these is latest. */
const UPDATES = ['modified_at', 'completed_at', 'created_at'];
const POINTS = ['Story Points', 'Points', 'Estimate', 'Story point estimate', 'Estimated points'];

function open(records: JsonRecords): JsonSink {
  const { log, file } = records;
  const tasks = taskHistoriesOf(records);
  const snapshots = new ItemSnapshots(records, PATHS, customField);
  const items = new ListedItems(file);
  file.assignees = 'current';
  Object.assign(file.mapping, { id: 'gid', created: 'created_at', finished: 'completed_at', assignee: 'assignee' });
  return {
    record(value, line) {
      const task = objectOf(value);
      const stories = own(task, 'stories');
      if (Array.isArray(stories)) records.holds(stories.length + 1);
      if (task === null || !isTask(task)) {
        rejectOther(records, textOf(own(task, 'gid')));
        if (Array.isArray(stories)) countRejected(file, 'not-an-item', stories.length);
        return;
      }
      const item = log.item(textOf(own(task, 'gid')));
      const isFirst = items.take(item);
      if (!isFirst) noteRepeatedItem(records, item, line);
      const updated = latestOf(records, task, UPDATES);
      tasks.addTask(item, task, { completedAt: dateOf(records, task, 'completed_at'), updated }, file, line);
      if (log.describe(item, updated, !isFirst)) {
        writeTask(records, item, task);
        snapshots.write(item, task);
      }
      if (!Array.isArray(stories)) return;
      file.grade = 'full-log';
      file.assignees = 'full';
      tasks.trackStories(item, file, line);
      for (const story of stories) takeStory(records, tasks, objectOf(story) ?? {}, textOf(own(task, 'gid')), line);
    },
    end() {
      if (objectOf(own(records.wrapper, 'next_page')) !== null) noteMorePages(records, 'next_page is not empty');
    },
  };
}

function writeTask(records: JsonRecords, item: number, task: JsonObject): void {
  const { log } = records;
  log.upgradeGrade(item, 'milestones');
  log.creation(item, dateOf(records, task, 'created_at'));
  setToday(log, item, '', [nameOf(own(task, 'assignee'))]);
  for (const name of POINTS.toReversed()) setField(log, item, 'points', customField(task, name));
  const projects = own(task, 'memberships');
  const names = (Array.isArray(projects) ? projects : []).map((value) => nameOf(own(objectOf(value), 'project')));
  setField(log, item, 'team', [...new Set(names)].sort().join('; '));
}
