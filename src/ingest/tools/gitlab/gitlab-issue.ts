import type { JsonRecords, Reading } from '../../format.ts';
import { type JsonObject, nameOf, objectOf, own, textOf } from '../../text/json/json-values.ts';
import type { IssueSnapshot } from '../shared/issue-history/issue-log.ts';
import { IssueTracker } from '../shared/issue-history/issue-tracker.ts';
import { readLabels } from '../shared/issue-history/renamed-labels.ts';

/** The address of an issue or merge request: the part before it is the project. */
const ADDRESS = /^https?:\/\/[^/]+\/(.+?)\/(?:-\/)?(issues|work_items|merge_requests)\/(\d+)(?:[?#].*)?$/;

/** The project and number that an address names; null if it is no issue's. */
export function addressOf(url: string): { project: string; number: string; isMerge: boolean } | null {
  const match = ADDRESS.exec(url);
  if (match === null) return null;
  return { project: match[1] as string, number: match[3] as string, isMerge: match[2] === 'merge_requests' };
}

/** What events name an issue by: the id that is its own in all of GitLab, not its number in the project. */
export function keyOf(isMerge: boolean, id: string): string {
  return `${isMerge ? 'merge request' : 'issue'} ${id}`;
}

/** What all GitLab files of a source say together. */
export function gitlabTracker(reading: Reading): IssueTracker {
  return reading.shared(
    'issues',
    () =>
      new IssueTracker(reading.log, reading.options, {
        pulls: 'Merge requests',
        pullType: 'Merge request',
        // The two labels of one scope change at once; the server takes a moment.
        swapMs: 2000,
        logsAssignees: false,
      }),
  );
}

/** Reads an issue as the REST API gives it; null if it has no number in a project. */
export function readIssue(value: unknown, records: JsonRecords): IssueSnapshot | null {
  const object = objectOf(value);
  const number = textOf(own(object, 'iid'));
  if (object === null || number === '') return null;
  const url = textOf(own(object, 'web_url'));
  const address = addressOf(url);
  const full = /^(.+)[#!]\d+$/.exec(textOf(own(objectOf(own(object, 'references')), 'full')))?.[1];
  const project = full ?? address?.project ?? (textOf(own(object, 'project_id')) || 'project');
  const isMerge = address?.isMerge === true || own(object, 'source_branch') !== undefined;
  const state = textOf(own(object, 'state')).toLowerCase();
  const isClosed = state === 'closed' || state === 'merged';
  const closed = records.instant(own(object, 'closed_at') ?? own(object, 'merged_at'));
  const updated = records.instant(own(object, 'updated_at'));
  const moved = textOf(own(object, 'moved_to_id'));
  const people = own(object, 'assignees');
  const assignees = (Array.isArray(people) ? people : [own(object, 'assignee')])
    .map(personName)
    .filter((name) => name !== '');
  return {
    key: keyOf(isMerge, textOf(own(object, 'id')) || `${project}#${number}`),
    id: `${project}${isMerge ? '!' : '#'}${number}`,
    scope: project.toLowerCase(),
    isPull: isMerge,
    created: records.instant(own(object, 'created_at')),
    closed,
    isClosed,
    updated,
    ...readLabels(gitlabTracker(records).labels, own(object, 'labels'), records.file, updated),
    assignees,
    projectStatus: '',
    parentKey: '',
    movedTo: moved === '' ? '' : keyOf(isMerge, moved),
    fields: fieldsOf(object, isMerge, state, project),
  };
}

function personName(value: unknown): string {
  const person = objectOf(value);
  return textOf(own(person, 'name')) || textOf(own(person, 'username'));
}

function fieldsOf(
  object: JsonObject,
  isMerge: boolean,
  state: string,
  project: string,
): [field: string, value: string][] {
  const written = textOf(own(object, 'issue_type')) || textOf(own(object, 'type'));
  const type =
    written === '' ? 'Issue' : written.charAt(0).toUpperCase() + written.slice(1).toLowerCase().replace(/_/g, ' ');
  const milestone = nameOf(own(object, 'milestone'));
  const duplicate = textOf(own(objectOf(own(object, '_links')), 'closed_as_duplicate_of'));
  const end = isMerge && state === 'closed' ? 'Not merged' : duplicate !== '' ? 'Duplicate' : '';
  return [
    ['title', textOf(own(object, 'title'))],
    ['type', isMerge ? 'Merge request' : type],
    ['points', textOf(own(object, 'weight'))],
    ['resolution', end],
    ['team', project],
    ['url', textOf(own(object, 'web_url'))],
    ['sprint', nameOf(own(object, 'iteration')) || milestone],
    ['parent', nameOf(own(object, 'epic'))],
    ['milestone', milestone],
    ['author', personName(own(object, 'author'))],
  ];
}
