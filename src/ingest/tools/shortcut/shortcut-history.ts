import type { JsonFormat, JsonRecords, JsonSink } from '../../format.ts';
import { type JsonObject, objectOf, own, textOf } from '../../text/json/json-values.ts';
import { requiredInstant } from '../shared/json-rows.ts';
import { probeRecords } from '../shared/probe.ts';
import { ENTRY } from './record-parts.ts';
import { categoryOfType } from './state-types.ts';
import { type ShortcutStories, storiesOf } from './stories.ts';
import { changesOf, fieldsOf, isHistoryEntry, type StoryChange, storyActions } from './story-changes.ts';

/** What happened to Shortcut's stories. */
export const shortcutHistory: JsonFormat = {
  id: 'shortcut-history',
  name: 'Shortcut story history (JSON)',
  tool: 'shortcut',
  shape: 'json',
  parts: ENTRY,
  grade: 'full-log',
  kindEvidence: { tool: "the workflow state's type (`type` of the references)", finishDates: null, statusToday: true },
  identity: { item: 'the number of the story', statuses: 'the workflow states', aliases: null },
  description:
    'Every change of a story’s state, owners and blocked flag with its time; states and people are ids, named by the references of the entries. A story without its creation here is joined with the CSV export.',
  howToGet: [
    'Create an API token in Settings, API Tokens.',
    'For each story fetch https://api.app.shortcut.com/api/v3/stories/<id>/history.',
    'Save the answers one after another in one file or each in its own, and give them all together, with the CSV export of the stories (pitwall formats shortcut-csv) for their fields.',
  ],
  fields: {
    id: 'actions[].id of the entity type story',
    at: 'changed_at',
    'from, to': 'changes.workflow_state_id, named by references[]; what they mean, by their type',
    created: 'the action create',
    assignee: 'changes.owner_ids, named by references[] or as the actor of another entry',
    blocked: 'changes.blocked',
    title: 'actions[].name',
    type: 'story_type',
    points: 'estimate',
    sprint: 'iteration_id, named by references[]',
  },
  probe: ({ records }) => probeRecords(records, isHistoryEntry, ['changed_at', 'actions[].entity_type']),
  open,
};

interface ChangedStory {
  action: JsonObject;
  changes: readonly StoryChange[];
}

function open(records: JsonRecords): JsonSink {
  const { file } = records;
  const stories = storiesOf(records);
  file.assignees = 'full';
  file.mapping = {
    id: 'actions[].id',
    at: 'changed_at',
    'from, to': 'changes.workflow_state_id',
    assignee: 'changes.owner_ids',
    blocked: 'changes.blocked',
  };
  return {
    record(value, line) {
      const entry = objectOf(value);
      if (entry === null) {
        records.reject('not-an-item', 'Records that are no entries of a history', '');
        return;
      }
      learnNames(records, stories, entry);
      const id = textOf(own(entry, 'id'));
      if (id !== '' && stories.knows(id)) {
        file.merged++;
        return;
      }
      const written = own(entry, 'changed_at');
      const changed = storyActions(entry).map((action) => ({ action, changes: changesOf(action) }));
      if (changed.every(({ changes }) => changes.length === 0)) {
        const kinds = 'Entries that say nothing about flow (names, labels, tasks, comments …)';
        records.reject('other-field', kinds, textOf(written));
        return;
      }
      const at = requiredInstant(records, written);
      if (Number.isNaN(at)) return;
      file.used++;
      for (const one of changed) addChanges(records, stories, one, at, id, line);
    },
  };
}

function addChanges(
  { log, file }: JsonRecords,
  stories: ShortcutStories,
  { action, changes }: ChangedStory,
  at: number,
  id: string,
  line: number,
): void {
  const story = textOf(own(action, 'id'));
  if (changes.length === 0 || story === '') return;
  const item = log.item(story);
  if (changes.some(({ kind }) => kind === 'created')) log.creation(item, at);
  stories.add(item, { at, id, file, line }, changes, fieldsOf(action));
}

function learnNames(records: JsonRecords, stories: ShortcutStories, entry: JsonObject): void {
  const at = records.instant(own(entry, 'changed_at'));
  const references = own(entry, 'references');
  for (const value of Array.isArray(references) ? references : []) {
    const reference = objectOf(value);
    const text = (key: string) => textOf(own(reference, key));
    const [kind, name] = [text('entity_type'), text('name')];
    stories.learnName(kind, text('id'), name, at);
    if (kind === 'workflow-state') records.log.categorize(name, categoryOfType(text('type')));
  }
  stories.learnName('member', textOf(own(entry, 'member_id')), textOf(own(entry, 'actor_name')), at);
}
