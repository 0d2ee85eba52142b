import { isFieldList, isFieldName } from './field-of-change.ts';
import type { JsonContainer, JsonPart } from './json-parts.ts';
import { stringText } from './json-strings.ts';

/** What an object reveals about the values in it. */
export interface ObjectFacts {
  /** The field that its values belong to; null if it names none. */
  field: string | null;
  /** The key whose value is that field's name. */
  fieldKey: string | null;
  /** True if a whole object describes the field, and `name` is the name of a value. */
  described: boolean;
  /** True for a story whose text describes a move. */
  describesMove: boolean;
  /** What kind of thing the object claims to be. */
  type: string | null;
}

const NO_FACTS: ObjectFacts = { field: null, fieldKey: null, described: false, describesMove: false, type: null };

/** The values of an object by their keys. */
function membersOf({ parts }: JsonContainer): Map<string, JsonPart> {
  const members = new Map<string, JsonPart>();
  let key: string | null = null;
  let isValue = false;
  for (const part of parts) {
    if (part.kind === 'gap') isValue = afterGap(part.raw, isValue);
    else if (isValue && key !== null) members.set(key, part);
    else if (part.kind === 'string') key = stringText(part.raw);
  }
  return members;
}

/** Whether a value is next, after the text between two parts of an object. */
export function afterGap(raw: string, before: boolean): boolean {
  const colon = raw.lastIndexOf(':');
  const comma = raw.lastIndexOf(',');
  return colon === comma ? before : colon > comma;
}

/** @param path the keys that lead to the object */
export function factsOf(container: JsonContainer, path: readonly string[]): ObjectFacts {
  if (container.open === '[') return NO_FACTS;
  const members = membersOf(container);
  // A status also has a `type`, so only `mention` counts.
  const isMention = text(members.get('type')) === 'mention';
  const type = isMention ? 'mention' : (text(members.get('entity_type')) ?? text(members.get('resource_type')));
  const describesMove = text(members.get('resource_subtype')) === 'section_changed';
  // Redmine: `property` is the kind of field, `name` the field.
  if (members.has('property') && members.has('name'))
    return { field: text(members.get('name')), fieldKey: 'name', described: false, describesMove, type };
  for (const [key, value] of members) {
    if (!isFieldName(key) && !/^(?:column|custom_?field)$/i.test(key)) continue;
    const field = value.kind === 'container' ? describedName(value) : text(value);
    if (field !== null) return { field, fieldKey: key, described: value.kind === 'container', describesMove, type };
  }
  const hasValue = [...members.keys()].some((key) => /value$/i.test(key));
  const named = ['name', 'title', 'id'].find((key) => text(members.get(key)) !== null);
  if (hasValue && named !== undefined && isFieldList(path.at(-1) ?? ''))
    return { field: text(members.get(named)), fieldKey: named, described: false, describesMove, type };
  return { ...NO_FACTS, describesMove, type };
}

function text(part: JsonPart | undefined): string | null {
  return part?.kind === 'string' ? stringText(part.raw) : null;
}

/** The name in an object that describes a field, at most two objects deep. */
function describedName(container: JsonContainer, depth = 2): string | null {
  const members = membersOf(container);
  for (const key of ['name', 'presentation', 'title']) {
    const name = text(members.get(key));
    if (name !== null && name !== '') return name;
  }
  for (const part of depth === 0 ? [] : members.values()) {
    const name = part.kind === 'container' && part.open === '{' ? describedName(part, depth - 1) : null;
    if (name !== null) return name;
  }
  return text(members.get('id'));
}
