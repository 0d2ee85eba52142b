import { type JsonObject, objectOf, own, textOf } from '../../text/json/json-values.ts';

/** A change of a story, with states and people as ids: another entry may have their names. */
export type StoryChange =
  | { kind: 'created'; state: string; owners: readonly string[] }
  | { kind: 'deleted' }
  | { kind: 'state'; from: string; to: string }
  | { kind: 'owners'; removed: readonly string[]; added: readonly string[] }
  | { kind: 'blocked'; blocked: boolean };

/** What a story is called and estimated by an action on it. */
export interface StoryFields {
  title: string;
  type: string;
  points: string;
  iteration: string;
}

/** True for an entry of a story's history. */
export function isHistoryEntry(value: unknown): boolean {
  const entry = objectOf(value);
  const actions = own(entry, 'actions');
  return (
    textOf(own(entry, 'changed_at')) !== '' &&
    Array.isArray(actions) &&
    actions.some((action) => textOf(own(objectOf(action), 'entity_type')) !== '')
  );
}

/** The actions of an entry that are on stories. */
export function storyActions(entry: JsonObject): JsonObject[] {
  const actions = own(entry, 'actions');
  return (Array.isArray(actions) ? actions : []).flatMap((value) => {
    const action = objectOf(value);
    return action !== null && textOf(own(action, 'entity_type')) === 'story' ? [action] : [];
  });
}

/** What an action changed; none if it says nothing about flow. */
export function changesOf(action: JsonObject): StoryChange[] {
  const verb = textOf(own(action, 'action'));
  if (verb === 'create') {
    return [
      { kind: 'created', state: textOf(own(action, 'workflow_state_id')), owners: listOf(own(action, 'owner_ids')) },
    ];
  }
  if (verb === 'delete') return [{ kind: 'deleted' }];
  const changes = objectOf(own(action, 'changes'));
  const found: StoryChange[] = [];
  const state = objectOf(own(changes, 'workflow_state_id'));
  const to = textOf(own(state, 'new'));
  if (to !== '') found.push({ kind: 'state', from: textOf(own(state, 'old')), to });
  const owners = objectOf(own(changes, 'owner_ids'));
  const [removed, added] = [listOf(own(owners, 'removes')), listOf(own(owners, 'adds'))];
  if (removed.length + added.length > 0) found.push({ kind: 'owners', removed, added });
  const blocked = own(objectOf(own(changes, 'blocked')), 'new');
  if (typeof blocked === 'boolean') found.push({ kind: 'blocked', blocked });
  return found;
}

export function fieldsOf(action: JsonObject): StoryFields {
  const changes = objectOf(own(action, 'changes'));
  const now = (key: string) => {
    const changed = objectOf(own(changes, key));
    return textOf(changed === null ? own(action, key) : own(changed, 'new'));
  };
  return { title: now('name'), type: now('story_type'), points: now('estimate'), iteration: now('iteration_id') };
}

function listOf(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : []).map(textOf);
}
