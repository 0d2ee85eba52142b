import { type JsonObject, nameOf, objectOf, own, textOf } from '../../text/json/json-values.ts';

/** A task's place in a project. */
export interface Membership {
  projectGid: string;
  project: string;
  sectionGid: string;
  section: string;
}

export function isTask(value: unknown): boolean {
  const task = objectOf(value);
  if (textOf(own(task, 'gid')) === '') return false;
  const kind = textOf(own(task, 'resource_type'));
  return (
    kind === 'task' ||
    (kind === '' && Array.isArray(own(task, 'memberships')) && Object.hasOwn(task ?? {}, 'completed'))
  );
}

export function isStory(value: unknown): boolean {
  const story = objectOf(value);
  return textOf(own(story, 'resource_type')) === 'story' || textOf(own(story, 'resource_subtype')).endsWith('_changed');
}

export function membershipsOf(task: JsonObject): Membership[] {
  const all = own(task, 'memberships');
  return (Array.isArray(all) ? all : []).flatMap((value) => {
    const project = objectOf(own(objectOf(value), 'project'));
    const section = objectOf(own(objectOf(value), 'section'));
    const sectionGid = textOf(own(section, 'gid'));
    if (project === null || sectionGid === '') return [];
    return [
      { projectGid: textOf(own(project, 'gid')), project: nameOf(project), sectionGid, section: nameOf(section) },
    ];
  });
}

/** The value of a task's custom field by its name, as people read it. */
export function customField(task: JsonObject, name: string): string {
  const all = own(task, 'custom_fields');
  for (const value of Array.isArray(all) ? all : []) {
    const field = objectOf(value);
    if (textOf(own(field, 'name')).toLowerCase() !== name.toLowerCase()) continue;
    const number = textOf(own(field, 'number_value'));
    return number || textOf(own(field, 'display_value')) || nameOf(own(field, 'enum_value'));
  }
  return '';
}
