import type { JsonFormat, JsonRecords, JsonSink } from '../../format.ts';
import { objectOf, own } from '../../text/json/json-values.ts';
import { noteMorePages } from '../shared/json-rows.ts';
import { probeRecords } from '../shared/probe.ts';
import { STORY } from './record-parts.ts';
import { taskOf } from './story.ts';
import { takeStory } from './take-story.ts';
import { isStory } from './task.ts';
import { taskHistoriesOf } from './task-histories.ts';

/** What happened to Asana's tasks. */
export const asanaStories: JsonFormat = {
  id: 'asana-stories',
  name: 'Asana stories (JSON)',
  tool: 'asana',
  shape: 'json',
  parts: STORY,
  grade: 'full-log',
  kindEvidence: { tool: '`completed`, unless a section or field is the status', finishDates: null, statusToday: false },
  identity: { item: '`gid` of the task', statuses: '`gid` of the section', aliases: null },
  description:
    'Every change of section, completion and assignee with its time; together with the tasks (asana-tasks) the full history of status. Which subtypes of stories carry the task differs: without target nothing says which task a story is of.',
  howToGet: [
    'Fetch the tasks (pitwall formats asana-tasks).',
    'For each task fetch https://app.asana.com/api/1.0/tasks/<gid>/stories?limit=100&opt_fields=created_at,resource_type,resource_subtype,text,target,assignee.name,old_section.name,new_section.name,custom_field.name,old_enum_value.name,new_enum_value.name.',
    'Save the answers one after another in one file or each in its own, and give them together with the tasks. Keep target: without it a story does not say which task it is of.',
  ],
  fields: {
    id: 'target.gid',
    at: 'created_at',
    'from, to':
      'section_changed, marked_complete, marked_incomplete, enum_custom_field_changed; --map to=<sections, completed, project or custom field> chooses',
    assignee: 'assigned, unassigned',
  },
  probe: ({ records }) =>
    probeRecords(records, isStory, ['resource_type', 'resource_subtype'], ['resource_type: story', 'resource_subtype']),
  open,
};

function open(records: JsonRecords): JsonSink {
  const tasks = taskHistoriesOf(records);
  records.file.assignees = 'full';
  records.file.mapping = {
    id: 'target.gid',
    at: 'created_at',
    'from, to': 'old_section, new_section',
    assignee: 'assignee',
  };
  return {
    record(value, line) {
      const story = objectOf(value) ?? {};
      takeStory(records, tasks, story, taskOf(story), line);
    },
    end() {
      if (objectOf(own(records.wrapper, 'next_page')) !== null) noteMorePages(records, 'next_page is not empty');
    },
  };
}
