import type { JsonRecords } from '../../format.ts';
import { type JsonObject, own, textOf } from '../../text/json/json-values.ts';
import { UNREADABLE } from '../shared/required-cells.ts';
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
  const written = own(story, 'created_at');
  const at = records.instant(written);
  if (Number.isNaN(at)) {
    records.reject('unreadable-date', UNREADABLE, textOf(written));
    return;
  }
  file.used++;
  tasks.addChange(item, { at, id, change, file, line });
}
