import type { JsonRecords } from '../../format.ts';
import { type JsonObject, own, textOf } from '../../text/json/json-values.ts';
import { requiredInstant } from '../shared/json-rows.ts';
import { readStory } from './story.ts';
import type { TaskHistories } from './task-histories.ts';

/** Takes one story of a task; accounts for it as a row. */
export function takeStory(
  records: JsonRecords,
  tasks: TaskHistories,
  story: JsonObject,
  task: string,
  line: number,
): void {
  const { log, file } = records;
  const id = textOf(own(story, 'gid'));
  const kind = textOf(own(story, 'resource_subtype')) || textOf(own(story, 'type'));
  if (task === '') {
    const why = 'Stories that do not say which task they are of';
    records.reject('no-item', why, `${kind} ${textOf(own(story, 'created_at'))}`);
    return;
  }
  const item = log.item(task);
  tasks.trackStories(item, file, line);
  if (id !== '' && tasks.knows(id)) {
    file.merged++;
    return;
  }
  const change = readStory(story);
  if (change === null) {
    records.reject('other-field', 'Stories that say nothing about flow (comments, names, dates …)', kind);
    return;
  }
  const at = requiredInstant(records, own(story, 'created_at'));
  if (Number.isNaN(at)) return;
  file.used++;
  tasks.addChange(item, { at, id, change, file, line });
}
