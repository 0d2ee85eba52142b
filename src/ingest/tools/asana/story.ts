import { type JsonObject, nameOf, objectOf, own, textOf } from '../../text/json/json-values.ts';

/** A section as a story or a task names it: by its id, or, in old stories, by its name alone. */
export interface Section {
  gid: string;
  name: string;
  /** The project, where the story says it. */
  project: string;
}

/** What a story says that bears on flow. */
export type StoryChange =
  | { kind: 'section'; from: Section; to: Section }
  | { kind: 'completed'; completed: boolean }
  | { kind: 'field'; field: string; from: string; to: string }
  /** Empty: nobody has it any more. */
  | { kind: 'people'; name: string };

/** What a story changed; null for comments, renames, dates and all else that says nothing about flow. */
export function readStory(story: JsonObject): StoryChange | null {
  switch (textOf(own(story, 'resource_subtype'))) {
    case 'section_changed':
      return sectionChange(story);
    case 'marked_complete':
      return { kind: 'completed', completed: true };
    case 'marked_incomplete':
      return { kind: 'completed', completed: false };
    case 'enum_custom_field_changed':
      return {
        kind: 'field',
        field: nameOf(own(story, 'custom_field')),
        from: nameOf(own(story, 'old_enum_value')),
        to: nameOf(own(story, 'new_enum_value')),
      };
    case 'assigned': {
      const name = nameOf(own(story, 'assignee'));
      return name === '' ? null : { kind: 'people', name };
    }
    case 'unassigned':
      return { kind: 'people', name: '' };
    default:
      return null;
  }
}

function sectionChange(story: JsonObject): StoryChange | null {
  const project = textOf(own(objectOf(own(story, 'project')), 'gid'));
  const from = sectionOf(own(story, 'old_section'), project);
  const to = sectionOf(own(story, 'new_section'), project);
  if (from !== null && to !== null) return { kind: 'section', from, to };
  // What people read is not promised to stay as it is, and is translated: only where there is nothing else.
  const said = /from ["“](.+)["”] to ["“](.+?)["”]/.exec(textOf(own(story, 'text')));
  if (said === null) return null;
  const named = (name: string) => ({ gid: '', name: name.trim(), project });
  return { kind: 'section', from: named(said[1] as string), to: named(said[2] as string) };
}

function sectionOf(value: unknown, project: string): Section | null {
  const section = objectOf(value);
  const gid = textOf(own(section, 'gid'));
  const name = nameOf(section);
  if (gid === '' && name === '') return null;
  return { gid, name, project: textOf(own(objectOf(own(section, 'project')), 'gid')) || project };
}

/** The gid of the task that a story is of; empty where the story does not say. */
export function taskOf(story: JsonObject): string {
  for (const key of ['target', 'task']) {
    const gid = textOf(own(objectOf(own(story, key)), 'gid'));
    if (gid !== '') return gid;
  }
  return '';
}
