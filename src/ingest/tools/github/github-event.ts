import { type JsonObject, nameOf, objectOf, own, textOf } from '../../text/json/json-values.ts';
import type { IssueChange, IssuePlace } from '../shared/issue-history/issue-log.ts';
import { addressOf, either, loginOf, placeOf, reasonOf } from './github-issue.ts';

/** Events that change what an issue is; GitHub has dozens of others. */
export type Read = IssueChange | 'nothing' | 'no-names';

/** Kinds of events by which a file of them is recognised. */
const KINDS: ReadonlySet<string> = new Set([
  'closed',
  'reopened',
  'assigned',
  'unassigned',
  'labeled',
  'unlabeled',
  'milestoned',
  'demilestoned',
  'renamed',
  'referenced',
  'cross-referenced',
  'mentioned',
  'subscribed',
  'unsubscribed',
  'commented',
  'merged',
  'reviewed',
  'committed',
  'review_requested',
  'review_request_removed',
  'ready_for_review',
  'convert_to_draft',
  'head_ref_deleted',
  'head_ref_force_pushed',
  'locked',
  'unlocked',
  'pinned',
  'unpinned',
  'transferred',
  'connected',
  'disconnected',
  'marked_as_duplicate',
  'unmarked_as_duplicate',
  'converted_to_discussion',
  'added_to_project',
  'moved_columns_in_project',
  'removed_from_project',
  'added_to_project_v2',
  'project_v2_item_status_changed',
  'removed_from_project_v2',
  'issue_type_added',
  'issue_type_changed',
  'issue_type_removed',
  'parent_issue_added',
  'parent_issue_removed',
  'sub_issue_added',
  'sub_issue_removed',
]);

/** The kind of an event in REST's words: `ProjectV2ItemStatusChangedEvent` is `project_v2_item_status_changed`. */
export function kindOf(event: JsonObject): string {
  const rest = textOf(own(event, 'event'));
  if (rest !== '') return rest;
  const type = textOf(own(event, '__typename')) || textOf(own(event, 'eventType'));
  if (!type.endsWith('Event')) return '';
  return type
    .slice(0, -'Event'.length)
    .replace(/V2/g, '_v2_')
    .replace(/(?<=[a-z\d])([A-Z])/g, '_$1')
    .replace(/_+/g, '_')
    .toLowerCase();
}

/** True for what is beyond doubt an event of an issue. */
export function isEvent(value: unknown): boolean {
  const event = objectOf(value);
  if (event === null) return false;
  const graphQl = textOf(own(event, '__typename')) || textOf(own(event, 'eventType'));
  if (graphQl.endsWith('Event')) return own(event, 'createdAt') !== undefined;
  return KINDS.has(kindOf(event)) && (own(event, 'created_at') !== undefined || own(event, 'actor') !== undefined);
}

/** What an event did to its issue. */
export function readEvent(event: JsonObject): Read {
  const kind = kindOf(event);
  switch (kind) {
    case 'closed':
      return { kind, reason: reasonOf(either(event, 'state_reason')) };
    case 'reopened':
      return { kind };
    case 'labeled':
    case 'unlabeled': {
      const value = nameOf(own(event, 'label'));
      return value === '' ? 'nothing' : { kind: 'label', value, added: kind === 'labeled' };
    }
    case 'assigned':
    case 'unassigned': {
      const value = loginOf(own(event, 'assignee'));
      return value === '' ? 'nothing' : { kind: 'assignee', value, added: kind === 'assigned' };
    }
    case 'added_to_project':
    case 'moved_columns_in_project':
      return project(
        textOf(either(objectOf(own(event, 'project_card')) ?? event, 'column_name')) ||
          textOf(own(event, 'projectColumnName')),
      );
    case 'project_v2_item_status_changed':
    case 'added_to_project_v2':
      // REST says that the status changed, and neither from what nor to what.
      return kind === 'added_to_project_v2' && nameOf(own(event, 'status')) === ''
        ? 'nothing'
        : project(nameOf(own(event, 'status')));
    case 'transferred':
      return { kind, from: repositoryOf(own(event, 'fromRepository')) };
    case 'removed_from_project':
    case 'removed_from_project_v2':
      return { kind: 'project', value: '' };
    default:
      return 'nothing';
  }
}

/** The name of a repository with its owner; empty where there is none. */
function repositoryOf(value: unknown): string {
  const repository = objectOf(value);
  return textOf(own(repository, 'nameWithOwner')) || textOf(own(repository, 'full_name'));
}

function project(value: string): Read {
  return value === '' ? 'no-names' : { kind: 'project', value };
}

/** The issue that an event names itself, by an address; most events of a single issue do not. */
export function issueOf(event: JsonObject): IssuePlace | null {
  for (const key of ['issue_url', 'url', 'html_url', 'resourcePath']) {
    const written = textOf(own(event, key));
    const address = addressOf(key === 'resourcePath' ? `https://github.com${written}` : written);
    if (address !== null) return placeOf(address);
  }
  return null;
}
